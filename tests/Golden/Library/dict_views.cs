using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DictViews;

/// <summary>Views of dicts: their mappings, sets made of them, comparisons.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dict_views.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any copy = Modules.Import("copy");
        var d = new PyDict<Any, Any> { [1] = 2, ["a"] = 3 };
        Print(Builtins.Get("type").Call(((Any)d).Invoke("keys").Get("mapping")), Builtins.Get("type").Call(((Any)d).Invoke("items").Get("mapping")), ((Any)d).Invoke("keys").Get("mapping"));
        Any d_ = ClassBuilder.Build("D", "D", "__main__", new Arguments { Builtins.Get("dict") }, ns =>
        {
        });
        Print(Builtins.Get("type").Call(d_.Call().Invoke("keys").Get("mapping")));
        Print(Builtins.Get("type").Call(Builtins.Get("type").Get("__dict__")));
        Any mappingproxy = Builtins.Get("type").Call(Builtins.Get("type").Get("__dict__"));
        Print(IsInstance(((Any)new PyDict<Any, Any>()).Invoke("keys").Get("mapping"), mappingproxy));
        Any k = ((Any)d).Invoke("keys");
        foreach (var t in new Any[] { Builtins.Get("type").Call(k), Builtins.Get("type").Call(((Any)d).Invoke("values")), Builtins.Get("type").Call(((Any)d).Invoke("items")) })
        {
            foreach (var a in new PyTuple[] { PyTuple.Of(), PyTuple.Of(d) })
            {
                try
                {
                    t.Call(new Arguments { new Star(a) });
                }
                catch (TypeError e)
                {
                    Print(e);
                }
            }
        }
        try
        {
            copy.Get("copy").Call(k);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Print(Builtins.Get("type").Call(k & Builtins.Get("frozenset").Call((PyList<Any>)[1])), Builtins.Get("type").Call(Builtins.Get("frozenset").Call((PyList<Any>)[1]) & k), Builtins.Get("type").Call(k & (PyList<Any>)[1]), Builtins.Get("type").Call((Any)(PyList<Any>)[1] & k), Builtins.Get("type").Call(k | (PySet<Any>)[2]), Builtins.Get("type").Call((Any)(PySet<Any>)[2] | k), Builtins.Get("type").Call(Builtins.Get("frozenset").Call((PyList<Any>)[2]) | k), Builtins.Get("type").Call(Builtins.Get("frozenset").Call((PyList<Any>)[2]) ^ k), Builtins.Get("type").Call(Builtins.Get("frozenset").Call((PyList<Any>)[2]) - k));
        Any c = ClassBuilder.Build("C", "C", "__main__", new Arguments(), ns2 =>
        {
            Any EqualTo(Any self, Any other)
            {
                throw new RuntimeError();
            }
            ns2["__eq__"] = new PyFunction("C.__eq__", "self, other", (Any self, Any other) => EqualTo(self, other));
        });
        var d1 = new PyDict<Any, Any> { [1] = c.Call() };
        var d2 = new PyDict<Any, Any> { [1] = c.Call() };
        try
        {
            Operators.Compare(Comparison.Eq, ((Any)d1).Invoke("items"), ((Any)d2).Invoke("items"));
        }
        catch (RuntimeError)
        {
            Print("RuntimeError");
        }
    }
}
