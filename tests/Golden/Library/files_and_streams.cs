using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FilesAndStreams;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("files_and_streams.py", args, Run);

    public static Any T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Any r = f.Call(new Arguments { new Star(a), new StarStar(k) });
            Print(Repr(r));
            return r;
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any f = default;
        Any b = default;
        Any io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any sys = Modules.Import("sys");
        Any tempfile = Modules.Import("tempfile");
        os.Get("chdir").Call(tempfile.Get("mkdtemp").Call());
        var manager = Context.Of(Builtins.Get("open").Call("b", "wb"));
        Any entered = manager.Enter();
        try
        {
            f = entered;
            Print(f, f.Get("mode"), f.Get("name"), f.Invoke("write", PyBytes.FromLatin1("hello world")), f.Invoke("tell"), f.Invoke("seek", 2), f.Invoke("write", PyBytes.FromLatin1("XX")), f.Invoke("truncate"), f.Invoke("tell"), f.Invoke("seekable"), f.Invoke("readable"));
            T(f.Get("read"), PyTuple.Of(), new PyDict<Any, Any>());
            T(f.Get("write"), PyTuple.Of("x"), new PyDict<Any, Any>());
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
        var manager2 = Context.Of(Builtins.Get("open").Call("b", "rb+"));
        Any entered2 = manager2.Enter();
        try
        {
            f = entered2;
            Print(f, f.Get("mode"), f.Invoke("read", 2), f.Invoke("peek", 1)[new PySlice(Any.None, 1, Any.None)], f.Invoke("write", PyBytes.FromLatin1("Q")), f.Invoke("seek", 0), f.Invoke("read"), f.Invoke("seek", -1, 2), f.Invoke("read", 1), f.Invoke("readinto", Builtins.Get("bytearray").Call(3)));
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
        var manager3 = Context.Of(Builtins.Get("open").Call("b", "ab+"));
        Any entered3 = manager3.Enter();
        try
        {
            f = entered3;
            Print(f.Get("mode"), f.Invoke("tell"), f.Invoke("write", PyBytes.FromLatin1("END")), f.Invoke("seek", 0), f.Invoke("read"));
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
        T(Builtins.Get("open"), PyTuple.Of("b", "xb"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("b", "rw"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("b", "q"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("b", "rb"), new PyDict<Any, Any> { ["encoding"] = "utf-8" });
        T(Builtins.Get("open"), PyTuple.Of("b", "rt", 0), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("b", "r"), new PyDict<Any, Any> { ["newline"] = "z" });
        T(Builtins.Get("open"), PyTuple.Of("", "r"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of(".", "r"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("b", "rbt"), new PyDict<Any, Any>());
        T(Builtins.Get("open"), PyTuple.Of("b"), new PyDict<Any, Any> { ["encoding"] = "nope" });
        var manager4 = Context.Of(Builtins.Get("open").Call(new Arguments { "b", "rb", { "buffering", 0 } }));
        Any entered4 = manager4.Enter();
        try
        {
            f = entered4;
            Print(f, f.Get("mode"), f.Invoke("read", 2), f.Invoke("readall"), f.Invoke("read", 1));
            b = Builtins.Get("bytearray").Call(4);
            f.Invoke("seek", 0);
            Print(f.Invoke("readinto", b), b, f.Invoke("readinto", MemoryViews.Momentary(Builtins.Get("memoryview").Call(b))[new PySlice(1, 3, Any.None)]), b);
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
        f = TextFile.Open("t", "w", newline: "\r\n");
        var manager5 = Context.Of(f);
        manager5.Enter();
        try
        {
            Print(f, f.Get("newlines"), f.Get("encoding"), f.Get("errors"), f.Get("line_buffering"), f.Invoke("write", "a\nb\n"), f.Invoke("writelines", (PyList<Any>)["c\n", "d"]), f.Invoke("tell"));
        }
        catch (BaseException error5)
        {
            if (!manager5.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager5.Exit();
        }
        Print(Builtins.Get("open").Call("t", "rb").Invoke("read"), TextFile.Open("t").Read(), TextFile.Open("t", newline: "").Read(), TextFile.Open("t", newline: "\n").ReadLines(), TextFile.Open("t", newline: "").ReadLines());
        f = TextFile.Open("t");
        var manager6 = Context.Of(f);
        manager6.Enter();
        try
        {
            Print(f.Invoke("readline"), f.Get("newlines"), f.Invoke("readline", 1), f.Invoke("read", 2), f.Invoke("readlines"), f.Invoke("read"), f.Invoke("tell"), f.Invoke("seek", 0), Next(f), new PyList<Any>(Sequences.Of(f)));
            T(f.Get("seek"), PyTuple.Of(1, 1), new PyDict<Any, Any>());
            T(f.Get("seek"), PyTuple.Of(-1), new PyDict<Any, Any>());
            T(f.Get("write"), PyTuple.Of("x"), new PyDict<Any, Any>());
        }
        catch (BaseException error6)
        {
            if (!manager6.Exit(error6))
            {
                throw;
            }
        }
        finally
        {
            manager6.Exit();
        }
        f = TextFile.Open("t");
        var manager7 = Context.Of(f);
        manager7.Enter();
        try
        {
            Next(f);
            T(f.Get("tell"), PyTuple.Of(), new PyDict<Any, Any>());
        }
        catch (BaseException error7)
        {
            if (!manager7.Exit(error7))
            {
                throw;
            }
        }
        finally
        {
            manager7.Exit();
        }
        f = TextFile.Open("u", "w", encoding: "latin-1", errors: "replace");
        var manager8 = Context.Of(f);
        manager8.Enter();
        try
        {
            f.Invoke("write", "é€x");
        }
        catch (BaseException error8)
        {
            if (!manager8.Exit(error8))
            {
                throw;
            }
        }
        finally
        {
            manager8.Exit();
        }
        Print(Builtins.Get("open").Call("u", "rb").Invoke("read"));
        T(new PyFunction("<lambda>", "", () => (Any)TextFile.Open("u").Read()), PyTuple.Of(), new PyDict<Any, Any>());
        Print(TextFile.Open("u", errors: "ignore").Read(), TextFile.Open("u", errors: "replace").Read(), Str.Encode(TextFile.Open("u", errors: "surrogateescape").Read(), "utf-8", "surrogateescape"), TextFile.Open("u", encoding: "latin1").Read());
        f = TextFile.Open("t", "r+");
        var manager9 = Context.Of(f);
        manager9.Enter();
        try
        {
            f.Invoke("write", "ZZ");
            f.Invoke("seek", 0);
            Print(f.Invoke("read"));
            f.Invoke("seek", 0, 2);
            f.Invoke("write", "end");
            f.Invoke("seek", 0);
            Print(f.Invoke("read"));
            Print(f.Invoke("truncate", 3));
        }
        catch (BaseException error9)
        {
            if (!manager9.Exit(error9))
            {
                throw;
            }
        }
        finally
        {
            manager9.Exit();
        }
        Print(TextFile.Open("t").Read());
        f = TextFile.Open("t");
        f.Invoke("close");
        T(f.Get("read"), PyTuple.Of(), new PyDict<Any, Any>());
        Print(f.Get("closed"), f);
        T(Builtins.Get("next"), PyTuple.Of(f), new PyDict<Any, Any>());
        T(f.Get("__enter__"), PyTuple.Of(), new PyDict<Any, Any>());
        b = io.Get("BytesIO").Call(PyBytes.FromLatin1("abc\ndef\n"));
        Print(b.Invoke("read", 1), b.Invoke("readline"), b.Invoke("tell"), b.Invoke("seek", 1), b.Invoke("read1", 2), b.Invoke("getvalue"), b.Invoke("readlines"), b.Invoke("seek", 0, 2), b.Invoke("write", PyBytes.FromLatin1("XY")), b.Invoke("getvalue"), b.Invoke("truncate", 2), b.Invoke("getvalue"), b.Invoke("seek", 5), b.Invoke("write", PyBytes.FromLatin1("z")), b.Invoke("getvalue"), Builtins.Get("bytes").Call(MemoryViews.Momentary(b.Invoke("getbuffer"))));
        Any s = io.Get("StringIO").Call("a\nb\r\nc");
        Print(s.Invoke("readlines"), s.Invoke("seek", 0), s.Invoke("read", 2), s.Invoke("tell"), s.Invoke("write", "Q"), s.Invoke("getvalue"), s.Invoke("truncate", 1), s.Invoke("getvalue"), s.Invoke("seek", 3), s.Invoke("write", "x"), Repr(s.Invoke("getvalue")));
        T(s.Get("write"), PyTuple.Of(PyBytes.FromLatin1("x")), new PyDict<Any, Any>());
        T(s.Get("read"), PyTuple.Of("a"), new PyDict<Any, Any>());
        T(s.Get("seek"), PyTuple.Of(-1), new PyDict<Any, Any>());
        T(s.Get("seek"), PyTuple.Of(1, 1), new PyDict<Any, Any>());
        T(s.Get("fileno"), PyTuple.Of(), new PyDict<Any, Any>());
        s.Invoke("close");
        T(s.Get("getvalue"), PyTuple.Of(), new PyDict<Any, Any>());
        Print(io.Get("StringIO").Call(new Arguments { "a\r\nb\rc", { "newline", Any.None } }).Invoke("read"), io.Get("StringIO").Call(new Arguments { "a\r\nb", { "newline", "" } }).Invoke("readlines"), io.Get("StringIO").Call(new Arguments { { "newline", "\r\n" } }).Invoke("write", "a\n"));
        Any w = io.Get("TextIOWrapper").Call(new Arguments { io.Get("BytesIO").Call(PyBytes.FromLatin1("xÃ©\ny")), { "encoding", "utf-8" } });
        Print(w.Invoke("readline"), w.Invoke("read"), w.Get("encoding"));
        Any d = w.Invoke("detach");
        Print(d.Invoke("tell"));
        T(w.Get("read"), PyTuple.Of(), new PyDict<Any, Any>());
        Any raw = io.Get("BytesIO").Call();
        w = io.Get("TextIOWrapper").Call(new Arguments { raw, { "encoding", "utf-8" }, { "write_through", true } });
        w.Invoke("write", "hé");
        w.Invoke("flush");
        Print(raw.Invoke("getvalue"));
        Any r = io.Get("BufferedReader").Call(io.Get("BytesIO").Call(PyBytes.FromLatin1("0123456789")), 4);
        Print(r.Invoke("peek", 2)[new PySlice(Any.None, 2, Any.None)], r.Invoke("read", 3), r.Invoke("read1"), Builtins.Get("type").Call(r.Get("raw")), r.Invoke("tell"));
        Any bw = io.Get("BufferedWriter").Call(raw);
        bw.Invoke("write", PyBytes.FromLatin1("++"));
        bw.Invoke("flush");
        Print(raw.Invoke("getvalue"));
        Any r_ = ClassBuilder.Build("R", "R", "__main__", new Arguments { io.Get("RawIOBase") }, ns =>
        {
            void Init(Any self)
            {
                self.Set("d", (PyList<Any>)[PyBytes.FromLatin1("ab"), PyBytes.FromLatin1("c\nd"), PyBytes.FromLatin1("")]);
            }
            ns["__init__"] = new PyFunction("R.__init__", "self", (Any self) => Init(self));
            bool Readable(Any self)
            {
                return true;
            }
            ns["readable"] = new PyFunction("R.readable", "self", (Any self) => Readable(self));
            PyInt Readinto(Any self, Any b)
            {
                Any x = self.Get("d").Truth ? self.Get("d").Invoke("pop", 0) : (Any)PyBytes.FromLatin1("");
                b.SetItem(new PySlice(Any.None, Len(x), Any.None), x);
                return Len(x);
            }
            ns["readinto"] = new PyFunction("R.readinto", "self, b", (Any self, Any b) => Readinto(self, b));
        });
        Print(io.Get("BufferedReader").Call(r_.Call()).Invoke("readlines"), io.Get("TextIOWrapper").Call(io.Get("BufferedReader").Call(r_.Call())).Invoke("read"), r_.Call().Invoke("read", 2));
        Print(IsInstance(TextFile.Open("t"), io.Get("TextIOBase")), IsInstance(sys.Get("stdout"), io.Get("IOBase")), IsSubclass(io.Get("BytesIO"), io.Get("BufferedIOBase")), io.Get("DEFAULT_BUFFER_SIZE"), io.Get("SEEK_END"), Operators.Is(io.Get("open"), Builtins.Get("open")), io.Get("UnsupportedOperation").Get("__mro__")[new PySlice(1, 3, Any.None)]);
        Print(sys.Get("stdin").Get("name"));
        sys.Get("stdout").Invoke("flush");
        sys.Get("stdout").Get("buffer").Invoke("write", PyBytes.FromLatin1("raw\n"));
        sys.Get("stdout").Get("buffer").Invoke("flush");
    }
}
