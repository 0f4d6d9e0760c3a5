using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/stdtypes.html#string-methods">str</see>.</summary>
internal static class StrRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("split", "Str.Split", "sep: StrOrNone=, maxsplit: Int=", Strings),
        Row("rsplit", "Str.RSplit", "sep: StrOrNone=, maxsplit: Int=", Strings),
        Row("splitlines", "Str.SplitLines", "keepends: Truth=", Strings),
        Row("partition", "Str.Parts", "sep: Str, /", Three),
        Row("rpartition", "Str.RParts", "sep: Str, /", Three),
        Row("join", "Str.Join", "iterable: Strs, /", StaticType.Str),
        Row("join", "Str.JoinAny", "iterable: Read, /", StaticType.Str),
        Row("replace", "Str.Replace", "old: Str, new: Str, /, count: Int=", StaticType.Str),
        Row("startswith", "Str.StartsWith", "prefix: Str, /", StaticType.Bool),
        Row("startswith", "Str.StartsWith", "prefix: Read, start: Read, end: Read=, /", StaticType.Bool),
        Row("startswith", "Str.StartsWith", "prefix: Read, /", StaticType.Bool),
        Row("endswith", "Str.EndsWith", "suffix: Str, /", StaticType.Bool),
        Row("endswith", "Str.EndsWith", "suffix: Read, start: Read, end: Read=, /", StaticType.Bool),
        Row("endswith", "Str.EndsWith", "suffix: Read, /", StaticType.Bool),
        Row("find", "Str.Find", "sub: Str, start: Read=, end: Read=, /", StaticType.Int),
        Row("rfind", "Str.RFind", "sub: Str, start: Read=, end: Read=, /", StaticType.Int),
        Row("index", "Str.IndexOf", "sub: Str, start: Read=, end: Read=, /", StaticType.Int),
        Row("rindex", "Str.RIndexOf", "sub: Str, start: Read=, end: Read=, /", StaticType.Int),
        Row("count", "Str.Count", "sub: Str, start: Read=, end: Read=, /", StaticType.Int),
        Row("strip", "Str.Strip", "chars: StrOrNone=, /", StaticType.Str),
        Row("lstrip", "Str.LStrip", "chars: StrOrNone=, /", StaticType.Str),
        Row("rstrip", "Str.RStrip", "chars: StrOrNone=, /", StaticType.Str),
        Row("removeprefix", "Str.RemovePrefix", "prefix: Str, /", StaticType.Str),
        Row("removesuffix", "Str.RemoveSuffix", "suffix: Str, /", StaticType.Str),
        Row("center", "Str.Center", "width: Int, fillchar: Str=, /", StaticType.Str),
        Row("ljust", "Str.LJust", "width: Int, fillchar: Str=, /", StaticType.Str),
        Row("rjust", "Str.RJust", "width: Int, fillchar: Str=, /", StaticType.Str),
        Row("zfill", "Str.ZFill", "width: Int, /", StaticType.Str),
        Row("expandtabs", "Str.ExpandTabs", "tabsize: Int=", StaticType.Str),
        Row("format", "Str.Format", "*args: Keep", StaticType.Str),
        Row("translate", "Str.Translate", "table: Keep, /", StaticType.Str),
        Row("encode", "Str.Encode", "encoding: Str=, errors: Str=", StaticType.Bytes),
        .. Text("upper", "lower", "title", "capitalize", "casefold"),
        Row("swapcase", "Str.SwapCase", "", StaticType.Str),
        .. Test("IsAlpha", "IsDigit", "IsDecimal", "IsNumeric", "IsAlnum", "IsSpace", "IsAscii", "IsPrintable", "IsUpper", "IsLower", "IsTitle", "IsIdentifier"),
    ];

    private static StaticType Strings(CallSite call) => call.List(StaticType.Str);

    private static StaticType Three(CallSite call) => new TupleShape([StaticType.Str, StaticType.Str, StaticType.Str]);

    private static IEnumerable<(string, TypedRow)> Text(params string[] names)
        => names.Select(n => Row(n, "Str." + (n == "casefold" ? "CaseFold" : char.ToUpperInvariant(n[0]) + n[1..]), "", StaticType.Str));

    private static IEnumerable<(string, TypedRow)> Test(params string[] names)
        => names.Select(n => Row(n.ToLowerInvariant(), "Str." + n, "", StaticType.Bool));
}
