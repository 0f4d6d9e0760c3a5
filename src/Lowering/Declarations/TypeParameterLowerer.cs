using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// <c>def f[T]</c>, <c>class C[T]</c> and <c>type X[T] = ...</c>: the type parameters as objects.
/// See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#type-parameter-lists">type parameter lists</see>.
/// </summary>
internal sealed class TypeParameterLowerer(ModuleLowerer module)
{
    private SemanticModel Model => module.Model;

    /// <summary><c>T = TypeParameters.Variable("T", bound)</c> for each.</summary>
    public IEnumerable<LowStatement> Define(BodyLowerer body, ImmutableArray<Py.TypeParam> parameters)
    {
        foreach (var parameter in parameters)
        {
            var name = new LowLiteral(Binder.NameOf(parameter));
            var @default = Binder.DefaultOf(parameter) is { } value ? Later(body, value) : new LowName("Any.None");
            LowExpression made = parameter switch
            {
                Py.TypeVar v => new LowInvoke(new LowName("TypeParameters.Variable"), name, v.Bound is null ? new LowName("Any.None") : Later(body, v.Bound), new LowLiteral(v.Bound is Py.Tuple), @default),
                Py.ParamSpec => new LowInvoke(new LowName("TypeParameters.ParamSpec"), name, @default),
                _ => new LowInvoke(new LowName("TypeParameters.VariableTuple"), name, @default),
            };
            yield return new LowExpressionStatement(new LowAssign("=", body.Place(Model.TypeParameters[parameter]), made));
        }
    }

    public IEnumerable<LowStatement> Alias(BodyLowerer body, Py.TypeAlias alias)
    {
        var made = new LowInvoke(new LowName("TypeParameters.Alias"), new LowLiteral(((Py.Name)alias.Name).Id), Tuple(body, alias.TypeParams), Later(body, alias.Value));
        return [.. Define(body, alias.TypeParams), .. body.StoreNamed(alias, ((Py.Name)alias.Name).Id, new Typed(made, StaticType.Any))];
    }

    /// <summary>The parameters as <c>__type_params__</c>.</summary>
    public LowExpression Tuple(BodyLowerer body, ImmutableArray<Py.TypeParam> parameters)
        => new LowInvoke(new LowName("PyTuple.Of"), [.. parameters.Select(p => new LowArgument(body.Place(Model.TypeParameters[p])))]);

    /// <summary>The base that a class with type parameters has beside those it names.</summary>
    public LowExpression GenericBase(BodyLowerer body, ImmutableArray<Py.TypeParam> parameters)
        => new LowInvoke(new LowName("TypeParameters.GenericBase"), [.. parameters.Select(p => new LowArgument(body.Place(Model.TypeParameters[p])))]);

    private LowExpression Later(BodyLowerer body, Py.Expression value) => body.Lambda(Model.Thunks[value]);
}
