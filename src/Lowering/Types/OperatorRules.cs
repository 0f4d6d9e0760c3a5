using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// The types that operators give. Inference and lowering both ask here, so the C# that is written
/// always has the type that was found.
/// </summary>
public static class OperatorRules
{
    /// <summary>The type of <c>left op right</c>; Any where the operation is carried out dynamically.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="left">The type of the left operand.</param>
    /// <param name="right">The type of the right operand.</param>
    /// <param name="isClosed">For <c>**</c>: whether the result is a number of the operands' kind.</param>
    private static StaticType Binary(Py.Operator op, StaticType left, StaticType right, bool isClosed)
    {
        if (left.IsNever || right.IsNever)
            return StaticType.Never;
        if (IsBool(left) && IsBool(right) && op is (Py.Operator.BitAnd or Py.Operator.BitOr or Py.Operator.BitXor))
            return StaticType.Bool;
        if (CountsAsInt(left, right))
            return Binary(op, IsBool(left) ? StaticType.Int : left, IsBool(right) ? StaticType.Int : right, isClosed);
        if (left is SimpleType { Kind: SimpleKind.Int } && right is SimpleType { Kind: SimpleKind.Int })
            return op switch
            {
                Py.Operator.Div => StaticType.Float,
                Py.Operator.MatMult => StaticType.Any,
                Py.Operator.Pow => isClosed ? StaticType.Int : StaticType.Any,
                _ => StaticType.Int,
            };
        if (left.IsNumber && right.IsNumber)
            return op is Py.Operator.Add or Py.Operator.Sub or Py.Operator.Mult or Py.Operator.Div or Py.Operator.FloorDiv or Py.Operator.Mod || (op is Py.Operator.Pow && isClosed)
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
        return Containers(op, left, right);
    }

    /// <summary>Whether a bool among two operands is the int 0 or 1 for arithmetic.</summary>
    public static bool CountsAsInt(StaticType left, StaticType right)
        => (IsBool(left) && (IsBool(right) || right.IsNumber)) || (IsBool(right) && left.IsNumber);

    private static bool IsBool(StaticType type) => type is SimpleType { Kind: SimpleKind.Bool };

    /// <summary>Sums and repetitions of lists, and set algebra.</summary>
    private static StaticType Containers(Py.Operator op, StaticType left, StaticType right)
    {
        switch (left, right)
        {
            case (ListType list, ListType other) when op == Py.Operator.Add:
                return Alike(list.Element, other.Element, left);
            case (ListType, SimpleType { Kind: SimpleKind.Int }) when op == Py.Operator.Mult:
                return left;
            case (SimpleType { Kind: SimpleKind.Int }, ListType) when op == Py.Operator.Mult:
                return right;
            case (SetType set, SetType other) when IsSetOperator(op):
                return Alike(set.Element, other.Element, left);
            case (DictType { IsCounter: true } counter, DictType { IsCounter: true } other) when IsCounterOperator(op):
                return Alike(counter.Key, other.Key, left);
            default:
                return StaticType.Any;
        }
    }

    private static bool IsSetOperator(Py.Operator op) => op is Py.Operator.BitAnd or Py.Operator.BitOr or Py.Operator.BitXor or Py.Operator.Sub;

    private static bool IsCounterOperator(Py.Operator op) => op is Py.Operator.Add or Py.Operator.Sub or Py.Operator.BitOr or Py.Operator.BitAnd;

    private static StaticType Alike(Cell left, Cell right, StaticType whole)
        => left.Type.IsNever || right.Type.IsNever ? StaticType.Never : left.SameAs(right) ? whole : StaticType.Any;

    /// <summary>The type that a variable has after <c>target op= value</c>; a list or set that is changed in place keeps its own.</summary>
    public static StaticType InPlace(Py.AugAssign assign, StaticType target, StaticType value, SemanticModel model)
        => ChangesInPlace(assign.Op, target, value) ? value.IsNever ? StaticType.Never : target
            : target is ListType or SetType or DictType ? StaticType.Any
            : Binary(assign.Op, target, value, IsClosed(assign.Op, assign.Target, assign.Value, target, value, model));

    /// <summary>Whether <c>target op= value</c> is a change of a container whose elements stay of one type.</summary>
    public static bool ChangesInPlace(Py.Operator op, StaticType target, StaticType value) => target switch
    {
        ListType => op == Py.Operator.Add || (op == Py.Operator.Mult && value is SimpleType { Kind: SimpleKind.Int or SimpleKind.Never }),
        SetType set => IsSetOperator(op) && (value.IsNever || value is SetType other && Alike(set.Element, other.Element, set) is SetType or { IsNever: true }),
        DictType { IsCounter: true } counter => IsCounterOperator(op) && (value.IsNever || value is DictType { IsCounter: true } other && Alike(counter.Key, other.Key, counter) is DictType or { IsNever: true }),
        _ => false,
    };

    /// <summary>The type of a binary expression.</summary>
    public static StaticType Binary(Py.BinOp binary, StaticType left, StaticType right, SemanticModel model)
        => MayBeReflected(binary.Op, left, right, model) ? StaticType.Any : Binary(binary.Op, left, right, IsClosed(binary.Op, binary.Left, binary.Right, left, right, model));

    /// <summary>Whether a class that derives from <c>str</c> may decide what <c>text % value</c> is, before <c>str</c> does.</summary>
    private static bool MayBeReflected(Py.Operator op, StaticType left, StaticType right, SemanticModel model)
        => op == Py.Operator.Mod && left is SimpleType { Kind: SimpleKind.Str } && right.IsAny && model.Program.Methods.Contains("__rmod__");

    private static bool IsClosed(Py.Operator op, Py.Expression left, Py.Expression right, StaticType leftType, StaticType rightType, SemanticModel model)
        => op == Py.Operator.Pow && leftType.IsNumber && rightType.IsNumber && Signs.PowIsClosed(left, right, leftType, rightType, model);

    public static StaticType Unary(Py.UnaryOperator op, StaticType operand) => (op, operand) switch
    {
        (Py.UnaryOperator.Not, _) => StaticType.Bool,
        (_, { IsNever: true }) => StaticType.Never,
        (Py.UnaryOperator.Invert, SimpleType { Kind: SimpleKind.Int }) => StaticType.Int,
        (Py.UnaryOperator.USub or Py.UnaryOperator.UAdd, SimpleType { Kind: SimpleKind.Int or SimpleKind.Float }) => operand,
        (Py.UnaryOperator.USub or Py.UnaryOperator.UAdd, DictType { IsCounter: true, Key.Type.IsAny: false }) => operand,
        _ => StaticType.Any,
    };

    /// <summary>Whether a comparison of these types is C#'s own and so a bool.</summary>
    public static bool ComparesNatively(Py.CompareOperator op, StaticType left, StaticType right)
    {
        if (op is Py.CompareOperator.Is or Py.CompareOperator.IsNot or Py.CompareOperator.In or Py.CompareOperator.NotIn)
            return true;
        if (left.IsNever || right.IsNever)
            return false;
        return op is Py.CompareOperator.Eq or Py.CompareOperator.NotEq
            ? HasPlainEquality(left) && HasPlainEquality(right)
            : (HasPlainOrder(left) && HasPlainOrder(right)) || (left is SetType && right is SetType);
    }

    /// <summary>Whether values of a type answer <c>==</c> with a bool, whatever they are compared with: no class of the program decides.</summary>
    private static bool HasPlainEquality(StaticType type) => type switch
    {
        SimpleType simple => simple.Kind is not (SimpleKind.Any or SimpleKind.Object),
        ListType or SetType or DictType => true,
        TupleShape tuple => tuple.Items.All(static i => !i.IsNever),
        OptionalType optional => HasPlainEquality(optional.Inner),
        InstanceType { Class.Enumeration: not null } => true,
        _ => false,
    };

    /// <summary>Whether values of a type are ordered by numbers and texts alone.</summary>
    private static bool HasPlainOrder(StaticType type) => type switch
    {
        SimpleType simple => simple.Kind is SimpleKind.Int or SimpleKind.Float or SimpleKind.Bool or SimpleKind.Str or SimpleKind.Bytes,
        ListType list => HasPlainOrder(list.Element.Type),
        TupleShape tuple => tuple.Items.All(HasPlainOrder),
        _ => false,
    };

    /// <summary>The class that decides what an attribute of a value is: of an object that may be None too, for None has none of the program's attributes.</summary>
    public static ClassSymbol? Instance(StaticType type, string attribute) => type switch
    {
        InstanceType instance => instance.Class,
        OptionalType { Inner: InstanceType instance } when !attribute.StartsWith("__", StringComparison.Ordinal) => instance.Class,
        _ => null,
    };

    /// <summary>The type that a container has where it is used: None has no items, and every use of it raises.</summary>
    public static StaticType Present(StaticType type)
        => type is OptionalType { Inner: var inner } && inner is ListType or DictType or SetType or DequeType or LibraryInstance { Class.IsForeign: false } or SimpleType { Kind: SimpleKind.Str or SimpleKind.Range } ? inner : type;

    /// <summary>What iterating a value gives.</summary>
    public static StaticType ItemOf(StaticType type) => type switch
    {
        OptionalType when Present(type) is var present && present != type => ItemOf(present),
        ListType list => list.Element.Type,
        SetType set => set.Element.Type,
        DequeType deque => deque.Element.Type,
        DictType dict => dict.Key.Type,
        SimpleType { Kind: SimpleKind.Str } => StaticType.Str,
        SimpleType { Kind: SimpleKind.Bytes or SimpleKind.Range } => StaticType.Int,
        IterableType iterable => iterable.Item,
        LibraryInstance when Library.GeneratorLibrary.ItemOf(type) is { } given => given,
        ClassType { Class: { Enumeration: not null } members } => new InstanceType(members),
        { IsNever: true } => type,
        TupleShape tuple when tuple.Items.Any(i => i.IsNever) => StaticType.Never,
        TupleShape tuple => tuple.Items.Length > 0 && tuple.Items.Skip(1).All(i => i.Equals(tuple.Items[0])) ? tuple.Items[0] : StaticType.Any,
        _ => StaticType.Any,
    };

    /// <summary>What <c>value[index]</c> gives.</summary>
    public static StaticType Index(StaticType value, StaticType index, Py.Expression indexNode)
    {
        value = Present(value);
        if (value.IsNever || (index.IsNever && indexNode is not Py.Slice))
            return StaticType.Never;
        if (indexNode is Py.Slice)
            return value is ListType or SimpleType { Kind: SimpleKind.Str or SimpleKind.Range } ? value : StaticType.Any;
        switch (value)
        {
            case ListType list when index is SimpleType { Kind: SimpleKind.Int }:
                return list.Element.Type;
            case DequeType deque when index is SimpleType { Kind: SimpleKind.Int }:
                return deque.Element.Type;
            case SimpleType { Kind: SimpleKind.Str } when index is SimpleType { Kind: SimpleKind.Int }:
                return StaticType.Str;
            case SimpleType { Kind: SimpleKind.Range } when index is SimpleType { Kind: SimpleKind.Int }:
                return StaticType.Int;
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
