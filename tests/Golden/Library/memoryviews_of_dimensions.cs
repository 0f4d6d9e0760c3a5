using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MemoryviewsOfDimensions;

/// <summary>Views of several dimensions.</summary>
public static class Module
{
    internal static Any M = Any.Unbound;
    internal static Any G = Any.Unbound;
    internal static Any H = Any.Unbound;
    internal static Any Z = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("memoryviews_of_dimensions.py", args, Run);

    public static void T(Any f)
    {
        try
        {
            Any r = f.Call();
            Print(!IsInstance(r, Builtins.Get("memoryview")) ? (Any)Ascii(r) : (Any)PyTuple.Of(r.Get("shape"), r.Get("strides"), r.Get("format"), r.Invoke("tolist")));
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    public static Any Setit(Any k, Any v)
    {
        G.SetItem(k, v);
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any @struct = Modules.Import("struct");
        Any array = Modules.Import("array");
        Any b = Builtins.Get("bytearray").Call(Sequences.Range(24));
        M = Builtins.Get("memoryview").Call(b);
        G = M.Invoke("cast", "B", PyTuple.Of(2, 3, 4));
        Print(G.Get("shape"), G.Get("strides"), G.Get("ndim"), G.Get("nbytes"), Len(G), G.Invoke("tolist"), G.Get("contiguous"), G.Get("itemsize"));
        T(new PyFunction("<lambda>", "", () => G[PyTuple.Of(1, 2, 3)]));
        T(new PyFunction("<lambda>", "", () => G[PyTuple.Of(-1, -1, -1)]));
        T(new PyFunction("<lambda>", "", () => G[PyTuple.Of(0, 3, 0)]));
        T(new PyFunction("<lambda>", "", () => G[0]));
        T(new PyFunction("<lambda>", "", () => G[PyTuple.Of(0, 1)]));
        T(new PyFunction("<lambda>", "", () => G[PyTuple.Of(0, 1, 2, 3)]));
        T(new PyFunction("<lambda>", "", () => G[new PySlice(Any.None, 1, Any.None)]));
        T(new PyFunction("<lambda>", "", () => G[PyTuple.Of(new PySlice(Any.None, Any.None, Any.None), new PySlice(Any.None, Any.None, Any.None))]));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(G))));
        T(new PyFunction("<lambda>", "", () => G["x"]));
        T(new PyFunction("<lambda>", "", () => Setit(PyTuple.Of(0, 0, 0), 99)));
        T(new PyFunction("<lambda>", "", () => Setit(0, 1)));
        T(new PyFunction("<lambda>", "", () => Setit(Builtins.Get("slice").Call(0, 1), PyBytes.FromLatin1("x"))));
        Print(b[0]);
        H = M.Invoke("cast", new Arguments { "H", { "shape", (PyList<Any>)[3, 4] } });
        Print(H.Invoke("tolist"), H.Get("strides"), H[PyTuple.Of(1, 1)], Operators.Compare(Comparison.Eq, H, M), Operators.Compare(Comparison.Eq, H, MemoryViews.Momentary(M.Invoke("cast", "H", PyTuple.Of(3, 4)))), Operators.Compare(Comparison.Eq, H, MemoryViews.Momentary(M.Invoke("cast", "H", PyTuple.Of(4, 3)))));
        T(new PyFunction("<lambda>", "", () => M.Invoke("cast", "B", PyTuple.Of(5, 5))));
        T(new PyFunction("<lambda>", "", () => M.Invoke("cast", "B", "x")));
        T(new PyFunction("<lambda>", "", () => M.Invoke("cast", "B", PyTuple.Of(2, "a"))));
        T(new PyFunction("<lambda>", "", () => M.Invoke("cast", "B", PyTuple.Of(0, 3))));
        T(new PyFunction("<lambda>", "", () => M.Invoke("cast", "B", PyTuple.Of(-1, 24))));
        T(new PyFunction("<lambda>", "", () => G.Invoke("cast", "B", PyTuple.Of(4, 6))));
        T(new PyFunction("<lambda>", "", () => G.Invoke("cast", "B")));
        T(new PyFunction("<lambda>", "", () => MemoryViews.Momentary(H.Invoke("cast", "B")).Get("nbytes")));
        T(new PyFunction("<lambda>", "", () => G.Invoke("cast", "B", PyTuple.Of(24))));
        Z = MemoryViews.Momentary(Builtins.Get("memoryview").Call(PyBytes.FromLatin1("x"))).Invoke("cast", new Arguments { "B", { "shape", (PyList<Any>)[] } });
        T(new PyFunction("<lambda>", "", () => Z[PyTuple.Of()]));
        T(new PyFunction("<lambda>", "", () => (Any)Len(Z)));
        T(new PyFunction("<lambda>", "", () => Z.Invoke("tolist")));
        T(new PyFunction("<lambda>", "", () => Z[0]));
        T(new PyFunction("<lambda>", "", () => Z.Get("ndim")));
        T(new PyFunction("<lambda>", "", () => Z.Get("shape")));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Z))));
        Print(Operators.Compare(Comparison.Eq, G.Invoke("tobytes"), Builtins.Get("bytes").Call(b)), Operators.Compare(Comparison.Eq, Builtins.Get("bytes").Call(G), Builtins.Get("bytes").Call(b)), G.Invoke("hex")[new PySlice(Any.None, 8, Any.None)], MemoryViews.Momentary(Builtins.Get("memoryview").Call(G)).Get("shape"), G.Invoke("toreadonly").Get("shape"), M[new PySlice(Any.None, Any.None, 2)].Get("shape"), M[new PySlice(Any.None, Any.None, 2)].Get("strides"));
        Any a = array.Get("array").Call("d", (PyList<Any>)[1.5, 2.5, 3.5, 4.5]);
        Any d = MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(a)).Invoke("cast", "B")).Invoke("cast", "d", PyTuple.Of(2, 2));
        Print(d.Invoke("tolist"), d[PyTuple.Of(1, 0)]);
        d.SetItem(PyTuple.Of(1, 0), 9.25);
        Print(a);
        Print(M.Contains(99), new PyList<Any>(Sequences.Of(M[new PySlice(Any.None, 3, Any.None)])), MemoryViews.Momentary(M.Invoke("cast", "B", PyTuple.Of(2, 12))).Invoke("tolist")[1][0], @struct.Get("unpack_from").Call("<2H", G));
        b.Invoke("extend", PyBytes.FromLatin1(""));
        G.Invoke("release");
        T(new PyFunction("<lambda>", "", () => G.Get("shape")));
    }
}
