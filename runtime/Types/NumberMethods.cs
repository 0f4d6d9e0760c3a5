namespace Pytocs.Runtime.Core;

/// <summary>The special methods of numbers, by which subclasses and explicit calls reach the operators.</summary>
internal static class NumberMethods
{
    /// <summary>Declares operators that accept operands that <paramref name="accepts"/> knows.</summary>
    public static void Declare(PyType type, Func<Any, bool> accepts, Func<Any, Any> self)
    {
        foreach (var op in Enum.GetValues<BinaryOperator>())
        {
            if (op == BinaryOperator.MatMult || !Supports(type.Name, op))
                continue;
            var operation = op;
            if (op != BinaryOperator.Pow || type.Name != "int")
                type.Method(OperatorNames.Method[(int)op], op == BinaryOperator.Pow ? "self, value, mod=None, /" : "self, value, /", a =>
                    accepts(a[1]) ? Numeric.Binary(operation, self(a[0]), PyValueInstance.Unwrap(a[1])) : Any.NotImplemented);
            type.Method(OperatorNames.Reflected[(int)op], op == BinaryOperator.Pow ? "self, value, mod=None, /" : "self, value, /", a =>
                accepts(a[1]) ? Numeric.Binary(operation, PyValueInstance.Unwrap(a[1]), self(a[0])) : Any.NotImplemented);
        }
        foreach (var op in Enum.GetValues<Comparison>())
        {
            var operation = op;
            type.Method(OperatorNames.Compare[(int)op], "self, value, /", (a, b) =>
                accepts(b) || (operation is Comparison.Eq or Comparison.NotEq && type.Name == "complex" && accepts(b)) ? Numeric.Compare(operation, self(a), PyValueInstance.Unwrap(b)) : Any.NotImplemented);
        }
        type.Method("__neg__", a => Operators.Negative(self(a)))
            .Method("__pos__", a => Operators.Positive(self(a)))
            .Method("__abs__", a => Operators.Abs(self(a)));
        if (type.Name == "int")
            type.Method("__invert__", a => Operators.Invert(self(a)));
    }

    private static bool Supports(string type, BinaryOperator op) => type switch
    {
        "int" => true,
        "float" => op is BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult or BinaryOperator.Div or BinaryOperator.FloorDiv or BinaryOperator.Mod or BinaryOperator.DivMod or BinaryOperator.Pow,
        _ => op is BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult or BinaryOperator.Div or BinaryOperator.Pow,
    };
}
