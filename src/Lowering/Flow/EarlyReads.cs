using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Globals that a function may read before the module has assigned them. A global assigned ahead
/// of every statement that could call into the program is safe; others are checked when read.
/// </summary>
internal sealed class EarlyReads
{
    private readonly HashSet<Symbol> _early = [];

    public EarlyReads(SemanticModel model)
    {
        // Also what is bound late may still come before the first call of a function that reads it.
        var bound = model.Module.Body.SelectMany(Bound).Concat(model.Module.Body.OfType<Py.ImportFrom>().SelectMany(i => model.StarNames.GetValueOrDefault(i, []))).ToHashSet(StringComparer.Ordinal);
        foreach (var symbol in model.ModuleScope.Symbols.Values)
            if (symbol.MayBeUnbound || !bound.Contains(symbol.Name))
                _early.Add(symbol);
    }

    public bool Contains(Symbol symbol) => _early.Contains(symbol);

    /// <summary>Names that a top-level statement always binds.</summary>
    private static IEnumerable<string> Bound(Py.Statement statement) => statement switch
    {
        Py.Assign assign => assign.Targets.SelectMany(Py.Tree.Nodes).OfType<Py.Name>().Where(n => n.Ctx == Py.ExprContext.Store).Select(n => n.Id),
        Py.AnnAssign { Value: not null, Target: Py.Name name } => [name.Id],
        Py.FunctionDefinition function => [function.Name],
        Py.ClassDef cls => [cls.Name],
        Py.Import import => import.Names.Select(a => a.Asname ?? a.Name.Split('.')[0]),
        Py.ImportFrom import => import.Names.Select(a => a.Asname ?? a.Name),
        Py.WithStatement with => with.Items.Where(i => i.OptionalVars is not null).SelectMany(i => Py.Tree.DescendantsAndSelf(i.OptionalVars!)).OfType<Py.Name>().Select(n => n.Id).Concat(with.Body.SelectMany(Bound)),
        Py.If @if when @if.Orelse.Length > 0 => @if.Body.SelectMany(Bound).Intersect(@if.Orelse.SelectMany(Bound)),
        Py.TryStatement @try => @try.Finalbody.SelectMany(Bound).Concat(@try.Handlers.All(h => ControlFlow.AlwaysLeaves(h.Body)) ? @try.Body.SelectMany(Bound) : @try.Handlers.Select(h => h.Body.SelectMany(Bound)).Aggregate(@try.Body.SelectMany(Bound), Enumerable.Intersect)),
        _ => [],
    };
}
