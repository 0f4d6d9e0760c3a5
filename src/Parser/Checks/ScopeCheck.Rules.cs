using System.Collections.Immutable;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

internal sealed partial class ScopeCheck
{
    /// <summary>Visits something in the scope of type parameters, if there are any.</summary>
    private void Generic(ImmutableArray<TypeParam> typeParams, Action visit)
    {
        if (typeParams.IsEmpty)
        {
            visit();
            return;
        }
        Within(ScopeKind.TypeParameters, "the definition of a generic", () =>
        {
            var seenDefault = false;
            foreach (var typeParam in typeParams)
            {
                var (name, bound, value, kind) = typeParam switch
                {
                    TypeVar v => (v.Name, v.Bound, v.DefaultValue, "TypeVar"),
                    ParamSpec p => (p.Name, null, p.DefaultValue, "ParamSpec"),
                    TypeVarTuple t => (t.Name, null, t.DefaultValue, "TypeVarTuple"),
                    _ => ("", null, null, ""),
                };
                var mangled = _scope.Mangle(name);
                if ((_scope[mangled] & NameUse.TypeParameter) != 0) Report(typeParam, $"duplicate type parameter '{name}'");
                _scope.Add(mangled, NameUse.TypeParameter);
                if (value is null && seenDefault) Report(typeParam, $"non-default type parameter '{name}' follows default type parameter");
                seenDefault |= value is not null;
                if (bound is not null)
                    Within(ScopeKind.TypeVariable, bound is Tuple ? "a TypeVar constraint" : "a TypeVar bound", () => Visit(bound));
                if (value is not null)
                    Within(ScopeKind.TypeVariable, $"a {kind} default", () => Visit(value));
            }
            visit();
        });
    }

    private void Comprehension(ImmutableArray<Comprehension> generators, string description, params Expression[] results)
    {
        _scope.Iterables++;
        Visit(generators[0].Iter);
        _scope.Iterables--;
        Within(ScopeKind.Comprehension, description, () =>
        {
            for (var i = 0; i < generators.Length; i++)
            {
                Iteration(generators[i].Target);
                if (i > 0)
                {
                    _scope.Iterables++;
                    Visit(generators[i].Iter);
                    _scope.Iterables--;
                }
                Each(generators[i].Ifs);
            }
            foreach (var result in results.Reverse()) Visit(result);
        });
    }

    /// <summary>Binds the names of a comprehension's target.</summary>
    private void Iteration(Expression target)
    {
        switch (target)
        {
            case Name name:
                if ((_scope[_scope.Mangle(name.Id)] & (NameUse.Global | NameUse.Nonlocal)) != 0)
                    Report(name, $"comprehension inner loop cannot rebind assignment expression target '{name.Id}'");
                Bind(name.Id, NameUse.Iteration | NameUse.Assigned);
                break;
            case Tuple tuple:
                foreach (var element in tuple.Elts) Iteration(element);
                break;
            case List list:
                foreach (var element in list.Elts) Iteration(element);
                break;
            case Starred starred:
                Iteration(starred.Value);
                break;
            default:
                Visit(target);
                break;
        }
    }

    private void Walrus(NamedExpr named)
    {
        if (_scope.Description.Length > 0 && _scope.Kind != ScopeKind.Comprehension)
            Report(named, $"named expression cannot be used within {_scope.Description}");
        if (_scope.Iterables > 0)
        {
            Report(named, "assignment expression cannot be used in a comprehension iterable expression");
            return;
        }
        if (_scope.Kind == ScopeKind.Comprehension) Extend((Name)named.Target);
        Visit(named.Value);
        if (_scope.Kind != ScopeKind.Comprehension) Visit(named.Target);
    }

    private const string InComprehension = "assignment expression within a comprehension cannot be used";

    /// <summary>Binds the target of an assignment expression in the scope around the comprehensions it stands in.</summary>
    private void Extend(Name target)
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            var name = scope.Mangle(target.Id);
            switch (scope.Kind)
            {
                case ScopeKind.Comprehension:
                    if ((scope[name] & NameUse.Iteration) != 0)
                    {
                        Report(target, $"assignment expression cannot rebind comprehension iteration variable '{target.Id}'");
                        return;
                    }
                    break;
                case ScopeKind.Function or ScopeKind.Module:
                    var use = scope.Kind == ScopeKind.Module || (scope[name] & NameUse.Global) != 0 ? NameUse.Global : NameUse.Nonlocal;
                    for (var inner = _scope; inner != scope; inner = inner.Outer!) inner.Add(name, use);
                    scope.Add(name, NameUse.Assigned);
                    return;
                case ScopeKind.Class:
                    Report(target, $"{InComprehension} in a class body");
                    return;
                case ScopeKind.TypeParameters:
                    Report(target, $"{InComprehension} within {scope.Description}");
                    return;
                case ScopeKind.TypeVariable or ScopeKind.TypeAlias:
                    Report(target, $"{InComprehension} in {(scope.Kind == ScopeKind.TypeVariable ? "a TypeVar bound" : scope.Description)}");
                    return;
                default:
                    return;
            }
        }
    }

    private void Declare(Statement statement, ImmutableArray<string> names, NameUse use, string word)
    {
        foreach (var plain in names)
        {
            var name = _scope.Mangle(plain);
            var known = _scope[name];
            var message = (known & NameUse.Parameter) != 0 ? $"name '{plain}' is parameter and {word}"
                : (known & NameUse.Used) != 0 ? $"name '{plain}' is used prior to {word} declaration"
                : (known & NameUse.Annotated) != 0 ? $"annotated name '{plain}' can't be {word}"
                : (known & NameUse.Assigned) != 0 ? $"name '{plain}' is assigned to before {word} declaration"
                : null;
            if (message is not null) Report(statement, message);
            _scope.Add(name, use);
            _scope.Declarations.Add((name, statement));
        }
    }

    /// <summary>Judges the declarations of a scope once every name is known.</summary>
    private void Resolve(Scope scope)
    {
        foreach (var name in scope.Declarations.Select(d => d.Name).Distinct())
        {
            var use = scope[name];
            if ((use & NameUse.Nonlocal) == 0) continue;
            var statement = scope.Declarations.First(d => d.Name == name).Statement;
            if ((use & NameUse.Global) != 0) Report(statement, $"name '{name}' is nonlocal and global");
            else if (scope.Kind == ScopeKind.Module) Report(statement, "nonlocal declaration not allowed at module level");
            else if (Binding(scope, name) is not { } binding) Report(statement, $"no binding for nonlocal '{name}' found");
            else if ((binding[name] & NameUse.TypeParameter) != 0) Report(statement, $"nonlocal binding not allowed for type parameter '{name}'");
        }
    }

    /// <summary>The scope around another that binds a name.</summary>
    private static Scope? Binding(Scope scope, string name)
    {
        for (var outer = scope.Outer; outer is not null; outer = outer.Outer)
        {
            if (outer.Kind == ScopeKind.Class && name == "__class__") return outer;
            if (outer.Kind is ScopeKind.Class or ScopeKind.Module) continue;
            var use = outer[name];
            if ((use & NameUse.Global) != 0) return null;
            if ((use & NameUse.Nonlocal) == 0 && (use & NameUse.Bound) != 0) return outer;
        }
        return null;
    }
}
