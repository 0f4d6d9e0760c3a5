using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TextStreams;

public static class Module
{
    internal static Any Io = Any.Unbound;
    internal static Any B = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("text_streams.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any f = default;
        Any pos = default;
        Any q = default;
        Io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any d = tempfile.Get("mkdtemp").Call();
        Any p = os.Get("path").Get("join").Call(d, "x");
        foreach (var enc in new string[] { "utf-8", "utf-16", "utf-8-sig", "latin-1", "utf-32-be", "utf-16-le" })
        {
            var manager = Context.Of(Builtins.Get("open").Call(new Arguments { p, "w", { "encoding", enc } }));
            Any entered = manager.Enter();
            try
            {
                f = entered;
                f.Invoke("write", "aé\nb\r\nc");
                f.Invoke("write", "ddd\n");
                pos = f.Invoke("tell");
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
            var manager2 = Context.Of(Builtins.Get("open").Call(new Arguments { p, "a", { "encoding", enc } }));
            Any entered2 = manager2.Enter();
            try
            {
                f = entered2;
                f.Invoke("write", "more é\n");
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
            Print(enc, Builtins.Get("open").Call(p, "rb").Invoke("read"), pos);
            foreach (var nl in new Any[] { Any.None, "", "\n", "\r", "\r\n" })
            {
                var manager3 = Context.Of(Builtins.Get("open").Call(new Arguments { p, { "encoding", enc }, { "newline", nl } }));
                Any entered3 = manager3.Enter();
                try
                {
                    f = entered3;
                    PyList<Any> @out = (PyList<Any>)[f.Invoke("read", 2)];
                    Any c = f.Invoke("tell");
                    @out.Append(f.Invoke("readline"));
                    @out.Append(f.Invoke("tell"));
                    Any rest = f.Invoke("read");
                    f.Invoke("seek", c);
                    @out.Append(f.Invoke("readline"));
                    @out.Append(rest.Truth ? Operators.Compare(Comparison.Eq, rest, f.Invoke("read")[new PySlice(-Len(rest), Any.None, Any.None)]) : Any.None);
                    @out.Append(f.Get("newlines"));
                    f.Invoke("seek", 0);
                    @out.Append(f.Invoke("readlines"));
                    f.Invoke("seek", 0);
                    @out.Append(new PyList<Any>(Sequences.Range(5).Select(_ => f.Invoke("read", 1))));
                    Print(nl, @out);
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
            }
        }
        B = Io.Get("BytesIO").Call();
        Any t = Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", "ascii" }, { "newline", "\r\n" } });
        t.Invoke("write", "a\nb");
        Print(B.Invoke("getvalue"));
        t.Invoke("flush");
        Print(B.Invoke("getvalue"));
        t.Invoke("reconfigure", new Arguments { { "encoding", "utf-8" }, { "line_buffering", true } });
        t.Invoke("write", "é\n");
        Print(B.Invoke("getvalue"), t.Get("encoding"), t.Get("errors"), t.Get("line_buffering"), t);
        Any sClass = Any.Unbound;
        sClass = ClassBuilder.Build("S", "S", "__main__", new Arguments { Io.Get("TextIOWrapper") }, ns =>
        {
            void Init(Any self, Any x)
            {
                ((Any)new Super(sClass.As<PyType>(), self)).Invoke("__init__", new Arguments { Io.Get("BytesIO").Call(x), { "encoding", "utf-8" } });
                self.Set("extra", 1);
            }
            ns["__init__"] = new PyFunction("S.__init__", "self, x", (Any self, Any x) => Functions.None(() => Init(self, x)));
            ns.ClassCell(made => sClass = made);
        });
        Any s = sClass;
        Any s_ = s.Call(PyBytes.FromLatin1("x\ny\n"));
        Print(new PyList<Any>(Sequences.Of(s_)), s_.Get("extra"), s_.Get("closed"));
        var manager4 = Context.Of(Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("1\n2\n"))));
        Any entered4 = manager4.Enter();
        try
        {
            q = entered4;
            Print(new PyList<Any>(Sequences.Of(q).Select(x => Builtins.Get("int").Call(x))));
        }
        catch (BaseException error4)
        {
            if (!manager4.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        Print(q.Get("closed"));
        try
        {
            q.Invoke("read");
        }
        catch (ValueError e)
        {
            Print(e);
        }
        foreach (var bad in new Any[] { new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", "hex" } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", "nope" } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "newline", "x" } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", 4 } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call()) })
        {
            try
            {
                Print(bad.Call());
            }
            catch (PyException e)
            {
                Print(Builtins.Get("type").Call(e).Get("__name__"), e);
            }
        }
        f = Builtins.Get("open").Call(p, "w+");
        Print(Operators.Compare(Comparison.Eq, f.Get("name"), p), f.Get("mode"), f.Get("encoding"));
        f.Invoke("write", "abc\ndéf\n");
        f.Invoke("seek", 0);
        foreach (var line in Sequences.Of(f))
        {
            try
            {
                f.Invoke("tell");
            }
            catch (OSError e)
            {
                Print(e);
            }
            break;
        }
        Print(f.Invoke("readline"));
        f.Invoke("seek", 0, 2);
        f.Invoke("write", "z");
        f.Invoke("seek", 3);
        f.Invoke("truncate");
        f.Invoke("seek", 0);
        Print(f.Invoke("read"));
        Any r = Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call((Any)Str.Encode("x€😀y\n") * 3));
        Print(r.Invoke("read", 3), r.Invoke("tell"), r.Invoke("read", 2), r.Invoke("tell"), r.Invoke("readline", 2), r.Invoke("tell"));
        Any det = r.Invoke("detach");
        Print(det.Invoke("tell"));
        try
        {
            r.Invoke("read");
        }
        catch (ValueError e)
        {
            Print(e);
        }
    }
}
