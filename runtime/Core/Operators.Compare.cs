using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Comparison, identity, hashing and truth.</summary>
public static partial class Operators
{
    /// <summary><c>a == b</c> as a truth value.</summary>
    public static bool Equal(Any a, Any b) => Compare(Comparison.Eq, a, b).Truth;

    /// <summary><c>a != b</c> as a truth value.</summary>
    public static bool NotEqual(Any a, Any b) => Compare(Comparison.NotEq, a, b).Truth;

    /// <summary><c>a &lt; b</c> as a truth value.</summary>
    public static bool Less(Any a, Any b) => a < b;

    /// <summary>Identity or equality: what containers use to find an element.</summary>
    public static bool Same(Any a, Any b) => Is(a, b) || Equal(a, b);

    /// <summary><c>a is b</c>. Equal small ints, floats held in variables and bools count as identical.</summary>
    public static bool Is(Any a, Any b)
        => ReferenceEquals(a.Ref, b.Ref) ? a.Bits == b.Bits
            : a.Ref is string s && b.Ref is string t && s.Length <= 1 && s == t;

    /// <summary>A rich comparison with reflected methods; the result need not be a bool.</summary>
    /// <exception cref="TypeError">An ordering that neither operand supports.</exception>
    public static Any Compare(Comparison op, Any a, Any b)
    {
        if (a.Ref is not IPyObject && b.Ref is not IPyObject)
        {
            var native = CompareNative(op, a, b);
            if (!native.IsNotImplemented)
                return native;
        }
        else if (a.Ref is PyList { IsExact: true } list && b.Ref is PyList { IsExact: true } other)
        {
            Recursion.Check("in comparison");
            return PyList.Compare(op, list, other);
        }
        else
        {
            var result = BinaryByComparison(op, a, b);
            if (!result.IsNotImplemented)
                return result;
        }
        return op switch
        {
            Comparison.Eq => Is(a, b) || ForeignType.AreEqual(a, b),
            Comparison.NotEq => !(Is(a, b) || ForeignType.AreEqual(a, b)),
            _ => throw new TypeError($"'{OperatorNames.CompareSymbol[(int)op]}' not supported between instances of '{PyType.Of(a).ErrorName}' and '{PyType.Of(b).ErrorName}'"),
        };
    }

    private static Any BinaryByComparison(Comparison op, Any a, Any b)
    {
        Recursion.Check("in comparison");
        var left = PyType.Of(a);
        var right = PyType.Of(b);
        var forward = left.Special(OperatorNames.Compare[(int)op]);
        var backward = right.Special(OperatorNames.Compare[(int)Swap(op)]);
        if (!ReferenceEquals(left, right) && !backward.IsUnbound && right.IsSubclassOf(left))
        {
            var early = backward.Call(b, a);
            if (!early.IsNotImplemented)
                return early;
            backward = Any.Unbound;
        }
        if (!forward.IsUnbound)
        {
            var result = forward.Call(a, b);
            if (!result.IsNotImplemented)
                return result;
        }
        return backward.IsUnbound ? Any.NotImplemented : backward.Call(b, a);
    }

    private static Comparison Swap(Comparison op) => op switch
    {
        Comparison.Lt => Comparison.Gt,
        Comparison.LtE => Comparison.GtE,
        Comparison.Gt => Comparison.Lt,
        Comparison.GtE => Comparison.LtE,
        _ => op,
    };

    internal static Any CompareNative(Comparison op, Any a, Any b)
    {
        if (a.Ref is string s && b.Ref is string t)
            return op switch
            {
                Comparison.Eq => s == t,
                Comparison.NotEq => s != t,
                _ => Holds(op, Core.Str.Compare(s, t)),
            };
        if (IsIntLike(a) && IsIntLike(b))
            return Holds(op, ToInt(a).CompareTo(ToInt(b)));
        if (a.Ref is Complex || b.Ref is Complex)
            return op is Comparison.Eq or Comparison.NotEq ? CompareComplex(op, a, b) : Any.NotImplemented;
        if (a.IsFloat && b.IsFloat)
            return HoldsFloat(op, a.FloatValue, b.FloatValue);
        if (a.IsFloat && IsIntLike(b))
            return double.IsNaN(a.FloatValue) ? op == Comparison.NotEq : Holds(op, -PyFloat.Compare(ToInt(b), a.FloatValue));
        if (b.IsFloat && IsIntLike(a))
            return double.IsNaN(b.FloatValue) ? op == Comparison.NotEq : Holds(op, PyFloat.Compare(ToInt(a), b.FloatValue));
        return Any.NotImplemented;
    }

    private static Any CompareComplex(Comparison op, Any a, Any b)
    {
        var (number, other) = a.Ref is Complex x ? (x, b) : ((Complex)b.Ref!, a);
        bool equal;
        if (other.Ref is Complex y)
            equal = number.Real == y.Real && number.Imaginary == y.Imaginary;
        else if (other.IsFloat || IsIntLike(other))
            equal = number.Imaginary == 0 && Equal(number.Real, other);
        else
            return Any.NotImplemented;
        return equal == (op == Comparison.Eq);
    }

    private static bool Holds(Comparison op, int order) => op switch
    {
        Comparison.Lt => order < 0,
        Comparison.LtE => order <= 0,
        Comparison.Eq => order == 0,
        Comparison.NotEq => order != 0,
        Comparison.Gt => order > 0,
        _ => order >= 0,
    };

    private static bool HoldsFloat(Comparison op, double a, double b) => op switch
    {
        Comparison.Lt => a < b,
        Comparison.LtE => a <= b,
        Comparison.Eq => a == b,
        Comparison.NotEq => a != b,
        Comparison.Gt => a > b,
        _ => a >= b,
    };

    /// <summary><c>hash(a)</c>, equal to CPython's for numbers, tuples and frozensets.</summary>
    /// <exception cref="TypeError">The value is unhashable.</exception>
    public static long Hash(Any a)
    {
        if (IsIntLike(a))
            return ToInt(a).PyHash();
        if (a.IsFloat)
            return PyFloat.Hash(a.FloatValue);
        if (a.Ref is string s)
            return Core.Str.Hash(s);
        if (a.Ref is Complex c)
            return PyComplex.Hash(c);
        if (a.IsNone)
            return 0xfca86420;
        if (a.Ref is not IPyObject o)
            return a.Ref!.GetHashCode();
        // What class a function is of need not be known for this.
        if (o is PyFunction)
            return Identity.Of(o);
        var method = o.Class.Special("__hash__");
        if (method.IsNone || method.IsUnbound)
            throw new TypeError($"unhashable type: '{o.Class.ErrorName}'");
        var result = method.Call(a);
        if (result.IsSmallInt)
            return result.Bits == -1 ? -2 : result.Bits;
        return IsIntLike(PyValueInstance.Unwrap(result)) ? ToInt(PyValueInstance.Unwrap(result)).PyHash() : throw new TypeError("__hash__ method should return an integer");
    }

    /// <summary><c>bool(a)</c>.</summary>
    public static bool Truth(Any a)
    {
        switch (a.Ref)
        {
            case null:
                return a.Bits != 0;
            case string s:
                return s.Length > 0;
            case Tag:
                if (a.IsNotImplemented)
                    Library.Warnings.Issue(DeprecationWarning.Type, "NotImplemented should not be used in a boolean context");
                return a.IsFloat ? a.FloatValue != 0 : a.IsBool ? a.Bits != 0 : !a.IsNone;
            case Complex c:
                return c != Complex.Zero;
            case IPyObject o:
                var truth = o.Class.Special("__bool__");
                if (!truth.IsUnbound)
                {
                    var result = truth.Call(a);
                    return result.IsBool ? result.Bits != 0 : throw new TypeError($"__bool__ should return bool, returned {PyType.Of(result).ErrorName}");
                }
                return o.Class.Special("__len__").IsUnbound || Len(a) != 0;
            default:
                return true;
        }
    }
}
