using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ZipArchives;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("zip_archives.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any zipfile = Modules.Import("zipfile");
        Any badZipFile = Modules.ImportFrom("zipfile", "BadZipFile");
        Any zipDeflated = Modules.ImportFrom("zipfile", "ZIP_DEFLATED");
        Any zipStored = Modules.ImportFrom("zipfile", "ZIP_STORED");
        Any zipFile = Modules.ImportFrom("zipfile", "ZipFile");
        Any zipInfo = Modules.ImportFrom("zipfile", "ZipInfo");

        Any folder = tempfile.Get("mkdtemp").Call();
        Any path = os.Get("path").Get("join").Call(folder, "x.zip");
        Any source = os.Get("path").Get("join").Call(folder, "src.txt");
        using (var f = TextFile.Open(source, "w"))
        {
            f.Write("from file\n");
        }
        var manager = Context.Of(zipFile.Call(path, "w", zipDeflated));
        Any entered = manager.Enter();
        try
        {
            Any z = entered;
            z.Invoke("writestr", "hello.txt", Str.Repeat("hello world ", 100));
            z.Invoke("writestr", new Arguments { "dir/b.bin", PyBytes.FromLatin1("\0\u0001\u0002"), { "compress_type", zipStored } });
            Any info = zipInfo.Call(new Arguments { "dated.txt", { "date_time", PyTuple.Of(2020, 1, 2, 3, 4, 6) } });
            info.Set("comment", PyBytes.FromLatin1("c"));
            z.Invoke("writestr", info, "dated");
            z.Invoke("write", new Arguments { source, { "arcname", "sub/src.txt" } });
            z.Invoke("mkdir", "made");
            var manager2 = Context.Of(z.Invoke("open", "streamed.txt", "w"));
            Any entered2 = manager2.Enter();
            try
            {
                Any s = entered2;
                s.Invoke("write", PyBytes.FromLatin1("part1 "));
                s.Invoke("write", PyBytes.FromLatin1("part2"));
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
            z.Set("comment", PyBytes.FromLatin1("archive comment"));
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
        Print(zipfile.Get("is_zipfile").Call(path), zipfile.Get("is_zipfile").Call(source));
        var manager3 = Context.Of(zipFile.Call(path));
        Any entered3 = manager3.Enter();
        try
        {
            Any z = entered3;
            Print(z.Invoke("namelist"), z.Get("comment"), z.Invoke("testzip"), z.Get("mode"));
            foreach (var i in Sequences.Of(z.Invoke("infolist")))
            {
                Print(i.Get("filename"), i.Get("file_size"), i.Get("compress_size"), i.Invoke("is_dir"), i.Get("compress_type"), Hex(i.Get("CRC")));
            }
            Print(z.Invoke("read", "hello.txt")[new PySlice(Any.None, 11, Any.None)], z.Invoke("getinfo", "dated.txt").Get("date_time"), z.Invoke("getinfo", "dated.txt").Get("comment"));
            var manager4 = Context.Of(z.Invoke("open", "hello.txt"));
            Any entered4 = manager4.Enter();
            try
            {
                Any s = entered4;
                Print(s.Invoke("read", 5), s.Invoke("readline")[new PySlice(Any.None, 10, Any.None)], s.Invoke("readable"));
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
            var manager5 = Context.Of(z.Invoke("open", "sub/src.txt"));
            Any entered5 = manager5.Enter();
            try
            {
                Any s = entered5;
                foreach (var line in Sequences.Of(io.Get("TextIOWrapper").Call(new Arguments { s, { "encoding", "utf-8" } })))
                {
                    Print(Repr(line));
                }
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
            try
            {
                z.Invoke("read", "nope");
            }
            catch (KeyError e)
            {
                Print(e);
            }
            Any @out = os.Get("path").Get("join").Call(folder, "out");
            z.Invoke("extractall", @out);
            Print(Sequences.Sorted(Sequences.Of(os.Get("listdir").Call(@out))), TextFile.Open(os.Get("path").Get("join").Call(@out, "sub", "src.txt")).Read());
            Print(Repr(z.Invoke("getinfo", "dated.txt")), z.Invoke("getinfo", "dir/b.bin"));
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
        var manager6 = Context.Of(zipFile.Call(path, "a"));
        Any entered6 = manager6.Enter();
        try
        {
            Any z = entered6;
            z.Invoke("writestr", "later.txt", "x");
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
        Print(zipFile.Call(path).Invoke("namelist"));
        Any buffer = io.Get("BytesIO").Call();
        var manager7 = Context.Of(zipFile.Call(new Arguments { buffer, { "mode", "w" } }));
        Any entered7 = manager7.Enter();
        try
        {
            Any z = entered7;
            z.Invoke("writestr", zipInfo.Call("a"), "1");
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
        Print(buffer.Invoke("getvalue"));
        foreach (var bad in new PyBytes[] { PyBytes.FromLatin1(""), PyBytes.FromLatin1("not a zip") })
        {
            try
            {
                zipFile.Call(io.Get("BytesIO").Call(bad));
            }
            catch (BaseException e) when (Except.Matches(e, badZipFile))
            {
                Print(e);
            }
        }
        try
        {
            zipFile.Call(path, "q");
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Any closed = zipFile.Call(path);
        closed.Invoke("close");
        try
        {
            closed.Invoke("read", "a");
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Any inside = zipfile.Get("Path").Call(zipFile.Call(path), "dir/");
        Print(new PyList<Any>(Sequences.Of(inside.Invoke("iterdir")).Select(x => x.Get("name"))), (inside / "b.bin").Invoke("read_bytes"), inside.Invoke("is_dir"), (inside / "zz").Invoke("exists"));
    }
}
