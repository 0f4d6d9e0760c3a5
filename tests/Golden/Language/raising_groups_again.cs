using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RaisingGroupsAgain;

/// <summary>What except* raises: parts of a group again, something new, or both.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("raising_groups_again.py", args, Run);

    public static string Show(Any e)
    {
        Recursion.Check();
        if (IsInstance(e, Builtins.Get("BaseExceptionGroup")))
        {
            return F($"{PyType.Of(e).Name}({Repr(e.Get("message"))}, [{Str.Join(", ", Sequences.Of(e.Get("exceptions")).Select(x => Show(x)))}])");
        }
        return Repr(e);
    }

    public static void Attempt(Any error, bool again, bool other = false)
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
                if (groups.Match(ValueError.Type, out var group))
                {
                    try
                    {
                        Any e = group;
                        using var handling = Handling.Of(group);
                        Print("values", Show(e));
                        if (again)
                        {
                            throw;
                        }
                    }
                    catch (BaseException raised)
                    {
                        groups.Add(raised);
                    }
                }
                if (groups.Match(KeyError.Type, out var group2))
                {
                    try
                    {
                        Any e = group2;
                        using var handling = Handling.Of(group2);
                        Print("keys", Show(e));
                        if (other)
                        {
                            throw new TypeError("new");
                        }
                    }
                    catch (BaseException raised2)
                    {
                        groups.Add(raised2);
                    }
                }
                groups.Finish();
            }
        }
        catch (BaseException caught2)
        {
            Any e = caught2;
            using var handling = Handling.Of(caught2);
            Print("out", Show(e));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any nested = Builtins.Get("ExceptionGroup").Call("outer", (PyList<Any>)[new ValueError(1), Builtins.Get("ExceptionGroup").Call("inner", (PyList<Any>)[new KeyError(2), new ValueError(3), new OSError(4)])]);
        foreach (var again in new bool[] { false, true })
        {
            foreach (var other in new bool[] { false, true })
            {
                Attempt(new ValueError(0), again, other);
                Attempt(new KeyError(0), again, other);
                Attempt(new OSError(0), again, other);
                Attempt(nested, again, other);
                Attempt(Builtins.Get("ExceptionGroup").Call("flat", (PyList<Any>)[new ValueError(5), new KeyError(6)]), again, other);
            }
        }
    }
}
