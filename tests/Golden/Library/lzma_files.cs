using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LzmaFiles;

public static class Module
{
    internal static Any Io = Any.Unbound;
    internal static Any Lzma = Any.Unbound;
    internal static Any Packed = Any.Unbound;
    internal static Any Decompressor = Any.Unbound;
    internal static Any Compressor = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("lzma_files.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any file = default;
        // Packing with lzma: in memory, step by step and in files.
        Io = Modules.Import("io");
        Lzma = Modules.Import("lzma");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");

        Any data = (Any)PyBytes.FromLatin1("some text that repeats, ") * 200;
        Packed = Lzma.Get("compress").Call(data);
        Print(Packed[new PySlice(Any.None, 6, Any.None)], Len(Packed) < 200, Operators.Compare(Comparison.Eq, Lzma.Get("decompress").Call(Packed), data), Lzma.Get("decompress").Call(Packed + Lzma.Get("compress").Call(PyBytes.FromLatin1("more")))[new PySlice(-4, Any.None, Any.None)]);
        Any alone = Lzma.Get("compress").Call(new Arguments { data, { "format", Lzma.Get("FORMAT_ALONE") }, { "preset", 1 } });
        Print(alone[new PySlice(Any.None, 1, Any.None)], Operators.Compare(Comparison.Eq, Lzma.Get("decompress").Call(alone), data), Operators.Compare(Comparison.Eq, Lzma.Get("decompress").Call(new Arguments { alone, { "format", Lzma.Get("FORMAT_ALONE") } }), data));
        foreach (var check in new Any[] { Lzma.Get("CHECK_NONE"), Lzma.Get("CHECK_CRC32"), Lzma.Get("CHECK_SHA256") })
        {
            Decompressor = Lzma.Get("LZMADecompressor").Call();
            Print(Operators.Compare(Comparison.Eq, Decompressor.Invoke("decompress", Lzma.Get("compress").Call(new Arguments { (Any)PyBytes.FromLatin1("x") * 100, { "check", check }, { "preset", 9 | Lzma.Get("PRESET_EXTREME") } })), (Any)PyBytes.FromLatin1("x") * 100), Decompressor.Get("check"), Decompressor.Get("eof"));
        }
        Compressor = Lzma.Get("LZMACompressor").Call();
        var parts = new PyList<Any>(Sequences.Range(0, Len(data), 1000).Select(i => Compressor.Invoke("compress", data[new PySlice(i, i + 1000, Any.None)]))) + (PyList<Any>)[Compressor.Invoke("flush")];
        Decompressor = Lzma.Get("LZMADecompressor").Call();
        Print(Sequences.Sum(parts.Select(part => Len(Decompressor.Invoke("decompress", part)))) == Len(data), Decompressor.Get("eof"), Decompressor.Get("unused_data"));
        Decompressor = Lzma.Get("LZMADecompressor").Call();
        Print(Decompressor.Invoke("decompress", Packed + PyBytes.FromLatin1("rest"), 10), Decompressor.Get("eof"), Decompressor.Get("needs_input"), Len(Decompressor.Invoke("decompress", PyBytes.FromLatin1(""))), Decompressor.Get("unused_data"));
        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => Lzma.Get("decompress").Call(PyBytes.FromLatin1("nothing"))), new PyFunction("<lambda>", "", () => Lzma.Get("decompress").Call(Packed[new PySlice(Any.None, -10, Any.None)])), new PyFunction("<lambda>", "", () => Decompressor.Invoke("decompress", PyBytes.FromLatin1("x"))), new PyFunction("<lambda>", "", () => Compressor.Invoke("flush")), new PyFunction("<lambda>", "", () => Compressor.Invoke("compress", PyBytes.FromLatin1(""))), new PyFunction("<lambda>", "", () => Lzma.Get("compress").Call(new Arguments { PyBytes.FromLatin1(""), { "format", 7 } })), new PyFunction("<lambda>", "", () => Lzma.Get("LZMAFile").Call(3)), new PyFunction("<lambda>", "", () => Lzma.Get("open").Call(new Arguments { Io.Get("BytesIO").Call(), "rt", { "encoding", "x" } })), new PyFunction("<lambda>", "", () => Lzma.Get("open").Call("x", "q")) })
        {
            try
            {
                Print(call.Call());
            }
            catch (PyException error)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        Any path = os.Get("path").Get("join").Call(tempfile.Get("mkdtemp").Call(), "file.xz");
        var manager = Context.Of(Lzma.Get("open").Call(new Arguments { path, "wt", { "encoding", "utf-8" } }));
        Any entered = manager.Enter();
        try
        {
            file = entered;
            file.Invoke("write", "first line\nzweite Zeile: ä\n");
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        var manager2 = Context.Of(Lzma.Get("open").Call(path, "ab"));
        Any entered2 = manager2.Enter();
        try
        {
            file = entered2;
            Print(file.Invoke("write", PyBytes.FromLatin1("third\n")), file.Invoke("tell"), file.Invoke("writable"), file.Invoke("readable"));
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        var manager3 = Context.Of(Lzma.Get("open").Call(new Arguments { path, "rt", { "encoding", "utf-8" } }));
        Any entered3 = manager3.Enter();
        try
        {
            file = entered3;
            Print(file.Invoke("readlines"));
        }
        catch (BaseException error4)
        {
            if (!manager3.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        var manager4 = Context.Of(Lzma.Get("LZMAFile").Call(path));
        Any entered4 = manager4.Enter();
        try
        {
            file = entered4;
            Print(file.Invoke("read", 5), file.Invoke("readline"), file.Invoke("tell"), file.Invoke("seek", 0), file.Invoke("peek")[new PySlice(Any.None, 5, Any.None)], new PyList<Any>(Sequences.Of(file)), file.Get("closed"));
        }
        catch (BaseException error5)
        {
            if (!manager4.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        Print(file.Get("closed"), Lzma.Get("is_check_supported").Call(Lzma.Get("CHECK_CRC64")));
        Any buffer = Io.Get("BytesIO").Call();
        var manager5 = Context.Of(Lzma.Get("LZMAFile").Call(new Arguments { buffer, "w", { "preset", 0 } }));
        Any entered5 = manager5.Enter();
        try
        {
            file = entered5;
            file.Invoke("write", PyBytes.FromLatin1("in memory"));
        }
        catch (BaseException error6)
        {
            if (!manager5.Exit(error6))
            {
                throw;
            }
        }
        finally
        {
            manager5.Exit();
        }
        Print(Lzma.Get("LZMAFile").Call(Io.Get("BytesIO").Call(buffer.Invoke("getvalue"))).Invoke("read"));
    }
}
