using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SeveralBases;

/// <summary>Exceptions with several built-in bases, and groups that are no Exception.</summary>
public static class Module
{
    internal static Any C = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("several_bases.py", args, Run);

    public static BaseException F_()
    {
        BaseException err = default!;
        try
        {
            throw Raise.Of(C.Call(6));
        }
        catch (BaseException e) when (Except.Matches(e, ValueError.Type))
        {
            err = e;
        }
        return err;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any both = ClassBuilder.Build("Both", "Both", "__main__", new Arguments { KeyError.Type, ValueError.Type }, ns =>
        {
        });
        Any multiClass = Any.Unbound;
        multiClass = ClassBuilder.Build("Multi", "Multi", "__main__", new Arguments { ValueError.Type, AttributeError.Type }, ns2 =>
        {
            void Init(Any self, Any a_)
            {
                ((Any)new Super(multiClass.As<PyType>(), self)).Invoke("__init__", a_);
                self.Set("a", a_);
            }
            ns2["__init__"] = new PyFunction("Multi.__init__", "self, a", (Any self, Any a_) => Init(self, a_));
            ns2.ClassCell(made2 => multiClass = made2);
        });
        Any multi = multiClass;
        Any osKey = ClassBuilder.Build("OsKey", "OsKey", "__main__", new Arguments { OSError.Type, KeyError.Type }, ns3 =>
        {
        });
        foreach (var cls in new Any[] { KeyError.Type, ValueError.Type, LookupError.Type, PyException.Type })
        {
            try
            {
                throw Raise.Of(both.Call("b"));
            }
            catch (BaseException caught)
            {
                using var handling = Handling.Of(caught);
                if (Except.Matches(caught, cls))
                {
                    BaseException e = caught;
                    using var handling2 = Handling.Of(caught);
                    Print(cls.Get("__name__"), Repr(e), ToStr(e));
                }
                else
                {
                    throw;
                }
            }
        }
        try
        {
            throw Raise.Of(both.Call("q"));
        }
        catch (BaseException e) when (Except.Matches(e, ValueError.Type))
        {
            Print("value", ((Any)e).Get("args"));
        }
        try
        {
            throw Raise.Of(both.Call("q"));
        }
        catch (BaseException e) when (Except.Matches(e, KeyError.Type))
        {
            Print("key", ((Any)e).Get("args"));
        }
        try
        {
            throw Raise.Of(both.Call("q"));
        }
        catch (BaseException e) when (Except.Matches(e, PyTuple.Of(ZeroDivisionError.Type, ValueError.Type)))
        {
            Print("tuple", ((Any)e).Get("args"));
        }
        try
        {
            try
            {
                throw Raise.Of(multi.Call(7));
            }
            catch (TypeError)
            {
                Print("no");
            }
            catch (BaseException e) when (Except.Matches(e, AttributeError.Type))
            {
                using var handling2 = Handling.Of(e);
                Print("attr", ((Any)e).Get("a"));
            }
        }
        catch (PyException e)
        {
            Print("outer", e);
        }
        try
        {
            throw Raise.Of(osKey.Call(2, "gone"));
        }
        catch (BaseException e) when (Except.Matches(e, KeyError.Type))
        {
            using var handling2 = Handling.Of(e);
            Print("oskey", HasAttr(e, "errno") ? ((Any)e).Get("errno") : Any.None, e);
        }
        Print(IsInstance(both.Call("x"), ValueError.Type), IsSubclass(both, KeyError.Type), both.Get("__mro__"));
        try
        {
            throw Raise.Of(Builtins.Get("BaseExceptionGroup").Call("bg", (PyList<Any>)[new KeyboardInterrupt(), new ValueError(1)]));
        }
        catch (PyException e)
        {
            Print("exception", e);
        }
        catch (BaseException e) when (Except.Matches(e, Builtins.Get("BaseExceptionGroup")))
        {
            Print("base group", e);
        }
        try
        {
            throw Raise.Of(Builtins.Get("ExceptionGroup").Call("eg", (PyList<Any>)[new ValueError(1)]));
        }
        catch (PyException e)
        {
            Print("exception", e);
        }
        try
        {
            throw Raise.Of(Builtins.Get("BaseExceptionGroup").Call("bg2", (PyList<Any>)[new TypeError(1)]));
        }
        catch (PyException e)
        {
            Print("exception", PyType.Of(e).Name, e);
        }
        Any myGroup = ClassBuilder.Build("MyGroup", "MyGroup", "__main__", new Arguments { Builtins.Get("BaseExceptionGroup") }, ns4 =>
        {
        });
        try
        {
            throw Raise.Of(myGroup.Call("mg", (PyList<Any>)[new SystemExit(1)]));
        }
        catch (PyException e)
        {
            Print("exception", e);
        }
        catch (BaseException e)
        {
            Print("base", PyType.Of(e).Name);
        }
        Any myEG = ClassBuilder.Build("MyEG", "MyEG", "__main__", new Arguments { Builtins.Get("ExceptionGroup") }, ns5 =>
        {
        });
        try
        {
            throw Raise.Of(myEG.Call("mg", (PyList<Any>)[new ValueError(1)]));
        }
        catch (PyException e)
        {
            Print("exception", e);
        }
        try
        {
            throw Raise.Of(myEG.Call("mg", (PyList<Any>)[new ValueError(1)]));
        }
        catch (BaseException e) when (Except.Matches(e, Builtins.Get("BaseExceptionGroup")))
        {
            Print("beg", e);
        }
        Any a = ClassBuilder.Build("A", "A", "__main__", new Arguments { PyException.Type }, ns6 =>
        {
        });
        Any bClass = Any.Unbound;
        bClass = ClassBuilder.Build("B", "B", "__main__", new Arguments { ValueError.Type }, ns7 =>
        {
            void Init(Any self, Any n)
            {
                ((Any)new Super(bClass.As<PyType>(), self)).Invoke("__init__", F($"b{n}"));
                self.Set("n", n);
            }
            ns7["__init__"] = new PyFunction("B.__init__", "self, n", (Any self, Any n) => Init(self, n));
            ns7.ClassCell(made7 => bClass = made7);
        });
        Any b = bClass;
        C = ClassBuilder.Build("C", "C", "__main__", new Arguments { a, b }, ns8 =>
        {
        });
        try
        {
            throw Raise.Of(C.Call(3));
        }
        catch (BaseException e) when (Except.Matches(e, b))
        {
            using var handling2 = Handling.Of(e);
            Print("B", e, ((Any)e).Get("n"));
        }
        try
        {
            throw Raise.Of(C.Call(4));
        }
        catch (BaseException e) when (Except.Matches(e, ValueError.Type))
        {
            using var handling2 = Handling.Of(e);
            Print("ValueError", e, ((Any)e).Get("n"));
        }
        try
        {
            throw Raise.Of(C.Call(5));
        }
        catch (BaseException e) when (Except.Matches(e, a))
        {
            Print("A", e);
        }
        try
        {
            throw Raise.Of(b.Call(5));
        }
        catch (BaseException e) when (Except.Matches(e, ValueError.Type))
        {
            using var handling2 = Handling.Of(e);
            Print("VE", e, ((Any)e).Get("n"));
        }
        Any @decimal = Modules.Import("decimal");
        try
        {
            _ = @decimal.Get("Decimal").Call(1) / @decimal.Get("Decimal").Call(0);
        }
        catch (ZeroDivisionError e)
        {
            Print("zero", PyType.Of(e).Name);
        }
        Any io = Modules.Import("io");
        try
        {
            io.Get("BytesIO").Call(PyBytes.FromLatin1("")).Invoke("fileno");
        }
        catch (BaseException e) when (Except.Matches(e, ValueError.Type))
        {
            Print("value", PyType.Of(e).Name);
        }
        catch (OSError e)
        {
            Print("os", PyType.Of(e).Name);
        }
        Print(Repr(F_()));
    }
}
