using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// C# indexers beside <c>__getitem__</c> and <c>__setitem__</c>. See
/// <see href="https://docs.python.org/3.13/reference/datamodel.html#emulating-container-types">container types</see>.
/// </summary>
internal static class Indexers
{
    /// <summary>The indexer of a class that is the first of its line to have items.</summary>
    public static LowProperty? Of(ClassSymbol cls)
    {
        if (Getter(cls) is not { } getter)
            return null;
        var key = new LowName("key");
        var get = new LowInvoke(new LowName(getter.CsName), key);
        var indexer = new LowProperty(CsTypes.Of(getter.Returns.Final), "this") { Modifiers = ["public"], Index = new LowParameter(CsTypes.Of(getter.Parameters[1].Symbol.Final), "key") };
        return Setter(cls) is { } setter
            ? indexer with { Accessors = (get, new LowInvoke(new LowName(setter.CsName), key, new LowName("value"))) }
            : indexer with { ExpressionBody = get };
    }

    /// <summary>Whether C# code reads items of objects of the class by its indexer.</summary>
    public static bool CanRead(ClassSymbol cls) => First(cls) is { } first && Getter(first) is not null;

    /// <summary>Whether C# code sets items of objects of the class by its indexer.</summary>
    public static bool CanWrite(ClassSymbol cls) => First(cls) is { } first && Getter(first) is not null && Setter(first) is not null;

    private static ClassSymbol? First(ClassSymbol cls)
    {
        ClassSymbol? first = null;
        for (var c = cls; c is not null; c = c.Base)
            first = c.Methods.ContainsKey("__getitem__") ? c : first;
        return first;
    }

    private static FunctionSymbol? Getter(ClassSymbol cls)
        => First(cls) == cls && cls.Methods["__getitem__"] is { Returns.Final.IsNone: false } getter && IsPlain(getter, 2)
            // C# calls the indexer so.
            && !cls.Line().Any(static c => c.HasMember("Item")) ? getter : null;

    private static FunctionSymbol? Setter(ClassSymbol cls)
        => cls.Methods.GetValueOrDefault("__setitem__") is { } setter && IsPlain(setter, 3)
            && CsTypes.Of(setter.Parameters[1].Symbol.Final) == CsTypes.Of(cls.Methods["__getitem__"].Parameters[1].Symbol.Final)
            && CsTypes.Of(setter.Parameters[2].Symbol.Final) == CsTypes.Of(cls.Methods["__getitem__"].Returns.Final) && CsTypes.Result(setter) == LowType.Void ? setter : null;

    private static bool IsPlain(FunctionSymbol method, int parameters)
        => method is { IsShared: false, IsProperty: false, IsAsync: false, IsGenerator: false, Decorators.Count: 0 } && method.Parameters.Count == parameters
            && method.Parameters.All(static p => p is { Kind: ParameterKind.Positional or ParameterKind.PositionalOnly, Default: null });
}
