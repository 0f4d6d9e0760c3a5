using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// The types that operators give. Inference and lowering both ask here, so the C# that is written
/// always has the type that was found.
/// </summary>
public static class OperatorRules
{
    /// <summary>The type of <c>left op right</c>; Any where the operation is carried out dynamically.</summary>
    public static StaticType Binary(Py.Operator op, StaticType left, StaticType right, Py.Expression? rightNode)
    {
        if (left is SimpleType { Kind: SimpleKind.Int } && right is SimpleType { Kind: SimpleKind.Int })
            return op switch
            {
                Py.Operator.Div => StaticType.Float,
                Py.Operator.MatMult => StaticType.Any,
                // A negative exponent gives a float.
                Py.Operator.Pow => rightNode is Py.Constant ? StaticType.Int : StaticType.Any,
                _ => StaticType.Int,
            };
        if (left.IsNumber && right.IsNumber)
            return op is Py.Operator.Add or Py.Operator.Sub or Py.Operator.Mult or Py.Operator.Div or Py.Operator.FloorDiv or Py.Operator.Mod
                ? StaticType.Float
                : StaticType.Any;
        if (ReferenceEquals(left, StaticType.Str) || left is SimpleType { Kind: SimpleKind.Str })
        {
            if (op == Py.Operator.Add && right is SimpleType { Kind: SimpleKind.Str })
                return StaticType.Str;
            if (op == Py.Operator.Mult && right is SimpleType { Kind: SimpleKind.Int })
                return StaticType.Str;
            if (op == Py.Operator.Mod)
                return StaticType.Str;
        }
        return op == Py.Operator.Add && left is ListType { Element.Current.IsNever: false } && left.Equals(right) ? left : StaticType.Any;
    }

    /// <summary>The type that a variable has after <c>target op= value</c>.</summary>
    public static StaticType InPlace(Py.Operator op, StaticType target, StaticType value, Py.Expression? valueNode)
        => target is ListType ? StaticType.Any : Binary(op, target, value, valueNode);

    public static StaticType Unary(Py.UnaryOperator op, StaticType operand) => (op, operand) switch
    {
        (Py.UnaryOperator.Not, _) => StaticType.Bool,
        (Py.UnaryOperator.Invert, SimpleType { Kind: SimpleKind.Int }) => StaticType.Int,
        (Py.UnaryOperator.USub or Py.UnaryOperator.UAdd, SimpleType { Kind: SimpleKind.Int or SimpleKind.Float }) => operand,
        _ => StaticType.Any,
    };

    /// <summary>Whether a comparison of these types is C#'s own and so a bool.</summary>
    public static bool ComparesNatively(Py.CompareOperator op, StaticType left, StaticType right)
    {
        if (op is Py.CompareOperator.Is or Py.CompareOperator.IsNot or Py.CompareOperator.In or Py.CompareOperator.NotIn)
            return true;
        if (left.IsNumber && right.IsNumber)
            return true;
        return left is SimpleType { Kind: SimpleKind.Str } && right is SimpleType { Kind: SimpleKind.Str };
    }

    /// <summary>What iterating a value gives.</summary>
    public static StaticType ItemOf(StaticType type) => type switch
    {
        ListType list => list.Element.Type,
        SetType set => set.Element.Type,
        DictType dict => dict.Key.Type,
        SimpleType { Kind: SimpleKind.Str } => StaticType.Str,
        SimpleType { Kind: SimpleKind.Bytes } => StaticType.Int,
        IterableType iterable => iterable.Item,
        GeneratorType generator => generator.Item,
        AsyncGeneratorType generator => generator.Item,
        TupleShape tuple => tuple.Items.Length > 0 && tuple.Items.Skip(1).All(i => i.Equals(tuple.Items[0])) ? tuple.Items[0] : StaticType.Any,
        _ => StaticType.Any,
    };

    /// <summary>What <c>value[index]</c> gives.</summary>
    public static StaticType Index(StaticType value, StaticType index, Py.Expression indexNode)
    {
        if (indexNode is Py.Slice)
            return value is ListType or SimpleType { Kind: SimpleKind.Str } ? value : StaticType.Any;
        switch (value)
        {
            case ListType list when index is SimpleType { Kind: SimpleKind.Int }:
                return list.Element.Type;
            case SimpleType { Kind: SimpleKind.Str } when index is SimpleType { Kind: SimpleKind.Int }:
                return StaticType.Str;
            case DictType dict:
                return dict.Value.Type;
            case TupleShape tuple when ConstantIndex(indexNode, tuple.Items.Length) is { } position:
                return tuple.Items[position];
            default:
                return StaticType.Any;
        }
    }

    /// <summary>A literal index into a tuple of known length, counted from the start.</summary>
    public static int? ConstantIndex(Py.Expression index, int length)
    {
        var sign = 1;
        if (index is Py.UnaryOp { Op: Py.UnaryOperator.USub } minus)
            (index, sign) = (minus.Operand, -1);
        if (index is not Py.Constant { Value: System.Numerics.BigInteger big } || big > length)
            return null;
        var position = sign * (int)big;
        if (position < 0)
            position += length;
        return position >= 0 && position < length ? position : null;
    }
}
