using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A path of <see href="https://docs.python.org/3.13/library/pathlib.html">pathlib</see>: drive, root and names, parsed when they are asked for.</summary>
internal sealed class PurePath : LibraryObject
{
    private (string Drive, string Root, string[] Tail)? _parsed;

    public PurePath(bool isWindows) => IsWindows = isWindows;

    public bool IsWindows { get; }

    /// <summary>The arguments as texts, as they were given.</summary>
    public string[] Raw { get; private set; } = [];

    private protected override PyType NativeClass => IsWindows ? PathTypes.PureWindowsPath : PathTypes.PurePosixPath;

    public char Separator => IsWindows ? '\\' : '/';

    private (string Drive, string Root, string[] Tail) Parsed => _parsed ??= Parse(IsWindows, Raw);

    public string Drive => Parsed.Drive;

    public string Root => Parsed.Root;

    public string Anchor => Drive + Root;

    /// <summary>The names behind the anchor.</summary>
    public string[] Tail => Parsed.Tail;

    public string Name => Tail.Length == 0 ? "" : Tail[^1];

    public string Suffix => Name.LastIndexOf('.') is > 0 and var dot && dot < Name.Length - 1 ? Name[dot..] : "";

    public string Stem => Name.LastIndexOf('.') is > 0 and var dot && dot < Name.Length - 1 ? Name[..dot] : Name;

    public bool IsAbsolute => IsWindows ? Drive.Length > 0 && Root.Length > 0 : Root.Length > 0;

    /// <summary>The path's text; <c>.</c> where it is empty.</summary>
    public string Text => Format(Drive, Root, Tail) is { Length: > 0 } text ? text : ".";

    /// <summary>What compares: on Windows without case.</summary>
    public string Key => IsWindows ? Text.ToLowerInvariant() : Text;

    public static PurePath Self(Any o) => (PurePath)o.Ref!;

    /// <summary>Takes the constructor's arguments.</summary>
    /// <exception cref="TypeError">One is no path.</exception>
    public void Initialise(PyTuple args)
    {
        var raw = new List<string>();
        foreach (var arg in args)
        {
            if (arg.Ref is PurePath other)
            {
                if (IsWindows != other.IsWindows)
                    raw.AddRange(other.Raw.Select(r => other.IsWindows ? r.Replace('\\', '/') : r));
                else
                    raw.AddRange(other.Raw);
                continue;
            }
            var shown = PathText.Shown(arg);
            raw.Add(PyValueInstance.Unwrap(shown).Ref as string
                ?? throw new TypeError($"argument should be a str or an os.PathLike object where __fspath__ returns a str, not {Operators.Repr(PyType.Of(shown).Name)}"));
        }
        (Raw, _parsed) = ([.. raw], null);
    }

    private static (string, string, string[]) Parse(bool isWindows, string[] raw)
    {
        var path = raw.Length == 0 ? "" : isWindows ? NtPaths.Join(raw[0], raw.AsSpan(1)) : PosixPaths.Join(raw[0], raw.AsSpan(1));
        if (path.Length == 0)
            return ("", "", []);
        if (isWindows)
            path = path.Replace('/', '\\');
        var (drive, root, rest) = isWindows ? NtPaths.SplitRoot(path) : PosixPaths.SplitRoot(path);
        if (root.Length == 0 && drive.StartsWith('\\') && !drive.EndsWith('\\'))
        {
            var parts = drive.Split('\\');
            if ((parts.Length == 4 && parts[2] is not ("?" or ".")) || parts.Length == 6)
                root = "\\";
        }
        return (drive, root, [.. rest.Split(isWindows ? '\\' : '/').Where(static p => p.Length > 0 && p != ".").Select(string.Intern)]);
    }

    private string Format(string drive, string root, IEnumerable<string> tail)
    {
        var names = string.Join(Separator, tail);
        if (drive.Length > 0 || root.Length > 0)
            return drive + root + names;
        // A first name that looks like a drive is told from one by a dot.
        return IsWindows && names.Length > 1 && names[1] == ':' ? ".\\" + names : names;
    }

    /// <summary>A path of the same class with other parts.</summary>
    public Any With(string drive, string root, params IEnumerable<string> tail) => Segments(Format(drive, root, tail));

    /// <summary>A path of the same class from texts, by <c>with_segments</c> where Python code derives from the class.</summary>
    public Any Segments(params Any[] segments)
    {
        if (!IsPlainClass)
            return new Any(this, 0).Get("with_segments").Call(new Arguments(segments));
        var made = As(Class, new PurePath(IsWindows));
        made.Initialise(new PyTuple(segments));
        return made;
    }

    private bool IsPlainClass => ReferenceEquals(Class, PathTypes.PosixPath) || ReferenceEquals(Class, PathTypes.PurePosixPath) || ReferenceEquals(Class, PathTypes.PureWindowsPath);

    public Any Parent => Tail.Length == 0 ? this : With(Drive, Root, Tail[..^1]);

    public Any Joined(Any other) => Segments(this, other);

    public Any WithName(string name)
    {
        if (name.Length == 0 || name == "." || name.Contains(Separator, StringComparison.Ordinal) || (IsWindows && name.Contains('/', StringComparison.Ordinal)))
            throw new ValueError($"Invalid name {Operators.Repr(name)}");
        return Tail.Length == 0 ? throw new ValueError($"{Operators.Repr(this)} has an empty name") : With(Drive, Root, [.. Tail[..^1], name]);
    }

    public PyTuple Parts => new([.. (Anchor.Length > 0 ? [Anchor, .. Tail] : Tail).Select(static p => (Any)p)]);

    /// <summary>Whether it lies below another; both compare as their class does.</summary>
    public bool IsBelow(PurePath other)
        => Fold(Anchor) == Fold(other.Anchor) && other.Tail.Length <= Tail.Length && other.Tail.Select(Fold).SequenceEqual(Tail.Take(other.Tail.Length).Select(Fold));

    private string Fold(string text) => IsWindows ? text.ToLowerInvariant() : text;

    /// <summary><see href="https://docs.python.org/3.13/library/pathlib.html#pathlib.PurePath.relative_to">relative_to</see>.</summary>
    /// <exception cref="ValueError">It lies elsewhere.</exception>
    public Any RelativeTo(PurePath other, bool walkUp)
    {
        var steps = 0;
        for (var length = other.Tail.Length; ; length--, steps++)
        {
            if (Fold(Anchor) == Fold(other.Anchor) && length <= Tail.Length && other.Tail.Take(length).Select(Fold).SequenceEqual(Tail.Take(length).Select(Fold)))
                return With("", "", [.. Enumerable.Repeat("..", steps), .. Tail[length..]]);
            if (!walkUp)
                throw new ValueError($"{Operators.Repr(Text)} is not in the subpath of {Operators.Repr(other.Text)}");
            if (length == 0)
                throw new ValueError($"{Operators.Repr(Text)} and {Operators.Repr(other.Text)} have different anchors");
            if (other.Tail[length - 1] == "..")
                throw new ValueError($"'..' segment in {Operators.Repr(other.Text)} cannot be walked");
        }
    }

    /// <summary>Whether the last names fit those of a pattern; all of them where the pattern is absolute.</summary>
    public bool Matches(PurePath pattern, bool ignoreCase)
    {
        if (pattern.Anchor.Length + pattern.Tail.Length == 0)
            throw new ValueError("empty pattern");
        string[] own = Anchor.Length > 0 ? [Anchor, .. Tail] : Tail;
        string[] wanted = pattern.Anchor.Length > 0 ? [pattern.Anchor, .. pattern.Tail] : pattern.Tail;
        if (own.Length < wanted.Length || (own.Length > wanted.Length && pattern.Anchor.Length > 0))
            return false;
        return wanted.Reverse().Zip(own.Reverse()).All(pair => WildcardText.Fits(pair.Second, pair.First, ignoreCase));
    }

    public bool FullyMatches(PurePath pattern, bool ignoreCase)
        => WildcardText.Compile(GlobModule.Translate(pattern.Text == "." ? "" : pattern.Text, recursive: true, includeHidden: true, IsWindows ? "\\/" : "/"), ignoreCase).IsMatch(Text == "." ? "" : Text);
}
