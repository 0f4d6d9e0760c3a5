using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace JsonCoders;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("json_coders.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any json = Modules.Import("json");
        Any eClass = Any.Unbound;
        eClass = ClassBuilder.Build("E", "E", "__main__", new Arguments { json.Get("JSONEncoder") }, ns =>
        {
            Any Default(Any self, Any o)
            {
                if (IsInstance(o, Builtins.Get("set")))
                {
                    return Sequences.Sorted(Sequences.Of(o));
                }
                if (IsInstance(o, Builtins.Get("complex")))
                {
                    return (PyList<Any>)[o.Get("real"), o.Get("imag")];
                }
                return ((Any)new Super(eClass.As<PyType>(), self)).Invoke("default", o);
            }
            ns["default"] = new PyFunction("E.default", "self, o", (Any self, Any o) => Default(self, o));
            ns.ClassCell(made => eClass = made);
        });
        Any e = eClass;
        Print(json.Get("dumps").Call(new Arguments { new PyDict<Any, Any> { ["a"] = (PySet<Any>)[3, 1], ["c"] = new System.Numerics.Complex(0.0, 1.0) }, { "cls", e }, { "indent", 2 }, { "sort_keys", true } }));
        Print(e.Call().Invoke("encode", (PyList<Any>)[(PySet<Any>)[1]]), e.Call(new Arguments { { "indent", 1 } }).Invoke("encode", new PyDict<Any, Any> { ["x"] = (PyList<Any>)[1] }));
        Print(new PyList<Any>(Sequences.Of(e.Call().Invoke("iterencode", (PyList<Any>)[1, (PySet<Any>)[2]]))));
        try
        {
            json.Get("dumps").Call(new Arguments { Builtins.Get("object"), { "cls", e } });
        }
        catch (TypeError e_)
        {
            Print(e_);
        }
        Any d = json.Get("JSONDecoder").Call();
        Print(d.Invoke("decode", " {\"a\": [1, 2.5]} "), d.Invoke("raw_decode", "[1] x"));
        Any dClass = Any.Unbound;
        dClass = ClassBuilder.Build("D", "D", "__main__", new Arguments { json.Get("JSONDecoder") }, ns2 =>
        {
            void Init(Any self, PyTuple a, PyDict<Any, Any> k)
            {
                ((Any)new Super(dClass.As<PyType>(), self)).Invoke("__init__", new Arguments { new Star(a), { "object_hook", self.Get("hook") }, new StarStar(k) });
            }
            ns2["__init__"] = new PyFunction("D.__init__", "self, *a, **k", (Any[] a) => Functions.None(() => Init(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>())));
            (string, PyList<Any>) Hook(Any self, Any o)
            {
                return ("obj", Sequences.Sorted(Sequences.Of(o.Invoke("items"))));
            }
            ns2["hook"] = new PyFunction("D.hook", "self, o", (Any self, Any o) => Generic.ToAny(Hook(self, o)));
            ns2.ClassCell(made2 => dClass = made2);
        });
        Any d_ = dClass;
        Print(json.Get("loads").Call(new Arguments { "{\"a\": {\"b\": 1}}", { "cls", d_ } }));
        Print(json.Get("JSONEncoder").Call().Get("item_separator"), json.Get("JSONEncoder").Call(new Arguments { { "separators", PyTuple.Of(",", ":") } }).Get("key_separator"));
    }
}
