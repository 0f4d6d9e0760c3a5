using System.Collections.Immutable;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>From one static type to another.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The expression as a C# value of a given type.</summary>
    public LowExpression As(Py.Expression expression, StaticType target)
    {
        // A fresh tuple takes the shape its place asks for, item by item.
        if (expression is Py.Tuple tuple && target is TupleShape shape && tuple.Elts.Length == shape.Items.Length && tuple.Elts.All(e => e is not Py.Starred))
            return new LowTuple([.. tuple.Elts.Zip(shape.Items, As)]);
        if (expression is Py.Tuple && CsTypes.IsAny(target))
            return NewTuple((Py.Tuple)expression);
        if (expression is Py.IfExp conditional)
            return new LowConditional(Condition(conditional.Test), Branch(conditional.Body, target), Branch(conditional.Orelse, target));
        return Convert(Lower(expression), target);
    }

    /// <summary>One side of a conditional, whose C# type must be the conditional's own.</summary>
    private LowExpression Branch(Py.Expression expression, StaticType target)
    {
        var code = As(expression, target);
        return code is LowLiteral or LowName { Name: "Any.None" } || !TypeOf(expression).Equals(target) || CsTypes.IsAny(target)
            ? CastTo(code, target)
            : code;
    }

    private static LowExpression CastTo(LowExpression code, StaticType target) => code switch
    {
        LowCast or LowInvoke { Target: LowMember { Name: "As" } } => code,
        LowLiteral { Value: string } when target is SimpleType { Kind: SimpleKind.Str } => code,
        LowLiteral { Value: bool } when target is SimpleType { Kind: SimpleKind.Bool } => code,
        LowLiteral { Value: double } when target is SimpleType { Kind: SimpleKind.Float } => code,
        LowName { Name: "Any.None" } when CsTypes.IsAny(target) => code,
        _ => new LowCast(CsTypes.Of(target), code),
    };

    private StaticType TypeOf(Py.Expression expression) => Model.TypeOf(expression);

    /// <summary>The expression where C# expects an Any and converts to it.</summary>
    public LowExpression AsAny(Py.Expression expression) => As(expression, StaticType.Any);

    /// <summary>The expression with the C# type Any itself, as the target of a member access.</summary>
    public LowExpression AsReceiver(Py.Expression expression)
    {
        if (expression is Py.Tuple tuple)
            return new LowCast(LowType.Any, NewTuple(tuple));
        var value = Lower(expression);
        var code = Convert(value, StaticType.Any);
        return CsTypes.IsAny(value.Type) && code is not (LowLiteral or LowMember { Name: "Type" }) ? code : new LowCast(LowType.Any, code);
    }

    /// <summary>Converts a lowered value.</summary>
    public LowExpression Convert(Typed value, StaticType target)
    {
        var (code, type) = value;
        if (type.IsNone && code is LowInvoke)
        {
            // A C# method without a result, where Python's None is wanted.
            code = new LowInvoke(new LowName("Functions.None"), new LowLambda([], code));
            type = StaticType.Any;
        }
        if (CsTypes.Of(type) == CsTypes.Of(target))
            return code;
        if (CsTypes.IsAny(target))
            return ToAny(code, type);
        if (type.IsNone && target is OptionalType)
            return new LowLiteral(null);
        if (CsTypes.IsAny(type))
            return FromAny(code, target);
        if (target is OptionalType optional)
            return optional.Inner.Equals(type) || type is OptionalType ? code : Convert(value, optional.Inner);
        if (type is OptionalType inner && inner.Inner.Equals(target))
            return FromAny(new LowCast(LowType.Any, code), target);
        if (type is InstanceType && target is InstanceType)
            return code;
        if (type is TupleShape && target is SimpleType { Kind: SimpleKind.Tuple })
            return FromAny(ToAny(code, type), target);
        return FromAny(new LowCast(LowType.Any, ToAny(code, type)), target);
    }

    public static LowExpression ToAny(LowExpression code, StaticType type) => type switch
    {
        TupleShape or OptionalType { Inner: TupleShape } => new LowInvoke(new LowName("Generic.ToAny"), code),
        _ => code,
    };

    /// <summary><c>value.As&lt;T&gt;()</c>: raises TypeError where the value has another type.</summary>
    public static LowExpression FromAny(LowExpression code, StaticType target)
        => CsTypes.IsAny(target) ? code : code is LowName { Name: "Any.None" } && target is OptionalType
            ? new LowLiteral(null)
            : new LowInvoke(new LowMember(code is LowLiteral or LowUnary ? new LowCast(LowType.Any, code) : code, "As") { TypeArguments = [CsTypes.Of(target)] });

    /// <summary>The expression as a condition.</summary>
    public LowExpression Condition(Py.Expression expression)
    {
        switch (expression)
        {
            case Py.UnaryOp { Op: Py.UnaryOperator.Not, Operand: var operand }:
                return Negate(Condition(operand));
            case Py.BoolOp op:
                return op.Values.Select(Condition).Aggregate((a, b) => new LowBinary(op.Op == Py.BoolOperator.And ? "&&" : "||", a, b));
            case Py.Compare compare:
                return Comparison(compare);
            default:
                return Truth(Lower(expression));
        }
    }

    private static LowExpression Negate(LowExpression condition) => condition switch
    {
        LowUnary { Operator: "!", Operand: var inner } => inner,
        LowIs @is => @is with { Negated = !@is.Negated },
        LowBinary { Operator: "==" } b => b with { Operator = "!=" },
        LowLiteral { Value: bool b } => new LowLiteral(!b),
        _ => new LowUnary("!", condition),
    };

    private static LowExpression Truth(Typed value)
    {
        var (code, type) = value;
        switch (type)
        {
            case SimpleType { Kind: SimpleKind.Bool }:
                return code;
            case SimpleType { Kind: SimpleKind.Int } when code is not LowLiteral:
                return new LowBinary("!=", code, new LowLiteral(0L));
            case SimpleType { Kind: SimpleKind.Float }:
                return new LowBinary("!=", code, new LowLiteral(0L));
            case SimpleType { Kind: SimpleKind.Str } when code is not LowLiteral:
                return new LowBinary("!=", code, new LowLiteral(""));
            case ListType or SetType or DictType:
                return new LowBinary(">", new LowMember(code, "Count"), new LowLiteral(0L));
            case OptionalType { Inner: InstanceType { Class: var cls } } when cls.FindMethod("__bool__") is null && cls.FindMethod("__len__") is null:
                return new LowIs(code, null, Negated: true);
            default:
                var any = CsTypes.IsAny(type) && code is not LowLiteral ? code : new LowCast(LowType.Any, ToAny(code, type));
                return new LowMember(any, "Truth");
        }
    }

    private LowExpression NewTuple(Py.Tuple tuple)
    {
        if (tuple.Elts.Any(e => e is Py.Starred))
            return new LowInvoke(new LowName("PyTuple.Of"), Elements(tuple.Elts, StaticType.Any));
        return new LowInvoke(new LowName("PyTuple.Of"), [.. tuple.Elts.Select(e => new LowArgument(AsAny(e)))]);
    }

    /// <summary><c>[a, b, ..rest]</c> with items of one type.</summary>
    private LowCollection Elements(ImmutableArray<Py.Expression> items, StaticType type)
        => new([.. items.Select(e => e is Py.Starred s ? new LowSpread(Enumerable(s.Value, type)) : As(e, type))]);
}
