using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TarArchives;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("tar_archives.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any m = default;
        Any @out = default;
        Any io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tarfile = Modules.Import("tarfile");
        Any tempfile = Modules.Import("tempfile");

        Any folder = tempfile.Get("mkdtemp").Call();
        Any path = os.Get("path").Get("join").Call(folder, "x.tar.gz");
        os.Get("mkdir").Call(os.Get("path").Get("join").Call(folder, "src"));
        using (var f = TextFile.Open(os.Get("path").Get("join").Call(folder, "src", "a.txt"), "w"))
        {
            f.Write("aaa\n");
        }
        var manager = Context.Of(tarfile.Get("open").Call(path, "w:gz"));
        Any entered = manager.Enter();
        try
        {
            Any t = entered;
            t.Invoke("add", new Arguments { os.Get("path").Get("join").Call(folder, "src"), { "arcname", "src" } });
            Any info = tarfile.Get("TarInfo").Call("mem.txt");
            PyBytes data = PyBytes.FromLatin1("in memory");
            info.Set("size", Len(data));
            info.Set("mtime", 1234567890);
            info.Set("mode", 384);
            t.Invoke("addfile", info, io.Get("BytesIO").Call(data));
            t.Invoke("addfile", tarfile.Get("TarInfo").Call("long/" + Str.Repeat("n", 120) + ".txt"));
            Any link = tarfile.Get("TarInfo").Call("link");
            link.Set("type", tarfile.Get("SYMTYPE"));
            link.Set("linkname", "mem.txt");
            t.Invoke("addfile", link);
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
        Print(tarfile.Get("is_tarfile").Call(path));
        var manager2 = Context.Of(tarfile.Get("open").Call(path));
        Any entered2 = manager2.Enter();
        try
        {
            Any t = entered2;
            Print(Sequences.Sorted(Sequences.Of(t.Invoke("getnames"))));
            foreach (var item in Sequences.Of(t.Invoke("getmembers")))
            {
                m = item;
                Print(m.Get("name")[new PySlice(Any.None, 20, Any.None)], m.Get("size"), m.Invoke("isfile"), m.Invoke("isdir"), m.Invoke("issym"), m.Get("type"), m.Get("linkname"));
            }
            m = t.Invoke("getmember", "mem.txt");
            Print(m.Get("mtime"), Oct(m.Get("mode")), m.Get("uid"), m.Get("uname"), m.Invoke("isreg"));
            Print(t.Invoke("extractfile", "mem.txt").Invoke("read"), t.Invoke("extractfile", "link").Invoke("read"), t.Invoke("extractfile", t.Invoke("getmember", "src/a.txt")).Invoke("readlines"), t.Invoke("extractfile", "src"));
            try
            {
                t.Invoke("getmember", "zz");
            }
            catch (KeyError e)
            {
                Print(e);
            }
            @out = os.Get("path").Get("join").Call(folder, "out");
            t.Invoke("extractall", new Arguments { @out, { "filter", "data" } });
            Print(Sequences.Sorted(Sequences.Of(os.Get("listdir").Call(@out))), TextFile.Open(os.Get("path").Get("join").Call(@out, "src", "a.txt")).Read());
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
        Any buffer = io.Get("BytesIO").Call();
        var manager3 = Context.Of(tarfile.Get("open").Call(new Arguments { { "fileobj", buffer }, { "mode", "w" } }));
        Any entered3 = manager3.Enter();
        try
        {
            Any t = entered3;
            Any info = tarfile.Get("TarInfo").Call("ä");
            info.Set("size", 3);
            t.Invoke("addfile", info, io.Get("BytesIO").Call(PyBytes.FromLatin1("abc")));
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
        Print(Len(buffer.Invoke("getvalue")), buffer.Invoke("getvalue")[new PySlice(Any.None, 1600, Any.None)].Invoke("hex"));
        buffer.Invoke("seek", 0);
        var manager4 = Context.Of(tarfile.Get("open").Call(new Arguments { { "fileobj", buffer }, { "mode", "r:" } }));
        Any entered4 = manager4.Enter();
        try
        {
            Any t = entered4;
            foreach (var item2 in Sequences.Of(t))
            {
                m = item2;
                Print(m.Get("name"), t.Invoke("extractfile", m).Invoke("read"), m.Get("pax_headers"));
            }
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
        foreach (var bad in new Any[] { (Any)PyBytes.FromLatin1("junk") * 200, PyBytes.FromLatin1("") })
        {
            try
            {
                tarfile.Get("open").Call(new Arguments { { "fileobj", io.Get("BytesIO").Call(bad) } });
            }
            catch (BaseException e) when (Except.Matches(e, tarfile.Get("ReadError")))
            {
                Print(e);
            }
        }
        buffer = io.Get("BytesIO").Call();
        var manager5 = Context.Of(tarfile.Get("open").Call(new Arguments { { "fileobj", buffer }, { "mode", "w" } }));
        Any entered5 = manager5.Enter();
        try
        {
            Any t = entered5;
            t.Invoke("addfile", tarfile.Get("TarInfo").Call("../evil"));
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
        buffer.Invoke("seek", 0);
        var manager6 = Context.Of(tarfile.Get("open").Call(new Arguments { { "fileobj", buffer } }));
        Any entered6 = manager6.Enter();
        try
        {
            Any t = entered6;
            try
            {
                t.Invoke("extractall", new Arguments { @out, { "filter", "data" } });
            }
            catch (BaseException e) when (Except.Matches(e, tarfile.Get("OutsideDestinationError")))
            {
                Print(PyType.Of(e).Name);
            }
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
    }
}
