using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LinesOfFiles;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("lines_of_files.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any fileinput = Modules.Import("fileinput");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any sys = Modules.Import("sys");
        Any path = Modules.ImportFrom("pathlib", "Path");
        Any d = tempfile.Get("mkdtemp").Call();
        Any a = os.Get("path").Get("join").Call(d, "a.txt");
        Any b = os.Get("path").Get("join").Call(d, "b.txt");
        path.Call(a).Invoke("write_text", "one\ntwo\n");
        path.Call(b).Invoke("write_text", "three\nfour");
        var manager = Context.Of(fileinput.Get("input").Call((PyList<Any>)[a, b]));
        Any entered = manager.Enter();
        try
        {
            Any f = entered;
            foreach (var line in Sequences.Of(f))
            {
                Print(os.Get("path").Get("basename").Call(f.Invoke("filename")), f.Invoke("lineno"), f.Invoke("filelineno"), f.Invoke("isfirstline"), Repr(line));
            }
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        foreach (var line in Sequences.Of(fileinput.Get("input").Call(new Arguments { { "files", PyTuple.Of(a) }, { "encoding", "utf-8" } })))
        {
            Print([fileinput.Get("lineno").Call(), line], end: "");
        }
        fileinput.Get("close").Call();
        var manager2 = Context.Of(fileinput.Get("input").Call(new Arguments { a, { "inplace", true }, { "backup", ".bak" } }));
        Any entered2 = manager2.Enter();
        try
        {
            Any f = entered2;
            foreach (var line in Sequences.Of(f))
            {
                Print([line.Invoke("upper")], end: "");
            }
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        Print(TextFile.Open(a).Read(), Sequences.Sorted(Sequences.Of(os.Get("listdir").Call(d))));
        var manager3 = Context.Of(fileinput.Get("FileInput").Call(new Arguments { { "files", (PyList<Any>)[a, b] }, { "mode", "rb" } }));
        Any entered3 = manager3.Enter();
        try
        {
            Any f = entered3;
            Print(f.Invoke("readline"), f.Invoke("lineno"));
            f.Invoke("nextfile");
            Print(f.Invoke("readline"), Operators.Compare(Comparison.GtE, f.Invoke("fileno"), 0), f.Invoke("isstdin"));
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        try
        {
            fileinput.Get("lineno").Call();
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        Any io = Modules.Import("io");
        sys.Set("stdin", io.Get("StringIO").Call("in1\nin2\n"));
        foreach (var l in Sequences.Of(fileinput.Get("input").Call((PyList<Any>)[])))
        {
            Print([fileinput.Get("filename").Call(), fileinput.Get("isstdin").Call(), l], end: "");
        }
    }
}
