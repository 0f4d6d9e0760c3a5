using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ExceptionsTour;

using static Module;

public class AppError : PyException
{
    public AppError(PyInt code, string msg) : base(msg)
    {
        Code = code;
    }

    public PyInt Code { get; set; }

    public static new readonly PyType Type = PyType.Emitted("AppError", "__main__", PyException.Type)
        .Constructor("code, msg", a => new AppError(a[0].As<PyInt>(), a[1].As<string>()))
        .Field("code", self => self.As<AppError>().Code, (self, value) => self.As<AppError>().Code = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public class NotFound : AppError
{
    public NotFound(string what) : base(404, F($"{what} not found"))
    {
        What = what;
    }

    public string What { get; set; }

    public string ToText()
    {
        return F($"NotFound<{What}>");
    }

    public static new readonly PyType Type = PyType.Emitted("NotFound", "__main__", AppError.Type)
        .Constructor("what", a => new NotFound(a[0].As<string>()))
        .Field("what", self => self.As<NotFound>().What, (self, value) => self.As<NotFound>().What = value.As<string>())
        .Method("__str__", self => self.As<NotFound>().ToText());
    protected override PyType NativeClass => Type;
}

public class Cm : PyObject, IDisposable
{
    public Cm Enter()
    {
        Print("enter");
        return this;
    }

    public bool Exit(Any t, Any v, Any tb)
    {
        Print("exit", t.Truth ? t.Get("__name__") : t, v);
        return Operators.Is(t, ValueError.Type);
    }

    /// <summary>Leaves the context without an error.</summary>
    public void Dispose() => Exit(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("CM", "__main__")
        .Constructor("", _ => new Cm())
        .Method("__enter__", self => self.As<Cm>().Enter())
        .Method("__exit__", "self, t, v, tb", a => a[0].As<Cm>().Exit(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("exceptions_tour.py", args, Run);

    public static Any GetErrs()
    {
        return ValueError.Type;
    }

    public static Any Risky(PyInt n)
    {
        if (n == 0)
        {
            throw new NotFound("page");
        }
        if (n == 1)
        {
            throw new AppError(500, "boom");
        }
        if (n == 2)
        {
            return new PyDict<Any, Any>().At((Any)"k");
        }
        if (n == 3)
        {
            return ((PyList<Any>)[])[1];
        }
        if (n == 4)
        {
            throw new ValueError("bad", n);
        }
        if (n == 5)
        {
            return (PyInt)1 / 0;
        }
        if (n == 6)
        {
            return PyInt.Parse("abc");
        }
        if (n == 7)
        {
            return (Any)"a" + 1;
        }
        if (n == 8)
        {
            return Any.None.Get("x");
        }
        if (n == 9)
        {
            throw new TypeError();
        }
        return n;
    }

    public static (string, string, Any) Chain()
    {
        try
        {
            try
            {
                throw new KeyError("inner");
            }
            catch (KeyError e)
            {
                using var handling = Handling.Of(e);
                throw Raise.From(new ValueError("outer"), e);
            }
        }
        catch (ValueError e)
        {
            using var handling = Handling.Of(e);
            return (Repr(((Any)e).Get("__cause__")), Repr(((Any)e).Get("__context__")), ((Any)e).Get("__suppress_context__"));
        }
    }

    public static string? Ctx()
    {
        try
        {
            try
            {
                _ = (PyInt)1 / 0;
            }
            catch (ZeroDivisionError caught)
            {
                using var handling = Handling.Of(caught);
                throw new RuntimeError("second");
            }
        }
        catch (RuntimeError e)
        {
            return Repr(((Any)e).Get("__context__"));
        }
        return null;
    }

    public static string Reraise()
    {
        try
        {
            try
            {
                throw new ValueError("v");
            }
            catch (ValueError caught)
            {
                using var handling = Handling.Of(caught);
                Print("log");
                throw;
            }
        }
        catch (ValueError e)
        {
            return ToStr(e);
        }
    }

    public static Generator<string> Tag(string name)
    {
        return Generator<string>.Create("tag", "tag", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            Print("<" + name);
            BaseException? pending = null;
            try
            {
                try
                {
                    await y.Yield(Str.Upper(name));
                }
                catch (ValueError e)
                {
                    Print("handled", e);
                }
            }
            catch (BaseException error)
            {
                pending = error;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                Print(">" + name);
            }
            return Any.None;
        }
    }

    public static string? F_()
    {
        var manager = new Cm();
        var context = Context.Of(manager.Exit);
        manager.Enter();
        try
        {
            return "ret";
        }
        catch (BaseException error)
        {
            if (!context.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            context.Exit();
        }
        return null;
    }

    public static PyInt Loop()
    {
        PyInt i = default;
        foreach (var item in Sequences.Range(5))
        {
            i = item;
            var manager = new Cm();
            var context = Context.Of(manager.Exit);
            manager.Enter();
            try
            {
                if (i == 1)
                {
                    continue;
                }
                if (i == 2)
                {
                    break;
                }
            }
            catch (BaseException error)
            {
                if (!context.Exit(error))
                {
                    throw;
                }
            }
            finally
            {
                context.Exit();
            }
        }
        return i;
    }

    public static Any Nested(PyInt n)
    {
        Recursion.Check();
        try
        {
            if (n > 0)
            {
                return Nested(n - 1);
            }
            throw new RuntimeError("deep");
        }
        finally
        {
            Print("unwind", n);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any v = default;
        Any e = Any.Unbound;
        Any contextlib = Modules.Import("contextlib");
        (Any, Any) errs = ((Any)KeyError.Type, (Any)IndexError.Type);
        for (PyInt n = 0; n < 11; n++)
        {
            bool succeeded = false;
            try
            {
                try
                {
                    v = Risky(n);
                    succeeded = true;
                }
                catch (BaseException caught)
                {
                    using var handling = Handling.Of(caught);
                    if (caught is NotFound)
                    {
                        e = caught;
                        using var handling2 = Handling.Of(caught);
                        Print("nf", e, e.Get("code"), e.Get("args"));
                        e = Any.Unbound;
                    }
                    else if (caught is AppError)
                    {
                        e = caught;
                        using var handling2 = Handling.Of(caught);
                        Print("app", e, e.Get("code"));
                        e = Any.Unbound;
                    }
                    else if (Except.Matches(caught, Generic.ToAny(errs)))
                    {
                        e = caught;
                        Print("errs", PyType.Of(e).Name, e);
                        e = Any.Unbound;
                    }
                    else if (Except.Matches(caught, GetErrs()))
                    {
                        e = caught;
                        using var handling2 = Handling.Of(caught);
                        Print("dyn", e, e.Get("args"));
                        e = Any.Unbound;
                    }
                    else if (Except.Matches(caught, PyTuple.Of([ZeroDivisionError.Type, ..Sequences.Spread(Generic.ToAny(errs))])))
                    {
                        Print("zd");
                    }
                    else if (caught is PyException)
                    {
                        e = caught;
                        Print(PyType.Of(e).Name, e);
                        e = Any.Unbound;
                    }
                    else
                    {
                        throw;
                    }
                }
                if (succeeded)
                {
                    Print("ok", v);
                }
            }
            finally
            {
                Print("-", n);
            }
        }
        Print(Generic.ToAny(Chain()));
        Print(Ctx());
        Print(Reraise());
        var manager = Context.Of(TagManager("a"));
        string t = manager.Enter();
        try
        {
            var manager2 = Context.Of(TagManager("b"));
            manager2.Enter();
            try
            {
                Print(t);
                throw new ValueError("inside");
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        var manager3 = Context.Of(contextlib.Get("suppress").Call(KeyError.Type));
        manager3.Enter();
        try
        {
            new PyDict<Any, Any>().At((Any)"x");
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        var manager4 = new Cm();
        var context = Context.Of(manager4.Exit);
        var cm = manager4.Enter();
        try
        {
            throw new ValueError("s");
        }
        catch (BaseException error4)
        {
            if (!context.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            context.Exit();
        }
        try
        {
            var manager5 = new Cm();
            var context2 = Context.Of(manager5.Exit);
            manager5.Enter();
            try
            {
                throw new KeyError("k");
            }
            catch (BaseException error5)
            {
                if (!context2.Exit(error5))
                {
                    throw;
                }
            }
            finally
            {
                context2.Exit();
            }
        }
        catch (KeyError caught2)
        {
            e = caught2;
            Print("got", e);
            e = Any.Unbound;
        }
        Print(F_());
        Print(Loop());
        try
        {
            throw Raise.Of(Builtins.Get("ExceptionGroup").Call("g", (PyList<Any>)[new ValueError(1), new TypeError(2), new KeyError(3)]));
        }
        catch (BaseException caught3)
        {
            var groups = new ExceptStar(caught3);
            if (groups.Match(ValueError.Type, out var group))
            {
                try
                {
                    Any eg = group;
                    using var handling2 = Handling.Of(group);
                    Print("ve", eg.Get("exceptions"));
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            if (groups.Match(PyTuple.Of(TypeError.Type, KeyError.Type), out var group2))
            {
                try
                {
                    Any eg = group2;
                    using var handling2 = Handling.Of(group2);
                    Print("te", new PyList<string>(Sequences.Of(eg.Get("exceptions")).Select(x => Repr(x))));
                }
                catch (BaseException raised2)
                {
                    groups.Add(raised2);
                }
            }
            groups.Finish();
        }
        try
        {
            if ((PyInt)1 != 2)
            {
                throw new AssertionError("math");
            }
        }
        catch (AssertionError caught4)
        {
            e = caught4;
            Print("assert", e);
            e = Any.Unbound;
        }
        e = 5;
        try
        {
            throw OSError.Create(2, "No such file");
        }
        catch (OSError caught5)
        {
            e = caught5;
            using var handling2 = Handling.Of(caught5);
            Print(e, e.Get("errno"));
            e = Any.Unbound;
        }
        try
        {
            Print(Names.Global(e, "e"));
        }
        catch (NameError ne)
        {
            Print(ne);
        }
        try
        {
            Nested(2);
        }
        catch (RuntimeError ex)
        {
            using var handling2 = Handling.Of(ex);
            ((Any)ex).Invoke("add_note", "a note");
            Print(ex, ((Any)ex).Get("__notes__"));
        }
    }

    public static GeneratorContext<string> TagManager(string name) => GeneratorContext.Of(() => Tag(name));
}
