using System.Text.RegularExpressions;

namespace Pytocs.Runtime.Core;

/// <summary>Which part of a statement called the next function.</summary>
internal static partial class Blame
{
    private static readonly Dictionary<string, string> s_operators = new(StringComparer.Ordinal)
    {
        ["add"] = "+", ["sub"] = "-", ["mul"] = "*", ["matmul"] = "@", ["truediv"] = "/", ["mod"] = "%", ["pow"] = "**", ["lshift"] = "<<",
        ["rshift"] = ">>", ["or"] = "|", ["xor"] = "^", ["and"] = "&", ["floordiv"] = "//",
    };

    /// <param name="unit">The statement.</param>
    /// <param name="callee">The function that it called, where it is known.</param>
    /// <param name="name">Its name.</param>
    /// <param name="file">The file that the statement is in.</param>
    /// <param name="error">What was raised, if anything was.</param>
    public static MapPart? Call(MapUnit unit, MapFunction? callee, string name, string file, BaseException? error)
    {
        var parts = unit.Parts;
        name = callee?.Name ?? name;
        if (callee is { Kind: 'a' or 'n' } && Awaiting(unit, callee) is { } awaiting)
            return awaiting;
        // Calling a coroutine function does not run its body: the call that is given the coroutine does.
        if (callee is { Kind: 'a' } && parts.Find(p => p.Kind == 'c' && p.Name == name) is var made)
            return (made is null ? null : parts.Find(p => p.Kind == 'c' && p.Span != made.Span && p.Span.Contains(made.Span))) ?? LastCall(unit);
        if (callee is { Kind: 'y' or 'g' } && Iterating(unit, callee) is { } iterating)
            return iterating;
        if (callee?.Kind == 'c')
            return parts.Find(p => p.Kind == 'C' && p.Name == name) ?? LastCall(unit);
        if (Likeliest(parts.FindAll(p => p.Kind == 'c' && p.Name == name), callee == unit.Function, file, error) is { } call)
            return call;
        if (IsSpecial(name) && Special(unit, callee, name, file, error) is { } special)
            return special;
        // A property is a decorated function; what a call returned is called by no name.
        return (callee is null || callee.FirstLine < callee.Line ? parts.Find(p => p.Kind == '.' && p.Name == name) : null) ?? parts.Find(static p => p.Kind == 'c' && p.Name.Length == 0) ?? LastCall(unit);
    }

    /// <summary>The last call that is evaluated, for want of anything better; printing hardly ever fails. Else the last operation.</summary>
    public static MapPart? LastCall(MapUnit unit)
        => unit.Parts.FindLast(static p => p is { Kind: 'c' or 'w', Name: not "print" }) ?? unit.Parts.FindLast(static p => p.Kind is 'c' or 'w') ?? unit.Parts.FindLast(static p => p.Kind is not ('n' or '.' or 'v' or 'b')) ?? unit.Parts.LastOrDefault();

    /// <summary>The call that iterates over a generator expression.</summary>
    public static MapPart? Consumer(MapUnit unit, MapPart inside)
        => unit.Parts.Where(p => p.Kind == 'c' && p.Function == unit.Function && p.Span != inside.Span && p.Span.Contains(inside.Span)).MinBy(static p => (p.Span.EndLine - p.Span.Line, p.Span.EndColumn - p.Span.Column))
            ?? unit.Parts.Find(static p => p.Kind is 'F' or 'k') ?? LastCall(unit);

    private static bool IsSpecial(string name) => name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    private static MapPart? Awaiting(MapUnit unit, MapFunction callee)
    {
        if (callee.Name is "__aenter__" or "__aexit__")
            return unit.Parts.FindLast(static p => p.Kind == 'e');
        if (callee.Kind == 'n' || callee.Name == "__anext__")
            if (unit.Parts.Find(static p => p.Kind == 'N') is { } next)
                return next;
        var awaits = unit.Parts.FindAll(static p => p.Kind == 'w');
        return awaits.Find(w => unit.Parts.Exists(p => p.Kind == 'c' && p.Name == callee.Name && w.Span.Contains(p.Span))) ?? (awaits.Count > 0 ? awaits[^1] : null);
    }

    private static MapPart? Iterating(MapUnit unit, MapFunction callee)
    {
        var made = unit.Parts.Find(p => p.Kind == 'c' && p.Name == callee.Name);
        // What iterates is the call around the one that makes the generator.
        if (made is not null && unit.Parts.Find(p => p.Kind is 'c' or 'w' && p.Span != made.Span && p.Span.Contains(made.Span)) is { } around)
            return around;
        if (made is null && callee.Kind == 'g' && unit.Parts.Find(p => p.Kind == 'c' && p.Function == callee.Parent && p.Span.Contains(new MapSpan(callee.Line, callee.Column + 1, callee.Line, callee.Column + 1))) is { } consumer)
            return consumer;
        return unit.Parts.Find(static p => p.Kind == 'w') ?? (made is null ? unit.Parts.FindLast(static p => p.Kind == 'c' && p.Name is "next" or "send" or "throw") : null)
            ?? unit.Parts.Find(static p => p.Kind is 'F' or 'k');
    }

    private static MapPart? Special(MapUnit unit, MapFunction? callee, string name, string file, BaseException? error)
    {
        var bare = name[2..^2];
        MapPart? Last(Func<MapPart, bool> fits) => unit.Parts.FindLast(p => fits(p));
        if (s_operators.TryGetValue(bare, out var op) || (bare[0] is 'r' or 'i' && s_operators.TryGetValue(bare[1..], out op)))
            return Last(p => p.Kind is 'o' or 'a' && p.Name == op);
        return bare switch
        {
            "init" or "new" or "post_init" when Owner(callee) is { } owner && Likeliest(unit.Parts.FindAll(p => p.Kind == 'c' && p.Name == owner), false, file, error) is { } made => made,
            "init_subclass" or "set_name" or "prepare" or "new" or "init" when Last(p => p.Kind == 'C') is { } cls => cls,
            "getitem" or "setitem" or "delitem" or "missing" or "class_getitem" => Last(p => p.Kind == 's'),
            "iter" => AskedForIterator(unit) ?? Last(p => p.Kind == 'c'),
            "next" => Last(p => p.Kind is 'F' or 'k') ?? Last(p => p.Kind == 'c'),
            "enter" or "exit" => Last(p => p.Kind == 'e'),
            "setattr" or "set" => Last(static p => p is { Kind: 'c', Name: "setattr" }) ?? Last(static p => p.Kind == '.'),
            "getattr" or "getattribute" or "get" => Last(static p => p is { Kind: 'c', Name: "getattr" or "hasattr" }) ?? Last(static p => p.Kind == '.'),
            "delattr" or "delete" => Last(static p => p is { Kind: 'c', Name: "delattr" }) ?? Last(static p => p.Kind == '.'),
            "bool" or "len" => Last(p => p.Kind == 'c' && p.Name is "bool" or "len") ?? Last(p => p.Kind == 'b'),
            "contains" => Last(p => p.Kind == 'q' && p.Name == "in"),
            "eq" or "ne" or "lt" or "le" or "gt" or "ge" => Last(p => p.Kind == 'q'),
            "neg" or "pos" or "invert" => Last(p => p.Kind == 'u'),
            "str" or "repr" or "format" => Last(p => p.Kind == 'f') ?? Last(p => p.Kind == 'c'),
            "hash" => Last(p => p.Kind is 's' or 'c') ?? Last(p => p.Kind == 'v'),
            "await" => Last(p => p.Kind == 'w'),
            _ => null,
        };
    }

    /// <summary>What was asked for an iterator last; that of a generator expression's first loop, the code around asks for.</summary>
    private static MapPart? AskedForIterator(MapUnit unit)
        => unit.Parts.FindLast(p => p.Kind is 'G' or 'k' || (p.Kind == 'F' && !unit.Parts.Exists(o => o.Kind == 'G' && o.Span == p.Span)));

    /// <summary>The class that a method stands in.</summary>
    private static string? Owner(MapFunction? method)
        => method is null ? null : Owner(method.QualName);

    [GeneratedRegex(@"(\w+)\(\)")]
    private static partial Regex CalledName();

    [GeneratedRegex(@"^Can't instantiate abstract class (\w+) ")]
    private static partial Regex AbstractName();

    [GeneratedRegex(@"for \|?(\S+?)=?: ")]
    private static partial Regex Operator();

    [GeneratedRegex(@"variable '(\w+)'")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^cannot (?:assign to|delete) field '(\w+)'$")]
    private static partial Regex FieldName();
}
