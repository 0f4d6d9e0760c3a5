using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>A built-in that a loop runs through directly, without an iterator object.</summary>
/// <param name="CsName">The C# method that gives an <c>IEnumerable</c>.</param>
/// <param name="TakesIterables">Whether its arguments are iterables.</param>
/// <param name="Item">The item type, from the arguments' item types.</param>
public sealed record Iteration(string CsName, bool TakesIterables, Func<StaticType[], StaticType> Item)
{
    /// <summary>The number of the first item, where the call says it.</summary>
    public Py.Expression? Start { get; init; }

    /// <summary>The arguments that are run through, or of which it is made.</summary>
    public IEnumerable<Py.Expression> Arguments(Py.Call call) => Start is null ? call.Args : [call.Args[0]];
}

/// <summary><c>range</c>, <c>enumerate</c>, <c>zip</c> and <c>reversed</c> as the head of a loop.</summary>
public static class Iterations
{
    /// <param name="target">The type of what is called.</param>
    /// <param name="call">The call.</param>
    /// <param name="typeOf">The type of an argument.</param>
    public static Iteration? Find(StaticType target, Py.Call call, Func<Py.Expression, StaticType> typeOf)
    {
        if (target is not LibraryType { Module: "builtins" } library || call.Args.Any(a => a is Py.Starred))
            return null;
        var count = call.Args.Length;
        return library.Name switch
        {
            "range" when count is >= 1 and <= 3 && call.Keywords.Length == 0 => new("Range", false, _ => StaticType.Int),
            "enumerate" when count == 1 && call.Keywords.Length == 0 => new("Enumerate", true, t => new TupleShape([StaticType.Int, t[0]])),
            "enumerate" when Start(call) is { } start && typeOf(start) is SimpleType { Kind: SimpleKind.Int or SimpleKind.Never } => new("Enumerate", true, t => new TupleShape([StaticType.Int, t[0]])) { Start = start },
            "reversed" when count == 1 && call.Keywords.Length == 0 && IsReversible(call.Args[0], typeOf) => new("Reversed", true, t => t[0]),
            "zip" when count is >= 2 and <= 4 && call.Keywords.Length == 0 => new("Zip", true, t => new TupleShape([.. t])),
            _ => null,
        };
    }

    /// <summary>The number that <c>enumerate</c> is told to begin with.</summary>
    private static Py.Expression? Start(Py.Call call) => (call.Args, call.Keywords) switch
    {
        ([_, var start], []) => start,
        ([_], [{ Arg: "start", Value: var start }]) => start,
        _ => null,
    };

    /// <summary>Whether an argument is a list, or a range made for this loop alone.</summary>
    private static bool IsReversible(Py.Expression argument, Func<Py.Expression, StaticType> typeOf)
        => argument is Py.Call { Func: var callee } range && typeOf(callee) is LibraryType { FullName: "builtins.range" } target ? Find(target, range, typeOf) is not null : typeOf(argument) is ListType or SimpleType { Kind: SimpleKind.Range } or { IsNever: true };
}
