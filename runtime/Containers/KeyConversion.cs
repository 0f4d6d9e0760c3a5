namespace Pytocs.Runtime.Core;

/// <summary>From a dynamic key to the key type of a typed container, where some value of that type may equal it.</summary>
internal static class KeyConversion
{
    /// <summary>
    /// The value of type <typeparamref name="K"/> that equals <paramref name="key"/>; false where
    /// there is none, or where only a comparison can tell.
    /// </summary>
    public static bool TryConvert<K>(Any key, out K typed)
    {
        if (typeof(K) == typeof(Any))
        {
            typed = Generic.FromAny<K>(key);
            return true;
        }
        key = Normalise<K>(key);
        typed = default!;
        if (key.IsNone && default(K) is not null)
            return false;
        if (Matches<K>(key))
        {
            typed = Generic.FromAny<K>(key);
            return true;
        }
        return false;
    }

    /// <summary>Numbers in the form of the key type: 1.0 and True are the int 1.</summary>
    public static Any Normalise<K>(Any key)
    {
        if (typeof(K) == typeof(Any))
            return key;
        if (typeof(K) == typeof(PyInt) || typeof(K) == typeof(long))
        {
            if (key.IsBool)
                return key.Bits;
            if (key.IsFloat && Math.Floor(key.FloatValue) == key.FloatValue && double.IsFinite(key.FloatValue))
                return new System.Numerics.BigInteger(key.FloatValue);
        }
        else if (typeof(K) == typeof(double))
        {
            if (Operators.IsIntLike(key))
            {
                var number = Operators.ToInt(key);
                if (PyFloat.Compare(number, PyInt.ToDouble(number)) == 0)
                    return PyInt.ToDouble(number);
            }
        }
        else if (typeof(K) == typeof(bool))
        {
            if (Operators.IsIntLike(key) || key.IsFloat)
                return Operators.Equal(key, 1) ? true : Operators.Equal(key, 0) ? false : key;
        }
        else if (typeof(K) == typeof(string) && key.Ref is PyValueInstance { Value.Ref: string })
        {
            return PyValueInstance.Unwrap(key);
        }
        return key;
    }

    private static bool Matches<K>(Any key)
    {
        if (typeof(K) == typeof(PyInt))
            return key.IsInt;
        if (typeof(K) == typeof(long))
            return key.IsSmallInt;
        if (typeof(K) == typeof(double))
            return key.IsFloat;
        if (typeof(K) == typeof(bool))
            return key.IsBool;
        if (typeof(K) == typeof(string))
            return key.IsString || key.IsNone;
        try
        {
            _ = Generic.FromAny<K>(key);
            return true;
        }
        catch (TypeError)
        {
            return false;
        }
    }

    /// <summary>Whether a key that does not convert may still equal a value of another class.</summary>
    public static bool MayEqualOther(Any key) => key.Ref is System.Numerics.Complex || (key.Ref is IPyObject o && (KeyShapes.HasOwnHash(o.Class) || o is PyTuple or PyFrozenSet));
}
