using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Type parameters, and what is evaluated only when someone asks for it: bounds, defaults and the values of type aliases.
/// See <see href="https://docs.python.org/3.13/reference/executionmodel.html#annotation-scopes">annotation scopes</see>.
/// </summary>
public sealed partial class Binder
{
    /// <summary>Binds inside the scope that type parameters open around a definition.</summary>
    private void WithTypeParameters(Py.Statement node, ImmutableArray<Py.TypeParam> parameters, Action inside)
    {
        if (parameters.Length == 0)
        {
            inside();
            return;
        }
        var scope = new Scope(ScopeKind.TypeParameters, _scope, node);
        var owner = scope.Owner;
        foreach (var parameter in parameters)
        {
            // A variable of the function or module around, which only this scope can name.
            var symbol = new Symbol(NameOf(parameter), owner) { IsTypeParameter = true, Bindings = 1, Declared = StaticType.Any };
            owner.Symbols[$"{symbol.Name}@{parameter.Span.Start}"] = scope.Symbols[symbol.Name] = _model.TypeParameters[parameter] = symbol;
        }
        Inside(scope, () =>
        {
            foreach (var parameter in parameters)
            {
                Thunk((parameter as Py.TypeVar)?.Bound);
                Thunk(DefaultOf(parameter));
            }
            inside();
        });
    }

    public static string NameOf(Py.TypeParam parameter) => parameter switch
    {
        Py.TypeVar v => v.Name,
        Py.ParamSpec p => p.Name,
        Py.TypeVarTuple t => t.Name,
        _ => throw new System.Diagnostics.UnreachableException(parameter.GetType().Name),
    };

    public static Py.Expression? DefaultOf(Py.TypeParam parameter) => parameter switch
    {
        Py.TypeVar v => v.DefaultValue,
        Py.ParamSpec p => p.DefaultValue,
        Py.TypeVarTuple t => t.DefaultValue,
        _ => throw new System.Diagnostics.UnreachableException(parameter.GetType().Name),
    };

    /// <summary>An expression that is evaluated later: the body of a lambda that nobody wrote.</summary>
    private void Thunk(Py.Expression? value)
    {
        if (value is null)
            return;
        var lambda = new Py.Lambda(value.Span, new Py.Arguments(value.Span, [], [], null, [], [], null, []), value);
        _model.Thunks[value] = lambda;
        Visit(lambda);
    }

    private void Alias(Py.TypeAlias alias)
    {
        Bind(((Py.Name)alias.Name).Id).Bindings += 2;
        _model.NamesUsed.Add(((Py.Name)alias.Name, _scope));
        WithTypeParameters(alias, alias.TypeParams, () => Thunk(alias.Value));
    }
}
