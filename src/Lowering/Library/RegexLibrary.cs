using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>What typed code knows of <see href="https://docs.python.org/3.13/library/re.html">re</see> over texts.</summary>
internal static class RegexLibrary
{
    /// <summary>A pattern for texts.</summary>
    public static LibraryClass Pattern { get; } = new LibraryClass("re", "Pattern", "PyPattern")
        .Property("pattern", "Text", StaticType.Str)
        .Property("groups", "GroupCount", StaticType.Int);

    /// <summary>A match in a text.</summary>
    public static LibraryClass Match { get; } = new LibraryClass("re", "Match", "PyMatch")
        .Property("string", "Text", StaticType.Str)
        .Property("pos", "Pos", StaticType.Int)
        .Property("endpos", "EndPos", StaticType.Int);

    /// <summary>What a function or a method of a pattern takes behind the pattern, and its C# method.</summary>
    public static LibraryFunction? Searching(string name) => s_searching.GetValueOrDefault(name);

    private static readonly Dictionary<string, LibraryFunction> s_searching = new(StringComparer.Ordinal)
    {
        ["match"] = LibraryFunction.Read("Match", "string, pos?, endpos?", StaticType.Any),
        ["search"] = LibraryFunction.Read("Search", "string, pos?, endpos?", StaticType.Any),
        ["fullmatch"] = LibraryFunction.Read("FullMatch", "string, pos?, endpos?", StaticType.Any),
        ["findall"] = LibraryFunction.Read("FindAll", "string, pos?, endpos?", StaticType.Any),
        ["finditer"] = LibraryFunction.Read("FindIter", "string, pos?, endpos?", StaticType.Any),
        ["split"] = LibraryFunction.Read("Split", "string, maxsplit?", StaticType.Any),
        ["sub"] = LibraryFunction.Read("Sub", "repl!, string, count?", StaticType.Str),
        ["subn"] = LibraryFunction.Read("SubN", "repl!, string, count?", new TupleShape([StaticType.Str, StaticType.Int])),
    };

    /// <summary>Flags by their names.</summary>
    public static string? Flag(string name) => name switch
    {
        "I" or "IGNORECASE" => "IgnoreCase",
        "M" or "MULTILINE" => "Multiline",
        "S" or "DOTALL" => "DotAll",
        "X" or "VERBOSE" => "Verbose",
        "A" or "ASCII" => "Ascii",
        "U" or "UNICODE" => "Unicode",
        _ => null,
    };

    /// <summary>The C# names of the flags that an expression combines; null where it is anything else.</summary>
    public static ImmutableArray<string>? Flags(Py.Expression? expression, Func<Py.Expression, StaticType> typeOf) => expression switch
    {
        null => [],
        Py.BinOp { Op: Py.Operator.BitOr } both => Flags(both.Left, typeOf) is { } left && Flags(both.Right, typeOf) is { } right ? [.. left, .. right] : null,
        Py.Name or Py.Attribute when typeOf(expression) is LibraryType { Module: "re", Name: var name } && Flag(name) is { } flag => [flag],
        _ => null,
    };

    /// <summary>What a group of a match is: a text, or None where it may not take part.</summary>
    public static StaticType GroupType(RegexGroups? groups, Py.Expression key)
        => key is Py.Constant { Value: System.Numerics.BigInteger { IsZero: true } } || (key is Py.Constant constant && groups?.Find(constant.Value) is { IsCertain: true }) ? StaticType.Str : new OptionalType(StaticType.Str);

    public static StaticType GroupType(RegexGroup group) => group.IsCertain ? StaticType.Str : new OptionalType(StaticType.Str);
}

/// <summary>A call of <c>re</c>, of a pattern or of a match that becomes one of a C# method.</summary>
/// <param name="CsName">The C# method; null where the pattern itself is what is asked for.</param>
/// <param name="Receiver">The pattern or match; null of a function that is given the text of a pattern.</param>
/// <param name="Pattern">That text.</param>
/// <param name="Flags">C#'s names of the flags.</param>
/// <param name="Arguments">The arguments, in their order, with the names that C# needs.</param>
public sealed record RegexCall(string? CsName, Py.Expression? Receiver, Py.Expression? Pattern, ImmutableArray<string> Flags, ImmutableArray<(Py.Expression Value, string? Name)> Arguments)
{
    /// <summary>The type argument of the C# method.</summary>
    public StaticType? TypeArgument { get; init; }

    /// <summary>What the elements of the list or dict are that the C# method makes.</summary>
    public StaticType? Made { get; init; }
}
