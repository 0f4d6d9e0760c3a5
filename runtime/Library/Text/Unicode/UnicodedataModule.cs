using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Unicode;

/// <summary>The module <see href="https://docs.python.org/3.13/library/unicodedata.html">unicodedata</see>, version 15.1.0 of the database.</summary>
internal static class UnicodedataModule
{
    public static PyModule Build() => new PyModule("unicodedata")
        .Value("unidata_version", "15.1.0")
        .Function("lookup", "name, /", static (Any[] a) => Lookup(Lib.Text(a[0], "argument")))
        .Function("name", "chr, default=, /", static a => UnicodeTable.Instance.NameOf(Code("name", a[0], 1)) ?? Default(a[1], "no such name"), Any.Unbound)
        .Function("decimal", "chr, default=, /", static a => Number(Code("decimal", a[0], 1), "d") is { } n ? n : Default(a[1], "not a decimal"), Any.Unbound)
        .Function("digit", "chr, default=, /", static a => Number(Code("digit", a[0], 1), "dg") is { } n ? n : Default(a[1], "not a digit"), Any.Unbound)
        .Function("numeric", "chr, default=, /", static a => Numeric(Code("numeric", a[0], 1)) is { } n ? n : Default(a[1], "not a numeric character"), Any.Unbound)
        .Function("category", "chr, /", static (Any[] a) => Find("category", a[0]) ?? "Cn")
        .Function("bidirectional", "chr, /", static (Any[] a) => Find("bidirectional", a[0]) ?? "")
        .Function("combining", "chr, /", static (Any[] a) => int.Parse(Find("combining", a[0]) ?? "0", CultureInfo.InvariantCulture))
        .Function("east_asian_width", "chr, /", static (Any[] a) => Find("width", a[0], "east_asian_width") ?? "N")
        .Function("mirrored", "chr, /", static (Any[] a) => Find("mirrored", a[0]) is null ? 0 : 1)
        .Function("decomposition", "chr, /", static (Any[] a) => Find("decomposition", a[0]) ?? "")
        .Function("normalize", "form, unistr, /", static (form, text) => Normalize(Lib.Text(form, "normalize() argument 1"), Lib.Text(text, "normalize() argument 2")))
        .Function("is_normalized", "form, unistr, /", static (form, text) => Normalize(Lib.Text(form), Lib.Text(text)) == Lib.Text(text));

    private static string? Find(string property, Any character, string? function = null) => UnicodeTable.Instance.Find(property, Code(function ?? property, character, 0));

    private static int Code(string function, Any value, int position)
    {
        var text = PyValueInstance.Unwrap(value).Ref as string;
        var what = position > 0 ? $"{function}() argument {position}" : $"{function}() argument";
        if (text is null)
            throw new TypeError($"{what} must be a unicode character, not {PyType.Of(value).ErrorName}");
        return Str.Length(text) != 1 ? throw new TypeError($"{what} must be a unicode character, not str")
            : text.Length == 2 ? char.ConvertToUtf32(text[0], text[1])
            : text[0];
    }

    private static Any Default(Any given, string error) => given.IsUnbound ? throw new ValueError(error) : given;

    /// <exception cref="KeyError">No character has the name.</exception>
    private static string Lookup(string name)
        => UnicodeTable.Instance.CodeOf(name.ToUpperInvariant()) is >= 0 and var code
            ? code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : Str.FromCodePoint(code)
            : throw new KeyError($"undefined character name '{name}'");

    private static int? Number(int code, string kinds)
        => UnicodeTable.Instance.Find("numeric", code) is { } text && kinds.Contains(text[0]) ? int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture) : null;

    private static double? Numeric(int code)
    {
        if (UnicodeTable.Instance.Find("numeric", code) is not { } text)
            return null;
        var parts = text[1..].Split('/');
        var top = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? top : top / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static string Normalize(string form, string text) => form switch
    {
        "NFC" => Normalization.Normalize(text, compose: true, compatibly: false),
        "NFKC" => Normalization.Normalize(text, compose: true, compatibly: true),
        "NFD" => Normalization.Normalize(text, compose: false, compatibly: false),
        "NFKD" => Normalization.Normalize(text, compose: false, compatibly: true),
        _ => throw new ValueError("invalid normalization form"),
    };
}
