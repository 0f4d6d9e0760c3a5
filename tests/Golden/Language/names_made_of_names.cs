using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace NamesMadeOfNames;

/// <summary>C# names that two Python names would make, cells named as what sets them, a nonlocal name that nothing uses.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("names_made_of_names.py", args, Run);

    public static Any Zipped(PyInt left)
    {
        PyInt index = 0;
        Any other = 1;

        (PyInt, Any, Any) OnNext(Any right)
        {
            other = Any.AddInPlace(other, right);
            return (left, right, other);
        }
        Any onNext = new PyFunction("zipped.<locals>.on_next", "right", (Any right) => Generic.ToAny(OnNext(right))) { Closure = [new PyCell("index", () => index, v => index = v.As<PyInt>()), new PyCell("left", () => left, v => left = v.As<PyInt>()), new PyCell("other", () => other, v => other = v)] };

        Print(Len(onNext.Get("__closure__")) > 1);
        return onNext;
    }

    public static Any Hamiltonian(PyDict<PyInt, PyList<PyInt>> g, PyInt v)
    {
        Any f = new PyFunction("hamiltonian.<locals>.<lambda>", "u", (Any u) => (Any)(!g.At(u).Contains(v))) { Closure = [new PyCell("g", () => g, v2 => g = v2.As<PyDict<PyInt, PyList<PyInt>>>()), new PyCell("v", () => v, v2 => v = v2.As<PyInt>())] };
        return f;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyInt going = 1001;

        Any server = ClassBuilder.Build("Server", "Server", "__main__", new Arguments(), ns =>
        {
            Any closeCode = going + 0;
            Any Close(Any self, Any wait, Any code, Any reason)
            {
                return self.Invoke("_close", wait, code, reason);
            }
            ns["close"] = new PyFunction("Server.close", "self, wait=True, code=, reason=", (Any[] a) => Close(a[0], a[1], a[2], a[3]), closeCode, "");

            Any closeCode_ = going + 1;
            (Any, Any) Close_(Any self, Any wait, Any code, Any reason)
            {
                return (code, reason);
            }
            ns["_close"] = new PyFunction("Server._close", "self, wait=True, code=, reason=", (Any[] a) => Generic.ToAny(Close_(a[0], a[1], a[2], a[3])), closeCode_, "");
        });

        Print(server.Call().Invoke("close"), server.Call().Invoke("_close", new Arguments { { "reason", "x" } }));
        Print(Zipped(1).Call(2));

        Any h = Hamiltonian(new PyDict<PyInt, PyList<PyInt>> { [1] = (PyList<PyInt>)[2] }, 2);
        foreach (var c in Sequences.Of(h.Get("__closure__")))
        {
            Print(c.Get("cell_contents"));
        }
        h.Get("__closure__")[1].Set("cell_contents", 3);
        Print(h.Call(1));
    }
}
