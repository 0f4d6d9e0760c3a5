using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Tiers;

/// <summary>Whether <c>yield from x</c> does what <c>foreach (var item in x) yield return item;</c> does.</summary>
internal static class Delegation
{
    public static bool IsNative(SemanticModel model, Py.YieldFrom yield) => model.TypeOf(yield.Value) switch
    {
        ListType or SetType or DictType or SimpleType { Kind: SimpleKind.Str } => true,
        GeneratorType { Function: { Tier: Tier.Native } inner } => yield.Value is Py.Call call && CallBinding.TryBind(inner, call) is not null,
        _ => yield.Value is Py.Call { Func: var callee, Keywords.Length: 0 } && model.TypeOf(callee) is LibraryType { FullName: "builtins.range" },
    };
}
