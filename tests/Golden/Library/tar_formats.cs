using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TarFormats;

public static class Module
{
    internal static Any Tarfile = Any.Unbound;
    internal static Any Io = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("tar_formats.py", args, Run);

    public static Any Made(PyDict<Any, Any> options)
    {
        Any @out = Io.Get("BytesIO").Call();
        var manager = Context.Of(Tarfile.Get("open").Call(new Arguments { { "fileobj", @out }, { "mode", "w" }, new StarStar(options) }));
        Any entered = manager.Enter();
        try
        {
            Any t = entered;
            foreach (var name in new string[] { "a.txt", Str.Repeat("d/", 40) + Str.Repeat("b", 60), Str.Repeat("x", 120), "ä.txt" })
            {
                Any info = Tarfile.Get("TarInfo").Call(name);
                info.Set("size", 3);
                info.Set("mtime", 1000.6);
                info.Set("uid", options.GetOrNone((Any)"format") != 1 ? (PyInt)2097151 : (PyInt)16777215);
                info.Set("uname", "me");
                try
                {
                    t.Invoke("addfile", info, Io.Get("BytesIO").Call(PyBytes.FromLatin1("abc")));
                }
                catch (ValueError e)
                {
                    Print("  ", e);
                }
            }
            Any link = Tarfile.Get("TarInfo").Call("link");
            link.Set("type", Tarfile.Get("SYMTYPE"));
            link.Set("linkname", Str.Repeat("t", 130));
            try
            {
                t.Invoke("addfile", link);
            }
            catch (ValueError e)
            {
                Print("  ", e);
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
        return @out.Invoke("getvalue");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any data = default;
        Tarfile = Modules.Import("tarfile");
        Io = Modules.Import("io");
        Any hashlib = Modules.Import("hashlib");
        foreach (var fmt in new Any[] { Tarfile.Get("USTAR_FORMAT"), Tarfile.Get("GNU_FORMAT"), Tarfile.Get("PAX_FORMAT") })
        {
            data = Made(new PyDict<Any, Any> { ["format"] = fmt });
            Print(fmt, Len(data), hashlib.Get("sha256").Call(data).Invoke("hexdigest")[new PySlice(Any.None, 16, Any.None)]);
            var manager = Context.Of(Tarfile.Get("open").Call(new Arguments { { "fileobj", Io.Get("BytesIO").Call(data) } }));
            Any entered = manager.Enter();
            try
            {
                Any t = entered;
                foreach (var m in Sequences.Of(t))
                {
                    Print("  ", m.Get("name")[new PySlice(Any.None, 12, Any.None)], Len(m.Get("name")), m.Get("size"), m.Get("uid"), m.Get("mtime"), m.Get("linkname")[new PySlice(Any.None, 5, Any.None)], Sequences.Sorted(Sequences.Of(m.Get("pax_headers"))), m.Get("type"));
                }
                Print("  ", t.Invoke("extractfile", "a.txt").Get("name"), t.Get("format"));
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
        data = Made(new PyDict<Any, Any> { ["format"] = Tarfile.Get("GNU_FORMAT"), ["encoding"] = "iso8859-1" });
        Print(hashlib.Get("sha256").Call(data).Invoke("hexdigest")[new PySlice(Any.None, 16, Any.None)]);
        foreach (var enc in new string[] { "iso8859-1", "utf-8", "ascii" })
        {
            var manager2 = Context.Of(Tarfile.Get("open").Call(new Arguments { { "fileobj", Io.Get("BytesIO").Call(data) }, { "encoding", enc } }));
            Any entered2 = manager2.Enter();
            try
            {
                Any t = entered2;
                Print(Ascii(t.Invoke("getnames")[-2]), t.Get("encoding"));
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
        }
        data = Made(new PyDict<Any, Any> { ["format"] = Tarfile.Get("PAX_FORMAT"), ["pax_headers"] = new PyDict<Any, Any> { ["comment"] = "hello", ["gname"] = "all" } });
        Print(hashlib.Get("sha256").Call(data).Invoke("hexdigest")[new PySlice(Any.None, 16, Any.None)]);
        var manager3 = Context.Of(Tarfile.Get("open").Call(new Arguments { { "fileobj", Io.Get("BytesIO").Call(data) } }));
        Any entered3 = manager3.Enter();
        try
        {
            Any t = entered3;
            Print(t.Get("pax_headers"), t.Invoke("getmembers")[0].Get("gname"));
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
        Any two = Made(new PyDict<Any, Any>()) + Made(new PyDict<Any, Any>());
        foreach (var ignore in new bool[] { false, true })
        {
            var manager4 = Context.Of(Tarfile.Get("open").Call(new Arguments { { "fileobj", Io.Get("BytesIO").Call(two) }, { "ignore_zeros", ignore } }));
            Any entered4 = manager4.Enter();
            try
            {
                Any t = entered4;
                Print(Len(t.Invoke("getnames")));
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
        }
        Any info = Tarfile.Get("TarInfo").Call("dir");
        info.Set("type", Tarfile.Get("DIRTYPE"));
        info.Set("mode", 16877);
        Print(info.Invoke("get_info"));
        foreach (var item in new PyInt[] { 0, 1, 2 })
        {
            Any fmt = item;
            Print(hashlib.Get("sha256").Call(info.Invoke("tobuf", fmt)).Invoke("hexdigest")[new PySlice(Any.None, 16, Any.None)]);
        }
        info.Set("uid", -1);
        foreach (var item2 in new PyInt[] { 0, 1, 2 })
        {
            Any fmt = item2;
            try
            {
                Print(Len(info.Invoke("tobuf", fmt)), info.Invoke("tobuf", fmt)[new PySlice(108, 116, Any.None)]);
            }
            catch (ValueError e)
            {
                Print(e);
            }
        }
        try
        {
            info.Invoke("tobuf", 7);
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Print(Tarfile.Get("LENGTH_NAME"), Tarfile.Get("LENGTH_PREFIX"), Tarfile.Get("GNU_MAGIC"), Tarfile.Get("POSIX_MAGIC"));
    }
}
