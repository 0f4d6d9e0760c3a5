using Pytocs.Lowering.Binding;
using System.Diagnostics.CodeAnalysis;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// Lookups in dicts that come in two steps in Python and need one: <c>try: use(d[k]) except KeyError: other</c>, which costs
/// an exception in C#, and <c>d[k] = d.get(k, 0) + 1</c>.
/// </summary>
internal sealed partial class BodyLowerer
{
    /// <summary>Lookups that have been made already, and what holds their values.</summary>
    private readonly Dictionary<Py.Expression, Typed> _found = [];

    /// <summary><c>if (d.TryItem(k, out var value)) use(value) else other</c>, where nothing else in the body can raise KeyError.</summary>
    private LowIf? TryLookup(Py.TryStatement @try)
    {
        if (@try is Py.TryStar or not { Body: [_], Handlers: [_], Finalbody: [] } || @try.Handlers[0] is not { Name: null, Type: Py.Name { Id: "KeyError" } error } handler)
            return null;
        if (TypeOf(error) is not LibraryType { Module: "builtins" } || IsNoted(handler.Body) || handler.Body.Any(HasAnyRaise))
            return null;
        var value = @try.Body[0] switch
        {
            Py.Assign { Targets: [Py.Name] } assign => assign.Value,
            Py.AugAssign { Target: Py.Name } assign when OperatorRules.InPlace(assign, TypeOf(assign.Target), TypeOf(assign.Value), Model) is SimpleType { Kind: SimpleKind.Int or SimpleKind.Float or SimpleKind.Str } => assign.Value,
            Py.Return { Value: { } returned } => returned,
            Py.ExprStatement { Value: var evaluated } => evaluated,
            _ => null,
        };
        if (value is null || !IsLookup(value, out var lookup))
            return null;
        var dict = (DictType)TypeOf(lookup.Value);
        var name = Fresh("value");
        var test = new LowInvoke(new LowMember(Lower(lookup.Value).Code, "TryItem"), [new(As(lookup.Slice, dict.Key.Type)), new(new LowDeclaration(LowType.Var, [name]), RefKind: "out")]);
        _found[lookup] = new(new LowName(name), dict.Value.Type);
        var found = Block(@try.Body, @try);
        _found.Remove(lookup);
        if (@try.Orelse.Length > 0)
            found = found with { Statements = found.Statements.AddRange(Flattened(Block(@try.Orelse, @try, BlockKind.Else))) };
        return new LowIf(test, found, Block(handler.Body, handler)) { ElseTrivia = TriviaOf(handler) with { BlankLineBefore = false } };
    }

    /// <summary>Whether an expression is one lookup and arithmetic that cannot fail.</summary>
    private bool IsLookup(Py.Expression expression, [NotNullWhen(true)] out Py.Subscript? lookup)
    {
        lookup = null;
        switch (expression)
        {
            case Py.Subscript { Value: Py.Name or Py.Attribute { Value: Py.Name }, Slice: not Py.Slice } subscript:
                lookup = subscript;
                return IsCertain(subscript.Value) && IsPlainLookup(subscript, subscript.Slice);
            case Py.BinOp { Op: Py.Operator.Add or Py.Operator.Sub or Py.Operator.Mult } binary when TypeOf(binary) is SimpleType { Kind: SimpleKind.Int or SimpleKind.Float or SimpleKind.Str } && TypeOf(binary.Left).Equals(TypeOf(binary.Right)):
                return IsCertain(binary.Left) ? IsLookup(binary.Right, out lookup) : IsLookup(binary.Left, out lookup) && IsCertain(binary.Right);
            default:
                return false;
        }
    }

    /// <summary>Whether <c>d[key]</c> is a lookup of a key that hashes and compares by itself.</summary>
    private bool IsPlainLookup(Py.Subscript lookup, Py.Expression key)
        => TypeOf(lookup.Value) is DictType dict && IsPlainKey(dict.Key.Type) && CsTypes.Of(TypeOf(key)) == CsTypes.Of(dict.Key.Type) && IsCertain(key);

    private static bool IsPlainKey(StaticType type) => type switch
    {
        SimpleType simple => simple.Kind is SimpleKind.Int or SimpleKind.Float or SimpleKind.Bool or SimpleKind.Str or SimpleKind.Bytes,
        TupleShape tuple => tuple.Items.All(IsPlainKey),
        _ => false,
    };

    /// <summary>Whether evaluating an expression neither fails nor does anything.</summary>
    private bool IsCertain(Py.Expression expression) => expression switch
    {
        Py.Constant => true,
        Py.Name name => Model.Names.GetValueOrDefault(name) is { MayBeUnbound: false, IsDefinition: false, IsAlias: false } symbol && symbol.Scope == _ownScope && symbol.Scope.Kind == Binding.ScopeKind.Function && !Model.MaybeUnbound.Contains(name),
        Py.Attribute { Value: Py.Name owner } attribute => IsCertain(owner) && TypeOf(owner) is InstanceType { Class: var cls } && cls.FindSureField(Mangling.Mangle(attribute.Attr, _scope)) is not null,
        Py.BinOp { Op: Py.Operator.Add or Py.Operator.Sub or Py.Operator.Mult } binary => TypeOf(binary) is SimpleType { Kind: SimpleKind.Int or SimpleKind.Float or SimpleKind.Str } && IsCertain(binary.Left) && IsCertain(binary.Right),
        Py.Tuple tuple => tuple.Elts.All(IsCertain),
        _ => false,
    };

    private static bool HasAnyRaise(Py.Node node) => node switch
    {
        Py.Raise => true,
        Py.FunctionDefinition or Py.Lambda or Py.ClassDef => false,
        _ => Py.Tree.Children(node).Any(HasAnyRaise),
    };

    /// <summary><c>d.GetRef(k) += 1</c> for <c>d[k] = d.get(k, 0) + 1</c> of numbers whose start is zero.</summary>
    private LowStatement? CountUp(Py.Subscript target, Py.Expression value)
    {
        if (value is not Py.BinOp { Op: Py.Operator.Add or Py.Operator.Sub } sum || sum.Left is not Py.Call { Func: Py.Attribute { Attr: "get" } get, Args: [var key, Py.Constant { Value: var start }], Keywords: [] })
            return null;
        if (target.Value is not Py.Name place || get.Value is not Py.Name again || place.Id != again.Id || !IsCertain(place) || !SameCertain(target.Slice, key) || !IsCertain(sum.Right) || !IsPlainLookup(target, key))
            return null;
        var element = ((DictType)TypeOf(place)).Value.Type;
        var isZero = element is SimpleType { Kind: SimpleKind.Int } ? start is System.Numerics.BigInteger { IsZero: true } : element is SimpleType { Kind: SimpleKind.Float } && start is 0.0;
        if (!isZero || !TypeOf(sum.Right).Equals(element))
            return null;
        var item = new LowInvoke(new LowMember(Lower(place).Code, "GetRef"), As(key, ((DictType)TypeOf(place)).Key.Type));
        return new LowExpressionStatement(new LowAssign(Spelling(sum.Op) + "=", item, As(sum.Right, element)));
    }

    private static bool SameCertain(Py.Expression a, Py.Expression b) => (a, b) switch
    {
        (Py.Name x, Py.Name y) => x.Id == y.Id,
        (Py.Constant x, Py.Constant y) => Equals(x.Value, y.Value),
        _ => false,
    };
}
