using System.Collections.Immutable;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Names that code binds, and in which scope.</summary>
public sealed partial class Binder
{
    /// <summary>The test <c>__name__ == "__main__"</c>, either way round.</summary>
    public static bool IsForScripts(Py.Expression test)
        => test is Py.Compare { Left: Py.Name { Id: "__name__" }, Ops: [Py.CompareOperator.Eq], Comparators: [Py.Constant { Value: "__main__" }] }
            or Py.Compare { Left: Py.Constant { Value: "__main__" }, Ops: [Py.CompareOperator.Eq], Comparators: [Py.Name { Id: "__name__" }] };

    /// <summary>Code that does not run where the module is imported.</summary>
    private void ForScripts(ImmutableArray<Py.Statement> body)
    {
        var before = _scope.Symbols.ToDictionary(static s => s.Value, static s => s.Value.Bindings);
        Block(body);
        foreach (var symbol in _scope.Symbols.Values)
            symbol.ScriptBindings += symbol.Bindings - before.GetValueOrDefault(symbol);
    }

    private void Name(Py.Name name)
    {
        _model.NamesUsed.Add((name, _scope));
        if (name.Ctx == Py.ExprContext.Load)
            return;
        var symbol = Bind(name.Id);
        symbol.Bindings++;
        if (name.Ctx == Py.ExprContext.Del)
        {
            symbol.IsDeleted = true;
            symbol.MayBeUnbound = true;
            symbol.Bindings++;
        }
    }

    /// <summary>Names of except clauses, which end with their clause.</summary>
    private readonly List<Symbol> _caught = [];

    /// <summary>Stand-ins for names of a <c>nonlocal</c> statement that the function around it binds further down.</summary>
    private readonly List<Symbol> _later = [];

    /// <summary>What was noted of a stand-in is true of the name that it stands for.</summary>
    private void JoinLater()
    {
        foreach (var later in _later)
        {
            if (SemanticModel.Resolve(later.Scope, later.Name) is not { } symbol)
                continue;
            symbol.Bindings += later.Bindings + 1;
            symbol.ConstantBindings += later.ConstantBindings + 1;
            symbol.IsUsed |= later.IsUsed;
            symbol.IsDeleted |= later.IsDeleted;
            symbol.MayBeUnbound |= later.MayBeUnbound;
        }
    }

    /// <summary>The symbol that binding a name in the current scope means.</summary>
    private Symbol Bind(string name)
    {
        if (_scope.Globals.Contains(name))
        {
            var global = _scope.Module.Declare(name);
            global.IsCaptured |= _scope.Kind != ScopeKind.Module;
            return global;
        }
        if (!_scope.Nonlocals.Contains(name))
            return _scope.Declare(name);
        if (SemanticModel.Resolve(_scope, name) is { } outer)
        {
            // One more binding makes it a variable; it says nothing of the value.
            outer.Bindings++;
            outer.ConstantBindings++;
            return outer;
        }
        var later = new Symbol(name, _scope);
        _later.Add(later);
        return later;
    }
}
