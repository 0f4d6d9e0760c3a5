using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Types;

/// <summary>What is not known yet, and what nothing will ever be known of.</summary>
public sealed partial class Inference
{
    /// <summary>Whether every flow was followed once, so that what is only None so far stays so.</summary>
    private bool _isSealed;

    /// <summary>
    /// Whether nothing is known of a value yet. A variable that holds None so far most likely gets something else further on: None has next to no
    /// operations, and to take them for dynamic ones would make the variable dynamic for ever.
    /// </summary>
    private bool IsOpen(StaticType type) => type.IsNever || (type.IsNone && !_isSealed);

    private void Seal()
    {
        foreach (var cell in _made.Values.SelectMany(Cells).Concat(_annotations.Open).Where(static c => c.Type.IsNever))
            cell.Add(StaticType.Any, _lattice);
        foreach (var symbol in _program.Modules.Values.SelectMany(Symbols).Where(s => s.Final.IsNever))
        {
            symbol.Type = StaticType.Any;
            _lattice.Changed = true;
        }
    }

    private static IEnumerable<Cell> Cells(StaticType type) => type switch
    {
        ListType list => [list.Element],
        SetType set => [set.Element],
        DequeType deque => [deque.Element],
        LibraryInstance { Element: { } items } => [items],
        DictType dict => [dict.Key, dict.Value],
        _ => [],
    };

    private static IEnumerable<TypedSymbol> Symbols(SemanticModel model)
        => model.Scopes.Values.Append(model.ModuleScope).SelectMany(s => s.Symbols.Values).Cast<TypedSymbol>()
            .Concat(model.Functions.Values.SelectMany(IEnumerable<TypedSymbol> (f) => [f.Returns, f.Yields, f.Sends]))
            .Concat(model.Classes.Values.SelectMany(c => c.Fields.Values.Concat(c.ClassAttributes.Values)));
}
