using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RareValues;

/// <summary>Iterators of ordered dicts, empty containers in narrow columns, counters, columns of text, and lone surrogates.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("rare_values.py", args, Run);

    public static Any F_(Any a, PyInt b)
    {
        return Builtins.Get("type").Call(Iter(a));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any collections = Modules.Import("collections");
        Any d = collections.Get("OrderedDict").Call(new Arguments { { "a", 1 } });
        Print(Builtins.Get("type").Call(Iter(d)), Builtins.Get("type").Call(Iter(d.Invoke("keys"))), Builtins.Get("type").Call(Iter(d.Invoke("items"))));
        Print(F_(d, 1), F_(new PyDict<Any, Any>(), 1));
        Any x = collections.Get("OrderedDict").Call(new PyDict<Any, Any> { [PyTuple.Of(1, 2)] = 3 });
        Any g = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Iter(a));
        Print(Builtins.Get("type").Call(g.Call(x, 1)), Builtins.Get("type").Call(Iter(collections.Get("OrderedDict").Call(new PyDict<Any, Any>()))), Builtins.Get("type").Call(Builtins.Get("reversed").Call(d)));
        Any pprint = Modules.Import("pprint");
        Print(pprint.Get("pformat").Call(new Arguments { new PyDict<Any, Any> { [1] = new PySet<Any>(), ["aaaaaaaaaaaaaaaaaaaaaaaa"] = collections.Get("Counter").Call(), [2] = Builtins.Get("frozenset").Call(), [3] = PyTuple.Of(), [4] = (PyList<Any>)[], [5] = new PyDict<Any, Any>(), [6] = collections.Get("OrderedDict").Call(), [7] = new PyDeque<Any>(), [8] = new PyDefaultDict<Any, Any>(Builtins.Get("int")), [9] = collections.Get("ChainMap").Call() }, { "width", 10 } }));
        Print(pprint.Get("pformat").Call(new Arguments { (PyList<Any>)[(PyList<Any>)[new PySet<Any>()], (PyList<Any>)[collections.Get("Counter").Call()], (PyList<Any>)[Builtins.Get("frozenset").Call()], (PyList<Any>)[PyTuple.Of()], (PyList<Any>)[(PyList<Any>)[]], (PyList<Any>)[new PyDict<Any, Any>()], Str.Repeat("a", 40)], { "width", 5 } }));

        Print(collections.Get("Counter").Call(new Arguments { { "a", 3 }, { "b", 1 } }) & collections.Get("Counter").Call(new PyDict<Any, Any> { ["c"] = "x" }), collections.Get("Counter").Call(new Arguments { { "a", 1 } }) - collections.Get("Counter").Call(new Arguments { { "b", -2 } }), collections.Get("Counter").Call(new Arguments { { "a", 1 } }) | collections.Get("Counter").Call(new Arguments { { "b", 2 }, { "c", -1 } }));
        Print(Str.ExpandTabs("a😀b\tc", 4), Ascii(Str.ExpandTabs("😀\t|", 2)), ((Any)PyBytes.FromLatin1("a\u009CBC d")).Invoke("title"), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("x")).Invoke("extend", ""));
        foreach (var codec in new string[] { "utf-8", "utf-16", "utf-32" })
        {
            try
            {
                Str.Encode("a\uD800\uD801", codec);
            }
            catch (BaseException caught)
            {
                using var handling = Handling.Of(caught);
                if (Except.Matches(caught, Builtins.Get("UnicodeEncodeError")))
                {
                    BaseException error = caught;
                    using var handling2 = Handling.Of(caught);
                    Print(error, ((Any)error).Get("start"), ((Any)error).Get("end"));
                }
                else
                {
                    throw;
                }
            }
        }
        foreach (var item in new string[] { "\0__x", "_\u007Fé", "x_y", "é_" })
        {
            Any text = item;
            try
            {
                Builtins.Get("complex").Call(text);
            }
            catch (ValueError error)
            {
                Print(Ascii(ToStr(error)));
            }
        }
        Any json = Modules.Import("json");
        foreach (var text in new Any[] { PyBytes.FromLatin1("ÿþÿþ"), "\uFEFF1" })
        {
            try
            {
                json.Get("loads").Call(text);
            }
            catch (BaseException error) when (Except.Matches(error, json.Get("JSONDecodeError")))
            {
                Print(error);
            }
        }
    }
}
