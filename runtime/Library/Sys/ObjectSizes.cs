using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The sizes that 64-bit CPython's objects have: <see href="https://docs.python.org/3.13/library/sys.html#sys.getsizeof">sys.getsizeof</see>.</summary>
internal static class ObjectSizes
{
    private const int Collected = 16;

    /// <summary>Bytes, the collector's head included.</summary>
    public static long Of(Any value)
    {
        if (value.Ref is IPyObject && PyType.Of(value).Special("__sizeof__") is { Ref: PyFunction { IsBuiltin: false } } own)
            return Lib.Int(own.Call(value)) + Collected;
        if (Operators.IsIntLike(value))
            return Int(value);
        if (value.IsFloat)
            return 24;
        if (value.IsNone || value.IsNotImplemented)
            return 16;
        return value.Ref switch
        {
            string text => Text(text),
            Complex => 32,
            PyBytesBase bytes => bytes is PyBytes ? 33 + bytes.Span.Length : 57 + bytes.Span.Length,
            PyTuple tuple => 24 + Collected + (8 * tuple.Count),
            PyList list => 40 + Collected + (8 * list.Count),
            PyDict dict => Dict(dict.Count),
            PyRange => 48,
            PySlice => 40 + Collected,
            PyType => 416,
            PyModule => 72,
            PyFunction => 160,
            BoundMethod => 64,
            _ when PyType.Of(value).Name is "set" or "frozenset" => Set(Operators.Len(value)),
            _ when PyType.Of(value) is var type && type.IsBuiltin && !type.HasInstanceDict => 16,
            _ => 48,
        };
    }

    private static long Int(Any value)
    {
        var digits = ((long)BigInteger.Abs((BigInteger)Operators.ToInt(value)).GetBitLength() + 29) / 30;
        return 24 + (4 * Math.Max(1, digits));
    }

    private static long Text(string text)
    {
        var length = Str.Length(text);
        var widest = text.Length == 0 ? 0 : length < text.Length ? 0x10000 : text.Max();
        return widest < 128 ? 41 + length : widest < 256 ? 57 + length + (length == 1 ? 3 : 0) : widest < 0x10000 ? 58 + (2 * length) : 60 + (4 * length);
    }

    /// <summary>A table of twice the entries, rounded up, with room for two thirds.</summary>
    private static long Dict(int count)
    {
        if (count == 0)
            return 64;
        var slots = 8L;
        while (slots * 2 / 3 < count)
            slots *= 2;
        var index = slots <= 256 ? 1 : slots <= 65536 ? 2 : 4;
        return 48 + Collected + 32 + (index * slots) + (16 * (slots * 2 / 3)) + (8 * (slots * 2 / 3));
    }

    private static long Set(long count)
    {
        var slots = 8L;
        while (count * 5 >= slots * 3)
            slots *= 4;
        return 200 + Collected + (slots == 8 ? 0 : 16 * slots);
    }
}
