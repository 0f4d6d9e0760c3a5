using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MatchingOfOddClasses;

using static Module;

public class Reg : PyObject
{
    public PyInt GetLength()
    {
        return 1;
    }

    public string GetItem(Any i)
    {
        if (i.Truth)
        {
            throw new IndexError();
        }
        return "reg";
    }

    public string this[Any key] => GetItem(key);

    public static readonly PyType Type = PyType.Emitted("Reg", "__main__")
        .Constructor("", _ => new Reg())
        .Method("__len__", self => self.As<Reg>().GetLength())
        .Method("__getitem__", "self, i", (self, i) => self.As<Reg>().GetItem(i));
    public override PyType Class => Type;
}

public class Late_ : PyObject
{
    public PyInt GetLength()
    {
        return 0;
    }

    public void Get_(Any k, Any d)
    {
        _ = d;
        return;
    }

    public static readonly PyType Type = PyType.Emitted("Late", "__main__")
        .Constructor("", _ => new Late_())
        .Method("__len__", self => self.As<Late_>().GetLength())
        .Method("get", "self, k, d=None", (self, k, d) => self.As<Late_>().Get_(k, d));
    public override PyType Class => Type;
}

public class K : PyObject
{
    public static PyInt A => 1;

    public static PyInt B => 1;

    public static readonly PyType Type = PyType.Emitted("K", "__main__")
        .Attribute("a", A)
        .Attribute("b", B)
        .Constructor("", _ => new K());
    public override PyType Class => Type;
}

/// <summary>What sequence and mapping patterns take for sequences and mappings.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("matching_of_odd_classes.py", args, Run);

    public static string F_(Any x)
    {
        Any[] items = [];
        Any[] items2 = [];
        Any[] values = [];
        Any[] values2 = [];
        if (Matching.Sequence(x, 0))
        {
            return "empty";
        }
        else if (Matching.Sequence(x, 1, out items))
        {
            Any a = items[0];
            return F($"one {a}");
        }
        else if (Matching.SequenceAround(x, 1, 1, out items2))
        {
            Any a = items2[0];
            Any z = items2[2];
            return F($"ends {a} {z}");
        }
        else if (Matching.Mapping(x, new Any[] { "k" }, out values))
        {
            Any v = values[0];
            Any rest = Matching.Rest(x, new Any[] { "k" });
            return F($"k {v} {rest}");
        }
        else if (Matching.Mapping(x, new Any[] {  }, out values2))
        {
            return "mapping";
        }
        return "other";
    }

    public static string G(PyDict<Any, Any> x, Any k)
    {
        Any[] values = [];
        if (Matching.Mapping(x, new Any[] { k.Get("a"), k.Get("b") }, out values) && values[0] == (Any)1 && values[1] == (Any)2)
        {
            return "both";
        }
        return "none";
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any collections = default;
        Any[] values = [];
        Any array = Modules.Import("array");
        collections = Modules.Import("collections");
        collections = Modules.ImportRoot("collections.abc");
        Any types = Modules.Import("types");
        Any orderedDict = Modules.ImportFrom("collections", "OrderedDict");
        Any chainMap = Modules.ImportFrom("collections", "ChainMap");
        Any counter = Modules.ImportFrom("collections", "Counter");
        Any userDict = Modules.ImportFrom("collections", "UserDict");
        Any userList = Modules.ImportFrom("collections", "UserList");

        Any seq = ClassBuilder.Build("Seq", "Seq", "__main__", new Arguments { collections.Get("abc").Get("Sequence") }, ns =>
        {
            void Init(Any self, PyTuple items)
            {
                self.Set("items", items);
            }
            ns["__init__"] = new PyFunction("Seq.__init__", "self, *items", (Any[] a) => Init(a[0], a[1].As<PyTuple>()));
            PyInt GetLength(Any self)
            {
                return Len(self.Get("items"));
            }
            ns["__len__"] = new PyFunction("Seq.__len__", "self", (Any self) => GetLength(self));
            Any GetItem(Any self, Any i)
            {
                Print("get", i);
                return self.Get("items")[i];
            }
            ns["__getitem__"] = new PyFunction("Seq.__getitem__", "self, i", (Any self, Any i) => GetItem(self, i));
        });

        Any map = ClassBuilder.Build("Map", "Map", "__main__", new Arguments { collections.Get("abc").Get("Mapping") }, ns2 =>
        {
            PyInt GetLength(Any self)
            {
                return 1;
            }
            ns2["__len__"] = new PyFunction("Map.__len__", "self", (Any self) => GetLength(self));
            Any Iterate(Any self)
            {
                return Iter((PyList<Any>)["k"]);
            }
            ns2["__iter__"] = new PyFunction("Map.__iter__", "self", (Any self) => Iterate(self));
            PyInt GetItem(Any self, Any k)
            {
                if (k == "k")
                {
                    return 5;
                }
                throw new KeyError(k);
            }
            ns2["__getitem__"] = new PyFunction("Map.__getitem__", "self, k", (Any self, Any k) => GetItem(self, k));
        });

        collections.Get("abc").Get("MutableSequence").Invoke("register", Reg.Type);
        foreach (var x in (PyList<Any>)[seq.Call(), seq.Call(1), seq.Call(1, 2, 3), new Reg(), map.Call(), new Late_(), array.Get("array").Call("i", (PyList<Any>)[1, 2]), new PyDeque<Any>(((PyList<PyInt>)[5]).Select(item => (Any)item)), Sequences.Range((PyInt)1 << 30), Builtins.Get("memoryview").Call(PyBytes.FromLatin1("ab")), "ab", PyBytes.FromLatin1("ab"), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("x")), orderedDict.Call(new Arguments { { "k", 1 }, { "j", 2 } }), chainMap.Call(new PyDict<Any, Any> { ["k"] = 3 }), counter.Call("kk"), userDict.Call(new Arguments { { "k", 1 } }), userList.Call((PyList<Any>)[1, 2]), new PyDefaultDict<Any, Any>(Builtins.Get("int")), types.Get("MappingProxyType").Call(new PyDict<Any, Any> { ["k"] = 9 }), (PySet<Any>)[1, 2], Iter((PyList<Any>)[1]), ((Any)new PyDict<Any, Any> { ["k"] = 1 }).Invoke("items"), 3, Any.None])
        {
            Print(PyType.Of(x).Name, F_(x));
        }
        collections.Get("abc").Get("Mapping").Invoke("register", Late_.Type);
        Print(F_(new Late_()));
        try
        {
            Print(G(new PyDict<Any, Any> { [1] = 1, [2] = 2 }, K.Type));
        }
        catch (ValueError e)
        {
            Print(e);
        }
        var d = new PyDefaultDict<Any, Any>(Builtins.Get("list"));
        PyDict<Any, Any> subject = d;
        if (Matching.Mapping(subject, new Any[] { "x" }, out values))
        {
            Any y = values[0];
            Print("x", y);
        }
        else
        {
            Print("no", new PyDict<Any, Any>(d));
        }
    }
}
