using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Finds methods that a local keeps only to call them: <c>append = result.append</c>. Where the owner turns out to be a built-in container,
/// the call is one of its method, as C# writes it, and the local is none.
/// </summary>
internal static class KeptMethods
{
    public static void Run(SemanticModel model)
    {
        var reads = new Dictionary<Symbol, List<Py.Name>>();
        foreach (var (name, _) in model.NamesUsed)
            if (name.Ctx == Py.ExprContext.Load && model.Names.GetValueOrDefault(name) is { } symbol)
                (reads.TryGetValue(symbol, out var places) ? places : reads[symbol] = []).Add(name);
        HashSet<Py.Name>? called = null;
        foreach (var function in model.Functions.Values)
        {
            if (function.Definition is not { } definition || Py.Tree.DescendantsAndSelf(definition).Any(static n => n is Py.Call call && (SemanticModel.IsLocalsCall(call) || call.Func is Py.Name { Id: "eval" or "exec" or "vars" or "dir" })))
                continue;
            foreach (var (symbol, method) in Kept(definition.Body, model))
            {
                called ??= [.. Py.Tree.All<Py.Call>(model.Module).Select(static c => c.Func).OfType<Py.Name>()];
                if (symbol.Scope == function.Scope && reads.TryGetValue(symbol, out var uses) && uses.TrueForAll(called.Contains))
                    model.KeptMethods[symbol] = method;
            }
        }
    }

    private static IEnumerable<(Symbol Symbol, Py.Attribute Method)> Kept(ImmutableArray<Py.Statement> block, SemanticModel model)
    {
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i] is Py.Assign { Targets: [Py.Name name], Value: Py.Attribute { Value: Py.Name owner } method } && model.Names.GetValueOrDefault(name) is { } symbol && model.Names.GetValueOrDefault(owner) is { } kept
                && IsBoundOnce(symbol) && IsBoundOnce(kept) && kept.Scope == symbol.Scope && (kept.IsParameter || IsAssignedBefore(block, i, kept, model)))
                yield return (symbol, method);
            foreach (var inner in DeclarationPlacement.Blocks(block[i]).SelectMany(b => Kept(b, model)))
                yield return inner;
        }
    }

    private static bool IsBoundOnce(Symbol symbol) => symbol is { Bindings: 1, MayBeUnbound: false, IsDeleted: false, IsCaptured: false, Scope.Kind: ScopeKind.Function };

    /// <summary>Whether assignments alone stand between that of the owner and that of its method: neither has a value of another turn of a loop.</summary>
    private static bool IsAssignedBefore(ImmutableArray<Py.Statement> block, int index, Symbol owner, SemanticModel model)
    {
        while (--index >= 0 && block[index] is Py.Assign { Targets: [Py.Name name] })
            if (model.Names.GetValueOrDefault(name) == owner)
                return true;
        return false;
    }
}
