using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PackedArrays;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("packed_arrays.py");
    internal static Any Doc = Any.None;
    internal static Any Array = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Code = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any Value = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Attempt = Any.Unbound;
    internal static Any View = Any.Unbound;
    internal static Any Named = Any.Unbound;
    internal static Any N = Any.Unbound;
    internal static PyInt Protocol;
    internal static Any Again = Any.Unbound;
    internal static Any File_ = Any.Unbound;
    internal static Any B = Any.Unbound;
    internal static Any It = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "packed_arrays.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("array", () => Array, value => Array = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("code", () => Code, value => Code = value)
        .Variable("a", () => A, value => A = value)
        .Variable("value", () => Value, value => Value = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("attempt", () => Attempt, value => Attempt = value)
        .Variable("view", () => View, value => View = value)
        .Variable("Named", () => Named, value => Named = value)
        .Variable("n", () => N, value => N = value)
        .Variable("protocol", () => Protocol, value => Protocol = value.As<PyInt>())
        .Variable("again", () => Again, value => Again = value)
        .Variable("file", () => File_, value => File_ = value)
        .Variable("b", () => B, value => B = value)
        .Variable("it", () => It, value => It = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("packed_arrays.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Array = Modules.Import("array");
        Copy = Modules.Import("copy");
        Io = Modules.Import("io");
        Pickle = Modules.Import("pickle");
        Sys = Modules.Import("sys");

        foreach (var item2 in Sequences.Of(Array.Get("typecodes")))
        {
            Code = item2;
            if (Code == "u")
            {
                continue;
            }
            A = Array.Get("array").Call(Code, Code == "w" ? (Any)"ab😀" : (Any)(PyList<Any>)[1, 2, 3]);
            Print(Repr(A), A.Get("itemsize"), Len(A), A.Invoke("tobytes"), MemoryViews.Momentary(Builtins.Get("memoryview").Call(A)).Get("format"));
            foreach (var item in new Any[] { -1, PyInt.Pow((PyInt)2, 7), PyInt.Pow((PyInt)2, 8), PyInt.Pow((PyInt)2, 15), PyInt.Pow((PyInt)2, 16), PyInt.Pow((PyInt)2, 31), PyInt.Pow((PyInt)2, 32), PyInt.Pow((PyInt)2, 63), PyInt.Pow((PyInt)2, 64), 1.5, "x", Any.None })
            {
                Value = item;
                try
                {
                    A.SetItem(0, Value);
                    Print([A[0]], end: " ");
                }
                catch (BaseException caught) when (caught is TypeError || caught is OverflowError)
                {
                    Error = caught;
                    Print(PyType.Of(Error).Name, Error);
                    Error = Any.Unbound;
                }
            }
            Print();
        }

        A = Array.Get("array").Call("i", Sequences.Range(10));
        Print(A[new PySlice(2, 5, Any.None)], A[new PySlice(Any.None, Any.None, -3)], A[-1], A.Contains(5), A.Invoke("index", 4), A.Invoke("count", 3), A + A[new PySlice(Any.None, 1, Any.None)], A[new PySlice(Any.None, 2, Any.None)] * 3, Operators.Compare(Comparison.Eq, A, Array.Get("array").Call("d", Sequences.Range(10))), Operators.Compare(Comparison.Lt, A, A[new PySlice(1, Any.None, Any.None)]));
        Any value = Array.Get("array").Call("i", (PyList<Any>)[7, 7, 7]);
        A.SetItem(new PySlice(1, 3, Any.None), value);
        Any value2 = Array.Get("array").Call("i", (PyList<Any>)[-1, -2, -3]);
        A.SetItem(new PySlice(Any.None, Any.None, 5), value2);
        A.DeleteItem(new PySlice(4, 6, Any.None));
        A.DeleteItem(0);
        A.Invoke("insert", 1, 99);
        A.Invoke("extend", (PyList<Any>)[5, 6]);
        A.Invoke("extend", Array.Get("array").Call("i", (PyList<Any>)[8]));
        A.Invoke("reverse");
        Print(A, A.Invoke("pop"), A.Invoke("pop", 0), A.Invoke("tolist"));
        A.Invoke("remove", 99);
        A.Invoke("byteswap");
        Print(A[0], A.Invoke("buffer_info")[1]);
        foreach (var item3 in new Any[] { new PyFunction("<lambda>", "", () => A.Invoke("pop", 100)), new PyFunction("<lambda>", "", () => A.Invoke("remove", 12345)), new PyFunction("<lambda>", "", () => A.Invoke("extend", Array.Get("array").Call("d"))), new PyFunction("<lambda>", "", () => A + (PyList<Any>)[1]), new PyFunction("<lambda>", "", () => A.Invoke("__setitem__", Builtins.Get("slice").Call(0, 1), (PyList<Any>)[1])), new PyFunction("<lambda>", "", () => Array.Get("array").Call("x")), new PyFunction("<lambda>", "", () => Array.Get("array").Call("i", "ab")), new PyFunction("<lambda>", "", () => A.Invoke("frombytes", PyBytes.FromLatin1("abc"))), new PyFunction("<lambda>", "", () => A[50]), new PyFunction("<lambda>", "", () => A["x"]), new PyFunction("<lambda>", "", () => A.Invoke("tounicode")), new PyFunction("<lambda>", "", () => Array.Get("array").Call(5)), new PyFunction("<lambda>", "", () => A.Invoke("fromlist", PyTuple.Of(1))), new PyFunction("<lambda>", "", () => (Any)Hash(A)) })
        {
            Attempt = item3;
            try
            {
                Attempt.Call();
            }
            catch (PyException caught2)
            {
                Error = caught2;
                Print(PyType.Of(Error).Name, Error);
                Error = Any.Unbound;
            }
        }

        View = Builtins.Get("memoryview").Call(A);
        View.SetItem(0, 42);
        Print(A[0], View.Get("itemsize"), Operators.Is(View.Get("obj"), A));
        try
        {
            A.Invoke("append", 1);
        }
        catch (BufferError caught3)
        {
            Error = caught3;
            Print(Error);
            Error = Any.Unbound;
        }
        View.Invoke("release");
        A.Invoke("append", 1);

        Any namedClass = Any.Unbound;
        namedClass = ClassBuilder.Build("Named", "Named", "__main__", new Arguments { Array.Get("array") }, ns =>
        {
            Any New(Any cls, Any code, Any items, Any name)
            {
                return ((Any)new Super(namedClass.As<PyType>(), cls)).Invoke("__new__", cls, code, items);
            }
            ns["__new__"] = new StaticMethod(new PyFunction("Named.__new__", "cls, code, items, name=", (Any[] a) => New(a[0], a[1], a[2], a[3]), ""));

            void Init(Any self, Any code, Any items, Any name)
            {
                self.Set("name", name);
            }
            ns["__init__"] = new PyFunction("Named.__init__", "self, code, items, name=", (Any[] a) => Init(a[0], a[1], a[2], a[3]), "");
            ns.ClassCell(made => namedClass = made);
        });
        Named = namedClass;

        N = Named.Call("h", (PyList<Any>)[1, 2], "x");
        Print(N, Copy.Get("copy").Call(N), Operators.Compare(Comparison.Eq, Copy.Get("deepcopy").Call(A), A), N.Get("name"));
        foreach (var item4 in Sequences.Range(6))
        {
            Protocol = item4;
            Again = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(N, Protocol));
            Print(PyType.Of(Again).Name, Again, Again.Get("name"), Operators.Compare(Comparison.Eq, Pickle.Get("loads").Call(Pickle.Get("dumps").Call(A, Protocol)), A));
        }
        File_ = Io.Get("BytesIO").Call();
        A.Invoke("tofile", File_);
        File_.Invoke("seek", 0);
        B = Array.Get("array").Call("i");
        B.Invoke("fromfile", File_, 3);
        try
        {
            B.Invoke("fromfile", File_, 1000);
        }
        catch (EOFError caught4)
        {
            Error = caught4;
            Print(Error, Operators.Compare(Comparison.Eq, B, A));
            Error = Any.Unbound;
        }
        It = Iter(A);
        Next(It);
        Print(It.Invoke("__reduce__")[2], Sum(It), (PyList<Any>)[..Sequences.Spread(It)], Sys.Get("byteorder"));
    }
}
