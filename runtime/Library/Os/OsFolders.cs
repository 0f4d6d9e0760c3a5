using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.OsModule;

namespace Pytocs.Runtime.Library;

/// <summary>os: the current folder, <c>listdir</c>, <c>scandir</c>, <c>walk</c>.</summary>
internal static class OsFolders
{
    private static readonly PyType s_generator = PyIterator.DeclareType("generator");

    public static void Add(PyModule module) => module
        .Function("getcwd", "", static _ => Directory.GetCurrentDirectory())
        .Function("getcwdb", "", static _ => PyBytes.Wrap(Codecs.Encode(Directory.GetCurrentDirectory(), "utf-8", "surrogateescape")))
        .Function("chdir", "path", static a => Change(a[0]))
        .Function("listdir", "path=None", static a => new PyList<Any>(List(a[0], "listdir").Names))
        .Function("scandir", "path=None", static a => new FolderScan(a[0]))
        .Value("DirEntry", DirEntry.Type)
        .Function("walk", "top, topdown=True, onerror=None, followlinks=False", static a => new SequenceOf(s_generator, Walk(PathText.Of(a[0]), a[1].Truth, a[2], a[3].Truth)));

    /// <summary>Walks folders by their descriptors, which only Linux can list here.</summary>
    public static void AddDescriptors(PyModule module) => module
        .Function("fwalk", "top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None", static a => new SequenceOf(s_generator, DescriptorWalk.Of(a[0], a[1].Truth, a[2], a[3].Truth, a[4])));

    private static Any Change(Any path)
    {
        var name = P(path, "chdir");
        // .NET keeps no folder of its own, but asks the system each time.
        Posix.Check(Posix.ChangeDirectory(Posix.C(name)), PathText.Shown(path));
        return Any.None;
    }

    /// <summary>The names in a folder, in the system's order.</summary>
    /// <exception cref="OSError">The folder cannot be read.</exception>
    internal static (PathText Folder, IEnumerable<Any> Names) List(Any path, string function)
    {
        if (Operators.IsIntLike(path))
            path = $"/proc/self/fd/{Operators.Str(path)}";
        var folder = path.IsNone ? new PathText(".", false) : PathText.Of(path, function);
        if (OperatingSystem.IsLinux())
        {
            var descriptor = Posix.Check(Posix.Open(Posix.C(folder.Text), OsDescriptors.DirectoryFlag | 0x80000, 0), path.IsNone ? "." : PathText.Shown(path));
            _ = Posix.Close(descriptor);
        }
        var names = FileErrors.Guard(path, () => Directory.GetFileSystemEntries(folder.Text).Select(Path.GetFileName).ToArray());
        return (folder, names.Select(n => folder.Back(n!)));
    }

    private static IEnumerable<Any> Walk(PathText top, bool topDown, Any onError, bool follow)
    {
        PyList<Any> folders = new(), files = new();
        var inner = new List<string>();
        try
        {
            foreach (var entry in new FolderScan(top.Back(top.Text)).Entries())
            {
                var isFolder = entry.IsKind(0x4000, follow: true);
                (isFolder ? folders : files).Append(entry.Name);
                if (!topDown && isFolder && (follow || !entry.IsKind(0xa000, follow: false)))
                    inner.Add(FileErrors.PathOf(entry.FullPath));
            }
        }
        catch (OSError error)
        {
            if (!onError.IsNone)
                onError.Call(error);
            yield break;
        }
        if (topDown)
        {
            yield return PyTuple.Of(top.Back(top.Text), folders, files);
            // The program may have taken folders away, or put others there.
            foreach (var folder in folders.ToArray())
            {
                var path = PosixPaths.Join(top.Text, FileErrors.PathOf(folder));
                if (follow || FileStatus.Read(path, follow: false) is not { IsLink: true })
                    inner.Add(path);
            }
        }
        foreach (var path in inner)
            foreach (var found in Walk(new PathText(path, top.IsBytes), topDown, onError, follow))
                yield return found;
        if (!topDown)
            yield return PyTuple.Of(top.Back(top.Text), folders, files);
    }
}

/// <summary>What <c>os.scandir</c> gives.</summary>
internal sealed class FolderScan : PyIterator
{
    private static readonly PyType s_type = PyIterator.DeclareType("ScandirIterator", "posix")
        .Method("close", static o => ((FolderScan)o.Ref!).Close())
        .Method("__enter__", static o => o)
        .Method("__exit__", "self, /, *args", static (o, _) => ((FolderScan)o.Ref!).Close());

    private readonly IEnumerator<DirEntry> _entries;
    private bool _closed;

    public FolderScan(Any path)
    {
        var (folder, names) = OsFolders.List(path, "scandir");
        // The path of what lies in a folder that is given as a descriptor is its name alone.
        _entries = names.Select(n => PosixPaths.Join(folder.Text, FileErrors.PathOf(n)) is var place && Operators.IsIntLike(path) ? new DirEntry(n, n, place) : new DirEntry(n, folder.Back(place), place)).GetEnumerator();
    }

    public override PyType Class => s_type;

    public override bool TryNext(out Any value)
    {
        var more = !_closed && _entries.MoveNext();
        value = more ? _entries.Current : Any.None;
        return more;
    }

    internal IEnumerable<DirEntry> Entries()
    {
        while (_entries.MoveNext())
            yield return _entries.Current;
    }

    private Any Close()
    {
        _closed = true;
        return Any.None;
    }
}

/// <summary><see href="https://docs.python.org/3.13/library/os.html#os.DirEntry">os.DirEntry</see>.</summary>
internal sealed class DirEntry(Any name, Any path, string place) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("DirEntry", module: "posix").Subscripted()
        .Property("name", static o => Self(o).Name)
        .Property("path", static o => Self(o).FullPath)
        .Method("is_dir", "self, *, follow_symlinks=True", static (o, follow) => Self(o).IsKind(0x4000, follow.Truth))
        .Method("is_file", "self, *, follow_symlinks=True", static (o, follow) => Self(o).IsKind(0x8000, follow.Truth))
        .Method("is_symlink", static o => Self(o).IsKind(0xa000, follow: false))
        .Method("is_junction", static _ => false)
        .Method("inode", static o => (System.Numerics.BigInteger)FileStatus.Of(Self(o).Place, follow: false).Inode)
        .Method("stat", "self, *, follow_symlinks=True", static (o, follow) => FileStatus.Of(Self(o).Place, follow.Truth).ToAny())
        .Method("__fspath__", static o => Self(o).FullPath)
        .Method("__repr__", static o => $"<DirEntry {Operators.Repr(Self(o).Name)}>");

    public override PyType Class => Type;

    public Any Name => name;

    public Any FullPath => path;

    /// <summary>Where it lies for the system.</summary>
    private string Place => place;

    private static DirEntry Self(Any o) => (DirEntry)o.Ref!;

    public bool IsKind(uint kind, bool follow) => FileStatus.Read(place, follow) is { } status && (status.Mode & 0xf000) == kind;
}
