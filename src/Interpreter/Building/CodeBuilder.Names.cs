using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Names: where their values live.</summary>
internal sealed partial class CodeBuilder
{
    private Expr Load(string id, Py.Node node)
    {
        var name = _scope.Mangle(id);
        var at = Mark(node);
        var variable = _scope.Find(name);
        if (variable is not null)
        {
            var value = Load(variable, at);
            return SeesMapping() && variable.Home != _scope && !IsInlined(variable) ? new MappedName(name, value, at) : value;
        }
        _code.Lists.Name(name);
        return IsGlobal(name) ? new GlobalName(name, at) : new MappedName(name, null, at);
    }

    private Expr Load(Variable variable, int at)
    {
        var free = _closure.IndexOf(variable);
        return free >= 0 ? new FreeName(free, variable.Name, at)
            : variable.IsCell ? new CellName(variable.Slot, variable.Name, at) : new LocalName(variable.Slot, variable.Name, at);
    }

    /// <summary>Whether a variable belongs to a comprehension or type parameters around, which hide what the mapping has.</summary>
    private bool IsInlined(Variable variable)
    {
        for (var scope = _scope; scope != _code.Scope; scope = scope.Outer!)
            if (scope == variable.Home)
                return true;
        return variable.Home == _code.Scope;
    }

    /// <summary>Whether names of a mapping come before those of functions around: in class bodies and what is evaluated later in them.</summary>
    private bool SeesMapping()
    {
        for (var scope = _scope; scope != _code.Scope; scope = scope.Outer!)
            if (scope.Kind == ScopeKind.Comprehension)
                return false;
        return _code.Scope.Kind == ScopeKind.Class || IsLazyInClass(_code.Scope);
    }

    /// <summary>Whether an expression that is evaluated later stands in a class body.</summary>
    private static bool IsLazyInClass(Scope scope)
    {
        if (!scope.SeesClass)
            return false;
        var around = scope.Outer!;
        while (around.Kind == ScopeKind.TypeParameters)
            around = around.Outer!;
        return around.Kind == ScopeKind.Class;
    }

    private bool IsGlobal(string name)
    {
        var inComprehension = false;
        for (var scope = _scope; ; scope = scope.Outer!)
        {
            if (scope.Globals.Contains(name))
                return true;
            if (scope == _code.Scope)
                break;
            inComprehension |= scope.Kind == ScopeKind.Comprehension;
        }
        return _code.Scope.Kind switch
        {
            ScopeKind.Function => inComprehension || !IsLazyInClass(_code.Scope),
            ScopeKind.Class => inComprehension,
            _ => false,
        };
    }

    private Target Target(string id, Py.Node node)
    {
        var name = _scope.Mangle(id);
        var at = Mark(node);
        // A class body's own names are in its mapping, whatever a function around has under them.
        var home = BindingScope(name);
        if ((home.HasSlots || home.Nonlocals.Contains(name)) && home.Find(name) is { } variable)
        {
            var free = _closure.IndexOf(variable);
            return free >= 0 ? new FreeTarget(free, name, at)
                : variable.IsCell ? new CellTarget(variable.Slot, name, at) : new LocalTarget(variable.Slot, name, at);
        }
        _code.Lists.Name(name);
        return IsGlobal(name) ? new GlobalTarget(name, at) : new MappedTarget(name, at);
    }

    /// <summary>The scope that an assignment binds in: one in a comprehension, unless it is of the comprehension's own variables, binds around it.</summary>
    private Scope BindingScope(string name)
    {
        var scope = _scope;
        while (scope.Kind == ScopeKind.Comprehension && !scope.Variables.ContainsKey(name) && scope != _code.Scope)
            scope = scope.Outer!;
        return scope;
    }
}
