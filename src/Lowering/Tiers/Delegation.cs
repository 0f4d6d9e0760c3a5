using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Tiers;

/// <summary>Whether <c>yield from x</c> does what <c>foreach (var item in x) yield return item;</c> does.</summary>
internal static class Delegation
{
    public static bool IsNative(SemanticModel model, Py.YieldFrom yield)
        => yield.Value is Py.Call call && CallBinding.DirectGenerator(model, call, isAsync: false) is { } inner ? inner.Tier == Tier.Native : IsPlain(model, yield);

    private static bool IsPlain(SemanticModel model, Py.YieldFrom yield) => model.TypeOf(yield.Value) switch
    {
        ListType or SetType or DictType or SimpleType { Kind: SimpleKind.Str or SimpleKind.Range } => true,
        var type when SpecialMethods.ItemsOf(type, model) is { IsGenerator: true } items => items.Tier == Tier.Native,
        _ => yield.Value is Py.Call { Func: var callee, Keywords.Length: 0 } && model.TypeOf(callee) is LibraryType { FullName: "builtins.range" },
    };

    /// <summary>
    /// Whether leaving the loop early is all there is to do. An exact asynchronous generator is closed then, by a task of its own:
    /// C# would do that when the outer generator is closed, Python does when it is gone.
    /// </summary>
    public static bool HasNothingToClose(SemanticModel model, Py.AsyncFor loop)
        => loop.Iter is Py.Call call && CallBinding.DirectGenerator(model, call, isAsync: true) is { } inner ? inner.Tier == Tier.Native
            : SpecialMethods.AsyncItemsOf(model.TypeOf(loop.Iter), model) is { } items && items is not { IsGenerator: true, Tier: Tier.Exact };
}
