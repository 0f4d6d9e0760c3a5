using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>
/// What Python's operators do on dynamic values. Numbers and strings are decided here; every
/// other class by its special methods.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#emulating-numeric-types">numeric types</see>.
/// </summary>
public static partial class Operators
{
    /// <summary><c>a op b</c>, with reflected methods.</summary>
    /// <exception cref="TypeError">Neither operand supports the operator.</exception>
    public static Any Binary(BinaryOperator op, Any a, Any b)
    {
        var result = TryBinary(op, a, b);
        return result.IsNotImplemented ? throw Unsupported(op, a, b, OperatorNames.Symbol[(int)op]) : result;
    }

    /// <summary><c>a op= b</c>: the in-place method where there is one, else the plain operator.</summary>
    public static Any InPlace(BinaryOperator op, Any a, Any b)
    {
        if (a.Ref is string text && b.Ref is string other && op == BinaryOperator.Add)
            return text + other;
        if (a.Ref is IPyObject)
        {
            var method = PyType.Of(a).Special(OperatorNames.InPlace[(int)op]);
            if (!method.IsUnbound && SequenceOperators.Contains(method) && PyType.Of(b).Special(OperatorNames.Reflected[(int)op]) is { IsUnbound: false } reflected)
            {
                var early = reflected.Call(b, a);
                if (!early.IsNotImplemented)
                    return early;
            }
            if (!method.IsUnbound && !(op == BinaryOperator.Mult && SequenceOperators.IsNoCount(method, b)))
            {
                var updated = method.Call(a, b);
                if (!updated.IsNotImplemented)
                    return updated;
            }
        }
        var result = TryBinary(op, a, b);
        var symbol = op == BinaryOperator.Pow ? "**=" : OperatorNames.Symbol[(int)op] + "=";
        return result.IsNotImplemented ? throw Unsupported(op, a, b, symbol) : result;
    }

    private static Any TryBinary(BinaryOperator op, Any a, Any b)
    {
        if (a.Ref is not IPyObject && b.Ref is not IPyObject)
        {
            var native = Numeric.Binary(op, a, b);
            if (!native.IsNotImplemented)
                return native;
            if (a.Ref is string text)
                return StringBinary(op, text, b);
            return op == BinaryOperator.Mult && b.Ref is string s
                ? IsIndex(a) ? Core.Str.Repeat(s, SequenceRules.Times(a)) : throw NoCount(a)
                : Any.NotImplemented;
        }
        var result = BinaryByMethods(OperatorNames.Method[(int)op], OperatorNames.Reflected[(int)op], a, b);
        if (result.IsNotImplemented && op == BinaryOperator.Mult)
        {
            if (SequenceOperators.Repeats(a) && !IsIndex(b))
                throw NoCount(b);
            if (SequenceOperators.Repeats(b) && !IsIndex(a))
                throw NoCount(a);
        }
        return result;
    }

    /// <summary>A sequence times what is no number of repetitions.</summary>
    internal static TypeError NoCount(Any times) => new($"can't multiply sequence by non-int of type '{PyType.Of(times).ErrorName}'");

    private static Any StringBinary(BinaryOperator op, string text, Any b) => op switch
    {
        BinaryOperator.Add when b.Ref is string other => text + other,
        BinaryOperator.Add => throw new TypeError($"can only concatenate str (not \"{PyType.Of(b).ErrorName}\") to str"),
        BinaryOperator.Mult when IsIndex(b) => Core.Str.Repeat(text, SequenceRules.Times(b)),
        BinaryOperator.Mult => throw NoCount(b),
        BinaryOperator.Mod => TextFormat.Percent(text, b),
        _ => Any.NotImplemented,
    };

    /// <summary>The protocol of binary special methods; the right operand's goes first when its class derives from the left's.</summary>
    private static Any BinaryByMethods(string method, string reflected, Any a, Any b)
    {
        var left = PyType.Of(a);
        var right = PyType.Of(b);
        var forward = left.Special(method);
        var backward = ReferenceEquals(left, right) ? Any.Unbound : right.Special(reflected);
        if (!backward.IsUnbound
            && ((right.IsSubclassOf(left) && !ReferenceEquals(backward.Ref, left.Special(reflected).Ref)) || (SequenceOperators.Contains(forward) && !SequenceOperators.Contains(backward))))
        {
            var early = backward.Call(b, a);
            if (!early.IsNotImplemented)
                return early;
            backward = Any.Unbound;
        }
        if (!forward.IsUnbound && !(method is "__mul__" && SequenceOperators.IsNoCount(forward, b)))
        {
            var result = forward.Call(a, b);
            if (!result.IsNotImplemented)
                return result;
        }
        return backward.IsUnbound || (reflected is "__rmul__" && SequenceOperators.IsNoCount(backward, a)) ? Any.NotImplemented : backward.Call(b, a);
    }

    private static TypeError Unsupported(BinaryOperator op, Any a, Any b, string symbol)
    {
        var hint = op == BinaryOperator.RShift && a.Ref is PyFunction { Name: "print" }
            ? ". Did you mean \"print(<message>, file=<output_stream>)\"?"
            : "";
        return new TypeError($"unsupported operand type(s) for {symbol}: '{PyType.Of(a).ErrorName}' and '{PyType.Of(b).ErrorName}'{hint}");
    }

    /// <summary><c>divmod(a, b)</c>.</summary>
    public static Any DivMod(Any a, Any b) => Binary(BinaryOperator.DivMod, a, b);

    /// <summary><c>pow(a, b, modulus)</c>.</summary>
    public static Any Pow(Any a, Any b, Any modulus)
    {
        if (modulus.IsNone)
            return Binary(BinaryOperator.Pow, a, b);
        if (IsIntLike(a) && IsIntLike(b) && IsIntLike(modulus))
            return PyInt.PowMod(ToInt(a), ToInt(b), ToInt(modulus));
        var method = PyType.Of(a).Special("__pow__");
        if (a.Ref is IPyObject && !method.IsUnbound)
            return method.Call(a, b, modulus);
        // Numbers say that they cannot; others have no such operator.
        static bool IsNumber(Any value) => IsIntLike(value) || value.IsFloat || value.Ref is System.Numerics.Complex;
        throw a.Ref is System.Numerics.Complex || b.Ref is System.Numerics.Complex ? new ValueError("complex modulo")
            : IsNumber(a) && IsNumber(b) && IsNumber(modulus) ? new TypeError("pow() 3rd argument not allowed unless all arguments are integers")
            : new TypeError($"unsupported operand type(s) for ** or pow(): '{PyType.Of(a).ErrorName}', '{PyType.Of(b).ErrorName}', '{PyType.Of(modulus).ErrorName}'");
    }

    public static Any Negative(Any a) => Unary(a, "__neg__", "-");

    public static Any Positive(Any a) => Unary(a, "__pos__", "+");

    public static Any Invert(Any a) => Unary(a, "__invert__", "~");

    private static Any Unary(Any a, string method, string symbol)
    {
        if (IsIntLike(a))
            return symbol switch { "-" => -ToInt(a), "+" => ToInt(a), _ => ~ToInt(a) };
        if (a.IsFloat && symbol != "~")
            return symbol == "-" ? -a.FloatValue : a;
        if (a.Ref is Complex c && symbol != "~")
            return symbol == "-" ? new Complex(-c.Real, -c.Imaginary) : a;
        var found = PyType.Of(a).Special(method);
        if (found.IsUnbound)
            throw new TypeError($"bad operand type for unary {symbol}: '{PyType.Of(a).ErrorName}'");
        return found.Call(a);
    }

    /// <summary><c>abs(a)</c>.</summary>
    public static Any Abs(Any a)
    {
        if (IsIntLike(a))
            return ToInt(a) < 0 ? -ToInt(a) : ToInt(a);
        if (a.IsFloat)
            return Math.Abs(a.FloatValue);
        if (a.Ref is Complex c)
            return PyComplex.Abs(c);
        var found = PyType.Of(a).Special("__abs__");
        return found.IsUnbound ? throw new TypeError($"bad operand type for abs(): '{PyType.Of(a).ErrorName}'") : found.Call(a);
    }

    /// <summary>Whether the value is an int or a bool.</summary>
    internal static bool IsIntLike(Any a) => a.Ref is null || a.IsBool || a.Ref is BigInteger;

    /// <summary>An int's or a bool's value.</summary>
    internal static PyInt ToInt(Any a) => a.IsBool ? a.Bits : a.IntValue;

    internal static bool IsIndex(Any a) => IsIntLike(a) || (a.Ref is IPyObject && !PyType.Of(a).Special("__index__").IsUnbound);

    /// <summary><c>operator.index(a)</c>.</summary>
    /// <exception cref="TypeError">The value has no <c>__index__</c>.</exception>
    public static PyInt Index(Any a)
    {
        if (IsIntLike(a))
            return ToInt(a);
        // An int is its own index, whatever a subclass says.
        if (a.Ref is PyValueInstance { Value: var number } && IsIntLike(number))
            return ToInt(number);
        var method = a.Ref is IPyObject ? PyType.Of(a).Special("__index__") : Any.Unbound;
        if (method.IsUnbound)
            throw new TypeError($"'{PyType.Of(a).ErrorName}' object cannot be interpreted as an integer");
        var result = method.Call(a);
        if (!result.IsBool && IsIntLike(result))
            return ToInt(result);
        if (!IsIntLike(PyValueInstance.Unwrap(result)))
            throw new TypeError($"__index__ returned non-int (type {PyType.Of(result).ErrorName})");
        Library.Warnings.Issue(DeprecationWarning.Type, $"__index__ returned non-int (type {PyType.Of(result).ErrorName}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.");
        return ToInt(PyValueInstance.Unwrap(result));
    }
}
