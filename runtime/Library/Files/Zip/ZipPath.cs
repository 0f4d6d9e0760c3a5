using System.Runtime.CompilerServices;
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
            .Method("is_symlink", static o => Self(o).IsLink)
            .Method("iterdir", static o => Self(o).IsFolder ? new SequenceOf(s_children, Self(o).Children()) : throw new ValueError("Can't listdir a file"))
            .Method("match", "self, path_pattern", static (o, pattern) => Modules.Import("pathlib").Get("PurePosixPath").Call(Self(o)._at).Invoke("match", pattern))
            .Method("glob", "self, pattern", static (o, pattern) => new SequenceOf(s_found, Self(o).Found(Lib.Text(pattern))))
            .Method("rglob", "self, pattern", static (o, pattern) => new SequenceOf(s_found, Self(o).Found("**/" + Lib.Text(pattern))))
            .Method("relative_to", "self, other, *extra", static (o, other, extra) => Modules.Import("posixpath").Invoke("relpath", Operators.Str(o), Operators.Str(Lib.Call(other.Get("joinpath"), (PyTuple)extra.Ref!, new PyDict<Any, Any>()))))
            .Method("joinpath", "self, *other", static (o, others) => Self(o).Joined((PyTuple)others.Ref!))
            .Method("__truediv__", "self, *other", static (o, others) => Self(o).Joined((PyTuple)others.Ref!))
            .Method("open", "self, mode='r', *args, pwd=None, **kwargs", static a => Self(a[0]).Open(Lib.Text(a[1]), (PyTuple)a[2].Ref!, a[3], Lib.Dict(a[4])))
            .Method("read_text", "self, *args, **kwargs", static (o, args, kwargs) => Read(Self(o).Open("r", (PyTuple)args.Ref!, Any.None, Lib.Dict(kwargs))))
            .Method("read_bytes", static o => Read(Self(o).Open("rb", new PyTuple([]), Any.None, new PyDict<Any, Any>())))
            .Method("__eq__", "self, other", static (o, other) => other.Ref is ZipPath path && path.Class == Self(o).Class ? ReferenceEquals(path._root.Ref, Self(o)._root.Ref) && path._at == Self(o)._at : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(PyTuple.Of(Self(o)._root, Self(o)._at)))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o).ArchiveName, Self(o)._at)))
            .Method("__str__", static o => Modules.Import("posixpath").Invoke("join", Self(o).ArchiveName, Self(o)._at))
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({Operators.Repr(Self(o).ArchiveName)}, {Str.Repr(Self(o)._at)})");
    }

    private static readonly PyType s_children = PyIterator.DeclareType("filter");
    private static readonly PyType s_found = PyIterator.DeclareType("map");

    // The names of an archive that is read stay the same.
    private static readonly ConditionalWeakTable<object, Contents> s_contents = [];

    private sealed record Contents(List<string> Names, HashSet<string> Known);

    private Any ArchiveName => _root.Get("filename");

    private Any FileName => Modules.Import("pathlib").Get("Path").Call(ArchiveName).Invoke("joinpath", _at);

    private Any Pure => Modules.Import("pathlib").Get("PurePosixPath").Call(_at.Length > 0 ? _at : ArchiveName);

    private bool IsFolder => _at.Length == 0 || _at.EndsWith('/');

    private bool Exists => Names().Known.Contains(_at);

    /// <summary>Whether the member says so itself; a folder that only others name is none.</summary>
    private bool IsLink => !(IsFolder && Exists && !Operators.Contains(_root.Invoke("namelist"), _at)) && (Lib.Int(_root.Invoke("getinfo", _at).Get("external_attr")) >> 16 & 0xf000) == 0xa000;

    private Contents Names()
    {
        if (Operators.Equal(_root.Get("mode"), "r"))
            return s_contents.GetValue(_root.Ref!, _ => AllNames());
        return AllNames();
    }

    /// <summary>All names, and the folders that are only named by what they hold.</summary>
    private Contents AllNames()
    {
        var names = Operators.ToList(_root.Invoke("namelist")).Select(Operators.Str).ToList();
        var known = names.ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.ToArray())
            for (var slash = name.TrimEnd('/').LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
                if (known.Add(name[..(slash + 1)]))
                    names.Add(name[..(slash + 1)]);
        return new Contents(names, known);
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

    private Any Joined(PyTuple parts)
    {
        var next = parts.Aggregate(_at, static (path, part) => PosixPaths.Join(path, PathText.Of(part).Text));
        var known = Names().Known;
        return At(!known.Contains(next) && known.Contains(next + "/") ? next + "/" : next);
    }

    private IEnumerable<Any> Children()
    {
        var folder = _at.TrimEnd('/');
        return Names().Names.Where(n => PosixPaths.Split(n.TrimEnd('/')).Head.TrimEnd('/') == folder).Select(n => (Any)At(n));
    }

    /// <exception cref="ValueError">The pattern is empty, or has a <c>**</c> that is only a part of a name.</exception>
    private IEnumerable<Any> Found(string pattern)
    {
        if (pattern.Length == 0)
            throw new ValueError($"Unacceptable pattern: {Str.Repr(pattern)}");
        var re = Modules.Import("re");
        var matches = re.Invoke("compile", Operators.Str(re.Invoke("escape", _at)) + ZipPatterns.Expression(pattern)).Get("fullmatch");
        return Names().Names.Where(n => matches.Call(n).Truth).Select(n => (Any)At(n));
    }

    private static Any Read(Any stream)
    {
        var content = stream.Invoke("read");
        stream.Invoke("close");
        return content;
    }

    private Any Open(string mode, PyTuple args, Any password, PyDict settings)
    {
        if (IsFolder)
            throw new IsADirectoryError(this);
        if (mode.StartsWith('r') && !Exists)
            throw new FileNotFoundError(this);
        var stream = _root.Invoke("open", new Arguments { _at, mode[..1], { "pwd", password } });
        if (!mode.Contains('b', StringComparison.Ordinal))
            return Lib.Call(IOTypes.TextIOWrapper, new PyTuple([stream, .. args]), settings);
        return args.Count == 0 && settings.Count == 0 ? stream : throw new ValueError("encoding args invalid for binary operation");
    }
}
