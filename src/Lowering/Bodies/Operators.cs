using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Operators and comparisons.</summary>
internal sealed partial class BodyLowerer
{
    private Typed Binary(Py.BinOp binary)
    {
        var left = Lower(binary.Left);
        if (SpecialMethods.Find(binary.Op, TypeOf(binary.Left), TypeOf(binary.Right), Model) is { Returns.Final: { IsAny: false } result } method)
            return new(OperatorCall(binary, method, left.Code), result.IsNone ? StaticType.Any : result);
        var right = Lower(binary.Right);
        var type = OperatorRules.Binary(binary, left.Type, right.Type, Model);
        return new(BinaryCode(binary.Op, left, right, type), type);
    }

    /// <summary>A call of a class's arithmetic method: by C#'s operator where it has one.</summary>
    private LowExpression OperatorCall(Py.BinOp binary, Binding.FunctionSymbol method, LowExpression left)
    {
        var right = As(binary.Right, method.Parameters[1].Symbol.Final);
        return Declarations.Protocols.OperatorOf(method) is { } spelling
            ? new LowBinary(spelling, left, right)
            : new LowInvoke(new LowMember(left, method.CsName), right);
    }

    private LowExpression BinaryCode(Py.Operator op, Typed left, Typed right, StaticType type)
    {
        if (type is SimpleType { Kind: SimpleKind.Bool })
            return new LowBinary(Spelling(op), left.Code, right.Code);
        if (!type.IsAny && OperatorRules.CountsAsInt(left.Type, right.Type))
            (left, right) = (Number(left), Number(right));
        if (type is SimpleType { Kind: SimpleKind.Int } || (type is SimpleType { Kind: SimpleKind.Float } && left.Type is SimpleType { Kind: SimpleKind.Int } && right.Type is SimpleType { Kind: SimpleKind.Int }))
            return IntCode(op, left.Code, right.Code);
        if (type is ListType or SetType or DictType)
            return new LowBinary(Spelling(op), left.Code, right.Code);
        if (type is SimpleType { Kind: SimpleKind.Float })
            return FloatCode(op, ToFloat(left), ToFloat(right));
        if (type is SimpleType { Kind: SimpleKind.Str })
        {
            return op switch
            {
                Py.Operator.Add => new LowBinary("+", left.Code, right.Code),
                Py.Operator.Mult => new LowInvoke(Static("Str.Repeat"), left.Code, right.Code),
                _ => new LowInvoke(new LowName("TextFormat.Percent"), left.Code, Convert(right, StaticType.Any)),
            };
        }
        var a = Dynamic(left);
        var b = Convert(right, StaticType.Any);
        return op switch
        {
            Py.Operator.FloorDiv => new LowInvoke(new LowName("Any.FloorDiv"), a, b),
            Py.Operator.Pow => new LowInvoke(new LowName("Any.Pow"), a, b),
            Py.Operator.MatMult => new LowInvoke(new LowName("Any.MatMul"), a, b),
            Py.Operator.LShift or Py.Operator.RShift => new LowBinary(Spelling(op), a, b),
            // One operand with the type Any is enough for C# to find Any's operator.
            _ => new LowBinary(Spelling(op), CsTypes.IsAny(right.Type) && IsNatural(right.Code) && left.Type is SimpleType and not { Kind: SimpleKind.Object } ? Convert(left, StaticType.Any) : a, b),
        };
    }

    /// <summary>A bool as the int that it is.</summary>
    private static Typed Number(Typed value) => value.Type is SimpleType { Kind: SimpleKind.Bool }
        ? new(new LowInvoke(new LowName("Numbers.ToInt"), value.Code), StaticType.Int)
        : value;

    private static LowExpression ToFloat(Typed value) => value.Type is SimpleType { Kind: SimpleKind.Int }
        ? value.Code is LowLiteral { Value: long n } ? new LowLiteral((double)n) : new LowCast(LowType.Named("double"), value.Code)
        : value.Code;

    private static LowExpression IntCode(Py.Operator op, LowExpression left, LowExpression right)
    {
        // Two C# literals would be computed as C# ints.
        if (IsPlainNumber(left) && (IsPlainNumber(right) || op is Py.Operator.FloorDiv or Py.Operator.Pow or Py.Operator.LShift or Py.Operator.RShift))
            left = new LowCast(LowType.Named("PyInt"), left);
        return op switch
        {
            Py.Operator.FloorDiv => new LowInvoke(new LowName("PyInt.FloorDiv"), left, right),
            Py.Operator.Pow => new LowInvoke(new LowName("PyInt.Pow"), left, right),
            _ => new LowBinary(Spelling(op), left, right),
        };
    }

    private static bool IsPlainNumber(LowExpression code) => code is LowLiteral or LowUnary { Operand: LowLiteral };

    private static LowExpression FloatCode(Py.Operator op, LowExpression left, LowExpression right) => op switch
    {
        Py.Operator.Div when right is LowLiteral { Value: not 0.0 } => new LowBinary("/", left, right),
        Py.Operator.Div => new LowInvoke(new LowName("PyFloat.Divide"), left, right),
        Py.Operator.FloorDiv => new LowInvoke(new LowName("PyFloat.FloorDiv"), left, right),
        Py.Operator.Pow => new LowInvoke(new LowName("PyFloat.Pow"), left, right),
        Py.Operator.Mod => new LowInvoke(new LowName("PyFloat.Mod"), left, right),
        _ => new LowBinary(Spelling(op), left, right),
    };

    private static string Spelling(Py.Operator op) => op switch
    {
        Py.Operator.Add => "+",
        Py.Operator.Sub => "-",
        Py.Operator.Mult => "*",
        Py.Operator.Div => "/",
        Py.Operator.Mod => "%",
        Py.Operator.LShift => "<<",
        Py.Operator.RShift => ">>",
        Py.Operator.BitOr => "|",
        Py.Operator.BitXor => "^",
        Py.Operator.BitAnd => "&",
        _ => throw new System.Diagnostics.UnreachableException(op.ToString()),
    };

    private Typed Unary(Py.UnaryOp unary)
    {
        if (unary.Op == Py.UnaryOperator.Not)
            return new(Negate(Condition(unary.Operand)), StaticType.Bool);
        var operand = Lower(unary.Operand);
        if (SpecialMethods.Find(unary.Op, TypeOf(unary.Operand), Model) is { Returns.Final.IsNone: false } method)
            return new(new LowInvoke(new LowMember(operand.Code, method.CsName)), method.Returns.Final);
        var type = OperatorRules.Unary(unary.Op, operand.Type);
        if (unary.Op == Py.UnaryOperator.USub && operand.Code is LowLiteral { Value: long n } && n != long.MinValue)
            return new(new LowLiteral(-n), type);
        if (unary.Op == Py.UnaryOperator.USub && operand.Code is LowLiteral { Value: double d })
            return new(new LowLiteral(-d), type);
        var spelling = unary.Op switch { Py.UnaryOperator.USub => "-", Py.UnaryOperator.UAdd => "+", _ => "~" };
        if (type.IsAny)
            return new(new LowUnary(spelling, Dynamic(operand)), type);
        return new(new LowUnary(spelling, Exact(operand, type)), type);
    }

    private Typed Compare(Py.Compare compare)
    {
        if (TypeOf(compare) is SimpleType { Kind: SimpleKind.Bool })
            return new(Comparison(compare), StaticType.Bool);
        if (compare.Ops.Length == 1)
            return new(RichCompare(compare.Ops[0], Lower(compare.Left), Lower(compare.Comparators[0])), StaticType.Any);
        // a < b < c gives the first comparison that fails, or the last.
        var result = Temp("result", StaticType.Any);
        LowExpression? code = null;
        var left = Lower(compare.Left);
        for (var i = 0; i < compare.Ops.Length; i++)
        {
            var last = i == compare.Ops.Length - 1;
            var right = Lower(compare.Comparators[i]);
            var spilled = last ? right : Spill(right);
            var test = RichCompare(compare.Ops[i], left, last ? right : spilled);
            var assigned = new LowMember(new LowAssign("=", new LowName(result), test), "Truth");
            code = code is null ? assigned : new LowBinary("&&", code, assigned);
            left = last ? right : Read(spilled);
        }
        return new(new LowConditional(code!, new LowName(result), new LowName(result)), StaticType.Any);
    }

    /// <summary>A value that is read twice: the first use assigns a temp.</summary>
    private Typed Spill(Typed value)
    {
        if (IsRepeatable(value.Code))
            return value;
        var type = CsTypes.Stored(value.Type);
        var temp = Temp("middle", type);
        return new(new LowAssign("=", new LowName(temp), Convert(value, type)), type);
    }

    private static Typed Read(Typed spilled) => spilled.Code is LowAssign assign ? new(assign.Target, spilled.Type) : spilled;

    /// <summary>A comparison whose result may be any object.</summary>
    private LowExpression RichCompare(Py.CompareOperator op, Typed left, Typed right)
    {
        if (op is Py.CompareOperator.Is or Py.CompareOperator.IsNot or Py.CompareOperator.In or Py.CompareOperator.NotIn
            || OperatorRules.ComparesNatively(op, left.Type, right.Type))
            return new LowCast(LowType.Any, CompareCode(op, left, right));
        return new LowInvoke(
            new LowName("Operators.Compare"), new LowName("Comparison." + op), Convert(left, StaticType.Any), Convert(right, StaticType.Any));
    }

    /// <summary>A comparison, or a chain of them, as a condition.</summary>
    private LowExpression Comparison(Py.Compare compare)
    {
        var left = Lower(compare.Left);
        LowExpression? code = null;
        for (var i = 0; i < compare.Ops.Length; i++)
        {
            var right = Lower(compare.Comparators[i]);
            var middle = i == compare.Ops.Length - 1 ? right : Spill(right);
            var test = CompareCode(compare.Ops[i], left, middle);
            code = code is null ? test : new LowBinary("&&", code, test);
            left = Read(middle);
        }
        return code!;
    }

    private LowExpression CompareCode(Py.CompareOperator op, Typed left, Typed right)
    {
        switch (op)
        {
            case Py.CompareOperator.Is or Py.CompareOperator.IsNot:
                var same = Identity(left, right);
                return op == Py.CompareOperator.Is ? same : Negate(same);
            case Py.CompareOperator.In or Py.CompareOperator.NotIn:
                var contains = Contains(right, left);
                return op == Py.CompareOperator.In ? contains : Negate(contains);
        }
        var spelling = op switch
        {
            Py.CompareOperator.Eq => "==",
            Py.CompareOperator.NotEq => "!=",
            Py.CompareOperator.Lt => "<",
            Py.CompareOperator.LtE => "<=",
            Py.CompareOperator.Gt => ">",
            _ => ">=",
        };
        if (SpecialMethods.Find(op, left.Type, Model) is { } method)
        {
            var asked = Convert(right, method.Parameters[1].Symbol.Final);
            if (Comparisons.OperatorOf(method) is { } order && right.Type is InstanceType)
                return new LowBinary(order, left.Code, asked);
            var answer = new LowInvoke(new LowMember(left.Code, method.CsName), asked);
            return SpecialMethods.NameOf(op) == method.Name ? answer : Negate(answer);
        }
        if (SpecialMethods.FindReflected(op, left.Type, right.Type, Model) is { } other && Comparisons.OperatorOf(other) is not null)
            return new LowBinary(spelling, left.Code, right.Code);
        if (op is (Py.CompareOperator.Eq or Py.CompareOperator.NotEq) && AreEqualAsObjects(left.Type, right.Type))
            return new LowBinary(spelling, left.Code, right.Code);
        // x != x asks for NaN; in C#'s own words it is a warning.
        if (left.Code is LowName && left.Code == right.Code)
            return new LowMember(new LowInvoke(new LowName("Operators.Compare"), new LowName("Comparison." + op), Convert(left, StaticType.Any), Convert(right, StaticType.Any)), "Truth");
        if (left.Type.IsNumber && right.Type.IsNumber)
        {
            // An int beside a float is compared exactly, not after rounding.
            if (!left.Type.Equals(right.Type) && !IsIntLiteral(left) && !IsIntLiteral(right))
                return new LowBinary(spelling, Dynamic(left), Dynamic(right));
            return new LowBinary(spelling, IsIntLiteral(left) && IsIntLiteral(right) ? Exact(left, left.Type) : left.Code, right.Code);
        }
        if (left.Type is SimpleType { Kind: SimpleKind.Str } && right.Type is SimpleType { Kind: SimpleKind.Str })
            return spelling is "==" or "!="
                ? new LowBinary(spelling, left.Code, right.Code)
                : new LowBinary(spelling, new LowInvoke(Static("Str.Compare"), left.Code, right.Code), new LowLiteral(0L));
        if (op is (Py.CompareOperator.Eq or Py.CompareOperator.NotEq) && IsTextOrNone(left.Type) && IsTextOrNone(right.Type))
            return new LowBinary(spelling, left.Code, right.Code);
        if (op is (Py.CompareOperator.Eq or Py.CompareOperator.NotEq) && CsTypes.Of(left.Type) == CsTypes.Of(right.Type) && IsNatural(left.Code))
        {
            if (left.Type is SimpleType { Kind: SimpleKind.Bool })
                return new LowBinary(spelling, left.Code, right.Code);
            if (left.Type is ListType or SetType or DictType or SimpleType { Kind: SimpleKind.Bytes or SimpleKind.Range })
            {
                var equal = new LowInvoke(new LowMember(left.Code, "Equals"), right.Code);
                return op == Py.CompareOperator.Eq ? equal : Negate(equal);
            }
        }
        if (left.Type is TupleShape && op is not (Py.CompareOperator.LtE or Py.CompareOperator.GtE) && CsTypes.Of(left.Type) == CsTypes.Of(right.Type))
            return CompareTuples(op, Exact(left, left.Type), Exact(right, right.Type));
        return new LowBinary(spelling, Dynamic(left), Convert(right, StaticType.Any)) { HasOwnOpposite = Model.Program.DefinesNotEqual };
    }

    private static bool IsTextOrNone(StaticType type) => type is SimpleType { Kind: SimpleKind.Str } or OptionalType { Inner: SimpleType { Kind: SimpleKind.Str } };

    private static LowExpression CompareTuples(Py.CompareOperator op, LowExpression left, LowExpression right) => op switch
    {
        Py.CompareOperator.Eq => new LowInvoke(new LowName("Generic.Equal"), left, right),
        Py.CompareOperator.NotEq => new LowUnary("!", new LowInvoke(new LowName("Generic.Equal"), left, right)),
        Py.CompareOperator.Lt => new LowInvoke(new LowName("Generic.Less"), left, right),
        _ => new LowInvoke(new LowName("Generic.Greater"), left, right),
    };

    private static bool IsIntLiteral(Typed value) => value.Type is SimpleType { Kind: SimpleKind.Int } && !IsNatural(value.Code);

    private LowExpression Contains(Typed container, Typed item) => container.Type switch
    {
        // Python evaluates the item first.
        _ when !IsRepeatable(item.Code) && !IsRepeatable(container.Code)
            => new LowInvoke(new LowName("Operators.In"), Convert(item, StaticType.Any), Convert(container, StaticType.Any)),
        SimpleType { Kind: SimpleKind.Str } when item.Type is SimpleType { Kind: SimpleKind.Str } => new LowInvoke(Static("Str.Contains"), container.Code, item.Code),
        ListType { Element.Type: var t } => new LowInvoke(new LowMember(container.Code, "Contains"), Like(item, t)),
        SetType { Element.Type: var t } => new LowInvoke(new LowMember(container.Code, "Contains"), Like(item, t)),
        SimpleType { Kind: SimpleKind.Range } => new LowInvoke(new LowMember(container.Code, "Contains"), Convert(item, StaticType.Any)),
        DictType { Key.Type: var t } => new LowInvoke(new LowMember(container.Code, "ContainsKey"), Like(item, t)),
        InstanceType when SpecialMethods.Find("__contains__", container.Type, 1, Model) is { Returns.Final: SimpleType { Kind: SimpleKind.Bool } } method
            => new LowInvoke(new LowMember(container.Code, method.CsName), Convert(item, method.Parameters[1].Symbol.Final)),
        _ => new LowInvoke(new LowMember(Dynamic(container), "Contains"), Convert(item, StaticType.Any)),
    };
}
