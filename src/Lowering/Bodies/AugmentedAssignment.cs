using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Augmented assignment: <c>target op= value</c>.</summary>
internal sealed partial class BodyLowerer
{
    private IEnumerable<LowStatement> AugAssign(Py.AugAssign assign)
    {
        var type = OperatorRules.InPlace(assign, TypeOf(assign.Target), TypeOf(assign.Value), Model);
        switch (assign.Target)
        {
            case Py.Name name:
                var symbol = Model.Names[name]!;
                symbol.IsRead = true;
                if (_builders.TryGetValue(symbol, out var builder))
                    return [new LowExpressionStatement(new LowInvoke(new LowMember(new LowName(builder), "Append"), As(assign.Value, StaticType.Str)))];
                var read = LoadSymbol(symbol, Model.MaybeUnbound.Contains(name));
                return [Updated(assign, read, Place(symbol), symbol.Final, type)];
            case Py.Attribute attribute:
                var owner = Global(attribute) is null && SharedPlace(attribute) is null ? Once(attribute.Value, out var ownerStatements) : Nothing(out ownerStatements);
                if (Place(attribute, owner.Code) is { } member)
                    return [.. ownerStatements, Updated(assign, member, member.Code, member.Type, type)];
                var target = Dynamic(owner);
                var attributeName = new LowLiteral(Mangling.Mangle(attribute.Attr, _scope));
                var got = new Typed(new LowInvoke(new LowMember(target, "Get"), attributeName), StaticType.Any);
                return [.. ownerStatements, new LowExpressionStatement(new LowInvoke(new LowMember(target, "Set"), attributeName, InPlace(assign, got, StaticType.Any)))];
            case Py.Subscript subscript:
                var container = Once(subscript.Value, out var before);
                var index = Once(subscript.Slice, out var indexBefore);
                if (TypeOf(subscript.Value) is ListType or DictType && !type.IsAny && TypeOf(subscript.Slice) is SimpleType { Kind: SimpleKind.Int or SimpleKind.Str })
                {
                    var element = new Typed(new LowIndex(container.Code, [index.Code]), TypeOf(assign.Target));
                    return [.. before, .. indexBefore, Updated(assign, element, element.Code, element.Type, type)];
                }
                if (ItemOfObject(subscript, container, index) is var (current, setter))
                    return [.. before, .. indexBefore, setter is null ? Updated(assign, current, current.Code, current.Type, type)
                        : new LowExpressionStatement(setter(Convert(new Typed(InPlace(assign, current, type), type), SpecialMethods.Find("__setitem__", container.Type, 2, Model)!.Parameters[2].Symbol.Final)))];
                var any = Dynamic(container);
                var key = Convert(index, StaticType.Any);
                var item = new Typed(new LowIndex(any, [key]), StaticType.Any);
                return [.. before, .. indexBefore, new LowExpressionStatement(new LowInvoke(new LowMember(any, "SetItem"), key, InPlace(assign, item, StaticType.Any)))];
            default:
                return [new LowExpressionStatement(Unsupported(assign, "this target"))];
        }
    }

    /// <summary>An item of an object whose C# class has both methods for it; with what sets it where the class has no indexer for that.</summary>
    private (Typed Current, Func<LowExpression, LowExpression>? Set)? ItemOfObject(Py.Subscript subscript, Typed container, Typed index)
    {
        if (container.Type is not InstanceType { Class: var cls } || subscript.Slice is Py.Slice
            || SpecialMethods.Find("__getitem__", container.Type, 1, Model) is not { } getter || SpecialMethods.Find("__setitem__", container.Type, 2, Model) is not { } setter)
            return null;
        var key = Convert(index, getter.Parameters[1].Symbol.Final);
        var current = new Typed(Indexers.CanRead(cls) ? new LowIndex(container.Code, [key]) : new LowInvoke(new LowMember(container.Code, getter.CsName), key), ResultType(getter));
        return (current, Indexers.CanWrite(cls) ? null : value => new LowInvoke(new LowMember(container.Code, setter.CsName), Convert(index, setter.Parameters[1].Symbol.Final), value));
    }

    /// <summary>The statement that changes a place of a known type.</summary>
    private LowExpressionStatement Updated(Py.AugAssign assign, Typed current, LowExpression place, StaticType declared, StaticType type)
    {
        if (OperatorRules.ChangesInPlace(assign.Op, current.Type, TypeOf(assign.Value)))
            return new(ChangeInPlace(assign, current));
        if (!type.IsAny && current.Code == place && CsTypes.Of(declared) == CsTypes.Of(type) && CompoundOperator(assign.Op, current.Type, TypeOf(assign.Value)) is { } compound)
            return new(new LowAssign(compound, place, As(assign.Value, type)));
        return new(new LowAssign("=", place, Convert(new Typed(InPlace(assign, current, type), type), declared)));
    }

    /// <summary>The call that changes a list or a set: <c>xs += items</c> is <c>xs.Extend(items)</c>.</summary>
    private LowInvoke ChangeInPlace(Py.AugAssign assign, Typed target) => (target.Type, assign.Op) switch
    {
        (ListType { Element.Type: var element }, Py.Operator.Add) => new LowInvoke(new LowMember(target.Code, "Extend"), Enumerable(assign.Value, element)),
        (ListType, _) => new LowInvoke(new LowMember(target.Code, "Repeat"), As(assign.Value, StaticType.Int)),
        (DictType, var op) => new LowInvoke(new LowMember(target.Code, op switch { Py.Operator.Add => "AddCounts", Py.Operator.Sub => "SubtractCounts", Py.Operator.BitOr => "UniteWith", _ => "IntersectWith" }), Lower(assign.Value).Code),
        (_, Py.Operator.BitOr) => new LowInvoke(new LowMember(target.Code, "Update"), Lower(assign.Value).Code),
        (_, Py.Operator.BitAnd) => new LowInvoke(new LowMember(target.Code, "IntersectionUpdate"), Lower(assign.Value).Code),
        (_, Py.Operator.BitXor) => new LowInvoke(new LowMember(target.Code, "SymmetricDifferenceUpdate"), Lower(assign.Value).Code),
        _ => new LowInvoke(new LowMember(target.Code, "DifferenceUpdate"), Lower(assign.Value).Code),
    };

    private static Typed Nothing(out IEnumerable<LowStatement> before)
    {
        before = [];
        return new Typed(new LowName("Any.None"), StaticType.Any);
    }

    /// <summary>An operand that is read twice: evaluated once into a temp unless it is a plain name.</summary>
    private Typed Once(Py.Expression expression, out IEnumerable<LowStatement> before)
    {
        var value = Lower(expression);
        before = [];
        if (IsRepeatable(value.Code))
            return value;
        var type = CsTypes.Stored(value.Type);
        var temp = Fresh("target");
        before = [new LowLocal(CsTypes.Of(type), temp, Convert(value, type))];
        return new Typed(new LowName(temp), type);
    }

    private LowExpression InPlace(Py.AugAssign assign, Typed target, StaticType type)
    {
        var value = Lower(assign.Value);
        return type.IsAny
            ? new LowInvoke(new LowName($"Any.{assign.Op}InPlace"), ToAny(target.Code, target.Type), ToAny(value.Code, value.Type))
            : BinaryCode(assign.Op, target, value, type);
    }

    private static string? CompoundOperator(Py.Operator op, StaticType target, StaticType value)
    {
        if (op is Py.Operator.FloorDiv or Py.Operator.Pow or Py.Operator.MatMult or Py.Operator.Div)
            return null;
        if (op == Py.Operator.Mod && target is not SimpleType { Kind: SimpleKind.Int })
            return null;
        return target.Equals(value) ? Spelling(op) + "=" : null;
    }
}
