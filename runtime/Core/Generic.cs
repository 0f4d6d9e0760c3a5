using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's operations on C# types: each method is folded by the JIT to the one branch of its
/// type argument, so typed containers pay nothing for them.
/// </summary>
public static class Generic
{
    /// <summary>A typed value as a dynamic one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Any ToAny<T>(T value)
    {
        if (typeof(T) == typeof(Any))
            return Unsafe.As<T, Any>(ref value);
        if (typeof(T) == typeof(PyInt))
            return Unsafe.As<T, PyInt>(ref value);
        if (typeof(T) == typeof(long))
            return Unsafe.As<T, long>(ref value);
        if (typeof(T) == typeof(double))
            return Unsafe.As<T, double>(ref value);
        if (typeof(T) == typeof(bool))
            return Unsafe.As<T, bool>(ref value);
        if (typeof(T) == typeof(string))
            return (string?)(object?)value;
        return FromObject(value);
    }

    /// <summary>A boxed C# value as a dynamic one; null is None.</summary>
    public static Any FromObject(object? value) => value switch
    {
        null => Any.None,
        Any a => a,
        PyInt i => i,
        long l => l,
        int i => i,
        double d => d,
        bool b => b,
        string s => s,
        PyObject o => o,
        BaseException e => e,
        BigInteger b => b,
        Complex c => c,
        byte b => (long)b,
        short s => (long)s,
        uint u => (long)u,
        ulong u => (BigInteger)u,
        float f => (double)f,
        char c => c.ToString(),
        ITuple t => TupleOf(t),
        _ => new Any(value, 0),
    };

    private static PyTuple TupleOf(ITuple tuple)
    {
        var items = new Any[tuple.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = FromObject(tuple[i]);
        return new PyTuple(items);
    }

    /// <summary>A dynamic value as a C# type.</summary>
    /// <exception cref="TypeError">The value has another type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromAny<T>(Any value)
    {
        if (typeof(T) == typeof(Any))
            return Unsafe.As<Any, T>(ref value);
        if (typeof(T) == typeof(PyInt) && Operators.IsIntLike(value))
        {
            var number = Operators.ToInt(value);
            return Unsafe.As<PyInt, T>(ref number);
        }
        if (typeof(T) == typeof(string) && value.Ref is string)
            return (T)value.Ref;
        if (typeof(T) == typeof(double) && value.IsFloat)
        {
            var number = value.FloatValue;
            return Unsafe.As<double, T>(ref number);
        }
        if (typeof(T) == typeof(bool) && value.IsBool)
        {
            var flag = value.Bits != 0;
            return Unsafe.As<bool, T>(ref flag);
        }
        return Conversions.Convert<T>(value);
    }

    /// <summary>Python's <c>a == b</c> for containers' elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Equal<T>(T a, T b)
    {
        if (typeof(T) == typeof(PyInt))
            return Unsafe.As<T, PyInt>(ref a) == Unsafe.As<T, PyInt>(ref b);
        if (typeof(T) == typeof(long))
            return Unsafe.As<T, long>(ref a) == Unsafe.As<T, long>(ref b);
        if (typeof(T) == typeof(bool))
            return Unsafe.As<T, bool>(ref a) == Unsafe.As<T, bool>(ref b);
        if (typeof(T) == typeof(double))
            return Unsafe.As<T, double>(ref a) == Unsafe.As<T, double>(ref b);
        if (typeof(T) == typeof(string))
            return (string?)(object?)a == (string?)(object?)b;
        if (typeof(T) == typeof(Any))
            return Operators.Equal(Unsafe.As<T, Any>(ref a), Unsafe.As<T, Any>(ref b));
        return ShapedTuples<T>.Equal is { } equal ? equal(a, b) : Operators.Equal(ToAny(a), ToAny(b));
    }

    /// <summary>Python's <c>hash(a)</c>.</summary>
    /// <exception cref="TypeError">The value is unhashable.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Hash<T>(T value)
    {
        if (typeof(T) == typeof(PyInt))
            return Unsafe.As<T, PyInt>(ref value).PyHash();
        if (typeof(T) == typeof(bool))
            return Unsafe.As<T, bool>(ref value) ? 1 : 0;
        if (typeof(T) == typeof(double))
            return PyFloat.Hash(Unsafe.As<T, double>(ref value));
        if (typeof(T) == typeof(string) && value is string s)
            return Str.Hash(s);
        if (typeof(T) == typeof(Any))
            return Operators.Hash(Unsafe.As<T, Any>(ref value));
        return ShapedTuples<T>.Hash is { } hash ? hash(value) : Operators.Hash(ToAny(value));
    }

    /// <summary>Python's <c>a &lt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Less<T>(T a, T b)
    {
        if (typeof(T) == typeof(PyInt))
            return Unsafe.As<T, PyInt>(ref a) < Unsafe.As<T, PyInt>(ref b);
        if (typeof(T) == typeof(long))
            return Unsafe.As<T, long>(ref a) < Unsafe.As<T, long>(ref b);
        if (typeof(T) == typeof(double))
            return Unsafe.As<T, double>(ref a) < Unsafe.As<T, double>(ref b);
        if (typeof(T) == typeof(string) && a is string s && b is string t)
            return Str.Compare(s, t) < 0;
        if (typeof(T) == typeof(Any))
            return Unsafe.As<T, Any>(ref a) < Unsafe.As<T, Any>(ref b);
        return ShapedTuples<T>.Less is { } less ? less(a, b) : Operators.Less(ToAny(a), ToAny(b));
    }

    /// <summary>Python's <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Greater<T>(T a, T b)
    {
        if (typeof(T) == typeof(PyInt) || typeof(T) == typeof(long) || typeof(T) == typeof(double) || typeof(T) == typeof(string))
            return Less(b, a);
        return ToAny(a) > ToAny(b);
    }

    /// <summary>Python's <c>repr(a)</c>.</summary>
    public static string Repr<T>(T value) => Operators.Repr(ToAny(value));

    /// <summary>Python's <c>str(a)</c>.</summary>
    public static string Str_<T>(T value) => Operators.Str(ToAny(value));

    /// <summary>Python's truth value.</summary>
    public static bool Truth<T>(T value) => typeof(T) == typeof(bool) ? Unsafe.As<T, bool>(ref value) : ToAny(value).Truth;
}
