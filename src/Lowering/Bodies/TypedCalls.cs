using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Library calls that are one call of a C# method, as inference decided.</summary>
internal sealed partial class BodyLowerer
{
    private Typed? TypedCall(Py.Call call)
    {
        if (!Model.Calls.TryGetValue(call, out var typed))
            return null;
        var type = TypeOf(call);
        var csName = typed.Row.CsName;
        var receiver = typed.Receiver is { } target && TypeOf(call.Func) is not LibraryType ? new Typed(NotNone(Lower(target).Code, TypeOf(target), ((Py.Attribute)call.Func).Attr), OperatorRules.Present(TypeOf(target))) : (Typed?)null;
        var receiverType = receiver?.Type ?? (typed.Arguments is [{ Parameter.Slot: Slot.Receiver, Value: var list }, ..] ? TypeOf(list) : StaticType.Never);
        var arguments = typed.Arguments.Select(a => new LowArgument(a.Parameter.Slot == Slot.Fallback ? Exactly(a.Value, type) : Argument(a, receiverType), a.IsNamed ? a.Parameter.CsName : null)).ToArray();
        if (csName == "Numbers.ToBool")
            return new(Condition(typed.Arguments[0].Value), type);
        // Of literals alone C# cannot tell which numbers are meant.
        if (csName.StartsWith("Numbers.", StringComparison.Ordinal) && typed.Row.Parameters is [{ Slot: Slot.Int }, ..] && arguments.All(a => IsPlainNumber(a.Value)))
            arguments[0] = new(new LowCast(LowType.Named("PyInt"), arguments[0].Value));
        // An extension method finds its type parameters only from exact types.
        if (csName == "GetOrNone" && CsTypes.Of(TypeOf(typed.Arguments[0].Value)) == CsTypes.Of(((DictType)receiverType).Key.Type))
            arguments[0] = new(Exactly(typed.Arguments[0].Value, ((DictType)receiverType).Key.Type));
        if (csName == "Sequences.Sum" && Counted(typed.Arguments, arguments) is { } counted)
            return new(counted, type);
        var code = receiver is not { } self ? (typed.Row.Parameters is [{ Slot: Slot.Bools }, ..] ? WithPredicate(csName, arguments) : null) ?? new LowInvoke(Static(csName), [.. arguments])
            : csName.Contains('.') ? new LowInvoke(Static(csName), [new(self.Code), .. arguments])
            : new LowInvoke(new LowMember(self.Code, csName), [.. arguments]);
        // The list may be one that takes more than the method puts into it.
        if (typed.Element is { } element && type is ListType { Element.Type: var wider } && CsTypes.Of(element) != CsTypes.Of(wider))
            return new(new LowNew(CsTypes.Of(type), [new(Retype(code, element, wider))]), type);
        return new(code, type);
    }

    private LowExpression Argument(BoundSlot slot, StaticType receiver) => slot.Parameter.Slot switch
    {
        Slot.Int => As(slot.Value, StaticType.Int),
        Slot.Float => ToFloat(Lower(slot.Value)),
        Slot.Bool => As(slot.Value, StaticType.Bool),
        Slot.Str => As(slot.Value, StaticType.Str),
        Slot.StrOrNone => slot.Value is Py.Constant { Value: null } ? new LowLiteral(null) : As(slot.Value, StaticType.Str),
        Slot.Bytes => As(slot.Value, StaticType.Bytes),
        Slot.Truth => Condition(slot.Value),
        Slot.Element => As(slot.Value, OperatorRules.ItemOf(receiver)),
        Slot.LikeElement => Like(slot.Value, OperatorRules.ItemOf(receiver)),
        Slot.Key => As(slot.Value, ((DictType)receiver).Key.Type),
        Slot.LikeKey => Like(slot.Value, ((DictType)receiver).Key.Type),
        Slot.Value or Slot.LikeValue => As(slot.Value, ((DictType)receiver).Value.Type),
        Slot.SameSet or Slot.Receiver or Slot.Counts => Lower(slot.Value).Code,
        Slot.Elements => Enumerable(slot.Value, OperatorRules.ItemOf(receiver)),
        Slot.Entries => TypeOf(slot.Value) is DictType dict && dict.Equals(receiver) ? Lower(slot.Value).Code
            : TypeOf(slot.Value) is DictType other ? PairsOf(Lower(slot.Value).Code, other, (DictType)receiver)
            : Enumerable(slot.Value, PairType((DictType)receiver)),
        Slot.Items or Slot.Ints or Slot.Floats or Slot.Bools or Slot.Strs => Enumerable(slot.Value, LoopItem(slot.Value)),
        Slot.Function => ItemFunction(slot.Value),
        _ => AsAny(slot.Value),
    };

    private LowExpression PairsOf(LowExpression code, DictType from, DictType to)
        => Retype(new LowMember(code, "Items"), PairType(from), PairType(to));

    private static TupleShape PairType(DictType dict) => new([dict.Key.Type, dict.Value.Type]);

    /// <summary>A value to look for: of the container's type, or a dynamic one.</summary>
    private LowExpression Like(Py.Expression value, StaticType type)
        => Like(Lower(value), type);

    private LowExpression Like(Typed value, StaticType type)
        => CsTypes.Of(value.Type) == CsTypes.Of(type) ? value.Code : Dynamic(value);

    /// <summary>A function of one item: a lambda in place, or a callable object.</summary>
    private LowExpression ItemFunction(Py.Expression value)
    {
        if (value is not Py.Lambda lambda || Model.Functions[lambda] is not { IsInlined: true } own)
            return Exactly(value, StaticType.Any);
        var inner = new BodyLowerer(module, own.Scope, own) { Outer = this };
        var code = inner.Exactly(lambda.Body, own.Returns.Final) with { Origin = lambda.Body.Span };
        var statements = inner.Hoisted().Concat(inner._prologue).Concat(inner._localFunctions).ToList();
        return new LowLambda([new(null, own.Parameters[0].Symbol.CsName)], statements.Count == 0 ? code : new LowBlock([.. statements, new LowReturn(code) { Origin = lambda.Body.Span }]));
    }

    /// <summary><c>sum(1 for x in xs if p(x))</c> is <c>xs.CountWhere(x => p(x))</c>.</summary>
    private static LowInvoke? Counted(IReadOnlyList<BoundSlot> bound, LowArgument[] arguments)
        => bound is [{ Value: Py.GeneratorExp { Elt: Py.Constant { Value: System.Numerics.BigInteger { IsOne: true } }, Generators: [{ Ifs.Length: 1 }] } }]
            && arguments is [{ Value: LowInvoke { Target: LowMember { Name: "Select", Target: LowInvoke { Target: LowMember { Name: "Where" } where, Arguments: [{ Value: LowLambda }] and var predicate } } } }]
            ? new LowInvoke(where with { Name = "CountWhere" }, predicate)
            : null;

    /// <summary><c>any(p(x) for x in xs)</c> is <c>xs.Any(x => p(x))</c>, where p gives a bool.</summary>
    private static LowInvoke? WithPredicate(string csName, LowArgument[] arguments)
        => csName is "Sequences.AnyOf" or "Sequences.AllOf" && arguments is [{ Value: LowInvoke { Target: LowMember { Name: "Select" } select, Arguments: [{ Value: LowLambda }] and var predicate } }]
            ? new LowInvoke(select with { Name = csName == "Sequences.AnyOf" ? "Any" : "All" }, predicate)
            : null;
}
