using System.Collections.Immutable;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>From one static type to another.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The expression as C# code that a place of a given type takes.</summary>
    public LowExpression As(Py.Expression expression, StaticType target) => LowerTo(expression, target).Code;

    /// <summary>The expression as C# code that has just this type, where nothing around it converts.</summary>
    public LowExpression Exactly(Py.Expression expression, StaticType target) => Exact(LowerTo(expression, target), target);

    private Typed LowerTo(Py.Expression expression, StaticType target)
    {
        // A fresh tuple takes the shape its place asks for, item by item.
        if (expression is Py.Tuple tuple && target is TupleShape shape && tuple.Elts.Length == shape.Items.Length && tuple.Elts.All(e => e is not Py.Starred))
            return new(new LowTuple([.. tuple.Elts.Zip(shape.Items, Exactly)]), target);
        if (expression is Py.Tuple untyped && CsTypes.IsAny(target))
            return new(NewTuple(untyped), StaticType.Tuple);
        if (expression is Py.IfExp conditional)
            return new(Conditional(Condition(conditional.Test), LowerTo(conditional.Body, target), LowerTo(conditional.Orelse, target), target), target);
        return To(Lower(expression), target);
    }

    /// <summary>The code with a cast where C# would give it another type than the one it stands for.</summary>
    private static LowExpression Exact(Typed value, StaticType target)
    {
        var type = CsTypes.Of(target);
        if (CsTypes.Of(value.Type) == type && IsNatural(value.Code))
            return value.Code;
        return value.Code is LowCast cast && cast.Type == type ? cast : new LowCast(type, value.Code);
    }

    /// <summary>A conditional whose C# type is the one asked for: one branch has it, to which C# converts a literal in the other.</summary>
    private static LowConditional Conditional(LowExpression test, Typed whenTrue, Typed whenFalse, StaticType target)
    {
        var (left, right) = (Exact(whenTrue, target), Exact(whenFalse, target));
        if (whenTrue.Code is LowLiteral { Value: not null } && right == whenFalse.Code)
            left = whenTrue.Code;
        else if (whenFalse.Code is LowLiteral { Value: not null } && left == whenTrue.Code)
            right = whenFalse.Code;
        return new LowConditional(test, left, right);
    }

    /// <summary>Whether C# finds the type of the code without looking at its place.</summary>
    private static bool IsNatural(LowExpression code) => code switch
    {
        LowLiteral literal => literal.Value is string or bool or double,
        LowUnary unary => IsNatural(unary.Operand),
        LowDefault or LowCollection or LowLambda => false,
        _ => true,
    };

    /// <summary>Whether the code may stand twice where Python evaluates an expression once: reading it runs nothing.</summary>
    private static bool IsRepeatable(LowExpression code) => code is LowName { Computes: false } or LowThis or LowLiteral;

    private StaticType TypeOf(Py.Expression expression) => Model.TypeOf(expression);

    /// <summary>The expression where C# expects an Any and converts to it.</summary>
    public LowExpression AsAny(Py.Expression expression) => As(expression, StaticType.Any);

    /// <summary>The expression with the C# type Any itself, as the target of a member access.</summary>
    public LowExpression AsReceiver(Py.Expression expression) => Exactly(expression, StaticType.Any);

    /// <summary>An operand with the C# type Any, so that its operators and members apply.</summary>
    private LowExpression Dynamic(Typed value) => Exact(To(value, StaticType.Any), StaticType.Any);

    /// <summary>Converts a lowered value.</summary>
    public LowExpression Convert(Typed value, StaticType target) => To(value, target).Code;

    /// <inheritdoc cref="Convert"/>
    public static LowExpression Converted(Typed value, StaticType target) => To(value, target).Code;

    /// <summary>The one place where a value goes from one type to another; the result knows what type its code has.</summary>
    private static Typed To(Typed value, StaticType target)
    {
        var (code, type) = value;
        if (type.IsNone && code is LowInvoke)
        {
            // A C# method without a result, where Python's None is wanted.
            code = new LowInvoke(new LowName("Functions.None"), new LowLambda([], code));
            type = StaticType.Any;
        }
        if (CsTypes.Of(type) == CsTypes.Of(target))
            return new(code, target);
        if (CsTypes.IsAny(target))
            return type.ConvertsByCall ? new(ToAny(code, type), StaticType.Any) : new(code, type);
        if (type.IsNone && target is OptionalType)
            return new(new LowLiteral(null), target);
        if (CsTypes.IsAny(type))
            return new(FromAny(code, target), target);
        if (target is OptionalType optional)
            return type is OptionalType ? new(FromAny(new LowCast(LowType.Any, ToAny(code, type)), target), target)
                : CsTypes.Of(optional.Inner) == CsTypes.Of(type) ? new(code, type)
                : To(value, optional.Inner);
        if (IsSubtype(type, target))
            return new(code, type);
        return new(FromAny(new LowCast(LowType.Any, ToAny(code, type)), target), target);
    }

    private static bool IsSubtype(StaticType type, StaticType target) => (type, target) switch
    {
        (DictType { IsCounter: true }, DictType { IsCounter: false }) => true,
        (InstanceType a, InstanceType b) => a.Class.IsSubclassOf(b.Class),
        (LibraryInstance a, LibraryInstance b) => a.Class.IsSubclassOf(b.Class) && (b.Result is null || CsTypes.IsAny(b.Result)),
        (ErrorType or InstanceType { Class.IsException: true }, ErrorType { CsName: "BaseException" }) => true,
        _ => false,
    };

    public static LowExpression ToAny(LowExpression code, StaticType type) => type.ConvertsByCall ? new LowInvoke(new LowName("Generic.ToAny"), code) : code;

    /// <summary><c>value.As&lt;T&gt;()</c>: raises TypeError where the value has another type.</summary>
    public static LowExpression FromAny(LowExpression code, StaticType target)
        => CsTypes.IsAny(target) ? code : code is LowName { Name: "Any.None" } && target is OptionalType
            ? new LowLiteral(null)
            : new LowInvoke(new LowMember(IsNatural(code) && code is not LowLiteral ? code : new LowCast(LowType.Any, code), "As") { TypeArguments = [CsTypes.Of(target)] });

    /// <summary>The expression as a condition.</summary>
    public LowExpression Condition(Py.Expression expression)
    {
        switch (expression)
        {
            case Py.Constant or Py.Name { Id: "__debug__" } when Flow.ControlFlow.ConstantTruth(expression) is { } truth:
                return new LowLiteral(truth);
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
        LowBinary { Operator: "==", HasOwnOpposite: false } b => b with { Operator = "!=" },
        LowLiteral { Value: bool b } => new LowLiteral(!b),
        _ => new LowUnary("!", condition),
    };

    private LowExpression Truth(Typed value)
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
            case ListType or SetType or DictType or DequeType:
                return new LowBinary(">", new LowMember(code, "Count"), new LowLiteral(0L));
            case SimpleType { Kind: SimpleKind.Range }:
                return new LowBinary(">", new LowMember(code, "Length"), new LowLiteral(0L));
            case OptionalType { Inner: var inner } when IsTrueUnlessNone(inner):
                return new LowIs(code, null, Negated: true);
            case InstanceType when SpecialMethods.Find("__bool__", type, 0, Model) is { Returns.Final: SimpleType { Kind: SimpleKind.Bool } } method:
                return new LowInvoke(new LowMember(code, method.CsName));
            default:
                return new LowMember(Dynamic(value), "Truth");
        }
    }

    private LowExpression NewTuple(Py.Tuple tuple)
    {
        if (tuple.Elts.Any(e => e is Py.Starred))
            return new LowInvoke(new LowName("PyTuple.Of"), Elements(tuple.Elts, StaticType.Any, isPlain: true));
        return new LowInvoke(new LowName("PyTuple.Of"), [.. tuple.Elts.Select(e => new LowArgument(AsAny(e)))]);
    }

    /// <summary><c>[a, b, ..rest]</c> with items of one type. Plain displays, of lists and tuples, say of a starred value that is not iterable that it stood behind a star.</summary>
    private LowCollection Elements(ImmutableArray<Py.Expression> items, StaticType type, bool isPlain)
    {
        return new([.. items.Select(e => e is Py.Starred s ? new LowSpread(Spread(s.Value)) : As(e, type))]);

        // C# converts each item that is spread, where it converts such a value at all.
        LowExpression Spread(Py.Expression value)
            => Enumerable(value, CsTypes.IsAny(type) && LoopItem(value) is { ConvertsByCall: false } own ? own : type) is var code && isPlain && code is LowInvoke { Target: LowName { Name: "Sequences.Of" } } of ? of with { Target = new LowName("Sequences.Spread") } : code;
    }
}
