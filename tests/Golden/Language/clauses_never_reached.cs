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
        catch (BaseException caught)
        {
            if (caught is AppError)
            {
                Any e = caught;
                return F($"app {e}");
            }
            else if (caught is LookupError)
            {
                Any e = caught;
                return F($"lookup {Repr(e)}");
            }
            else if (caught is NotFound)
            {
                return "never";
            }
            else if (caught is KeyError || caught is ValueError)
            {
                return "value";
            }
            else if (caught is PyException)
            {
                return "exception";
            }
            else if (caught is TypeError)
            {
                return "never either";
            }
            else
            {
                throw;
            }
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
            catch (BaseException caught)
            {
                if (caught is ValueError)
                {
                    Print("value");
                }
                else if (caught is ValueError)
                {
                    Print("never");
                }
                else
                {
                    throw;
                }
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
    }
}
