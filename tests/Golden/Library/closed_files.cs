using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClosedFiles;

/// <summary>What every operation says of every kind of closed file.</summary>
public static class Module
{
    internal static Any Io = Any.Unbound;
    internal static Any Name_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("closed_files.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any r = default;
        Io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Name_ = os.Get("path").Get("join").Call(tempfile.Get("mkdtemp").Call(), "f");
        Builtins.Get("open").Call(Name_, "wb").Invoke("write", PyBytes.FromLatin1("abc\ndef\n"));
        var makers = new PyDict<string, Any> { ["FileIO"] = new PyFunction("<lambda>", "", () => Builtins.Get("open").Call(new Arguments { Name_, "rb", { "buffering", 0 } })), ["FileIO w"] = new PyFunction("<lambda>", "", () => Builtins.Get("open").Call(new Arguments { Name_, "r+b", { "buffering", 0 } })), ["BufferedReader"] = new PyFunction("<lambda>", "", () => Builtins.Get("open").Call(Name_, "rb")), ["BufferedWriter"] = new PyFunction("<lambda>", "", () => Builtins.Get("open").Call(Name_, "ab")), ["BufferedRandom"] = new PyFunction("<lambda>", "", () => Builtins.Get("open").Call(Name_, "r+b")), ["TextIOWrapper"] = new PyFunction("<lambda>", "", () => (Any)TextFile.Open(Name_)), ["TextIOWrapper w"] = new PyFunction("<lambda>", "", () => (Any)TextFile.Open(Name_, "a")), ["TextIOWrapper rw"] = new PyFunction("<lambda>", "", () => (Any)TextFile.Open(Name_, "r+")), ["BytesIO"] = new PyFunction("<lambda>", "", () => Io.Get("BytesIO").Call(PyBytes.FromLatin1("ab"))), ["StringIO"] = new PyFunction("<lambda>", "", () => Io.Get("StringIO").Call("ab")), ["Reader over BytesIO"] = new PyFunction("<lambda>", "", () => Io.Get("BufferedReader").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("x")))), ["Text over BytesIO"] = new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("x")))) };
        var calls = new PyDict<string, Any> { ["read"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("read")), ["read5"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("read", 5)), ["readline"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("readline")), ["readlines"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("readlines")), ["readinto"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("readinto", Builtins.Get("bytearray").Call(2))), ["readall"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("readall")), ["next"] = new PyFunction("<lambda>", "f", (Any f) => Next(f)), ["iter"] = new PyFunction("<lambda>", "f", (Any f) => Iter(f)), ["write"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("write", IsInstance(f, Io.Get("TextIOBase")) ? (Any)"x" : (Any)PyBytes.FromLatin1("x"))), ["writelines"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("writelines", (PyList<Any>)[IsInstance(f, Io.Get("TextIOBase")) ? (Any)"x" : (Any)PyBytes.FromLatin1("x")])), ["writelines0"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("writelines", (PyList<Any>)[])), ["flush"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("flush")), ["seek"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("seek", 0)), ["tell"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("tell")), ["truncate"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("truncate")), ["enter"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("__enter__")), ["exit"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("__exit__", Any.None, Any.None, Any.None)), ["detach"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("detach")), ["getvalue"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("getvalue")), ["getbuffer"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("getbuffer")), ["mode"] = new PyFunction("<lambda>", "f", (Any f) => f.Get("mode")), ["close"] = new PyFunction("<lambda>", "f", (Any f) => f.Invoke("close")), ["closed"] = new PyFunction("<lambda>", "f", (Any f) => f.Get("closed")) };
        foreach (var (m, make) in makers.Items)
        {
            foreach (var (c, call) in calls.Items)
            {
                Any f = make.Call();
                f.Invoke("close");
                try
                {
                    r = call.Call(f);
                    r = Generic.ToAny(("iter", "detach")).Contains(c) ? (Any)PyType.Of(r).Name : r;
                }
                catch (AttributeError)
                {
                    continue;
                }
                catch (PyException e)
                {
                    r = F($"{PyType.Of(e).Name}: {e}");
                }
                Print(m, c, r);
            }
        }
    }
}
