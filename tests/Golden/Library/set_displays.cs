using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SetDisplays;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("set_displays.py", args, Run);

    public static PySet<PyInt> Typed(PyInt k)
    {
        return new PySet<PyInt> { k, k + 8, k + 16, k + 24, k + 32 };
    }

    public static PySet<string> Words(string w)
    {
        return new PySet<string> { w, w + "a", w + "b", w + "c", w + "d", w + "e" };
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // CPython's compiler makes the sets of displays of constants; where slots collide, that shows.
        PySet<Any> a = (PySet<Any>)[69, -26, -22, -36, 50, 118, -2, 124, 94];
        Print(a, a.Copy(), Builtins.Get("frozenset").Call(a), new PySet<Any>(new PyList<Any>(a)));
        Print((PySet<string>)["apple", "pear", "plum", "fig", "kiwi", "lime", "date", "nut", "cherry", "grape"]);
        PyInt n = 69;
        var b = new PySet<PyInt> { n, -26, -22, -36, 50, 118, -2, 124, 94 };
        Print(b, (Any)a == b);
        PyList<PyInt> rest = (PyList<PyInt>)[-36, 50, 118];
        Print(new PySet<PyInt>([69, -26, -22, ..rest, -2, 124, 94]));
        Print((PySet<PyInt>)[8, 0, 16], new PySet<PyInt> { n - 61, 0, 16 }, (PySet<PyInt>)[8, 0], (PySet<PyInt>)[0, 8]);
        foreach (var x in (PySet<PyInt>)[1024, 512, 256, 0, 128])
        {
            Print([x], end: " ");
        }
        Print(((PySet<Any>)[PyTuple.Of(1, 2), PyTuple.Of(3, 4), PyInt.Pow((PyInt)2, 10), -1, Any.None, true, "x"]).Equals((PySet<Any>)[Any.None, "x", 1, 1024, -1, PyTuple.Of(3, 4), PyTuple.Of(1, 2)]));

        Print(Typed(0), Typed(3), (PySet<PyInt>)[0, 8, 16, 24, 32]);

        Print(Words("k"), (PySet<string>)["k", "ka", "kb", "kc", "kd", "ke"]);

        // Merged sets grow once.
        Print(((Any)a).Invoke("union", (PySet<Any>)[PyInt.Pow((PyInt)2, 61) - 1, 2.5, 2], (PyList<Any>)[1, 2]), ((Any)a).Invoke("difference", (PyList<Any>)[1], (PySet<Any>)[50]));
        PySet<Any> c = (PySet<Any>)[1, -18, 122, -34, 127];
        ((Any)c).Invoke("intersection_update", c);
        Print(c);
    }
}
