using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The classes of pathlib, and what they do without asking the system.</summary>
internal static class PathTypes
{
    private const string Module = "pathlib._local";

    public static readonly PyType PurePathType = Pure(PyType.Emitted("PurePath", Module));
    public static readonly PyType PurePosixPath = PyType.Emitted("PurePosixPath", Module, PurePathType);
    public static readonly PyType PureWindowsPath = PyType.Emitted("PureWindowsPath", Module, PurePathType);
    public static readonly PyType PathType = PathMethods.Add(PyType.Emitted("Path", Module, PurePathType));
    public static readonly PyType PosixPath = PyType.Emitted("PosixPath", Module, PathType, PurePosixPath);
    public static readonly PyType WindowsPath = PyType.Emitted("WindowsPath", Module, PathType, PureWindowsPath);

    public static readonly PyType Unsupported = PyType.Exception("UnsupportedOperation", NotImplementedError.Type, static args => new NotImplementedError(args), "pathlib._abc");

    private static PurePath Self(Any o) => PurePath.Self(o);

    private static Any Make(PyType cls)
    {
        if (ReferenceEquals(cls, PurePathType))
            cls = PurePosixPath;
        else if (ReferenceEquals(cls, PathType))
            cls = PosixPath;
        else if (cls.IsSubclassOf(WindowsPath))
            throw (BaseException)Unsupported.Call($"cannot instantiate {Operators.Repr(cls.Name)} on your system").Ref!;
        return LibraryObject.As(cls, new PurePath(cls.IsSubclassOf(PureWindowsPath)));
    }

    /// <summary>Another path as one of the same class.</summary>
    private static PurePath Other(Any self, Any other) => other.Ref as PurePath ?? Self(Self(self).Segments(other));

    /// <summary>What a path is compared with: one path, or the parts of one, which is deprecated.</summary>
    private static Any Whole(string method, Any[] a)
    {
        var more = Lib.Tuple(a[2]);
        if (more.Count == 0)
            return a[1];
        Warn($"support for supplying more than one positional argument to pathlib.PurePath.{method}() is deprecated and scheduled for removal in Python 3.14");
        return Self(a[0]).Segments([a[1], .. more]);
    }

    private static void Warn(string message) => Modules.ImportFrom("warnings", "warn").Call(new Arguments { message, DeprecationWarning.Type, { "stacklevel", 2 } });

    private static bool IgnoresCase(Any self, Any sensitive) => sensitive.IsNone ? Self(self).IsWindows : !sensitive.Truth;

    private static PyType Pure(PyType type)
    {
        type.New(static (cls, _) => Make(cls));
        type.Method("__init__", "self, *args", static (self, args) => Lib.Do(() => Self(self).Initialise(Lib.Tuple(args))))
            .Method("with_segments", "self, *pathsegments", static (self, args) => PyType.Of(self).Call(new Arguments(Lib.Tuple(args).AsSpan())))
            .Method("joinpath", "self, *pathsegments", static (self, args) => Self(self).Segments([self, .. Lib.Tuple(args)]))
            .Method("__truediv__", "self, key", static (self, key) => IsPathLike(key) ? Self(self).Joined(key) : Any.NotImplemented)
            .Method("__rtruediv__", "self, key", static (self, key) => IsPathLike(key) ? Self(self).Segments(key, self) : Any.NotImplemented)
            .Method("__str__", static self => Self(self).Text)
            .Method("__fspath__", static self => Self(self).Text)
            .Method("__bytes__", static self => PyBytes.Wrap(Codecs.Encode(Self(self).Text, "utf-8", "surrogateescape")))
            .Method("__repr__", static self => $"{PyType.Of(self).Name}({Operators.Repr(Posix(self))})")
            .Method("__hash__", static self => Operators.Hash(Self(self).Key))
            .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), new PyTuple([.. Self(self).Raw.Select(static r => (Any)r)])))
            .Method("as_posix", static self => Posix(self))
            .Method("as_uri", static self => AsUri(Self(self)))
            .Method("is_absolute", static self => Self(self).IsAbsolute)
            .Method("is_reserved", static self =>
            {
                Warn("pathlib.PurePath.is_reserved() is deprecated and slated for removal in Python 3.15. Use os.path.isreserved() to detect reserved paths on Windows.");
                return Self(self).IsWindows && Modules.ImportFrom("ntpath", "isreserved").Call(self).Truth;
            })
            .Method("is_relative_to", "self, other, *_deprecated", static a => Self(a[0]).IsBelow(Other(a[0], Whole("is_relative_to", a))))
            .Method("relative_to", "self, other, *_deprecated, walk_up=False", static a => Self(a[0]).RelativeTo(Other(a[0], Whole("relative_to", a)), a[3].Truth))
            .Method("match", "self, path_pattern, *, case_sensitive=None", static a => Self(a[0]).Matches(Other(a[0], a[1]), IgnoresCase(a[0], a[2])))
            .Method("full_match", "self, pattern, *, case_sensitive=None", static a => Self(a[0]).FullyMatches(Other(a[0], a[1]), IgnoresCase(a[0], a[2])))
            .Method("with_name", "self, name", static (self, name) => Self(self).WithName(Lib.Text(name)))
            .Method("with_stem", "self, stem", static (self, stem) => WithStem(self, Lib.Text(stem)))
            .Method("with_suffix", "self, suffix", static (self, suffix) => WithSuffix(self, Lib.Text(suffix)));
        Compare(type, "__eq__", Comparison.Eq);
        Compare(type, "__lt__", Comparison.Lt);
        Compare(type, "__le__", Comparison.LtE);
        Compare(type, "__gt__", Comparison.Gt);
        Compare(type, "__ge__", Comparison.GtE);
        return type
            .Property("parts", static self => Self(self).Parts)
            .Property("drive", static self => Self(self).Drive)
            .Property("root", static self => Self(self).Root)
            .Property("anchor", static self => Self(self).Anchor)
            .Property("name", static self => Self(self).Name)
            .Property("stem", static self => Self(self).Stem)
            .Property("suffix", static self => Self(self).Suffix)
            .Property("suffixes", static self => Lib.List(Self(self).Name is var name && name.EndsWith('.') ? [] : name.TrimStart('.').Split('.').Skip(1).Select(static s => "." + s)))
            .Property("parent", static self => Self(self).Parent)
            .Property("parents", static self => new PathParents(Self(self)))
            .Attribute("parser", new ParserAttribute());
    }

    private static bool IsPathLike(Any value) => PyValueInstance.Unwrap(value).Ref is string || (value.Ref is IPyObject and not PyType && !PyType.Of(value).Lookup("__fspath__").IsUnbound);

    private static string Posix(Any self) => Self(self).IsWindows ? Self(self).Text.Replace('\\', '/') : Self(self).Text;

    private static void Compare(PyType type, string name, Comparison op) => type.Method(name, "self, other", (self, other) =>
    {
        if (other.Ref is not PurePath path || path.IsWindows != Self(self).IsWindows)
            return Any.NotImplemented;
        if (op == Comparison.Eq)
            return Self(self).Key == path.Key;
        // Paths order by their names, not by their texts.
        var (mine, theirs) = (Self(self).Key.Split(path.Separator), path.Key.Split(path.Separator));
        return PyTuple.Compare(op, new PyTuple([.. mine.Select(static p => (Any)p)]), new PyTuple([.. theirs.Select(static p => (Any)p)]));
    });

    private static Any WithStem(Any self, string stem)
    {
        var suffix = Self(self).Suffix;
        return suffix.Length == 0 ? Self(self).WithName(stem)
            : stem.Length == 0 ? throw new ValueError($"{Operators.Repr(self)} has a non-empty suffix")
            : Self(self).WithName(stem + suffix);
    }

    private static Any WithSuffix(Any self, string suffix)
    {
        var stem = Self(self).Stem;
        if (stem.Length == 0)
            throw new ValueError($"{Operators.Repr(self)} has an empty name");
        return suffix.Length > 0 && (suffix[0] != '.' || suffix.Length == 1) ? throw new ValueError($"Invalid suffix {Operators.Repr(suffix)}") : Self(self).WithName(stem + suffix);
    }

    private static string AsUri(PurePath path)
    {
        if (!path.IsAbsolute)
            throw new ValueError("relative path can't be expressed as a file URI");
        var text = path.IsWindows ? path.Text.Replace('\\', '/') : path.Text;
        var prefix = !path.IsWindows ? "file://" : path.Drive.EndsWith(':') ? "file:///" + path.Drive : "file:";
        var rest = path.IsWindows && path.Drive.EndsWith(':') ? text[2..] : text;
        return prefix + string.Concat(Codecs.Encode(rest, "utf-8", "surrogateescape").Select(static b => char.IsAsciiLetterOrDigit((char)b) || "/_.-~".Contains((char)b, StringComparison.Ordinal) ? $"{(char)b}" : $"%{b:X2}"));
    }

    /// <summary>What <c>path.parents</c> is: each longer start of the path.</summary>
    private sealed class PathParents(PurePath path) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_PathParents", module: Module)
            .Method("__len__", static self => Parents(self).Count)
            .Method("__getitem__", "self, idx", static (self, index) => index.Ref is PySlice slice
                ? Parents(self).Slice(slice)
                : Lib.Int(index) is var i && i < Parents(self).Count && i >= -Parents(self).Count ? Parents(self)[(int)(i < 0 ? i + Parents(self).Count : i)] : throw new IndexError(index))
            .Method("__iter__", static self => Builtins.Iter(Parents(self)))
            .Method("__repr__", static self => $"<{PyType.Of(((PathParents)self.Ref!).Path).Name}.parents>");

        public override PyType Class => s_type;

        private PurePath Path => path;

        private static PyTuple Parents(Any self)
        {
            var own = ((PathParents)self.Ref!).Path;
            return new PyTuple([.. Enumerable.Range(1, own.Tail.Length).Select(i => own.With(own.Drive, own.Root, own.Tail[..^i]))]);
        }
    }

    public static PyModule Build() => new PyModule("pathlib")
        .Type(PurePathType).Type(PurePosixPath).Type(PureWindowsPath).Type(PathType).Type(PosixPath).Type(WindowsPath).Type(Unsupported);
}
