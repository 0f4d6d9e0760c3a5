using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Declarations;

/// <summary>C# interfaces beside Python protocols, so that C# code uses the objects with no ceremony.</summary>
internal static class Protocols
{
    public static IEnumerable<LowType> Interfaces(ClassSymbol cls)
    {
        if (IsDisposable(cls))
            yield return LowType.Named("IDisposable");
        if (IsAsyncDisposable(cls))
            yield return LowType.Named("IAsyncDisposable");
        if (AsyncItem(cls) is { } item)
            yield return LowType.Named("IAsyncEnumerable", CsTypes.Of(item));
        if (Item(cls) is { } each)
            yield return LowType.Named("IEnumerable", CsTypes.Of(each));
        foreach (var type in Comparisons.Interfaces(cls))
            yield return type;
    }

    /// <summary>The items of an iterable, where it is the first of its line.</summary>
    private static StaticType? Item(ClassSymbol cls)
        => cls.FirstIterable == cls ? ItemOf(cls.Items) : null;

    /// <summary>What C#'s <c>foreach</c> calls.</summary>
    private static IEnumerable<LowMethod> Enumerators(ClassSymbol cls, StaticType item)
    {
        var iter = cls.Methods["__iter__"];
        var made = new LowInvoke(new LowName(iter.CsName));
        LowExpression code = !iter.IsGenerator
            ? new LowInvoke(new LowMember(new LowName("Sequences"), "Enumerate") { TypeArguments = [CsTypes.Of(item)] }, new LowMember(made, cls.Items!.CsName))
            : new LowInvoke(new LowMember(iter.Tier == Tier.Exact ? new LowMember(made, "Items") : made, "GetEnumerator"));
        yield return new LowMethod(LowType.Named("IEnumerator", CsTypes.Of(item)), "GetEnumerator", []) { Modifiers = ["public"], ExpressionBody = code, Doc = "Iterates from C# with foreach." };
        yield return new LowMethod(LowType.Named("System.Collections.IEnumerator"), "GetEnumerator", [])
        {
            ExplicitInterface = LowType.Named("System.Collections.IEnumerable"), ExpressionBody = new LowInvoke(new LowName("GetEnumerator")),
        };
    }

    private static bool IsDisposable(ClassSymbol cls) => cls.Methods.TryGetValue("__exit__", out var exit) && IsExit(exit) && !exit.IsAsync;

    private static bool IsAsyncDisposable(ClassSymbol cls) => cls.Methods.TryGetValue("__aexit__", out var exit) && IsExit(exit) && exit.IsCoroutine;

    /// <summary>Whether C# leaves the context by <c>using</c>: the class, or one it derives from, has the method for it.</summary>
    public static bool CanBeUsed(ClassSymbol cls, bool isAsync)
    {
        for (var c = cls; c is not null; c = c.Base)
            if (isAsync ? IsAsyncDisposable(c) : IsDisposable(c))
                return true;
        return false;
    }

    private static bool IsExit(FunctionSymbol exit)
        => exit.Parameters.Count == 4 && exit.Parameters.Skip(1).All(p => p.Symbol.Final is OptionalType || p.Symbol.Final.IsAny);

    /// <summary>The items of an asynchronous iterable whose iterator is plain to see.</summary>
    private static StaticType? AsyncItem(ClassSymbol cls) => cls.FirstAsyncIterable == cls ? ItemOf(cls.AsyncItems) : null;

    private static StaticType? ItemOf(FunctionSymbol? items)
        => items is null ? null : items.IsGenerator ? items.Yields.Final : items.Returns.Final.IsNone ? StaticType.Any : items.Returns.Final;

    private static readonly Dictionary<string, string> s_operators = new(StringComparer.Ordinal)
    {
        ["__add__"] = "+", ["__sub__"] = "-", ["__mul__"] = "*", ["__truediv__"] = "/", ["__mod__"] = "%", ["__or__"] = "|", ["__xor__"] = "^", ["__and__"] = "&",
    };

    /// <summary>The C# operator of an arithmetic method, where its class has one.</summary>
    public static string? OperatorOf(FunctionSymbol method)
        => s_operators.TryGetValue(method.Name, out var spelling) && method is { IsStatic: false, IsClassMethod: false, IsAsync: false, IsGenerator: false, Decorators.Count: 0, Returns.Final: { IsNone: false, IsAny: false } }
            && method.Parameters is [_, { Kind: ParameterKind.Positional or ParameterKind.PositionalOnly, Default: null, Symbol.Final.IsAny: false }] ? spelling : null;

    private static LowMethod Operator(ClassSymbol cls, FunctionSymbol method)
        => new(CsTypes.Of(method.Returns.Final), "operator " + OperatorOf(method), [new(LowType.Named(cls.CsName), "left"), new(CsTypes.Of(method.Parameters[1].Symbol.Final), "right")])
        {
            Modifiers = ["public", "static"], ExpressionBody = new LowInvoke(new LowMember(new LowName("left"), method.CsName), new LowName("right")),
        };

    public static IEnumerable<LowDeclarationNode> Members(ClassSymbol cls)
    {
        foreach (var method in cls.Methods.Values)
            if (OperatorOf(method) is not null)
                yield return Operator(cls, method);
        foreach (var member in Comparisons.Members(cls))
            yield return member;
        if (Indexers.Of(cls) is { } indexer)
            yield return indexer;
        if (IsDisposable(cls))
        {
            var exit = Exit(cls.Methods["__exit__"]);
            yield return new LowMethod(LowType.Void, "Dispose", []) { Modifiers = ["public"], ExpressionBody = exit, Doc = "Leaves the context without an error." };
        }
        if (IsAsyncDisposable(cls))
        {
            yield return new LowMethod(LowType.Named("ValueTask"), "DisposeAsync", [])
            {
                Modifiers = ["public", "async"], ExpressionBody = new LowAwait(Exit(cls.Methods["__aexit__"])), Doc = "Leaves the context without an error.",
            };
        }
        if (Item(cls) is { } each)
            foreach (var member in Enumerators(cls, each))
                yield return member;
        if (AsyncItem(cls) is { } item)
        {
            var iter = cls.Methods["__aiter__"];
            var made = new LowInvoke(new LowName(iter.CsName));
            LowExpression code = iter.IsGenerator
                ? new LowInvoke(new LowMember(made, "GetAsyncEnumerator"), new LowName("cancellationToken"))
                : new LowInvoke(new LowMember(new LowName("AsyncIteration"), "Enumerate") { TypeArguments = [CsTypes.Of(item)] }, new LowMember(made, cls.AsyncItems!.CsName));
            yield return new LowMethod(LowType.Named("IAsyncEnumerator", CsTypes.Of(item)), "GetAsyncEnumerator", [new(LowType.Named("CancellationToken"), "cancellationToken") { Default = new LowDefault(null) }])
            {
                Modifiers = ["public"], ExpressionBody = code,
                Doc = "Iterates from C# with await foreach.",
            };
        }
    }

    private static LowInvoke Exit(FunctionSymbol exit)
        => new(new LowName(exit.CsName), [.. exit.Parameters.Skip(1).Select(p => new LowArgument(p.Symbol.Final is OptionalType ? new LowLiteral(null) : new LowName("Any.None")))]);
}
