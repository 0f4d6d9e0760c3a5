using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Csv;

/// <summary>When fields are quoted: the constants <c>csv.QUOTE_*</c>.</summary>
internal enum CsvQuoting
{
    Minimal, All, NonNumeric, None, Strings, NotNull,
}

/// <summary>How a file is laid out. See <see href="https://docs.python.org/3.13/library/csv.html#dialects-and-formatting-parameters">formatting parameters</see>.</summary>
internal sealed class CsvDialect : PyObject
{
    private static readonly string[] s_names = ["delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"];

    public static readonly PyType Type = PyType.Builtin("Dialect", module: "_csv")
        .Property("delimiter", static o => Text(Self(o).Delimiter)).Property("doublequote", static o => Self(o).DoubleQuote)
        .Property("escapechar", static o => Text(Self(o).Escape)).Property("lineterminator", static o => Self(o).LineTerminator)
        .Property("quotechar", static o => Text(Self(o).Quote)).Property("quoting", static o => (int)Self(o).Quoting)
        .Property("skipinitialspace", static o => Self(o).SkipInitialSpace).Property("strict", static o => Self(o).Strict);

    public override PyType Class => Type;

    /// <summary>A character, or -1 for none; as the other two.</summary>
    public int Delimiter { get; private init; } = ',';

    public int Quote { get; private init; } = '"';

    public int Escape { get; private init; } = -1;

    public bool DoubleQuote { get; private init; } = true;

    public string LineTerminator { get; private init; } = "\r\n";

    public CsvQuoting Quoting { get; private init; }

    public bool SkipInitialSpace { get; private init; }

    public bool Strict { get; private init; }

    private static CsvDialect Self(Any o) => (CsvDialect)o.Ref!;

    private static Any Text(int c) => c < 0 ? Any.None : char.ConvertFromUtf32(c);

    /// <summary>A dialect from a registered name, a class or an object with attributes, and what keyword arguments change.</summary>
    /// <exception cref="TypeError">A parameter has a wrong value or name.</exception>
    public static CsvDialect Of(Any given, PyDict changes)
    {
        if (given.Ref is string name)
            given = CsvModule.Find(name);
        if (given.Ref is CsvDialect same && changes.Count == 0)
            return same;
        foreach (var (key, _) in changes.Entries())
            if (!s_names.Contains(Operators.Str(key)))
                throw new TypeError($"this function got an unexpected keyword argument '{Operators.Str(key)}'");
        Any Value(string parameter) => changes.TryGetAny(parameter, out var changed) ? changed : given.IsNone ? Any.Unbound : Operators.GetAttr(given, parameter, Any.Unbound);
        var quote = Value("quotechar");
        var quoting = Value("quoting");
        if (quoting.IsUnbound && quote.IsNone)
            quoting = (int)CsvQuoting.None;
        return new CsvDialect
        {
            Delimiter = Character("delimiter", Value("delimiter"), ',', allowNone: false),
            DoubleQuote = Value("doublequote") is { IsUnbound: false } doubled ? doubled.Truth : true,
            Escape = Character("escapechar", Value("escapechar"), -1, allowNone: true),
            LineTerminator = Terminator(Value("lineterminator")),
            Quote = Character("quotechar", quote, '"', allowNone: true),
            Quoting = QuotingOf(quoting),
            SkipInitialSpace = Value("skipinitialspace") is { IsUnbound: false } skip && skip.Truth,
            Strict = Value("strict") is { IsUnbound: false } strict && strict.Truth,
        }.Checked();
    }

    private CsvDialect Checked()
    {
        if (Quoting != CsvQuoting.None && Quote < 0)
            throw new TypeError("quotechar must be set if quoting enabled");
        CheckCharacter("delimiter", Delimiter, allowSpace: true);
        CheckCharacter("escapechar", Escape, allowSpace: !SkipInitialSpace);
        CheckCharacter("quotechar", Quote, allowSpace: !SkipInitialSpace);
        CheckDifferent("delimiter", Delimiter, "escapechar", Escape);
        CheckDifferent("delimiter", Delimiter, "quotechar", Quote);
        CheckDifferent("escapechar", Escape, "quotechar", Quote);
        foreach (var (name, c) in (ReadOnlySpan<(string, int)>)[("delimiter", Delimiter), ("escapechar", Escape), ("quotechar", Quote)])
            if (c >= 0 && LineTerminator.Contains(char.ConvertFromUtf32(c), StringComparison.Ordinal))
                throw new ValueError($"bad {name} or lineterminator value");
        return this;
    }

    private static void CheckCharacter(string name, int c, bool allowSpace)
    {
        if (c is '\r' or '\n' || (c == ' ' && !allowSpace))
            throw new ValueError($"bad {name} value");
    }

    private static void CheckDifferent(string name, int c, string other, int d)
    {
        if (c >= 0 && c == d)
            throw new ValueError($"bad {name} or {other} value");
    }

    private static int Character(string name, Any value, int fallback, bool allowNone)
    {
        if (value.IsUnbound)
            return fallback;
        if (allowNone && value.IsNone)
            return -1;
        var text = PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"\"{name}\" must be string{(allowNone ? " or None" : "")}, not {PyType.Of(value).ErrorName}");
        return Str.Length(text) == 1 ? char.ConvertToUtf32(text, 0) : throw new TypeError($"\"{name}\" must be a 1-character string");
    }

    private static string Terminator(Any value)
        => value.IsUnbound ? "\r\n"
            : value.IsNone ? throw new TypeError("lineterminator must be set")
            : value.Ref as string ?? throw new TypeError("\"lineterminator\" must be a string");

    private static CsvQuoting QuotingOf(Any value)
    {
        if (value.IsUnbound)
            return CsvQuoting.Minimal;
        if (!Operators.IsIntLike(PyValueInstance.Unwrap(value)))
            throw new TypeError("\"quoting\" must be an integer");
        var number = Lib.Int(PyValueInstance.Unwrap(value));
        return number is >= 0 and <= (int)CsvQuoting.NotNull ? (CsvQuoting)number : throw new TypeError("bad \"quoting\" value");
    }
}
