using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/os.path.html">os.path</see> of POSIX, and the parts of ntpath that ask no system.</summary>
internal static class OsPathModule
{
    private static PathText P(Any path) => PathText.OfAny(path);

    public static PyModule Build() => AddFiles(AddShared(new PyModule("posixpath")))
        .Value("sep", "/").Value("pathsep", ":").Value("curdir", ".").Value("pardir", "..").Value("extsep", ".").Value("altsep", Any.None).Value("defpath", "/bin:/usr/bin").Value("devnull", "/dev/null")
        .Value("supports_unicode_filenames", false)
        .Function("join", "a, *p", static a => P(a[0]) is var first ? first.Back(PosixPaths.Join(first.Text, Rest(first, Lib.Tuple(a[1]), "join"))) : Any.None)
        .Function("basename", "p", static a => P(a[0]) is var p ? p.Back(p.Text[(p.Text.LastIndexOf('/') + 1)..]) : Any.None)
        .Function("dirname", "p", static a => P(a[0]) is var p ? p.Back(PosixPaths.Split(p.Text).Head) : Any.None)
        .Function("split", "p", static a => P(a[0]) is var p && PosixPaths.Split(p.Text) is var (head, tail) ? p.Back(head, tail) : Any.None)
        .Function("splitext", "p", static a => P(a[0]) is var p && PosixPaths.SplitExtension(p.Text) is var (root, ext) ? p.Back(root, ext) : Any.None)
        .Function("splitdrive", "p", static a => P(a[0]) is var p ? p.Back("", p.Text) : Any.None)
        .Function("splitroot", "p", static a => P(a[0]) is var p && PosixPaths.SplitRoot(p.Text) is var (drive, root, tail) ? p.Back(drive, root, tail) : Any.None)
        .Function("isabs", "s", static a => P(a[0]).Text.StartsWith('/'))
        .Function("isreserved", "path", static _ => false)
        .Function("normpath", "path", static a => P(a[0]) is var p ? p.Back(PosixPaths.Normalise(p.Text)) : Any.None)
        .Function("normcase", "s", static a => P(a[0]) is var p ? p.Back(p.Text) : Any.None)
        .Function("abspath", "path", static a => P(a[0]) is var p ? p.Back(PosixPaths.Absolute(p.Text)) : Any.None)
        .Function("realpath", "filename, *, strict=False", static a => P(a[0]) is var p ? p.Back(PosixPaths.Real(p.Text, a[1].Truth)) : Any.None)
        .Function("relpath", "path, start=None", static a => P(a[0]) is var p && p.Text.Length == 0
            ? throw new ValueError("no path specified")
            : p.Back(PosixPaths.Relative(p.Text, a[1].IsNone ? "." : Same(p, P(a[1])))))
        .Function("expanduser", "path", static a => P(a[0]) is var p ? p.Back(PosixPaths.ExpandUser(p.Text)) : Any.None)
        .Function("expandvars", "path", static a => P(a[0]) is var p ? p.Back(PosixPaths.ExpandVariables(p.Text)) : Any.None)
        .Function("commonpath", "paths", static a => Common(a[0], PosixPaths.CommonPath));

    /// <summary>genericpath: what os.path of every system has in common.</summary>
    public static PyModule BuildGeneric()
    {
        var (module, source) = (new PyModule("genericpath"), Modules.Import("posixpath"));
        foreach (var name in (string[])["commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdevdrive", "isdir", "isfile", "isjunction", "islink", "lexists", "samefile", "sameopenfile", "samestat"])
            module.Value(name, source.Get(name));
        return module;
    }

    /// <summary>ntpath: what of os.path for Windows is about text only.</summary>
    public static PyModule BuildNt() => AddShared(new PyModule("ntpath"))
        .Value("sep", "\\").Value("pathsep", ";").Value("curdir", ".").Value("pardir", "..").Value("extsep", ".").Value("altsep", "/").Value("devnull", "nul")
        .Function("join", "path, *paths", static a => P(a[0]) is var first ? first.Back(NtPaths.Join(first.Text, Rest(first, Lib.Tuple(a[1]), "join"))) : Any.None)
        .Function("basename", "p", static a => P(a[0]) is var p ? p.Back(NtPaths.Split(p.Text).Tail) : Any.None)
        .Function("dirname", "p", static a => P(a[0]) is var p ? p.Back(NtPaths.Split(p.Text).Head) : Any.None)
        .Function("split", "p", static a => P(a[0]) is var p && NtPaths.Split(p.Text) is var (head, tail) ? p.Back(head, tail) : Any.None)
        .Function("splitext", "p", static a => P(a[0]) is var p && PosixPaths.SplitExtension(p.Text, '\\') is var (root, ext) ? p.Back(root, ext) : Any.None)
        .Function("splitdrive", "p", static a => P(a[0]) is var p && NtPaths.SplitRoot(p.Text) is var (drive, root, tail) ? p.Back(drive, root + tail) : Any.None)
        .Function("splitroot", "p", static a => P(a[0]) is var p && NtPaths.SplitRoot(p.Text) is var (drive, root, tail) ? p.Back(drive, root, tail) : Any.None)
        .Function("isabs", "s", static a => NtPaths.IsAbsolute(P(a[0]).Text))
        .Function("normpath", "path", static a => P(a[0]) is var p ? p.Back(NtPaths.Normalise(p.Text)) : Any.None)
        .Function("normcase", "s", static a => P(a[0]) is var p ? p.Back(p.Text.Replace('/', '\\').ToLowerInvariant()) : Any.None);

    private static PyModule AddShared(PyModule module) => module
        .Function("commonprefix", "m", static a => CommonPrefix(a[0]));

    private static PyModule AddFiles(PyModule module) => module
        .Function("exists", "path", static a => Status(a[0], follow: true) is not null)
        .Function("lexists", "path", static a => Status(a[0], follow: false) is not null)
        .Function("isfile", "path", static a => Status(a[0], follow: true) is { IsFile: true })
        .Function("isdir", "s", static a => Status(a[0], follow: true) is { IsDirectory: true })
        .Function("islink", "path", static a => Status(a[0], follow: false) is { IsLink: true })
        .Function("isjunction", "path", static _ => false)
        .Function("isdevdrive", "path", static _ => false)
        .Function("ismount", "path", static a => IsMount(P(a[0]).Text))
        .Function("getsize", "filename", static a => FileStatus.Of(a[0]).Size)
        .Function("getmtime", "filename", static a => FileStatus.Of(a[0]).ModifyTime / 1e9)
        .Function("getatime", "filename", static a => FileStatus.Of(a[0]).AccessTime / 1e9)
        .Function("getctime", "filename", static a => FileStatus.Of(a[0]).ChangeTime / 1e9)
        .Function("samefile", "f1, f2", static (a, b) => Same(FileStatus.Of(a), FileStatus.Of(b)))
        .Function("sameopenfile", "fp1, fp2", static (a, b) => Same(FileStatus.Of(a), FileStatus.Of(b)))
        .Function("samestat", "s1, s2", static (a, b) => Operators.Same(a.Get("st_ino"), b.Get("st_ino")) && Operators.Same(a.Get("st_dev"), b.Get("st_dev")));

    private static FileStatus? Status(Any path, bool follow)
    {
        try
        {
            return Operators.IsIntLike(path) ? FileStatus.Read(FileStatus.Descriptor(path)) : FileStatus.Read(FileErrors.PathOf(PathText.Shown(path), "stat"), follow);
        }
        catch (ValueError)
        {
            return null;
        }
    }

    /// <exception cref="TypeError">One of two paths is bytes, the other is not.</exception>
    private static string Same(PathText first, PathText other) => first.IsBytes == other.IsBytes ? other.Text : throw new TypeError("Can't mix strings and bytes in path components");

    private static bool Same(FileStatus a, FileStatus b) => a.Inode == b.Inode && a.Device == b.Device;

    private static bool IsMount(string path)
    {
        try
        {
            if (FileStatus.Read(path, follow: false) is not { IsLink: false } own || FileStatus.Read(PosixPaths.Join(path, "..")) is not { } parent)
                return false;
            return own.Device != parent.Device || own.Inode == parent.Inode;
        }
        catch (ValueError)
        {
            // No file has such a name.
            return false;
        }
    }

    private static string[] Rest(PathText first, PyTuple rest, string function)
    {
        var result = new string[rest.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var shown = PathText.Shown(rest[i]);
            if (PyValueInstance.Unwrap(shown).Ref is not (string or PyBytes))
                throw new TypeError($"{function}() argument must be str, bytes, or os.PathLike object, not {Operators.Repr(PyType.Of(rest[i]).Name)}");
            var part = P(shown);
            result[i] = Same(first, part);
        }
        return result;
    }

    private static Any Common(Any paths, Func<IReadOnlyList<string>, string> find)
    {
        var all = Operators.ToList(paths).Select(P).ToList();
        if (all.Count == 0)
            throw new ValueError("commonpath() arg is an empty sequence");
        return all.Select(static p => p.IsBytes).Distinct().Count() > 1
            ? throw new TypeError("Can't mix strings and bytes in path components")
            : all[0].Back(find([.. all.Select(static p => p.Text)]));
    }

    /// <summary>The longest common start of strings, or of any sequences.</summary>
    private static Any CommonPrefix(Any items)
    {
        var all = Operators.ToList(items);
        if (all.Count == 0)
            return "";
        if (!(all[0].Ref is PyList or PyTuple))
            all = [.. all.Select(static p => P(p) is var path ? path.Back(path.Text) : p)];
        Any low = all[0], high = all[0];
        foreach (var item in all)
        {
            if (Operators.Compare(Comparison.Lt, item, low).Truth)
                low = item;
            if (Operators.Compare(Comparison.Gt, item, high).Truth)
                high = item;
        }
        var (length, same) = (Math.Min(Operators.Len(low), Operators.Len(high)), 0);
        while (same < length && Operators.Same(Operators.GetItem(low, same), Operators.GetItem(high, same)))
            same++;
        return Operators.GetItem(low, new PySlice(Any.None, same, Any.None));
    }
}
