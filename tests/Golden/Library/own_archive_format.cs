using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OwnArchiveFormat;

using static Module;

public class Archive : PyObject
{
    public Archive(Any path, string mode = "r")
    {
        this.Path = Module.Path.Call(path);
        Mode = mode;
        Entries = (PyList<Any>)[];
        F_ = Builtins.Get("open").Call(this.Path, new PyDict<string, string> { ["r"] = "rb", ["w"] = "w+b", ["a"] = "r+b" }[mode]);
        if (mode == "w")
        {
            F_.Invoke("write", Header.Invoke("pack", new Arguments { Magic, 1, 0, 0 }));
        }
        else
        {
            Load();
        }
    }

    public Any Path { get; set; }
    public string Mode { get; set; }
    public PyList<Any> Entries { get; set; }
    public Any F_ { get; set; }
    private Late<Any> _end;
    public Any End { get => _end.Get(this, "_end"); set => _end = value; }

    public void Load()
    {
        var items = Operators.Unpack(Header.Invoke("unpack", F_.Invoke("read", Header.Get("size"))), 4);
        Any magic = items[0];
        Any version = items[1];
        Any count = items[2];
        Any index = items[3];
        if (magic != Magic)
        {
            throw new ValueError(F($"bad magic {Repr(magic)}"));
        }
        F_.Invoke("seek", index);
        Any view = Builtins.Get("memoryview").Call(F_.Invoke("read"));
        while (view.Truth)
        {
            var items2 = Operators.Unpack(Entry_.Invoke("unpack", view), 2);
            Any e = items2[0];
            Any used = items2[1];
            Entries.Append(e);
            view = view[new PySlice(used, Any.None, Any.None)];
        }
        if ((Any)Len(Entries) != count)
        {
            throw new AssertionError(PyTuple.Of(Len(Entries), count));
        }
        End = index;
    }

    public void Add(string name, Any data)
    {
        if (Mode == "a")
        {
            F_.Invoke("seek", End);
        }
        Any packed = Zlib.Get("compress").Call(data, 9);
        Any e = Entry_.Call(new Arguments { name, F_.Invoke("tell"), Len(packed), Zlib.Get("crc32").Call(data) });
        F_.Invoke("write", packed);
        End = F_.Invoke("tell");
        Entries.Append(e);
    }

    public Any Read(Any name)
    {
        foreach (var e in Entries)
        {
            if (e.Get("name") == name)
            {
                F_.Invoke("seek", e.Get("offset"), Os.Get("SEEK_SET"));
                Any data = Zlib.Get("decompress").Call(F_.Invoke("read", e.Get("size")));
                if (Zlib.Get("crc32").Call(data) != e.Get("crc"))
                {
                    throw new OSError("crc");
                }
                return data;
            }
        }
        throw new KeyError(name);
    }

    public void Close()
    {
        if (Mode != "r")
        {
            F_.Invoke("seek", End);
            foreach (var e in Entries)
            {
                F_.Invoke("write", e.Invoke("pack"));
            }
            F_.Invoke("truncate");
            F_.Invoke("seek", 0);
            F_.Invoke("write", Header.Invoke("pack", new Arguments { Magic, 1, Len(Entries), End }));
        }
        F_.Invoke("close");
    }

    public Archive Enter()
    {
        return this;
    }

    public void Exit(PyTuple exc)
    {
        Close();
    }

    public static readonly PyType Type = PyType.Emitted("Archive", "__main__")
        .Constructor("path, mode=", a => new Archive(a[0], a[1].As<string>()), "r")
        .Field("path", self => self.As<Archive>().Path, (self, value) => self.As<Archive>().Path = value)
        .Field("mode", self => self.As<Archive>().Mode, (self, value) => self.As<Archive>().Mode = value.As<string>())
        .Field("entries", self => self.As<Archive>().Entries, (self, value) => self.As<Archive>().Entries = value.As<PyList<Any>>())
        .Field("_f", self => self.As<Archive>().F_, (self, value) => self.As<Archive>().F_ = value)
        .Field("_end", self => self.As<Archive>()._end.Peek(), (self, value) => self.As<Archive>()._end.Put(value))
        .Method("_load", self => self.As<Archive>().Load())
        .Method("add", "self, name, data", (self, name, data) => self.As<Archive>().Add(name.As<string>(), data))
        .Method("read", "self, name", (self, name) => self.As<Archive>().Read(name))
        .Method("close", self => self.As<Archive>().Close())
        .Method("__enter__", self => self.As<Archive>().Enter())
        .Method("__exit__", "self, *exc", a => a[0].As<Archive>().Exit(a[1].As<PyTuple>()));
    public override PyType Class => Type;
}

/// <summary>A tiny archive format: header, index, zlib blocks, crc.</summary>
public static class Module
{
    internal static Any Os = Any.Unbound;
    internal static Any Zlib = Any.Unbound;
    internal static Any Path = Any.Unbound;
    internal static PyBytes Magic = default!;
    internal static Any Header = Any.Unbound;
    internal static Any Entry = Any.Unbound;
    internal static Any Entry_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("own_archive_format.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any io = Modules.Import("io");
        Os = Modules.Import("os");
        Any @struct = Modules.Import("struct");
        Any tempfile = Modules.Import("tempfile");
        Zlib = Modules.Import("zlib");
        Any hashlib = Modules.Import("hashlib");
        Any gzip = Modules.Import("gzip");
        Any bz2 = Modules.Import("bz2");
        Any lzma = Modules.Import("lzma");
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any field = Modules.ImportFrom("dataclasses", "field");
        Path = Modules.ImportFrom("pathlib", "Path");

        Magic = PyBytes.FromLatin1("PARC\u0001");
        Header = @struct.Get("Struct").Call("<5sHIQ");
        Entry = @struct.Get("Struct").Call("!HQII");

        Any decorator = dataclass.Call(new Arguments { { "order", true } });
        Any entryClass = ClassBuilder.Build("Entry", "Entry", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("name", Builtins.Get("str"));
            ns["offset"] = 0;
            ns.Annotate("offset", Builtins.Get("int"));
            ns["size"] = 0;
            ns.Annotate("size", Builtins.Get("int"));
            ns["crc"] = field.Call(new Arguments { { "default", 0 }, { "compare", false } });
            ns.Annotate("crc", Builtins.Get("int"));

            Any Pack(Any self)
            {
                Any raw = self.Get("name").Invoke("encode", "utf-8");
                return Entry.Invoke("pack", new Arguments { Len(raw), self.Get("offset"), self.Get("size"), self.Get("crc") }) + raw;
            }
            ns["pack"] = new PyFunction("Entry.pack", "self", (Any self) => Pack(self));

            Any Unpack(Any cls, Any view)
            {
                var items = Operators.Unpack(Entry.Invoke("unpack_from", view), 4);
                Any n = items[0];
                Any offset = items[1];
                Any size = items[2];
                Any crc = items[3];
                Any end = Entry.Get("size") + n;
                return PyTuple.Of(cls.Call(new Arguments { Builtins.Get("bytes").Call(view[new PySlice(Entry.Get("size"), end, Any.None)]).Invoke("decode"), offset, size, crc }), end);
            }
            ns["unpack"] = Builtins.Get("classmethod").Call(new PyFunction("Entry.unpack", "cls, view", (Any cls, Any view) => Unpack(cls, view)));
        });
        Entry_ = decorator.Call(entryClass);

        var manager = Context.Of(tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any d = entered;
            Any p = Path.Call(d) / "x.parc";
            {
                var manager2 = new Archive(p, "w");
                var context = Context.Of((kind, error2, traceback) => manager2.Exit(PyTuple.Of(kind, error2, traceback)));
                var a = manager2.Enter();
                try
                {
                    a.Add("hello.txt", (Any)PyBytes.FromLatin1("hello ") * 100);
                    a.Add("naïve.bin", Builtins.Get("bytes").Call(Sequences.Range(256)) * 4);
                }
                catch (BaseException error3)
                {
                    if (!context.Exit(error3))
                    {
                        throw;
                    }
                }
                finally
                {
                    context.Exit();
                }
            }
            {
                var manager3 = new Archive(p, "a");
                var context2 = Context.Of((kind2, error4, traceback2) => manager3.Exit(PyTuple.Of(kind2, error4, traceback2)));
                var a = manager3.Enter();
                try
                {
                    a.Add("more", PyBytes.FromLatin1(""));
                }
                catch (BaseException error5)
                {
                    if (!context2.Exit(error5))
                    {
                        throw;
                    }
                }
                finally
                {
                    context2.Exit();
                }
            }
            {
                var manager4 = new Archive(p);
                var context3 = Context.Of((kind3, error6, traceback3) => manager4.Exit(PyTuple.Of(kind3, error6, traceback3)));
                var a = manager4.Enter();
                try
                {
                    foreach (var e in Sequences.Sorted(a.Entries))
                    {
                        Print(e.Get("name"), e.Get("offset"), e.Get("size"), Hex(e.Get("crc")), hashlib.Get("sha256").Call(a.Read(e.Get("name"))).Invoke("hexdigest")[new PySlice(Any.None, 16, Any.None)]);
                    }
                    try
                    {
                        a.Read("none");
                    }
                    catch (KeyError caught)
                    {
                        Any e = caught;
                        Print("missing", e);
                    }
                }
                catch (BaseException error7)
                {
                    if (!context3.Exit(error7))
                    {
                        throw;
                    }
                }
                finally
                {
                    context3.Exit();
                }
            }
            Any raw = Builtins.Get("bytearray").Call(p.Invoke("read_bytes"));
            raw.SetItem(30, Any.BitXorInPlace(raw[30], 255));
            p.Invoke("write_bytes", raw);
            {
                var manager5 = new Archive(p);
                var context4 = Context.Of((kind4, error8, traceback4) => manager5.Exit(PyTuple.Of(kind4, error8, traceback4)));
                var a = manager5.Enter();
                try
                {
                    try
                    {
                        Print(Len(a.Read("hello.txt")));
                    }
                    catch (BaseException caught2) when (Except.Matches(caught2, Zlib.Get("error")))
                    {
                        Any e = caught2;
                        Print("zlib.error", e);
                    }
                }
                catch (BaseException error9)
                {
                    if (!context4.Exit(error9))
                    {
                        throw;
                    }
                }
                finally
                {
                    context4.Exit();
                }
            }
            Print(p.Invoke("stat").Get("st_size"), Len(raw));
            raw.SetItem(new PySlice(0, 1, Any.None), PyBytes.FromLatin1("Q"));
            p.Invoke("write_bytes", raw);
            try
            {
                new Archive(p);
            }
            catch (ValueError caught3)
            {
                Any e = caught3;
                Print(e);
            }
            Any g = Path.Call(d) / "t.gz";
            var manager6 = Context.Of(gzip.Get("open").Call(new Arguments { g, "wt", { "encoding", "utf-8" }, { "newline", "\n" } }));
            Any entered2 = manager6.Enter();
            try
            {
                Any f = entered2;
                for (PyInt i = 0; i < 5; i++)
                {
                    Print([F($"line {i} ü")], file: f);
                }
            }
            catch (BaseException error10)
            {
                if (!manager6.Exit(error10))
                {
                    throw;
                }
            }
            finally
            {
                manager6.Exit();
            }
            var manager7 = Context.Of(gzip.Get("open").Call(new Arguments { g, "rt", { "encoding", "utf-8" } }));
            Any entered3 = manager7.Enter();
            try
            {
                Any f = entered3;
                Print(new PyList<Any>(Sequences.Of(f).Select(l => l.Invoke("rstrip"))));
            }
            catch (BaseException error11)
            {
                if (!manager7.Exit(error11))
                {
                    throw;
                }
            }
            finally
            {
                manager7.Exit();
            }
            var manager8 = Context.Of(gzip.Get("open").Call(g, "ab"));
            Any entered4 = manager8.Enter();
            try
            {
                Any f = entered4;
                f.Invoke("write", PyBytes.FromLatin1("second member\n"));
            }
            catch (BaseException error12)
            {
                if (!manager8.Exit(error12))
                {
                    throw;
                }
            }
            finally
            {
                manager8.Exit();
            }
            Print(gzip.Get("decompress").Call(g.Invoke("read_bytes")).Invoke("splitlines")[-1]);
            Any buf = io.Get("BytesIO").Call();
            var manager9 = Context.Of(gzip.Get("GzipFile").Call(new Arguments { { "filename", "inner" }, { "mode", "wb" }, { "fileobj", buf }, { "mtime", 0 } }));
            Any entered5 = manager9.Enter();
            try
            {
                Any z = entered5;
                z.Invoke("write", (Any)PyBytes.FromLatin1("x") * 1000);
                Print(z.Invoke("tell"), z.Get("name"), z.Invoke("writable"), z.Invoke("readable"), z.Invoke("seekable"));
            }
            catch (BaseException error13)
            {
                if (!manager9.Exit(error13))
                {
                    throw;
                }
            }
            finally
            {
                manager9.Exit();
            }
            Print(buf.Invoke("getvalue")[new PySlice(Any.None, 16, Any.None)].Invoke("hex"), Len(buf.Invoke("getvalue")));
            buf.Invoke("seek", 0);
            var manager10 = Context.Of(gzip.Get("GzipFile").Call(new Arguments { { "fileobj", buf } }));
            Any entered6 = manager10.Enter();
            try
            {
                Any z = entered6;
                Print(z.Invoke("read", 10), z.Invoke("seek", 500), z.Invoke("tell"), Len(z.Invoke("read")), z.Get("mtime"), z.Invoke("peek", 1));
            }
            catch (BaseException error14)
            {
                if (!manager10.Exit(error14))
                {
                    throw;
                }
            }
            finally
            {
                manager10.Exit();
            }
            foreach (var mod in new Any[] { bz2, lzma })
            {
                Any c = mod.Invoke("compress", (Any)PyBytes.FromLatin1("data") * 50);
                Print(mod.Get("__name__"), Operators.Compare(Comparison.Eq, mod.Invoke("decompress", c), (Any)PyBytes.FromLatin1("data") * 50));
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
    }
}
