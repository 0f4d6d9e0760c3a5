using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClausesNeverReached;

using static Module;

public class AppError : LookupError
{
    public AppError(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("AppError", "__main__", LookupError.Type)
        .Constructor("*args", a => new AppError(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

public class NotFound : AppError
{
    public NotFound(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("NotFound", "__main__", AppError.Type)
        .Constructor("*args", a => new NotFound(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

/// <summary>Except clauses after others that catch the same; groups that except* takes apart.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("clauses_never_reached.py", args, Run);

    public static string Handled(Any error)
    {
        try
        {
            throw Raise.Of(error);
        }
        catch (AppError caught)
        {
            Any e = caught;
            return F($"app {e}");
        }
        catch (LookupError caught2)
        {
            Any e = caught2;
            return F($"lookup {Repr(e)}");
        }
        catch (BaseException caught3) when (caught3 is KeyError || caught3 is ValueError)
        {
            return "value";
        }
        catch (PyException)
        {
            return "exception";
        }
    }

    public static void Again(Any error)
    {
        try
        {
            try
            {
                throw Raise.Of(error);
            }
            catch (ValueError)
            {
                Print("value");
            }
        }
        catch (KeyError e)
        {
            Print("outer", e);
        }
    }

    public static void Grouped(Any error)
    {
        try
        {
            try
            {
                throw Raise.Of(error);
            }
            catch (BaseException caught)
            {
                var groups = new ExceptStar(caught);
                if (groups.Match(ValueError.Type, out var group2))
                {
                    try
                    {
                        Any group = group2;
                        using var handling = Handling.Of(group2);
                        Print(Repr(group), group.Get("__suppress_context__"));
                    }
                    catch (BaseException raised)
                    {
                        groups.Add(raised);
                    }
                }
                groups.Finish();
            }
        }
        catch (BaseException e)
        {
            using var handling = Handling.Of(e);
            Print("left", Repr(e), Operators.Is(e, error), ((Any)e).Get("__suppress_context__"));
        }
    }

    public static PyInt Loop(PyInt n)
    {
        while (true)
        {
            n += 1;
            try
            {
                try
                {
                    if (n < 3)
                    {
                        throw new ValueError(n);
                    }
                    if (n < 5)
                    {
                        throw new IndexError(n);
                    }
                    return n;
                }
                catch (BaseException error) when (error is IndexError || error is ZeroDivisionError)
                {
                    try
                    {
                        Print("collect", error);
                        continue;
                    }
                    catch (ValueError inner)
                    {
                        Print("never", inner);
                    }
                }
            }
            catch (BaseException error) when (error is ValueError || error is ArithmeticError)
            {
                Print("caught", error);
            }
            finally
            {
                Print("end", n);
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        foreach (var each in new Any[] { new NotFound("n"), new KeyError("k"), new ValueError("v"), new TypeError("t") })
        {
            Print(Handled(each));
        }
        Again(new ValueError());
        Again(new KeyError("k"));
        Grouped(new ValueError(1));
        Grouped(Builtins.Get("ExceptionGroup").Call("g", (PyList<Any>)[new TypeError(1)]));
        Grouped(Builtins.Get("ExceptionGroup").Call("g", (PyList<Any>)[new ValueError(1), Builtins.Get("ExceptionGroup").Call("h", (PyList<Any>)[new ValueError(2), new KeyError(3)])]));

        Print(Loop(0));
    }
}
