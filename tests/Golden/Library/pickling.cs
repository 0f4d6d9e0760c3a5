using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Pickling;

using static Module;

public class Point : PyObject
{
    public Point(Any x)
    {
        X = x;
    }

    public Any X { get; set; }

    public Any EqualTo(Any other)
    {
        return Operators.Compare(Comparison.Eq, X, other.Get("x"));
    }

    public static readonly PyType Type = PyType.Emitted("Point", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("x", a => new Point(a[0]))
        .Field("x", self => self.As<Point>().X, (self, value) => self.As<Point>().X = value)
        .Method("__eq__", "self, other", (self, other) => self.As<Point>().EqualTo(other));
    public override PyType Class => Type;
}

public class Slotted : PyObject
{
    private Late<PyInt> _a;
    public PyInt A { get => _a.Get(this, "a"); set => _a = value; }
    private Late<Any> _b;
    public Any B { get => _b.Get(this, "b"); set => _b = value; }

    public static readonly PyType Type = PyType.Emitted("Slotted", "__main__")
        .Slots("a", "b")
        .Constructor("", _ => new Slotted())
        .Field("a", self => self.As<Slotted>()._a.Peek(), (self, value) => self.As<Slotted>()._a.Put(value))
        .Field("b", self => self.As<Slotted>()._b.Peek(), (self, value) => self.As<Slotted>()._b.Put(value));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("pickling.py");
    internal static Any Doc = Any.None;
    internal static Any Codecs = Any.Unbound;
    internal static Any Collections = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Copyreg = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Numbers_ = Any.Unbound;
    internal static Any Table = Any.Unbound;
    internal static Any Pair = Any.Unbound;
    internal static Any Word = Any.Unbound;
    internal static Any Code = Any.Unbound;
    internal static Any Numbers3 = Any.Unbound;
    internal static Any Table_ = Any.Unbound;
    internal static Slotted Slotted_ = default!;
    internal static PyList<Any> Values = default!;
    internal static PyInt Protocol;
    internal static Any Value = Any.Unbound;
    internal static Any Data_ = Any.Unbound;
    internal static Any Again = Any.Unbound;
    internal static PyList<Any> Loop = default!;
    internal static PyTuple Knot = default!;
    internal static Any Tied = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any File_ = Any.Unbound;
    internal static Any Store = Any.Unbound;
    internal static Any Fetch = Any.Unbound;
    internal static Any Decoder = Any.Unbound;
    internal static Any Attempt = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "pickling.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("codecs", () => Codecs, value => Codecs = value)
        .Variable("collections", () => Collections, value => Collections = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("copyreg", () => Copyreg, value => Copyreg = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Member("Point", () => Point.Type)
        .Variable("Numbers", () => Numbers_, value => Numbers_ = value)
        .Variable("Table", () => Table, value => Table = value)
        .Member("Slotted", () => Slotted.Type)
        .Variable("Pair", () => Pair, value => Pair = value)
        .Variable("Word", () => Word, value => Word = value)
        .Variable("Code", () => Code, value => Code = value)
        .Member("function", () => FunctionFunction)
        .Variable("numbers", () => Numbers3, value => Numbers3 = value)
        .Variable("table", () => Table_, value => Table_ = value)
        .Variable("slotted", () => Slotted_, value => Slotted_ = value.As<Slotted>())
        .Variable("values", () => Values, value => Values = value.As<PyList<Any>>())
        .Variable("protocol", () => Protocol, value => Protocol = value.As<PyInt>())
        .Variable("value", () => Value, value => Value = value)
        .Variable("data", () => Data_, value => Data_ = value)
        .Variable("again", () => Again, value => Again = value)
        .Variable("loop", () => Loop, value => Loop = value.As<PyList<Any>>())
        .Variable("knot", () => Knot, value => Knot = value.As<PyTuple>())
        .Variable("tied", () => Tied, value => Tied = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("file", () => File_, value => File_ = value)
        .Variable("Store", () => Store, value => Store = value)
        .Variable("Fetch", () => Fetch, value => Fetch = value)
        .Member("local", () => LocalFunction)
        .Variable("decoder", () => Decoder, value => Decoder = value)
        .Variable("attempt", () => Attempt, value => Attempt = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("pickling.py", args, Definition);

    public static void Function()
    {
    }

    public static void Local()
    {
        Any hidden = ClassBuilder.Build("Hidden", "local.<locals>.Hidden", "__main__", new Arguments(), ns =>
        {
        });

        foreach (var value in new Any[] { hidden, hidden.Call(), new PyFunction("local.<locals>.<lambda>", "", () => (Any)1), Generator.Of("<genexpr>", "local.<locals>.<genexpr>", Sequences.Of(PyTuple.Of())) })
        {
            foreach (var protocol in new PyInt[] { 0, 4 })
            {
                try
                {
                    Pickle.Get("dumps").Call(value, protocol);
                }
                catch (PyException error)
                {
                    using var handling = Handling.Of(error);
                    Print(protocol, Builtins.Get("type").Call(error).Get("__module__"), PyType.Of(error).Name, error);
                }
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;
        Codecs = Modules.Import("codecs");
        Collections = Modules.Import("collections");
        Copy = Modules.Import("copy");
        Copyreg = Modules.Import("copyreg");
        Io = Modules.Import("io");
        Pickle = Modules.Import("pickle");
        Sys = Modules.Import("sys");

        Numbers_ = ClassBuilder.Build("Numbers", "Numbers", "__main__", new Arguments { Builtins.Get("list") }, ns2 =>
        {
        });

        Table = ClassBuilder.Build("Table", "Table", "__main__", new Arguments { Builtins.Get("dict") }, ns3 =>
        {
        });

        Pair = ClassBuilder.Build("Pair", "Pair", "__main__", new Arguments { Builtins.Get("tuple") }, ns4 =>
        {
        });

        Word = ClassBuilder.Build("Word", "Word", "__main__", new Arguments { Builtins.Get("str") }, ns5 =>
        {
        });

        Code = ClassBuilder.Build("Code", "Code", "__main__", new Arguments { Builtins.Get("int") }, ns6 =>
        {
            (PyTuple, PyDict<Any, Any>) GetnewargsEx(Any self)
            {
                return (PyTuple.Of(Numbers.ToInt(self)), new PyDict<Any, Any>());
            }
            ns6["__getnewargs_ex__"] = new PyFunction("Code.__getnewargs_ex__", "self", (Any self) => Generic.ToAny(GetnewargsEx(self)));
        });

        Numbers3 = Numbers_.Call((PyList<Any>)[1, 2]);
        Numbers3.Set("note", 3);
        Table_ = Table.Call(new Arguments { { "a", 1 } });
        Table_.Set("note", 4);
        Slotted_ = new Slotted();
        Slotted_.A = 5;
        Values = (PyList<Any>)[Any.None, true, 5, 300, -1, 70000, PyInt.Pow((PyInt)2, 40), -PyInt.Pow((PyInt)2, 70), 1.5, "x", "é\n\\", "\uDC80", PyBytes.FromLatin1(""), PyBytes.FromLatin1("ab"), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("q")), PyTuple.Of(), PyTuple.Of(1), PyTuple.Of(1, 2, 3, 4), (PyList<Any>)[1, (PyList<Any>)[2]], new PyDict<Any, Any> { ["a"] = 1, ["b"] = new PyDict<Any, Any>() }, (PySet<Any>)[1, 2], Builtins.Get("frozenset").Call((PySet<Any>)[3]), new Point(2), Numbers3, Table_, Pair.Call(PyTuple.Of(1, 2)), Word.Call("q"), Code.Call(4), FunctionFunction, Point.Type, Builtins.Get("len"), Builtins.Get("type").Call(Any.None), Sequences.Range(3), Builtins.Get("slice").Call(1, 2), Collections.Get("OrderedDict").Call(new Arguments { { "a", 1 } }), Collections.Get("deque").Call((PyList<Any>)[1], 3), new ValueError("x", 1), new System.Numerics.Complex(0.0, 1.0), (PyList<Any>)[1] * 1500, Str.Repeat("k", 300), Any.Ellipsis];
        foreach (var item2 in Sequences.Range(6))
        {
            Protocol = item2;
            foreach (var item in Values)
            {
                Value = item;
                Data_ = Pickle.Get("dumps").Call(Value, Protocol);
                Again = Pickle.Get("loads").Call(Data_);
                Print(Protocol, Len(Data_) < 200 ? Data_ : (Any)Len(Data_), PyType.Of(Again).Name, (value = Operators.Compare(Comparison.Eq, Again, Value)).Truth ? value : (Any)Str.Slice(Repr(Again), 0, 20));
            }
            Loop = (PyList<Any>)[];
            Loop.Append(Loop);
            Again = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Loop, Protocol));
            Knot = PyTuple.Of((PyList<Any>)[]);
            ((Any)Knot)[0].Invoke("append", Knot);
            Tied = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Knot, Protocol));
            Print(Operators.Is(Again[0], Again), Operators.Is(Tied[0][0], Tied));
            try
            {
                Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Slotted_, Protocol)).Get("a"));
            }
            catch (TypeError caught)
            {
                Error = caught;
                Print(Error);
                Error = Any.Unbound;
            }
        }

        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Numbers3)).Get("note"), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Table_)).Get("note"));
        File_ = Io.Get("BytesIO").Call();
        Pickle.Get("dump").Call((PyList<Any>)[1], File_);
        Pickle.Get("dump").Call((PySet<Any>)["x"], File_);
        File_.Invoke("seek", 0);
        Print(Pickle.Get("load").Call(File_), Pickle.Get("load").Call(File_));

        Store = ClassBuilder.Build("Store", "Store", "__main__", new Arguments { Pickle.Get("Pickler") }, ns7 =>
        {
            string? PersistentId(Any self, Any obj)
            {
                return obj.Is<Point>() ? (string?)"point" : (string?)null;
            }
            ns7["persistent_id"] = new PyFunction("Store.persistent_id", "self, obj", (Any self, Any obj) => PersistentId(self, obj));
        });

        Any fetchClass = Any.Unbound;
        fetchClass = ClassBuilder.Build("Fetch", "Fetch", "__main__", new Arguments { Pickle.Get("Unpickler") }, ns8 =>
        {
            Any PersistentLoad(Any self, Any pid)
            {
                return "fetched " + pid;
            }
            ns8["persistent_load"] = new PyFunction("Fetch.persistent_load", "self, pid", (Any self, Any pid) => PersistentLoad(self, pid));

            Any FindClass(Any self, Any module, Any name)
            {
                Print("find", module, name);
                return ((Any)new Super(fetchClass.As<PyType>(), self)).Invoke("find_class", module, name);
            }
            ns8["find_class"] = new PyFunction("Fetch.find_class", "self, module, name", (Any self, Any module, Any name) => FindClass(self, module, name));
            ns8.ClassCell(made8 => fetchClass = made8);
        });
        Fetch = fetchClass;

        File_ = Io.Get("BytesIO").Call();
        Store.Call(File_).Invoke("dump", (PyList<Any>)[new Point(1), FunctionFunction]);
        File_.Invoke("seek", 0);
        Print(Fetch.Call(File_).Invoke("load")[0]);

        foreach (var item3 in new Any[] { PyBytes.FromLatin1(""), PyBytes.FromLatin1("x"), PyBytes.FromLatin1("cfoo\nbar\n."), PyBytes.FromLatin1("\u0080\t."), PyBytes.FromLatin1("K"), PyBytes.FromLatin1("I5\n"), PyBytes.FromLatin1("."), PyBytes.FromLatin1("0."), PyBytes.FromLatin1("h\u0005."), PyBytes.FromLatin1("\u008C\u0005abc"), PyBytes.FromLatin1("(l0.") })
        {
            Data_ = item3;
            try
            {
                Pickle.Get("loads").Call(Data_);
            }
            catch (PyException caught2)
            {
                Error = caught2;
                using var handling = Handling.Of(caught2);
                Print(Data_, Builtins.Get("type").Call(Error).Get("__module__"), PyType.Of(Error).Name, Error);
                Error = Any.Unbound;
            }
        }

        Local();
        Print(Copy.Get("copy").Call(Numbers3).Get("note"), Copy.Get("deepcopy").Call(Table_).Get("note"), Copy.Get("deepcopy").Call(Pair.Call(PyTuple.Of(1, (PyList<Any>)[2]))), Copy.Get("copy").Call(Slotted_).Get("a"), Operators.Compare(Comparison.Eq, Copy.Get("copy").Call(new Point(7)), new Point(7)));
        Print(((Any)new Point(1)).Invoke("__reduce_ex__", 2)[new PySlice(1, Any.None, Any.None)], Numbers3.Invoke("__reduce_ex__", 4)[2], Builtins.Get("type").Get("__module__"));
        Copyreg.Get("pickle").Call(Point.Type, new PyFunction("<lambda>", "p", (Any p) => (Any)PyTuple.Of(Point.Type, PyTuple.Of(p.Get("x") + 1))));
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new Point(1))).Get("x"));
        Copyreg.Get("add_extension").Call("__main__", "function", 77);
        Print(Pickle.Get("dumps").Call(FunctionFunction, 2), !Pickle.Get("loads").Call(Pickle.Get("dumps").Call(FunctionFunction, 2)).IsNone);

        Print(Codecs.Get("encode").Call("abc", "rot13"), Codecs.Get("encode").Call(PyBytes.FromLatin1("ab"), "hex"), Codecs.Get("decode").Call(PyBytes.FromLatin1("Ã©"), "utf-8"), Codecs.Get("BOM_UTF8"), Codecs.Get("lookup").Call("UTF8").Get("name"));
        Decoder = Codecs.Get("getincrementaldecoder").Call("utf-8").Call();
        Print((PyList<Any>)[Decoder.Invoke("decode", PyBytes.FromLatin1("Ã")), Decoder.Invoke("decode", PyBytes.FromLatin1("©")), Decoder.Invoke("decode", PyBytes.FromLatin1(""), true)]);
        Codecs.Get("register_error").Call("stars", new PyFunction("<lambda>", "error", (Any error) => (Any)PyTuple.Of("*" * (error.Get("end") - error.Get("start")), error.Get("end"))));
        Print(Str.Encode("aé€b", "ascii", "stars"), Codecs.Get("escape_decode").Call(PyBytes.FromLatin1("a\\x41\\n"))[0]);

        Sys.Get("set_int_max_str_digits").Call(1000);
        foreach (var item4 in new Any[] { new PyFunction("<lambda>", "", () => (Any)ToStr(PyInt.Pow((PyInt)10, 1001))), new PyFunction("<lambda>", "", () => (Any)PyInt.Parse(Str.Repeat("1", 1001))), new PyFunction("<lambda>", "", () => (Any)(PyInt.Parse(Str.Repeat("1", 1001), 16) > 0)), new PyFunction("<lambda>", "", () => (Any)PyInt.Parse("12", 3)), new PyFunction("<lambda>", "", () => (Any)PyInt.Parse("9", 37)) })
        {
            Attempt = item4;
            try
            {
                Print(Attempt.Call());
            }
            catch (ValueError caught3)
            {
                Error = caught3;
                Print(Error);
                Error = Any.Unbound;
            }
        }
    }

    public static readonly Any FunctionFunction = new PyFunction("function", "", () => Function());
    public static readonly Any LocalFunction = new PyFunction("local", "", () => Local());
}
