using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CompressedFiles;

/// <summary>Compressed data and files, byte for byte: zlib, gzip and io's buffered streams.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("compressed_files.py", args, Run);

    public static Any Rows(PyInt count)
    {
        return ((Any)PyBytes.FromLatin1("")).Invoke("join", Generator.Of("<genexpr>", "rows.<locals>.<genexpr>", Sequences.Range(count).Select(i => (Any)PyBytes.FromLatin1("%d,row %d,%d\n") % Generic.ToAny((i, i % 7, i * i)))));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any packed = default;
        Any lines = default;

        Any gzip = Modules.Import("gzip");
        Any io = Modules.Import("io");
        Any zlib = Modules.Import("zlib");

        Any chunks = ClassBuilder.Build("Chunks", "Chunks", "__main__", new Arguments { io.Get("RawIOBase") }, ns =>
        {
            ns["__doc__"] = "A raw stream that gives a few bytes at a time.";

            void Init(Any self, Any data)
            {
                self.Set("data", data);
            }
            ns["__init__"] = new PyFunction("Chunks.__init__", "self, data", (Any self, Any data) => Init(self, data));

            bool Readable(Any self)
            {
                return true;
            }
            ns["readable"] = new PyFunction("Chunks.readable", "self", (Any self) => Readable(self));

            PyInt Readinto(Any self, Any buffer)
            {
                Any item = self.Get("data")[new PySlice(Any.None, 5, Any.None)];
                Any item2 = self.Get("data")[new PySlice(5, Any.None, Any.None)];
                Any part = item;
                self.Set("data", item2);
                buffer.SetItem(new PySlice(Any.None, Len(part), Any.None), part);
                return Len(part);
            }
            ns["readinto"] = new PyFunction("Chunks.readinto", "self, buffer", (Any self, Any buffer) => Readinto(self, buffer));
        });

        Any data = Rows(3000);
        for (PyInt level = -1; level < 10; level++)
        {
            packed = zlib.Get("compress").Call(data, level);
            Print(level, Len(packed), Hex(zlib.Get("crc32").Call(packed)), Operators.Compare(Comparison.Eq, zlib.Get("decompress").Call(packed), data));
        }
        foreach (var (wbits, strategy) in new (PyInt, Any)[] { ((PyInt)(-15), zlib.Get("Z_FILTERED")), ((PyInt)31, zlib.Get("Z_RLE")), ((PyInt)15, zlib.Get("Z_HUFFMAN_ONLY")), ((PyInt)9, zlib.Get("Z_FIXED")) })
        {
            Any packer = zlib.Get("compressobj").Call(new Arguments { 6, { "wbits", wbits }, { "strategy", strategy } });
            var parts = new PyList<Any>(Sequences.Range(0, Len(data), 10000).Select(i => packer.Invoke("compress", data[new PySlice(i, i + 10000, Any.None)]))) + (PyList<Any>)[packer.Invoke("flush", zlib.Get("Z_SYNC_FLUSH")), packer.Invoke("flush")];
            Print(wbits, new PyList<PyInt>(parts.Select(part => Len(part))), Hex(zlib.Get("adler32").Call(((Any)PyBytes.FromLatin1("")).Invoke("join", parts))));
        }

        Any reader = zlib.Get("decompressobj").Call();
        packed = zlib.Get("compress").Call(data) + PyBytes.FromLatin1("after");
        Any head = reader.Invoke("decompress", packed, 40);
        Print(head, Len(reader.Get("unconsumed_tail")), reader.Get("eof"));
        Any rest = reader.Invoke("decompress", reader.Get("unconsumed_tail"));
        Print(Operators.Compare(Comparison.Eq, head + rest, data), reader.Get("unused_data"), reader.Get("eof"));
        foreach (var bad in new Any[] { PyBytes.FromLatin1("nonsense"), packed[new PySlice(Any.None, 20, Any.None)], PyBytes.FromLatin1("x\u009C\u0007") })
        {
            try
            {
                zlib.Get("decompress").Call(bad);
            }
            catch (BaseException e) when (Except.Matches(e, zlib.Get("error")))
            {
                Print(e);
            }
        }

        Any file = io.Get("BytesIO").Call();
        var manager = Context.Of(gzip.Get("GzipFile").Call(new Arguments { "table.csv", "wb", { "fileobj", file }, { "mtime", 1700000000 } }));
        Any entered = manager.Enter();
        try
        {
            Any @out = entered;
            @out.Invoke("write", data);
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
        var manager2 = Context.Of(gzip.Get("GzipFile").Call(new Arguments { { "fileobj", file }, { "mode", "ab" }, { "mtime", 0 } }));
        Any entered2 = manager2.Enter();
        try
        {
            Any @out = entered2;
            @out.Invoke("write", Str.Encode("fin: äöü\n"));
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
        Print(Len(file.Invoke("getvalue")), file.Invoke("getvalue")[new PySlice(Any.None, 22, Any.None)]);
        file.Invoke("seek", 0);
        var manager3 = Context.Of(gzip.Get("open").Call(new Arguments { file, "rt", { "encoding", "utf-8" } }));
        Any entered3 = manager3.Enter();
        try
        {
            Any text = entered3;
            lines = text.Invoke("readlines");
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
        Print([Len(lines), lines[0], lines[-1]], sep: "|");
        try
        {
            gzip.Get("decompress").Call(file.Invoke("getvalue")[new PySlice(Any.None, -2, Any.None)]);
        }
        catch (EOFError e)
        {
            Print(e);
        }

        Any buffered = io.Get("BufferedReader").Call(chunks.Call(PyBytes.FromLatin1("first\nsecond line\nthird")), 16);
        Print(buffered.Invoke("peek"), buffered.Invoke("readline"), buffered.Invoke("read", 3), buffered.Invoke("readlines"));
        Any target = io.Get("BytesIO").Call();
        Any writer = io.Get("BufferedWriter").Call(target, 8);
        writer.Invoke("write", PyBytes.FromLatin1("abc"));
        Print(target.Invoke("getvalue"));
        writer.Invoke("write", PyBytes.FromLatin1("defghij"));
        writer.Invoke("flush");
        Any view = target.Invoke("getbuffer");
        view.SetItem(0, Ord("Z"));
        try
        {
            target.Invoke("write", PyBytes.FromLatin1("more"));
        }
        catch (BufferError e)
        {
            Print(e);
        }
        Print(target.Invoke("getvalue"));
    }
}
