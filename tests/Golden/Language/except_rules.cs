using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ExceptRules;

/// <summary>What an except clause may name, what becomes of its name, and of groups that are split.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("except_rules.py", args, Run);

    public static Any Attempt(Any kind)
    {
        try
        {
            try
            {
                throw new ValueError("inner");
            }
            catch (BaseException caught)
            {
                using var handling = Handling.Of(caught);
                if (Except.Matches(caught, kind))
                {
                    return "caught";
                }
                else
                {
                    throw;
                }
            }
        }
        catch (PyException error)
        {
            return PyTuple.Of(PyType.Of(error).Name, ToStr(error), Repr(((Any)error).Get("__context__")));
        }
    }

    public static string? Kept()
    {
        Any caught = Any.Unbound;
        Any look = default;
        try
        {
            throw new KeyError("k");
        }
        catch (KeyError caught2)
        {
            caught = caught2;
            using var handling = Handling.Of(caught2);
            Any Look()
            {
                return Names.Free(caught, "caught");
            }
            look = new PyFunction("kept.<locals>.look", "", () => Look());
            Print(Repr(look.Call()));
            caught = Any.Unbound;
        }
        try
        {
            look.Call();
        }
        catch (NameError error)
        {
            return ToStr(error);
        }
        return null;
    }

    public static void Star_(Any kind)
    {
        try
        {
            try
            {
                throw new ValueError("one");
            }
            catch (BaseException caught)
            {
                var groups = new ExceptStar(caught);
                if (groups.Match(kind, out var group2))
                {
                    try
                    {
                        Any group = group2;
                        Print(Repr(group));
                    }
                    catch (BaseException raised)
                    {
                        groups.Add(raised);
                    }
                }
                groups.Finish();
            }
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        foreach (var kind in new Any[] { ValueError.Type, PyTuple.Of(KeyError.Type, ValueError.Type), 3, "x", Builtins.Get("int"), PyTuple.Of(KeyError.Type, 4), Any.None })
        {
            Print(Attempt(kind));
        }

        Print(Kept());

        foreach (var kind in new Any[] { ValueError.Type, 3, Builtins.Get("ExceptionGroup"), PyTuple.Of(ValueError.Type, Builtins.Get("BaseExceptionGroup")) })
        {
            Star_(kind);
        }

        Any group = Builtins.Get("ExceptionGroup").Call("g", (PyList<Any>)[new ValueError(1), new TypeError(2)]);
        group.Invoke("add_note", "noted");
        var items = Operators.Unpack(group.Invoke("split", ValueError.Type), 2);
        Any match = items[0];
        Any rest = items[1];
        Print(match.Get("__notes__"), rest.Get("__notes__"), Operators.Is(match.Get("__notes__"), group.Get("__notes__")));

        Any own = ClassBuilder.Build("Own", "Own", "__main__", new Arguments { Builtins.Get("ExceptionGroup") }, ns =>
        {
        });

        try
        {
            own.Call("own", (PyList<Any>)[new ValueError(), new KeyboardInterrupt()]);
        }
        catch (TypeError error)
        {
            Print(error);
        }

        Any odd = ClassBuilder.Build("Odd", "Odd", "__main__", new Arguments { Builtins.Get("ExceptionGroup") }, ns2 =>
        {
            PyInt Derive(Any self, Any excs)
            {
                return 5;
            }
            ns2["derive"] = new PyFunction("Odd.derive", "self, excs", (Any self, Any excs) => Derive(self, excs));
        });

        try
        {
            odd.Call("odd", (PyList<Any>)[new ValueError(), new TypeError()]).Invoke("split", ValueError.Type);
        }
        catch (TypeError error)
        {
            Print(error);
        }

        Any first = new ValueError("first");
        first.Set("__context__", first);
        try
        {
            try
            {
                throw Raise.Of(first);
            }
            catch (ValueError caught)
            {
                using var handling = Handling.Of(caught);
                throw new TypeError("second");
            }
        }
        catch (TypeError error)
        {
            using var handling = Handling.Of(error);
            Print(Repr(((Any)error).Get("__context__")), Operators.Is(((Any)error).Get("__context__").Get("__context__"), first));
        }
    }
}
