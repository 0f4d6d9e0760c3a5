using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PrettyPrinting;

/// <summary>pprint of every class that it knows, under different options.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("pretty_printing.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(f.Call(new Arguments { new Star(a), new StarStar(k) }));
        }
        catch (BaseException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any pprint = Modules.Import("pprint");
        Any collections = Modules.Import("collections");
        Any dataclasses = Modules.Import("dataclasses");
        Any types = Modules.Import("types");
        Any io = Modules.Import("io");
        Any sys = Modules.Import("sys");
        Any decorator = dataclasses.Get("dataclass");
        Any pClass = ClassBuilder.Build("P", "P", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("name", Builtins.Get("str"));
            ns.Annotate("xs", Builtins.Get("list"));
            ns["hidden"] = dataclasses.Get("field").Call(new Arguments { { "default", 3 }, { "repr", false } });
            ns.Annotate("hidden", Builtins.Get("int"));
        });
        Any p = decorator.Call(pClass);
        Any decorator2 = dataclasses.Get("dataclass");
        Any qClass = ClassBuilder.Build("Q", "Q", "__main__", new Arguments(), ns2 =>
        {
            ns2.Annotate("a", Builtins.Get("int"));
            string Represent(Any self)
            {
                return Str.Repeat("Q", 100);
            }
            ns2["__repr__"] = new PyFunction("Q.__repr__", "self", (Any self) => Represent(self));
        });
        Any q = decorator2.Call(qClass);
        PyList<Any> data = (PyList<Any>)[new PyDict<Any, Any> { ["name"] = Str.Repeat("x", 30), ["values"] = new PyList<Any>(Sequences.Range(30).Select(item => (Any)item)), ["nested"] = new PyDict<Any, Any> { ["a"] = PyTuple.Of(1, 2, 3), ["b"] = new PyDict<Any, Any> { ["c"] = (PyList<Any>)[1] * 20 } }, [5] = "k", ["set"] = new PySet<Any>(Sequences.Range(25).Select(item2 => (Any)item2)), ["fs"] = Builtins.Get("frozenset").Call("abcdefghijklmnopqrstuvwxyz"), ["text"] = Str.Repeat("The quick brown fox jumped over the lazy dog. ", 4), ["bytes"] = (Any)PyBytes.FromLatin1("\u0000abc") * 30, ["ba"] = Builtins.Get("bytearray").Call((Any)PyBytes.FromLatin1("hello world") * 10), ["multi"] = Str.Repeat("line one\nline two is longer than the others by far\n", 3) }, collections.Get("OrderedDict").Call(Generator.Of("<genexpr>", "<genexpr>", Sequences.Range(12).Select(i => (Str.Repeat(Chr(97 + i), 6), i)))), collections.Get("defaultdict").Call(Builtins.Get("list"), new PyDict<Any, Any>(Sequences.Range(12).Select(i => ((Any)Str.Repeat(Chr(97 + i), 6), (Any)((PyList<Any>)[i] * 5))))), collections.Get("Counter").Call(Str.Repeat("abracadabra", 3) + "the quick brown fox"), new PyDeque<Any>(Sequences.Range(40).Select(item3 => (Any)item3)), new PyDeque<Any>(Sequences.Range(40).Select(item4 => (Any)item4), maxLength: 50), collections.Get("ChainMap").Call(new PyDict<Any, Any> { [Str.Repeat("a", 20)] = 1, [Str.Repeat("b", 20)] = 2 }, new PyDict<Any, Any> { [Str.Repeat("c", 40)] = 3 }), types.Get("SimpleNamespace").Call(new Arguments { new StarStar(new PyDict<Any, Any>(Sequences.Range(9).Select(i => ((Any)("name" + ToStr(i)), (Any)Str.Repeat("v", 10))))) }), p.Call(Str.Repeat("n", 40), new PyList<Any>(Sequences.Range(30).Select(item5 => (Any)item5))), q.Call(1), p.Call("a", (PyList<Any>)[1]), collections.Get("UserDict").Call(new PyDict<Any, Any>(Sequences.Range(10).Select(i => ((Any)(Str.Repeat("k", 10) + ToStr(i)), (Any)i)))), collections.Get("UserList").Call(Sequences.Range(40)), collections.Get("UserString").Call(Str.Repeat("word ", 30)), 12345678901, "short", PyTuple.Of(1), PyTuple.Of(Str.Repeat("x", 90)), (PyList<Any>)[], new PyDict<Any, Any>(), PyTuple.Of(), Any.None, 1.5, Str.Repeat("é", 90), (PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[1, (PyList<Any>)[2, (PyList<Any>)[3]]]]]]]], new PyDict<Any, Any> { [1] = 1, ["a"] = 2, [Any.None] = 3, [PyTuple.Of(1, 2)] = 4 }, (PySet<Any>)[true, 2, "a"]];
        foreach (var d in data)
        {
            foreach (var kw in new Any[] { new PyDict<Any, Any>(), Builtins.Get("dict").Call(new Arguments { { "depth", 2 }, { "indent", 4 } }), Builtins.Get("dict").Call(new Arguments { { "width", 40 }, { "compact", true }, { "indent", 2 }, { "sort_dicts", false }, { "underscore_numbers", true } }) })
            {
                Print(kw);
                TFunction.Call(new Arguments { pprint.Get("pformat"), d, new StarStar(kw) });
            }
        }
        pprint.Get("pprint").Call(data[0]);
        pprint.Get("pp").Call(new Arguments { data[0], { "width", 50 } });
        pprint.Get("pp").Call(new PyDict<Any, Any> { ["b"] = 1, ["a"] = 2 });
        PyList<Any> l = (PyList<Any>)[1];
        l.Append(l);
        Print(pprint.Get("isrecursive").Call(l), pprint.Get("isreadable").Call(l), pprint.Get("isreadable").Call((PyList<Any>)[1, "a"]), pprint.Get("isreadable").Call(Builtins.Get("object").Call()), pprint.Get("saferepr").Call(new PyDict<Any, Any> { [2] = 1, [1] = 2 }), pprint.Get("pformat").Call(l).Invoke("split", "id")[0]);
        Any f = io.Get("StringIO").Call();
        pprint.Get("pprint").Call(new Arguments { (PyList<Any>)[1, 2], { "stream", f }, { "width", 3 } });
        Print(Repr(f.Invoke("getvalue")));
        Any myClass = Any.Unbound;
        myClass = ClassBuilder.Build("My", "My", "__main__", new Arguments { pprint.Get("PrettyPrinter") }, ns3 =>
        {
            Any Format_(Any self, Any o, Any c, Any m, Any l)
            {
                if (IsInstance(o, Builtins.Get("str")))
                {
                    return PyTuple.Of(F($"<<{o}>>"), true, false);
                }
                return ((Any)new Super(myClass.As<PyType>(), self)).Invoke("format", new Arguments { o, c, m, l });
            }
            ns3["format"] = new PyFunction("My.format", "self, o, c, m, l", (Any[] a) => Format_(a[0], a[1], a[2], a[3], a[4]));
            ns3.ClassCell(made3 => myClass = made3);
        });
        Any my = myClass;
        my.Call(new Arguments { { "width", 30 } }).Invoke("pprint", (PyList<Any>)["abc", new PyDict<Any, Any> { ["k"] = Str.Repeat("v", 30) }]);
        Print(my.Call().Invoke("pformat", "z"));
        T(pprint.Get("PrettyPrinter"), PyTuple.Of(), new PyDict<Any, Any> { ["indent"] = -1 });
        T(pprint.Get("PrettyPrinter"), PyTuple.Of(), new PyDict<Any, Any> { ["depth"] = 0 });
        T(pprint.Get("PrettyPrinter"), PyTuple.Of(), new PyDict<Any, Any> { ["width"] = 0 });
        pprint.Get("PrettyPrinter").Call(new Arguments { { "indent", 3 }, { "stream", sys.Get("stdout") } }).Invoke("pprint", new PyDict<Any, Any> { ["a"] = new PyDict<Any, Any> { ["b"] = new PyList<Any>(Sequences.Range(30).Select(item6 => (Any)item6)) } });
    }

    public static readonly Any TFunction = new PyFunction("t", "f, *a, **k", (Any[] a) => T(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
}
