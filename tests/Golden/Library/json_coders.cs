using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace JsonCoders;

public static class Module
{
    internal static PyList<Any> Growing = default!;

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
            ns2["__init__"] = new PyFunction("D.__init__", "self, *a, **k", (Any[] a) => Init(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
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

        Any jsonDecodeError = Modules.ImportFrom("json.decoder", "JSONDecodeError");
        Any scanstring = Modules.ImportFrom("json.decoder", "scanstring");
        Any encodeBasestring = Modules.ImportFrom("json.encoder", "encode_basestring");
        Any encodeBasestringAscii = Modules.ImportFrom("json.encoder", "encode_basestring_ascii");
        json = Modules.ImportRoot("json.scanner");
        Print(scanstring.Call("[\"ab\\u0041\\n\"] x", 2), encodeBasestring.Call("é\"\n"), encodeBasestringAscii.Call("é😀"));
        Any scan = json.Get("scanner").Invoke("make_scanner", json.Get("JSONDecoder").Call(new Arguments { { "parse_int", Builtins.Get("str") } }));
        Print(scan.Call("[1, {\"a\": 2.5}] rest", 0), json.Get("decoder").Get("WHITESPACE").Invoke("match", "  x").Invoke("end"));
        try
        {
            scan.Call("  ", 1);
        }
        catch (StopIteration e_)
        {
            Print("stops at", ((Any)e_).Get("value"));
        }
        foreach (var text in new string[] { "\"😀\" x", "[\"😀\", }", "{\"😀\": 1,}", "", "[\"a\"" })
        {
            try
            {
                json.Get("loads").Call(text);
            }
            catch (BaseException e_) when (Except.Matches(e_, jsonDecodeError))
            {
                using var handling = Handling.Of(e_);
                Print(e_, ((Any)e_).Get("pos"), ((Any)e_).Get("colno"));
            }
        }
        Any doublesClass = Any.Unbound;
        doublesClass = ClassBuilder.Build("Doubles", "Doubles", "__main__", new Arguments { json.Get("JSONDecoder") }, ns3 =>
        {
            (Any, Any) RawDecode(Any self, Any s, Any idx)
            {
                var items = Operators.Unpack(((Any)new Super(doublesClass.As<PyType>(), self)).Invoke("raw_decode", s, idx), 2);
                Any value = items[0];
                Any end = items[1];
                return (value * 2, end);
            }
            ns3["raw_decode"] = new PyFunction("Doubles.raw_decode", "self, s, idx=0", (Any self, Any s, Any idx) => Generic.ToAny(RawDecode(self, s, idx)));
            ns3.ClassCell(made3 => doublesClass = made3);
        });
        Any doubles = doublesClass;
        Print(doubles.Call().Invoke("decode", " [1, 2] "), json.Get("JSONDecoder").Call().Invoke("raw_decode", "😀[1]", 1), json.Get("__all__"));
        var keys = new PyList<Any>(Sequences.Of(json.Get("loads").Call("[{\"key\": 1}, {\"key\": 2}]")).Select(o => new PyList<Any>(Sequences.Of(o))[0]));
        Print(Operators.Is(keys[0], keys[1]));
        string deep = Str.Repeat("[", 100000);
        try
        {
            json.Get("loads").Call(deep);
        }
        catch (RecursionError)
        {
            Print("too deep");
        }
        Growing = (PyList<Any>)[1];
        Any growing = ClassBuilder.Build("Growing", "Growing", "__main__", new Arguments { json.Get("JSONEncoder") }, ns4 =>
        {
            void Default(Any self, Any o)
            {
                if (Len(Growing) < 4)
                {
                    Growing.Append(o);
                }
                return;
            }
            ns4["default"] = new PyFunction("Growing.default", "self, o", (Any self, Any o) => Default(self, o));
        });
        Growing.Append(Builtins.Get("object").Call());
        Print(growing.Call().Invoke("encode", Growing));
    }
}
