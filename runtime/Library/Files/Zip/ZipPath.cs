using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>A member as a path: <see href="https://docs.python.org/3.13/library/zipfile.html#path-objects">zipfile.Path</see>.</summary>
internal sealed class ZipPath : PyContainer
{
    public static readonly PyType Type = CreateType();

    private Any _root = Any.None;
    private string _at = "";

    protected override PyType BuiltinClass => Type;

    private static ZipPath Self(Any o) => (ZipPath)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Path", module: "zipfile");
        type.New(static (cls, _) =>
        {
            var made = new ZipPath();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, root, at=''", static a => Lib.Do(() => (Self(a[0])._root, Self(a[0])._at) = (a[1].Ref is ZipArchiveFile ? a[1] : ((Any)ZipArchiveFile.Type).Call(a[1]), Lib.Text(a[2]))))
            .Property("root", static o => Self(o)._root).Property("at", static o => Self(o)._at)
            .Property("name", static o => Self(o).Pure.Get("name")).Property("stem", static o => Self(o).Pure.Get("stem"))
            .Property("suffix", static o => Self(o).Pure.Get("suffix")).Property("suffixes", static o => Self(o).Pure.Get("suffixes"))
            .Property("filename", static o => Self(o).FileName)
            .Property("parent", static o => Self(o).Parent())
            .Method("is_dir", static o => Self(o).IsFolder)
            .Method("is_file", static o => Self(o).Exists && !Self(o).IsFolder)
            .Method("exists", static o => Self(o).Exists)
            .Method("iterdir", static o => new SequenceOf(s_children, Self(o).Children()))
            .Method("joinpath", "self, *other", static (o, others) => ((PyTuple)others.Ref!).Aggregate(o, static (path, part) => Self(path).Joined(PathText.Of(part).Text)))
            .Method("__truediv__", "self, other", static (o, other) => Self(o).Joined(PathText.Of(other).Text))
            .Method("open", "self, mode='r', *args, pwd=None, **kwargs", static a => Self(a[0]).Open(Lib.Text(a[1]), (PyTuple)a[2].Ref!, Lib.Dict(a[4])))
            .Method("read_text", "self, *args, **kwargs", static (o, args, kwargs) => Self(o).Open("r", (PyTuple)args.Ref!, Lib.Dict(kwargs)).Invoke("read"))
            .Method("read_bytes", static o => Self(o)._root.Invoke("read", Self(o)._at))
            .Method("__eq__", "self, other", static (o, other) => other.Ref is ZipPath path ? ReferenceEquals(path._root.Ref, Self(o)._root.Ref) && path._at == Self(o)._at : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(PyTuple.Of(Self(o)._root, Self(o)._at)))
            .Method("__str__", static o => PosixPaths.Join(Self(o).ArchiveName, Self(o)._at))
            .Method("__repr__", static o => $"Path({Str.Repr(Self(o).ArchiveName)}, {Str.Repr(Self(o)._at)})");
    }

    private static readonly PyType s_children = PyIterator.DeclareType("generator");

    private string ArchiveName => Operators.GetAttr(_root, "filename", Any.None) is { IsNone: false } name ? PathText.Of(name).Text : ":zipfile:";

    private Any FileName => Modules.Import("pathlib").Get("Path").Call(ArchiveName).Invoke("joinpath", _at);

    private Any Pure => _at.Length > 0 ? Modules.Import("pathlib").Get("PurePosixPath").Call(_at) : FileName;

    private bool IsFolder => _at.Length == 0 || _at.EndsWith('/');

    private bool Exists => Names().Contains(_at);

    /// <summary>All names, and the folders that are only named by what they hold.</summary>
    private List<string> Names()
    {
        var names = Operators.ToList(_root.Invoke("namelist")).Select(Operators.Str).ToList();
        var known = names.ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.ToArray())
            for (var slash = name.TrimEnd('/').LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
                if (known.Add(name[..(slash + 1)]))
                    names.Add(name[..(slash + 1)]);
        return names;
    }

    private ZipPath At(string at)
    {
        var made = new ZipPath { _root = _root, _at = at };
        made.SetClass(Class);
        return made;
    }

    private Any Parent()
    {
        if (_at.Length == 0)
            return FileName.Get("parent");
        var head = PosixPaths.Split(_at.TrimEnd('/')).Head;
        return At(head.Length > 0 ? head + "/" : "");
    }

    private Any Joined(string part)
    {
        var next = PosixPaths.Join(_at, part);
        var names = Names();
        return At(!names.Contains(next) && names.Contains(next + "/") ? next + "/" : next);
    }

    private IEnumerable<Any> Children()
    {
        if (!IsFolder)
            throw new ValueError("Can't listdir a file");
        return Names().Where(n => n.Length > _at.Length && n.StartsWith(_at, StringComparison.Ordinal) && !n[_at.Length..].TrimEnd('/').Contains('/')).Select(n => (Any)At(n));
    }

    private Any Open(string mode, PyTuple args, PyDict settings)
    {
        if (IsFolder)
            throw new IsADirectoryError(this);
        if (!mode.StartsWith('w') && !Exists)
            throw new FileNotFoundError(this);
        var stream = _root.Invoke("open", _at, mode[..1]);
        return mode.Contains('b', StringComparison.Ordinal) ? stream : Lib.Call(IOTypes.TextIOWrapper, new PyTuple([stream, .. args]), settings);
    }
}
