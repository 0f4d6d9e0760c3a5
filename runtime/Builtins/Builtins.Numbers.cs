namespace Pytocs.Runtime.Core;

/// <summary>Built-ins about numbers and aggregates.</summary>
public static partial class Builtins
{
    public static PyInt Ord(Any character) => PyValueInstance.Unwrap(character).Ref switch
    {
        string s when Core.Str.Length(s) == 1 => s.Length == 1 ? s[0] : char.ConvertToUtf32(s, 0),
        PyBytes { Count: 1 } b => b[0],
        string s => throw new TypeError($"ord() expected a character, but string of length {Core.Str.Length(s)} found"),
        PyByteArray { Count: 1 } array => array.Span[0],
        PyBytesBase b => throw new TypeError($"ord() expected a character, but string of length {b.Count} found"),
        _ => throw new TypeError($"ord() expected string of length 1, but {PyType.Of(character).ErrorName} found"),
    };

    /// <summary><c>ord(character)</c>.</summary>
    public static PyInt Ord(string character) => character.Length == 1 ? character[0] : Ord((Any)character);

    public static string Chr(Any code) => Chr(Operators.Index(code));

    /// <summary><c>chr(code)</c>.</summary>
    /// <exception cref="ValueError">There is no such character.</exception>
    public static string Chr(PyInt value)
    {
        if (value < 0 || value > 0x10FFFF)
            throw new ValueError("chr() arg not in range(0x110000)");
        var number = (int)value;
        return number < 0x10000 ? SingleCharacters.Of((char)number) : char.ConvertFromUtf32(number);
    }

    public static string Hex(Any number) => Radix(number, 16, "0x");

    public static string Oct(Any number) => Radix(number, 8, "0o");

    public static string Bin(Any number) => Radix(number, 2, "0b");

    private static string Radix(Any number, int radix, string prefix)
    {
        var value = Operators.Index(number);
        return value < 0 ? "-" + prefix + (-value).ToText(radix) : prefix + value.ToText(radix);
    }

    /// <summary><c>sum(iterable, start)</c>, with CPython's compensated addition of floats.</summary>
    public static Any Sum(Any iterable, Any? start = null)
    {
        var items = Operators.Iter(iterable);
        var total = start ?? 0;
        if (total.Ref is string)
            throw new TypeError("sum() can't sum strings [use ''.join(seq) instead]");
        if (total.Ref is PyBytes)
            throw new TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
        if (total.Ref is PyByteArray)
            throw new TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        Any item;
        while (total.IsInt && items.TryNext(out item))
        {
            if (!item.IsInt && !item.IsBool)
                return SumFloats(total, item, items);
            total += item;
        }
        if (total.IsFloat && items.TryNext(out item))
            return SumFloats(total, item, items);
        while (items.TryNext(out item))
            total += item;
        return total;
    }

    private static Any SumFloats(Any total, Any item, PyIterator items)
    {
        if (!(total.IsFloat && (item.IsFloat || Operators.IsIntLike(item))) && !(Operators.IsIntLike(total) && item.IsFloat))
        {
            total += item;
            while (items.TryNext(out item))
                total += item;
            return total;
        }
        Numeric.TryFloat(total, out var sum);
        var compensation = 0.0;
        do
        {
            if (!Numeric.TryFloat(item, out var x))
            {
                Any partial = sum + (double.IsFinite(compensation) ? compensation : 0.0);
                partial += item;
                while (items.TryNext(out item))
                    partial += item;
                return partial;
            }
            if (item.IsFloat)
            {
                // Neumaier's variant of Kahan summation, as CPython 3.12 and later.
                var t = sum + x;
                compensation += Math.Abs(sum) >= Math.Abs(x) ? sum - t + x : x - t + sum;
                sum = t;
            }
            else
            {
                sum += x;
            }
        }
        while (items.TryNext(out item));
        return compensation != 0 && double.IsFinite(compensation) ? sum + compensation : sum;
    }

    public static bool AnyOf(Any iterable)
    {
        foreach (var item in iterable)
            if (item.Truth)
                return true;
        return false;
    }

    public static bool AllOf(Any iterable)
    {
        foreach (var item in iterable)
            if (!item.Truth)
                return false;
        return true;
    }

    /// <summary><c>min</c> and <c>max</c>.</summary>
    internal static Any Extreme(string name, PyTuple args, Any key, Any fallback, bool isMax)
    {
        if (args.Count == 0)
            throw new TypeError($"{name} expected at least 1 argument, got 0");
        if (args.Count > 1 && !fallback.IsUnbound)
            throw new TypeError($"Cannot specify a default for {name}() with multiple positional arguments");
        var items = args.Count == 1 ? Operators.Iter(args[0]) : args.GetPyIterator();
        if (!items.TryNext(out var best))
            return fallback.IsUnbound ? throw new ValueError($"{name}() iterable argument is empty") : fallback;
        var bestKey = key.IsNone ? best : key.Call(best);
        while (items.TryNext(out var item))
        {
            var itemKey = key.IsNone ? item : key.Call(item);
            if (isMax ? itemKey > bestKey : itemKey < bestKey)
                (best, bestKey) = (item, itemKey);
        }
        return best;
    }

    /// <summary><c>round(number, ndigits)</c>.</summary>
    internal static Any Round(Any number, Any digits)
    {
        if (number.IsFloat)
            return digits.IsNone ? PyFloat.RoundToInt(number.FloatValue) : PyFloat.Round(number.FloatValue, Operators.Index(digits));
        if (Operators.IsIntLike(number))
            return digits.IsNone ? Operators.ToInt(number) : PyInt.Round(Operators.ToInt(number), Operators.Index(digits));
        var method = PyType.Of(number).Special("__round__");
        if (method.IsUnbound)
            throw new TypeError($"type {PyType.Of(number).ErrorName} doesn't define __round__ method");
        return digits.IsNone ? method.Call(number) : method.Call(number, digits);
    }
}
