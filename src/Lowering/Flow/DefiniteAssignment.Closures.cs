using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Names of a function that inner functions and classes read: they need a value where an inner one may first be called. That is
/// wherever its own name is read, for nothing else leads to it; a lambda that has no name may be called from where it stands on.
/// </summary>
public sealed partial class DefiniteAssignment
{
    /// <summary>What the inner functions and classes read of this scope, by their names.</summary>
    private readonly Dictionary<string, HashSet<Symbol>> _closures = new(StringComparer.Ordinal);

    /// <summary>An inner function or class gets its name.</summary>
    private void Close(string name, IEnumerable<Symbol> reads)
    {
        if (!_closures.TryGetValue(name, out var known))
            _closures[name] = known = [];
        known.UnionWith(reads);
    }

    /// <summary>The names of this scope that code reads when it is called.</summary>
    private IEnumerable<Symbol> FreeReads(IEnumerable<Py.Node> code)
    {
        if (_owner.Kind == ScopeKind.Module)
            yield break;
        foreach (var node in code.SelectMany(Py.Tree.DescendantsAndSelf))
        {
            var name = node switch
            {
                Py.Name { Ctx: not Py.ExprContext.Store } read => read,
                Py.AugAssign { Target: Py.Name changed } => changed,
                _ => null,
            };
            if (name is not null && _model.Names.GetValueOrDefault(name) is { IsTypeParameter: false } symbol && symbol.Scope == _owner)
                yield return symbol;
        }
    }

    private IEnumerable<Symbol> FreeReads(Py.Lambda lambda) => FreeReads([lambda.Body]);

    /// <summary>From here on, code that reads names of this scope may be called.</summary>
    private void MayCall(IEnumerable<Symbol> reads)
    {
        if (_state is not null)
            MayCall(reads, []);
    }

    private void MayCall(IEnumerable<Symbol> reads, HashSet<Symbol> seen)
    {
        foreach (var symbol in reads)
        {
            if (!seen.Add(symbol))
                continue;
            if (!_state!.Contains(symbol.Name))
                symbol.MayBeUnbound = true;
            if (_closures.TryGetValue(symbol.Name, out var further))
                MayCall(further, seen);
        }
    }

    /// <summary>The body of an inner class runs where it stands, its methods when they are called.</summary>
    private void ClassBody(Py.ClassDef cls)
    {
        var methods = Inner(cls.Body).ToHashSet();
        Close(cls.Name, FreeReads(methods.SelectMany(static m => m is Py.FunctionDefinition function ? function.Body : Py.Tree.Children(m))));
        MayCall(FreeReads(Outside(cls.Body)));

        static IEnumerable<Py.Node> Inner(IEnumerable<Py.Node> code) => code.SelectMany(static n => n is Py.FunctionDefinition or Py.Lambda ? [n] : Inner(Py.Tree.Children(n)));

        static IEnumerable<Py.Node> Outside(IEnumerable<Py.Node> code) => code.SelectMany(static n => n switch
        {
            Py.FunctionDefinition or Py.Lambda => [],
            Py.Name => [n],
            _ => Outside(Py.Tree.Children(n)),
        });
    }
}
