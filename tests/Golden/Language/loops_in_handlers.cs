using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LoopsInHandlers;

using static Module;

public class PointError : KeyError
{
    public PointError(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("PointError", "__main__", KeyError.Type)
        .Constructor("*args", a => new PointError(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

/// <summary>Handlers that hold a loop and a try, beside handlers of several classes.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("loops_in_handlers.py", args, Run);

    public static string Render(PyInt n)
    {
        PyList<PyInt> trace = (PyList<PyInt>)[];
        PyInt turn = -1;
        while ((turn = turn + 1) < 3)
        {
            trace.Append(n);
            BaseException? pending = null;
            try
            {
                try
                {
                    Print("collect", turn);
                    return Str.Upper("it's");
                }
                catch (BaseException caught)
                {
                    if (caught is PointError)
                    {
                        PointError e = ((Any)caught).As<PointError>();
                        using var handling = Handling.Of(caught);
                        Print("caught", e);
                        try
                        {
                            n &= 255;
                        }
                        catch (TypeError error)
                        {
                            Print("caught", error);
                        }
                        catch (PointError caught2)
                        {
                            using var handling2 = Handling.Of(caught2);
                            trace.Reverse();
                        }
                        PyInt rank = 0;
                        while ((rank = rank + 1) < 5)
                        {
                            trace.Sort();
                        }
                    }
                    else if (caught is ValueError || caught is ArithmeticError)
                    {
                        BaseException error = caught;
                        Print("caught", error);
                        trace.Extend((PyList<PyInt>)[n]);
                    }
                    else
                    {
                        throw;
                    }
                }
            }
            catch (BaseException error2)
            {
                pending = error2;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                n = turn % 97;
            }
        }
        return "hello world";
    }

    public static void Again(Any n)
    {
        try
        {
            _ = ((Any)(PyList<Any>)[])[n];
        }
        catch (BaseException caught)
        {
            if (caught is IndexError)
            {
                using var handling = Handling.Of(caught);
                BaseException? pending = null;
                try
                {
                    try
                    {
                        _ = new PyDict<Any, Any>()[n];
                    }
                    catch (KeyError caught2)
                    {
                        using var handling2 = Handling.Of(caught2);
                        throw;
                    }
                }
                catch (BaseException error)
                {
                    pending = error;
                    throw;
                }
                finally
                {
                    using var handling2 = Handling.Of(pending);
                    for (PyInt i = 0; i < 2; i++)
                    {
                        Print(i);
                    }
                }
            }
            else if (caught is ValueError || caught is ArithmeticError)
            {
                Print("number");
            }
            else
            {
                throw;
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(Render(2));

        foreach (var n in new Any[] { 0, "x" })
        {
            try
            {
                Again(n);
            }
            catch (PyException error)
            {
                Print(Repr(error), Repr(((Any)error).Get("__context__")));
            }
        }
    }
}
