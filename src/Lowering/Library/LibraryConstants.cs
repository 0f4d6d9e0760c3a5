using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>A value of the library that never changes, as C# spells it.</summary>
/// <param name="Code">The C# value.</param>
/// <param name="Type">Its type.</param>
public sealed record LibraryConstant(LowExpression Code, StaticType Type);

/// <summary>The constants of the library that have a C# spelling, unless the program replaces them.</summary>
public static class LibraryConstants
{
    private static readonly Dictionary<string, LibraryConstant> s_constants = new(StringComparer.Ordinal)
    {
        ["asyncio.FIRST_COMPLETED"] = new(new LowName("AsyncIO.FirstCompleted"), StaticType.Str),
        ["asyncio.FIRST_EXCEPTION"] = new(new LowName("AsyncIO.FirstException"), StaticType.Str),
        ["asyncio.ALL_COMPLETED"] = new(new LowName("AsyncIO.AllCompleted"), StaticType.Str),
        ["math.pi"] = Float("double.Pi"),
        ["math.e"] = Float("double.E"),
        ["math.tau"] = Float("double.Tau"),
        ["math.inf"] = Float("double.PositiveInfinity"),
        ["math.nan"] = Float("PyFloat.NaN"),
        ["string.ascii_letters"] = Text("AsciiLetters"),
        ["string.ascii_lowercase"] = Text("AsciiLowercase"),
        ["string.ascii_uppercase"] = Text("AsciiUppercase"),
        ["string.digits"] = Text("Digits"),
        ["string.hexdigits"] = Text("HexDigits"),
        ["string.octdigits"] = Text("OctDigits"),
        ["string.printable"] = Text("Printable"),
        ["string.punctuation"] = Text("Punctuation"),
        ["string.whitespace"] = Text("Whitespace"),
        ["sys.maxsize"] = new(new LowCast(LowType.Named("PyInt"), new LowName("long.MaxValue")), StaticType.Int),
        ["sys.maxunicode"] = new(new LowLiteral(0x10FFFFL), StaticType.Int),
    };

    /// <summary>The constant that a name of the library is; null where it is none or the program gives the name another value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="patched">The names that the program gives other values.</param>
    public static LibraryConstant? Find(StaticType? name, IReadOnlySet<string> patched)
        => name is LibraryType { FullName: var full } && s_constants.TryGetValue(full, out var constant) && !patched.Contains(full) ? constant : null;

    private static LibraryConstant Float(string code) => new(new LowName(code), StaticType.Float);

    private static LibraryConstant Text(string name) => new(new LowName("StringConstants." + name), StaticType.Str);
}
