using System.Security.Cryptography;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Where temporary files stand and how they are named. Programs replace parts of it in the module, so that each is looked up there.
/// See <see href="https://docs.python.org/3.13/library/tempfile.html#tempfile.gettempdir">gettempdir</see>.
/// </summary>
internal static class TemporaryNames
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789_";

    /// <summary>O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW.</summary>
    public const int OpenFlags = 0x200c2;

    private static readonly PyType s_sequence = PyType.Emitted("_RandomNameSequence", "tempfile")
        .Attribute("characters", Letters)
        .Method("__iter__", static self => self)
        .Method("__next__", static _ => new string(RandomNumberGenerator.GetItems<char>(Letters, 8)));

    private static readonly Any s_names = ((Any)s_sequence).Call();

    private static Any Os => Modules.Import("os");

    private static Any Module => Modules.Import("tempfile");

    public static PyModule AddTo(PyModule module) => module
        .Type(s_sequence)
        .Value("tempdir", Any.None).Value("TMP_MAX", 10000).Value("template", "tmp")
        .Value("_bin_openflags", OpenFlags).Value("_text_openflags", OpenFlags)
        .Python("_get_candidate_names", "", static _ => s_names)
        .Python("_candidate_tempdir_list", "", static _ => Lib.List(Candidates()))
        .Python("_get_default_tempdir", "dirlist=None", static a => Usable(a[0].IsNone ? Module.Invoke("_candidate_tempdir_list") : a[0]))
        .Python("_infer_return_type", "*args", static a => InBytes(Lib.Tuple(a[0])) ? BytesType.Type : StrType.Type)
        .Python("gettempdir", "", static _ => Os.Invoke("fsdecode", Folder()))
        .Python("gettempdirb", "", static _ => Os.Invoke("fsencode", Folder()))
        .Python("gettempprefix", "", static _ => Os.Invoke("fsdecode", Module.Get("template")))
        .Python("gettempprefixb", "", static _ => Os.Invoke("fsencode", Module.Get("template")));

    private static IEnumerable<string> Candidates()
    {
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"])
            if (OsEnviron.Get(name) is { Length: > 0 } folder)
                yield return folder;
        foreach (var folder in (string[])["/tmp", "/var/tmp", "/usr/tmp"])
            yield return folder;
        yield return Operators.Str(Os.Invoke("getcwd"));
    }

    private static Any Folder()
    {
        if (Module.Get("tempdir") is { IsNone: false } known)
            return known;
        var found = Module.Invoke("_get_default_tempdir");
        Module.Set("tempdir", found);
        return found;
    }

    /// <summary>The first folder of some in which a file can be written.</summary>
    private static Any Usable(Any folders)
    {
        foreach (var candidate in folders)
        {
            Any folder = PosixPaths.Absolute(FileErrors.PathOf(candidate));
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    WriteTrial(PosixPaths.Join(Operators.Str(folder), Operators.Str(s_names.Invoke("__next__"))));
                    return folder;
                }
                catch (FileExistsError)
                {
                    // Another name may be free.
                }
                catch (OSError)
                {
                    break;
                }
            }
        }
        throw OSError.Create(2, $"No usable temporary directory found in {Operators.Str(folders)}");
    }

    private static void WriteTrial(string path)
    {
        var descriptor = Os.Invoke("open", path, OpenFlags, 0x180);
        try
        {
            try
            {
                Os.Invoke("write", descriptor, new PyBytes("blat"u8.ToArray()));
            }
            finally
            {
                Os.Invoke("close", descriptor);
            }
        }
        finally
        {
            Os.Invoke("unlink", path);
        }
    }

    /// <summary>Whether names are bytes; they may not be of both kinds.</summary>
    private static bool InBytes(IEnumerable<Any> parts)
    {
        bool? bytes = null;
        foreach (var part in parts)
        {
            if (part.IsNone)
                continue;
            var kind = PyValueInstance.Unwrap(PathText.Shown(part)).Ref is PyBytes;
            if (bytes is { } known && known != kind)
                throw new TypeError("Can't mix bytes and non-bytes in path components.");
            bytes = kind;
        }
        return bytes ?? PyValueInstance.Unwrap(Module.Get("tempdir")).Ref is PyBytes;
    }

    /// <summary>Paths that no file has as far as is known, one after another.</summary>
    public static IEnumerable<Any> Paths(Any suffix, Any prefix, Any folder)
    {
        var bytes = InBytes([prefix, suffix, folder]);
        var form = new PathText("", bytes);
        var (end, start) = (suffix.IsNone ? "" : PathText.Of(suffix).Text, PathText.Of(prefix.IsNone ? Module.Invoke(bytes ? "gettempprefixb" : "gettempprefix") : prefix).Text);
        var home = PathText.Of(folder.IsNone ? Module.Invoke(bytes ? "gettempdirb" : "gettempdir") : folder).Text;
        var names = Builtins.Iter(Module.Invoke("_get_candidate_names"));
        for (var i = Lib.Int(Module.Get("TMP_MAX")); i > 0; i--)
            yield return form.Back(PosixPaths.Join(home, start + PathText.Of(Builtins.Next(names)).Text + end));
    }

    /// <summary>The first of them that an action takes; it raises where there is such a file.</summary>
    public static T FirstFree<T>(Any suffix, Any prefix, Any folder, Func<Any, T> make)
    {
        foreach (var path in Paths(suffix, prefix, folder))
        {
            try
            {
                return make(path);
            }
            catch (FileExistsError)
            {
                // The next name may be free.
            }
        }
        throw OSError.Create(17, $"No usable temporary {(typeof(T) == typeof(Any) ? "directory" : "file")} name found");
    }
}
