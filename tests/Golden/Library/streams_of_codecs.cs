using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace StreamsOfCodecs;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("streams_of_codecs.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any codecs = Modules.Import("codecs");
        Any io = Modules.Import("io");
        Any e = codecs.Get("getincrementalencoder").Call("utf-8-sig").Call();
        Print(e.Invoke("encode", "a"), e.Invoke("encode", "b"), e.Invoke("getstate"), e.Invoke("reset"), e.Invoke("encode", "c"));
        Any d = codecs.Get("getincrementaldecoder").Call("utf-8").Call("replace");
        Print(d.Invoke("decode", PyBytes.FromLatin1("Ã")), d.Invoke("decode", PyBytes.FromLatin1("¤x")), d.Invoke("decode", PyBytes.FromLatin1("ÿ"), true), d.Invoke("getstate"));
        Any r = codecs.Get("getreader").Call("utf-8").Call(io.Get("BytesIO").Call(Str.Encode("häl\nlo\nx")));
        Print(r.Invoke("readline"), r.Invoke("read", 1), r.Invoke("readlines"));
        Any w = io.Get("BytesIO").Call();
        Any s = codecs.Get("getwriter").Call("latin-1").Call(w);
        s.Invoke("write", "ä");
        s.Invoke("writelines", (PyList<Any>)["b", "c"]);
        Print(w.Invoke("getvalue"), s.Invoke("getvalue"));
        Print(codecs.Get("lookup").Call("utf8").Get("name"), codecs.Get("encode").Call("abc", "rot13"), codecs.Get("decode").Call(PyBytes.FromLatin1("6162"), "hex"), codecs.Get("BOM_UTF8"), new PyList<Any>(Sequences.Of(codecs.Get("iterencode").Call((PyList<Any>)["a", "ä"], "utf-8"))), new PyList<Any>(Sequences.Of(codecs.Get("iterdecode").Call((PyList<Any>)[PyBytes.FromLatin1("a"), PyBytes.FromLatin1("Ã"), PyBytes.FromLatin1("¤")], "utf-8"))));
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        os.Get("chdir").Call(tempfile.Get("mkdtemp").Call());
        var manager = Context.Of(codecs.Get("open").Call("cod.txt", "w", "utf-8"));
        Any entered = manager.Enter();
        try
        {
            Any f = entered;
            f.Invoke("write", "ä\nb\n");
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

        var manager2 = Context.Of(codecs.Get("open").Call(new Arguments { "cod.txt", { "encoding", "utf-8" } }));
        Any entered2 = manager2.Enter();
        try
        {
            Any f = entered2;

            Print(f.Invoke("readlines"));
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
        Print(codecs.Get("getencoder").Call("utf-8").Call("ä"), codecs.Get("getdecoder").Call("ascii").Call(PyBytes.FromLatin1("a")), codecs.Get("escape_decode").Call(PyBytes.FromLatin1("a\\n")));
        Any time = Modules.Import("time");
        Print(IsInstance(time.Get("clock_gettime").Call(time.Get("CLOCK_MONOTONIC")), Builtins.Get("float")), IsInstance(time.Get("clock_gettime_ns").Call(time.Get("CLOCK_REALTIME")), Builtins.Get("int")), Operators.Compare(Comparison.Gt, time.Get("clock_getres").Call(time.Get("CLOCK_REALTIME")), 0));
    }
}
