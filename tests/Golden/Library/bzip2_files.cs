using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Bzip2Files;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("bzip2_files.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any bz2 = Modules.Import("bz2");
        Any io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tarfile = Modules.Import("tarfile");
        Any tempfile = Modules.Import("tempfile");
        Any zipfile = Modules.Import("zipfile");

        Any data = (Any)PyBytes.FromLatin1("hello world ") * 500 + Builtins.Get("bytes").Call(Sequences.Range(256)) + (Any)PyBytes.FromLatin1("a") * 1000;
        Any packed = bz2.Get("compress").Call(data);
        Print(packed[new PySlice(Any.None, 60, Any.None)].Invoke("hex"), Len(packed), Operators.Compare(Comparison.Eq, bz2.Get("decompress").Call(packed), data));
        foreach (var text in new Any[] { PyBytes.FromLatin1(""), PyBytes.FromLatin1("a"), PyBytes.FromLatin1("banana"), (Any)PyBytes.FromLatin1("aaaaaaaa") * 40, Builtins.Get("bytes").Call(Generator.Of("<genexpr>", "<genexpr>", Sequences.Range(3000).Select(i => i * i % 251))), (Any)PyBytes.FromLatin1("the quick brown fox jumps over the lazy dog\n") * 30 + PyBytes.FromLatin1("x") })
        {
            foreach (var level in new PyInt[] { 1, 9 })
            {
                Any packedText = bz2.Get("compress").Call(text, level);
                Print(Len(text), Len(packedText), packedText[new PySlice(Any.None, 40, Any.None)].Invoke("hex"), Operators.Compare(Comparison.Eq, bz2.Get("decompress").Call(packedText), text));
            }
        }
        Any path = os.Get("path").Get("join").Call(tempfile.Get("mkdtemp").Call(), "f");
        var manager = Context.Of(bz2.Get("open").Call(path, "wt"));
        Any entered = manager.Enter();
        try
        {
            Any f = entered;
            f.Invoke("write", "line1\nline2\n");
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
        var manager2 = Context.Of(bz2.Get("open").Call(path, "rt"));
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
        var manager3 = Context.Of(bz2.Get("BZ2File").Call(path));
        Any entered3 = manager3.Enter();
        try
        {
            Any f = entered3;
            Print(f.Invoke("readline"), f.Invoke("read", 2), f.Invoke("tell"), f.Invoke("seek", 0), f.Invoke("read"));
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
        Any unpacker = bz2.Get("BZ2Decompressor").Call();
        Print(unpacker.Invoke("decompress", packed[new PySlice(Any.None, 50, Any.None)]), unpacker.Get("eof"), unpacker.Get("needs_input"));
        Print(Operators.Compare(Comparison.Eq, unpacker.Invoke("decompress", packed[new PySlice(50, Any.None, Any.None)] + PyBytes.FromLatin1("rest")), data), unpacker.Get("eof"), unpacker.Get("unused_data"));
        Any packer = bz2.Get("BZ2Compressor").Call();
        Print(Operators.Compare(Comparison.Eq, bz2.Get("decompress").Call(packer.Invoke("compress", data[new PySlice(Any.None, 100, Any.None)]) + packer.Invoke("compress", data[new PySlice(100, Any.None, Any.None)]) + packer.Invoke("flush")), data));
        foreach (var bad in new Any[] { PyBytes.FromLatin1("junkjunk"), packed[new PySlice(Any.None, 30, Any.None)] })
        {
            try
            {
                bz2.Get("decompress").Call(bad);
            }
            catch (BaseException e) when (e is OSError || e is ValueError)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        Print(Operators.Compare(Comparison.Eq, bz2.Get("decompress").Call(packed + packed), data * 2), bz2.Get("decompress").Call(PyBytes.FromLatin1("")));
        Any buffer = io.Get("BytesIO").Call();
        var manager4 = Context.Of(zipfile.Get("ZipFile").Call(buffer, "w", zipfile.Get("ZIP_BZIP2")));
        Any entered4 = manager4.Enter();
        try
        {
            Any z = entered4;
            z.Invoke("writestr", zipfile.Get("ZipInfo").Call("stored"), PyBytes.FromLatin1("x"));
            z.Invoke("writestr", "packed", data);
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
        var manager5 = Context.Of(zipfile.Get("ZipFile").Call(buffer));
        Any entered5 = manager5.Enter();
        try
        {
            Any z = entered5;
            Print(Operators.Compare(Comparison.Eq, z.Invoke("read", "packed"), data), z.Invoke("getinfo", "packed").Get("compress_size"), z.Invoke("getinfo", "packed").Get("extract_version"));
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
        buffer = io.Get("BytesIO").Call();
        var manager6 = Context.Of(tarfile.Get("open").Call(new Arguments { { "fileobj", buffer }, { "mode", "w:bz2" } }));
        Any entered6 = manager6.Enter();
        try
        {
            Any t = entered6;
            Any info = tarfile.Get("TarInfo").Call("a");
            info.Set("size", 3);
            t.Invoke("addfile", info, io.Get("BytesIO").Call(PyBytes.FromLatin1("abc")));
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
        buffer.Invoke("seek", 0);
        var manager7 = Context.Of(tarfile.Get("open").Call(new Arguments { { "fileobj", buffer } }));
        Any entered7 = manager7.Enter();
        try
        {
            Any t = entered7;
            Print(t.Invoke("getnames"), t.Invoke("extractfile", "a").Invoke("read"));
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
    }
}
