using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Operators and comparisons.</summary>
public sealed partial class Inference
{
    private StaticType Binary(Py.BinOp binary)
    {
        if (IsUnion(binary))
            return StaticType.Any;
        var left = Infer(binary.Left);
        var right = Infer(binary.Right);
        if (!right.IsNever && SpecialMethods.Find(binary.Op, left, right, _model) is { } method)
        {
            Store(right, method.Parameters[1].Symbol);
            if (!MarkUsed(method).Returns.Final.IsAny)
                return method.Returns.Final;
        }
        if (IsOpen(left) || IsOpen(right))
            return StaticType.Never;
        UnifyCounters(left, right);
        var result = OperatorRules.Binary(binary, left, right, _model);
        if (binary.Op == Py.Operator.Mod && right is InstanceType or TupleShape)
            _lattice.Escape(right, toProgram: false);
        if (result.IsAny)
        {
            // A dynamic operator reads its operands.
            _lattice.Escape(left);
            _lattice.Escape(right);
            Operate(binary.Op, left, right);
        }
        return result;
    }

    /// <summary>An operator whose operands only the run knows may call methods of the program's classes with anything.</summary>
    private void Operate(Py.Operator op, StaticType left, StaticType right)
    {
        if (IsBuiltIn(left) && IsBuiltIn(right))
            return;
        foreach (var name in SpecialMethods.NamesOf(op))
            if (_model.DynamicCalls.Add(name))
                _lattice.Changed = true;
    }

    /// <summary>Counters that are added and the like count things of one type.</summary>
    private void UnifyCounters(StaticType left, StaticType right)
    {
        if (left is DictType { IsCounter: true } counter && right is DictType { IsCounter: true } other)
            _lattice.Join(counter, other);
    }

    private static bool IsBuiltIn(StaticType type) => type is SimpleType { Kind: not (SimpleKind.Any or SimpleKind.Object) } or ListType or SetType or DictType or TupleShape;

    private StaticType Unary(Py.UnaryOp unary)
    {
        var operand = Infer(unary.Operand);
        if (unary.Op != Py.UnaryOperator.Not && IsOpen(operand))
            return StaticType.Never;
        return SpecialMethods.Find(unary.Op, operand, _model) is { } method && MarkUsed(method).Returns.Final is { IsNone: false } result ? result : OperatorRules.Unary(unary.Op, operand);
    }

    /// <summary>Whether a comparison calls a method of which nothing is known yet.</summary>
    private bool Awaits(ClassSymbol cls, Py.CompareOperator op)
        => SpecialMethods.NameOf(op) is { } name && (cls.FindMethod(name) ?? (op == Py.CompareOperator.NotEq ? cls.FindMethod("__eq__") : null)) is { Returns.Final.IsNever: true };

    /// <summary>The method that a comparison of order will call once it is known what it gives, and what that gets.</summary>
    private (FunctionSymbol Method, StaticType Given)? Asked(Py.CompareOperator op, StaticType left, StaticType right)
        => left is InstanceType { Class.Subclasses.Count: 0 } && SpecialMethods.Find(SpecialMethods.NameOf(op)!, left, 1, _model) is { Returns.Final.IsNever: true } method ? (method, right)
            : right is InstanceType { Class: var other } && left is InstanceType { Class: var cls } && cls == other && cls.FindMethod(SpecialMethods.NameOf(op)!) is null
                && SpecialMethods.Find(SpecialMethods.NameOf(SpecialMethods.Reflected(op))!, right, 1, _model) is { Returns.Final.IsNever: true } reflected ? (reflected, left)
            : null;

    private StaticType Compare(Py.Compare compare)
    {
        var left = Infer(compare.Left);
        var native = true;
        var unknown = false;
        for (var i = 0; i < compare.Ops.Length; i++)
        {
            var right = Infer(compare.Comparators[i]);
            if (!right.IsNever && SpecialMethods.Find(compare.Ops[i], left, _model) is { } method)
                Store(right, MarkUsed(method).Parameters[1].Symbol);
            else if (SpecialMethods.FindReflected(compare.Ops[i], left, right, _model) is { } reflected)
                Store(left, MarkUsed(reflected).Parameters[1].Symbol);
            else if (compare.Ops[i] is Py.CompareOperator.Lt or Py.CompareOperator.LtE or Py.CompareOperator.Gt or Py.CompareOperator.GtE && !OperatorRules.ComparesNatively(compare.Ops[i], left, right))
            {
                native = false;
                // What nothing is known of yet may turn out to be plain.
                if (IsOpen(left) || IsOpen(right))
                    unknown = true;
                else if (Asked(compare.Ops[i], left, right) is var (waiting, given))
                {
                    Store(given, waiting.Parameters[1].Symbol);
                    unknown = true;
                }
                else
                {
                    _lattice.PassOn(left);
                    _lattice.PassOn(right);
                }
            }
            else
                native &= OperatorRules.ComparesNatively(compare.Ops[i], left, right);
            if (compare.Ops[i] is Py.CompareOperator.In or Py.CompareOperator.NotIn && right is InstanceType)
                _lattice.Escape(right, toProgram: false);
            unknown |= IsOpen(left) || IsOpen(right) || (left is InstanceType { Class: var cls } && Awaits(cls, compare.Ops[i]));
            left = right;
        }
        return native ? StaticType.Bool : unknown ? StaticType.Never : StaticType.Any;
    }

    private StaticType Operands(Py.BoolOp op)
    {
        var operands = op.Values.Select(_infer).ToArray();
        // What `or` passes on is true, and None is not.
        if (op.Op == Py.BoolOperator.Or)
            for (var i = 0; i < operands.Length - 1; i++)
                operands[i] = operands[i] is OptionalType { Inner: var present } ? present : op.Values[i] is Py.Constant { Value: null } ? StaticType.Never : operands[i];
        return operands.Aggregate(StaticType.Never, _lattice.Join);
    }
}
