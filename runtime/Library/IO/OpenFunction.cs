using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The built-in <c>open</c>. See <see href="https://docs.python.org/3.13/library/functions.html#open">open</see>.</summary>
internal static class OpenFunction
{
    public const string Signature = "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None";

    public static Any Open(Any[] a)
    {
        var (path, mode) = (a[0], a[1].Ref as string ?? throw new TypeError($"open() argument 'mode' must be str, not {Lib.Given(a[1])}"));
        var (encoding, errors, newline) = (Optional(a[3], "encoding") is { } named && named != "locale" ? named : a[3].IsNone ? null : "UTF-8", Optional(a[4], "errors"), Optional(a[5], "newline"));
        if (mode.Any(static c => !"axrwb+t".Contains(c, StringComparison.Ordinal)) || mode.Distinct().Count() != mode.Length)
            throw new ValueError($"invalid mode: '{mode}'");
        var binary = mode.Contains('b', StringComparison.Ordinal);
        if (binary && mode.Contains('t', StringComparison.Ordinal))
            throw new ValueError("can't have text and binary mode at once");
        var directions = mode.Count(static c => c is 'a' or 'x' or 'r' or 'w');
        if (directions > 1)
            throw new ValueError("must have exactly one of create/read/write/append mode");
        if (binary && encoding is not null)
            throw new ValueError("binary mode doesn't take an encoding argument");
        if (binary && errors is not null)
            throw new ValueError("binary mode doesn't take an errors argument");
        if (binary && newline is not null)
            throw new ValueError("binary mode doesn't take a newline argument");
        if (directions == 0)
            throw new ValueError("Must have exactly one of create/read/write/append mode and at most one plus");
        var buffering = Operators.Index(a[2]);
        if (buffering == 0 && !binary)
            throw new ValueError("can't have unbuffered text I/O");
        if (!a[7].IsNone)
            path = Opened(a[7], path, mode);
        else if (!a[6].Truth && !Operators.IsIntLike(path))
            throw new ValueError("Cannot use closefd=False with file name");
        var file = Binary(path, mode.Replace("b", "", StringComparison.Ordinal).Replace("t", "", StringComparison.Ordinal), buffering == 0, a[6].Truth);
        if (binary)
            return file;
        try
        {
            return new TextFile(file, encoding is null or "locale" ? "UTF-8" : encoding, errors ?? "strict", newline, buffering == 1) { Mode = mode };
        }
        catch (BaseException)
        {
            file.Close();
            throw;
        }
    }

    /// <summary>The descriptor that an <c>opener</c> gives.</summary>
    internal static Any Opened(Any opener, Any path, string mode)
    {
        var flags = (mode.Contains('+', StringComparison.Ordinal) ? 2 : mode.Contains('r', StringComparison.Ordinal) ? 0 : 1) | 0x80000
            | (mode.Contains('w', StringComparison.Ordinal) ? 0x240 : mode.Contains('a', StringComparison.Ordinal) ? 0x440 : mode.Contains('x', StringComparison.Ordinal) ? 0xc0 : 0);
        var descriptor = opener.Call(path, flags);
        return !Operators.IsIntLike(descriptor) ? throw new TypeError("expected integer from opener")
            : Lib.Int(descriptor) < 0 ? throw new ValueError($"opener returned {Operators.Str(descriptor)}")
            : descriptor;
    }

    private static string? Optional(Any value, string name)
        => value.IsNone ? null : value.Ref as string ?? throw new TypeError($"open() argument '{name}' must be str or None, not {Lib.Given(value)}");

    /// <summary>Opens by a mode of letters and <c>+</c> only.</summary>
    public static BinaryStream Binary(Any path, string mode, bool raw, bool owns = true)
    {
        if (Operators.IsIntLike(path))
        {
            return (long)Operators.ToInt(path) switch
            {
                < 0 => throw new ValueError("negative file descriptor"),
                0 => StdIO.In.Binary,
                1 => StdIO.Out.Binary,
                2 => StdIO.Error.Binary,
                var descriptor => new DiskFile((int)descriptor, mode.First(static c => c != '+'), mode.Contains('+', StringComparison.Ordinal), raw, owns),
            };
        }
        _ = FileErrors.PathOf(path);
        return new DiskFile(path, mode.First(static c => c != '+'), mode.Contains('+', StringComparison.Ordinal), raw);
    }
}
