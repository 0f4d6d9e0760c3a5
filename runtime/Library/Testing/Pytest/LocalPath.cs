using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// What the fixture <c>tmpdir</c> gives: a path with the older methods of <c>py.path.local</c>. See
/// <see href="https://docs.pytest.org/en/stable/how-to/tmp_path.html#the-tmpdir-and-tmpdir-factory-fixtures">the tmpdir fixture</see>.
/// </summary>
internal sealed class LocalPath(string path) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("LocalPath", module: "_pytest._py.path")
        .New("cls, path=None, expanduser=False", static a => new LocalPath(Operators.Str(Absolute(a[1].IsNone ? Lib.Text(Os("getcwd")) : FsPath(a[1])))))
        .Property("strpath", static o => Self(o).Text)
        .Property("basename", static o => Self(o).Pathlib.Get("name"))
        .Property("dirname", static o => Operators.Str(Self(o).Pathlib.Get("parent")))
        .Property("purebasename", static o => Self(o).Pathlib.Get("stem"))
        .Property("ext", static o => Self(o).Pathlib.Get("suffix"))
        .Method("join", "self, *args, abs=False", static a => Self(a[0]).Joined(Lib.Tuple(a[1])))
        .Method("__truediv__", "self, other", static (o, other) => Self(o).Joined(PyTuple.Of(other)))
        .Method("dirpath", "self, *args, **kwargs", static a => new LocalPath(Operators.Str(Self(a[0]).Pathlib.Get("parent"))).Joined(Lib.Tuple(a[1])))
        .Method("exists", static o => Self(o).Pathlib.Invoke("exists"))
        .Method("isfile", static o => Self(o).Pathlib.Invoke("is_file"))
        .Method("isdir", static o => Self(o).Pathlib.Invoke("is_dir"))
        .Method("check", "self, **kw", static a => Self(a[0]).Check(Lib.Dict(a[1])))
        .Method("size", static o => Self(o).Pathlib.Invoke("stat").Get("st_size"))
        .Method("open", "self, mode='r', ensure=False, encoding=None", static a => Self(a[0]).Open(a[1], a[2].Truth, a[3]))
        .Method("read", "self, mode='r'", static a => Self(a[0]).With(a[1], false, Any.None, static f => f.Invoke("read")))
        .Method("read_text", "self, encoding", static (o, encoding) => Self(o).With("r", false, encoding, static f => f.Invoke("read")))
        .Method("read_binary", static o => Self(o).With("rb", false, Any.None, static f => f.Invoke("read")))
        .Method("readlines", "self, cr=1", static a => Self(a[0]).With("r", false, Any.None, f => a[1].Truth ? f.Invoke("readlines") : f.Invoke("read").Invoke("split", "\n")))
        .Method("write", "self, data, mode='w', ensure=False", static a => Self(a[0]).Write(Operators.Str(a[2]).Contains('b', StringComparison.Ordinal) || a[1].Ref is string ? a[1] : Operators.Str(a[1]), a[2], a[3].Truth, Any.None))
        .Method("write_text", "self, data, encoding, ensure=False", static a => Self(a[0]).Write(a[1], "w", a[3].Truth, a[2]))
        .Method("write_binary", "self, data, ensure=False", static a => Self(a[0]).Write(a[1], "wb", a[2].Truth, Any.None))
        .Method("mkdir", "self, *args", static a => Self(a[0]).Joined(Lib.Tuple(a[1])).MakeFolder())
        .Method("ensure", "self, *args, **kwargs", static a => Self(a[0]).Joined(Lib.Tuple(a[1])).Ensure(Lib.Dict(a[2]).TryGetAny("dir", out var dir) && dir.Truth))
        .Method("listdir", "self, fil=None, sort=None", static a => Self(a[0]).List())
        .Method("remove", "self, rec=1, ignore_errors=False", static a => Self(a[0]).Remove(a[1].Truth))
        .Method("chdir", static o => Self(o).Enter())
        .Method("__fspath__", static o => Self(o).Text)
        .Method("__str__", static o => Self(o).Text)
        .Method("__repr__", static o => $"local({Core.Str.Repr(Self(o).Text)})")
        .Method("__hash__", static o => Builtins.Hash(Self(o).Text))
        .Method("__eq__", "self, other", static (o, other) => other.Ref is string or LocalPath || !PyType.Of(other).Special("__fspath__").IsUnbound ? Self(o).Text == Operators.Str(FsPath(other)) : false)
        .Method("__lt__", "self, other", static (o, other) => string.CompareOrdinal(Self(o).Text, Operators.Str(FsPath(other))) < 0);

    private string Text => path;

    private Any Pathlib => Modules.Import("pathlib").Get("Path").Call(path);

    public override PyType Class => Type;

    private static LocalPath Self(Any o) => (LocalPath)o.Ref!;

    private static Any Os(string function, params Any[] arguments) => Lib.Call(Modules.Import("os").Get(function), new PyTuple(arguments), new PyDict<Any, Any>());

    private static Any FsPath(Any value) => Os("fspath", value);

    private static Any Absolute(Any value) => Modules.Import("os.path").Get("abspath").Call(value);

    private LocalPath Joined(PyTuple parts)
        => parts.Count == 0 ? this : new LocalPath(parts.Aggregate(path, static (whole, part) => System.IO.Path.Combine(whole, Operators.Str(FsPath(part)).TrimStart('/'))));

    private Any Open(Any mode, bool ensures, Any encoding)
    {
        if (ensures)
            Pathlib.Get("parent").Invoke("mkdir", new Arguments { { "parents", true }, { "exist_ok", true } });
        return Modules.Import("builtins").Get("open").Call(new Arguments { path, mode, { "encoding", encoding } });
    }

    private Any With(Any mode, bool ensures, Any encoding, Func<Any, Any> use)
    {
        var file = Open(mode, ensures, encoding);
        try
        {
            return use(file);
        }
        finally
        {
            file.Invoke("close");
        }
    }

    private Any Write(Any data, Any mode, bool ensures, Any encoding)
    {
        With(mode, ensures, encoding, f => f.Invoke("write", data));
        return Any.None;
    }

    private LocalPath MakeFolder()
    {
        Pathlib.Invoke("mkdir");
        return this;
    }

    private LocalPath Ensure(bool isFolder)
    {
        (isFolder ? Pathlib : Pathlib.Get("parent")).Invoke("mkdir", new Arguments { { "parents", true }, { "exist_ok", true } });
        if (!isFolder && !Pathlib.Invoke("exists").Truth)
            Write("", "w", false, Any.None);
        return this;
    }

    /// <summary>Whether the path is all that the keywords ask for: <c>file=1</c>, <c>dir=0</c>.</summary>
    private Any Check(PyDict keywords)
    {
        if (keywords.Count == 0)
            return Pathlib.Invoke("exists");
        foreach (var (key, value) in keywords.Entries())
        {
            var asks = Operators.Str(key) switch
            {
                "file" => "is_file",
                "dir" => "is_dir",
                "link" => "is_symlink",
                "exists" => "exists",
                var name => throw new TypeError($"checker {name} is not there"),
            };
            if (Pathlib.Invoke(asks).Truth != value.Truth)
                return false;
        }
        return true;
    }

    private PyList<Any> List() => new(Operators.ToList(Os("listdir", path)).Select(name => (Any)Joined(PyTuple.Of(name))));

    private Any Remove(bool isDeep)
        => !Pathlib.Invoke("is_dir").Truth ? Os("remove", path) : isDeep ? Modules.Import("shutil").Get("rmtree").Call(path) : Os("rmdir", path);

    private LocalPath Enter()
    {
        var old = new LocalPath(Operators.Str(Os("getcwd")));
        Os("chdir", path);
        return old;
    }
}

/// <summary>What the fixture <c>tmpdir_factory</c> gives.</summary>
internal sealed class LocalPathFactory : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TempdirFactory", module: "_pytest.legacypath")
        .Method("mktemp", "self, basename, numbered=True", static a => new LocalPath(Operators.Str(TempPathFactory.Instance.Make(Lib.Text(a[1]), a[2].Truth))))
        .Method("getbasetemp", static _ => new LocalPath(Operators.Str(((Any)TempPathFactory.Instance).Invoke("getbasetemp"))));

    public override PyType Class => Type;
}
