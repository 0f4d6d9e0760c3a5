using System.Buffers.Binary;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// What the items of an array are: <see href="https://docs.python.org/3.13/library/array.html">type codes</see>. Items are stored in the order of
/// the machine's bytes, which is the little-endian one.
/// </summary>
internal sealed record ArrayItems(char Code, int Size, string Format, int MachineFormat)
{
    public const string Codes = "bBuwhHiIlLqQfd";

    private static readonly ArrayItems[] s_all =
    [
        new('b', 1, "b", 1), new('B', 1, "B", 0), new('u', 4, "w", 20), new('w', 4, "w", 20), new('h', 2, "h", 4), new('H', 2, "H", 2),
        new('i', 4, "i", 8), new('I', 4, "I", 6), new('l', 8, "l", 12), new('L', 8, "L", 10), new('q', 8, "q", 12), new('Q', 8, "Q", 10),
        new('f', 4, "f", 14), new('d', 8, "d", 16),
    ];

    public bool IsText => Code is 'u' or 'w';

    private bool IsSigned => Code is 'b' or 'h' or 'i' or 'l' or 'q';

    /// <exception cref="ValueError">No array has such items.</exception>
    public static ArrayItems Of(string code)
        => Array.Find(s_all, i => code.Length == 1 && i.Code == code[0]) ?? throw new ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");

    public Any Read(ReadOnlySpan<byte> at) => Code switch
    {
        'b' => (long)(sbyte)at[0],
        'B' => (long)at[0],
        'h' => (long)BinaryPrimitives.ReadInt16LittleEndian(at),
        'H' => (long)BinaryPrimitives.ReadUInt16LittleEndian(at),
        'i' => (long)BinaryPrimitives.ReadInt32LittleEndian(at),
        'I' => (long)BinaryPrimitives.ReadUInt32LittleEndian(at),
        'l' or 'q' => BinaryPrimitives.ReadInt64LittleEndian(at),
        'L' or 'Q' => (BigInteger)BinaryPrimitives.ReadUInt64LittleEndian(at),
        'f' => (double)BinaryPrimitives.ReadSingleLittleEndian(at),
        'd' => BinaryPrimitives.ReadDoubleLittleEndian(at),
        _ => Character(BinaryPrimitives.ReadUInt32LittleEndian(at)),
    };

    private static string Character(uint code)
        => code < 0x10000 ? ((char)code).ToString()
            : code <= 0x10ffff ? char.ConvertFromUtf32((int)code)
            : throw new ValueError($"character U+{code:x} is not in range [U+0000; U+10ffff]");

    public void Write(Span<byte> at, Any value)
    {
        switch (Code)
        {
            case 'f':
                BinaryPrimitives.WriteSingleLittleEndian(at, (float)FloatType.Real(value));
                return;
            case 'd':
                BinaryPrimitives.WriteDoubleLittleEndian(at, FloatType.Real(value));
                return;
            case 'u' or 'w':
                BinaryPrimitives.WriteUInt32LittleEndian(at, CodeOf(value));
                return;
        }
        var number = Operators.IsIntLike(value) || Operators.IsIndex(value)
            ? Operators.Index(value)
            : throw new TypeError($"'{PyType.Of(value).ErrorName}' object cannot be interpreted as an integer");
        Check(number);
        Span<byte> raw = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(raw, (ulong)((BigInteger)number & ulong.MaxValue));
        raw[..Size].CopyTo(at);
    }

    private uint CodeOf(Any value)
    {
        if (PyValueInstance.Unwrap(value).Ref is not string text)
            throw new TypeError("array item must be unicode character");
        return Operators.Len(text) == 1
            ? (uint)(text.Length == 2 ? char.ConvertToUtf32(text, 0) : text[0])
            : throw new TypeError("array item must be unicode character");
    }

    /// <exception cref="OverflowError">The number does not fit an item.</exception>
    private void Check(PyInt number)
    {
        var bits = 8 * Size;
        PyInt low = IsSigned ? -((PyInt)1 << (bits - 1)) : 0;
        var high = ((PyInt)1 << (IsSigned ? bits - 1 : bits)) - 1;
        if (number >= low && number <= high)
            return;
        throw new OverflowError(Words(number, number < low));
    }

    /// <summary>CPython reads small items as larger ones first, and says which of them is too small.</summary>
    private string Words(PyInt number, bool isLow)
    {
        var isBeyondLong = number > long.MaxValue || number < long.MinValue;
        switch (Code)
        {
            case 'I' or 'L':
                return isLow ? "can't convert negative value to unsigned int"
                    : number.BitLength > 64 ? "Python int too large to convert to C unsigned long" : "unsigned int is greater than maximum";
            case 'q' or 'Q':
                return isLow && Code == 'Q' ? "can't convert negative int to unsigned" : "int too big to convert";
            case 'l':
                return "Python int too large to convert to C long";
        }
        var end = isLow ? "less than minimum" : "greater than maximum";
        return isBeyondLong ? "Python int too large to convert to C long" : Code switch
        {
            'b' when number >= short.MinValue && number <= short.MaxValue => $"signed char is {end}",
            'b' or 'h' => $"signed short integer is {end}",
            'B' => $"unsigned byte integer is {end}",
            'H' when number >= int.MinValue && number <= int.MaxValue => $"unsigned short is {end}",
            _ => $"signed integer is {end}",
        };
    }
}
