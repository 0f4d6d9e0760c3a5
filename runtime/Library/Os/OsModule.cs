using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/os.html">os</see>.</summary>
internal static class OsModule
{
    private static string P(Any path) => FileErrors.PathOf(path);

    private static Any Do(string path, Action action) => FileErrors.Guard(path, () =>
    {
        action();
        return Any.None;
    });

    private static Any List(IEnumerable<string> items) => new PyList<Any>(items.Select(i => (Any)i));

    public static PyModule Build()
    {
        var environment = new PyDict<Any, Any>();
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
            environment[(string)entry.Key] = (string?)entry.Value ?? "";
        var module = new PyModule("os")
            .Value("name", OperatingSystem.IsWindows() ? "nt" : "posix").Value("sep", Path.DirectorySeparatorChar.ToString()).Value("linesep", Environment.NewLine)
            .Value("pathsep", Path.PathSeparator.ToString()).Value("curdir", ".").Value("pardir", "..").Value("extsep", ".").Value("devnull", "/dev/null").Value("altsep", Any.None)
            .Value("SEEK_SET", 0).Value("SEEK_CUR", 1).Value("SEEK_END", 2).Value("F_OK", 0).Value("R_OK", 4).Value("W_OK", 2).Value("X_OK", 1)
            .Value("environ", environment).Value("error", OSError.Type).Value("path", Modules.Import("os.path"))
            .Value("PathLike", Library.AbstractContexts.PathLike);
        Files(module);
        return module
            .Function("getenv", "key, default=None", (Any key, Any fallback) => environment.TryGetValue(key, out var value) ? value : fallback)
            .Function("getpid", "", static _ => Environment.ProcessId)
            .Function("kill", "pid, signal, /", static (pid, signal) => SignalModule.Send((int)Lib.Int(pid), (int)Lib.Int(signal)))
            .Function("cpu_count", "", static _ => Environment.ProcessorCount)
            .Function("urandom", static n => new PyBytes(System.Security.Cryptography.RandomNumberGenerator.GetBytes((int)Operators.Index(n))))
            .Function("fspath", static p => P(p))
            .Function("_exit", "status", static a => throw new SystemExit(a[0]))
            .Function("strerror", static n => OSError.Create(n, "").Str())
            .Function("isatty", static _ => false);
    }

    private static void Files(PyModule module) => module
        .Function("getcwd", "", static _ => Directory.GetCurrentDirectory())
        .Function("chdir", "path", static a => Do(P(a[0]), () => Directory.SetCurrentDirectory(P(a[0]))))
        .Function("listdir", "path='.'", static a => FileErrors.Guard<Any>(P(a[0]), () => List(Directory.EnumerateFileSystemEntries(P(a[0])).Select(e => Path.GetFileName(e)))))
        .Function("mkdir", "path, mode=511, *, dir_fd=None", static a => Directory.Exists(P(a[0])) || File.Exists(P(a[0]))
            ? throw OSError.Create(17, "File exists", P(a[0]))
            : Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(P(a[0])))) ? Do(P(a[0]), () => Directory.CreateDirectory(P(a[0]))) : throw OSError.Create(2, "No such file or directory", P(a[0])))
        .Function("makedirs", "name, mode=511, exist_ok=False", static a => Directory.Exists(P(a[0])) && !a[2].Truth
            ? throw OSError.Create(17, "File exists", P(a[0]))
            : Do(P(a[0]), () => Directory.CreateDirectory(P(a[0]))))
        .Function("remove", "path, *, dir_fd=None", static a => Remove(P(a[0])))
        .Function("unlink", "path, *, dir_fd=None", static a => Remove(P(a[0])))
        .Function("rmdir", "path, *, dir_fd=None", static a => Directory.Exists(P(a[0]))
            ? Directory.EnumerateFileSystemEntries(P(a[0])).Any() ? throw OSError.Create(39, "Directory not empty", P(a[0])) : Do(P(a[0]), () => Directory.Delete(P(a[0])))
            : throw OSError.Create(2, "No such file or directory", P(a[0])))
        .Function("rename", "src, dst", static a => Move(P(a[0]), P(a[1])))
        .Function("replace", "src, dst", static a => Move(P(a[0]), P(a[1])))
        .Function("stat", "path", static a => Stat(P(a[0])))
        .Function("access", "path, mode", static a => File.Exists(P(a[0])) || Directory.Exists(P(a[0])))
        .Function("walk", "top, topdown=True, onerror=None, followlinks=False", static a => new SequenceOf(PyIterator.DeclareType("generator"), Walk(P(a[0]), a[1].Truth)))
        .Function("scandir", "path='.'", static a => new PyList<Any>(Directory.EnumerateFileSystemEntries(P(a[0])).Select(e => (Any)new DirEntry(e))));

    private static Any Remove(string path)
    {
        if (Directory.Exists(path))
            throw OSError.Create(21, "Is a directory", path);
        if (!File.Exists(path))
            throw OSError.Create(2, "No such file or directory", path);
        return Do(path, () => File.Delete(path));
    }

    private static Any Move(string from, string to)
    {
        if (!File.Exists(from) && !Directory.Exists(from))
            throw OSError.Create(2, "No such file or directory", from, Any.None, to);
        return Do(from, () =>
        {
            if (Directory.Exists(from))
                Directory.Move(from, to);
            else
                File.Move(from, to, overwrite: true);
        });
    }

    internal static Any Stat(string path)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (!info.Exists)
            throw OSError.Create(2, "No such file or directory", path);
        var time = Seconds(info.LastWriteTimeUtc);
        var names = (string[])["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime", "st_mtime_ns"];
        return NamedTuples.Make("os.stat_result", names).Call(new Arguments([info is DirectoryInfo ? 0x41ed : 0x81a4, 0, 0, 1, 0, 0, info is FileInfo f ? f.Length : 4096, Seconds(info.LastAccessTimeUtc), time, Seconds(info.CreationTimeUtc), (long)(time * 1e9)]));
    }

    internal static double Seconds(DateTime time) => (time - DateTime.UnixEpoch).TotalSeconds;

    private static IEnumerable<Any> Walk(string top, bool topDown)
    {
        if (!Directory.Exists(top))
            yield break;
        var folders = new PyList<Any>(Directory.EnumerateDirectories(top).Select(d => (Any)Path.GetFileName(d)));
        var files = List(Directory.EnumerateFiles(top).Select(f => Path.GetFileName(f)));
        if (topDown)
            yield return PyTuple.Of(top, folders, files);
        foreach (var folder in folders.ToArray())
            foreach (var inner in Walk(Path.Combine(top, Operators.Str(folder)), topDown))
                yield return inner;
        if (!topDown)
            yield return PyTuple.Of(top, folders, files);
    }

    private sealed class DirEntry(string path) : PyObject
    {
        public static readonly PyType Type = PyType.Builtin("DirEntry", module: "posix")
            .Property("name", static o => System.IO.Path.GetFileName(Self(o).Path))
            .Property("path", static o => Self(o).Path)
            .Method("is_dir", "self, *, follow_symlinks=True", static (o, _) => Directory.Exists(Self(o).Path))
            .Method("is_file", "self, *, follow_symlinks=True", static (o, _) => File.Exists(Self(o).Path))
            .Method("stat", "self, *, follow_symlinks=True", static (o, _) => Stat(Self(o).Path))
            .Method("__fspath__", static o => Self(o).Path);

        public override PyType Class => Type;

        private string Path => path;

        private static DirEntry Self(Any o) => (DirEntry)o.Ref!;
    }
}

/// <summary><see href="https://docs.python.org/3.13/library/os.path.html">os.path</see> of POSIX.</summary>
internal static class OsPathModule
{
    private static string P(Any path) => FileErrors.PathOf(path);

    public static PyModule Build() => new PyModule("posixpath")
        .Value("sep", "/").Value("pathsep", ":").Value("curdir", ".").Value("pardir", "..").Value("extsep", ".")
        .Function("join", "a, *p", static a => Join(P(a[0]), (PyTuple)a[1].Ref!))
        .Function("basename", static p => P(p)[(P(p).LastIndexOf('/') + 1)..])
        .Function("dirname", static p => Split(P(p)).Head)
        .Function("split", static p => Split(P(p)) is var (head, tail) ? PyTuple.Of(head, tail) : Any.None)
        .Function("splitext", static p => SplitExt(P(p)) is var (root, ext) ? PyTuple.Of(root, ext) : Any.None)
        .Function("exists", static p => File.Exists(P(p)) || Directory.Exists(P(p)))
        .Function("lexists", static p => File.Exists(P(p)) || Directory.Exists(P(p)))
        .Function("isfile", static p => File.Exists(P(p)))
        .Function("isdir", static p => Directory.Exists(P(p)))
        .Function("islink", static p => new FileInfo(P(p)).LinkTarget is not null)
        .Function("isabs", static p => P(p).StartsWith('/'))
        .Function("abspath", static p => Normalise(Path.Combine(Directory.GetCurrentDirectory(), P(p))))
        .Function("realpath", "filename, *, strict=False", static a => Normalise(Path.Combine(Directory.GetCurrentDirectory(), P(a[0]))))
        .Function("normpath", static p => Normalise(P(p)))
        .Function("normcase", static p => P(p))
        .Function("relpath", "path, start='.'", static a => Path.GetRelativePath(P(a[1]), P(a[0])))
        .Function("expanduser", static p => P(p) is ['~', ..] and var t ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + t[1..] : P(p))
        .Function("expandvars", static p => Environment.ExpandEnvironmentVariables(P(p)))
        .Function("getsize", static p => Operators.GetAttr(OsModule.Stat(P(p)), "st_size"))
        .Function("getmtime", static p => Operators.GetAttr(OsModule.Stat(P(p)), "st_mtime"))
        .Function("getatime", static p => Operators.GetAttr(OsModule.Stat(P(p)), "st_atime"))
        .Function("getctime", static p => Operators.GetAttr(OsModule.Stat(P(p)), "st_ctime"))
        .Function("samefile", "f1, f2", static (a, b) => Path.GetFullPath(P(a)) == Path.GetFullPath(P(b)))
        .Function("commonprefix", static items => CommonPrefix([.. Operators.ToList(items).Select(P)]))
        .Function("commonpath", static items => CommonPath([.. Operators.ToList(items).Select(P)]));

    private static string Join(string first, PyTuple rest)
    {
        var path = first;
        foreach (var part in rest)
        {
            var next = P(part);
            path = next.StartsWith('/') ? next : path.Length == 0 || path.EndsWith('/') ? path + next : path + "/" + next;
        }
        return path;
    }

    private static (string Head, string Tail) Split(string path)
    {
        var at = path.LastIndexOf('/') + 1;
        var (head, tail) = (path[..at], path[at..]);
        return (head.Trim('/').Length > 0 ? head.TrimEnd('/') : head, tail);
    }

    internal static (string Root, string Extension) SplitExt(string path)
    {
        var slash = path.LastIndexOf('/');
        var dot = path.LastIndexOf('.');
        return dot > slash && path[(slash + 1)..dot].Trim('.').Length > 0 ? (path[..dot], path[dot..]) : (path, "");
    }

    internal static string Normalise(string path)
    {
        if (path.Length == 0)
            return ".";
        var lead = path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("///", StringComparison.Ordinal) ? "//" : path.StartsWith('/') ? "/" : "";
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != ".." || (lead.Length == 0 && parts.Count == 0) || (parts.Count > 0 && parts[^1] == ".."))
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }
        var result = lead + string.Join('/', parts);
        return result.Length == 0 ? "." : result;
    }

    private static string CommonPrefix(string[] paths)
    {
        if (paths.Length == 0)
            return "";
        var (low, high) = (paths.Min(StringComparer.Ordinal)!, paths.Max(StringComparer.Ordinal)!);
        var i = 0;
        while (i < low.Length && i < high.Length && low[i] == high[i])
            i++;
        return low[..i];
    }

    private static string CommonPath(string[] paths)
    {
        if (paths.Length == 0)
            throw new ValueError("commonpath() arg is an empty sequence");
        var split = paths.Select(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => s != ".").ToArray()).ToArray();
        var common = split[0].TakeWhile((s, i) => split.All(p => i < p.Length && p[i] == s));
        return (paths[0].StartsWith('/') ? "/" : "") + string.Join('/', common);
    }
}
