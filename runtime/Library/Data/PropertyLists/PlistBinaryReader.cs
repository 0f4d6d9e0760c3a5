using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.PropertyLists;

/// <summary>Reads binary property lists: objects, a table of where they begin, and a trailer that says where the table is.</summary>
internal sealed class PlistBinaryReader(Any dictionary, bool aware)
{
    private const int TrailerSize = 32;

    private static readonly UnicodeEncoding s_utf16 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private byte[] _data = [];
    private int[] _offsets = [];
    private Any[] _objects = [];
    private int _referenceSize;

    public Any Read(Any file)
    {
        try
        {
            _data = ((PyBytesBase)file.Invoke("read").Ref!).ToArray();
            var trailer = _data.AsSpan(_data.Length - TrailerSize);
            var (count, top, table) = (Number(trailer[8..16]), Number(trailer[16..24]), Number(trailer[24..32]));
            _referenceSize = trailer[7];
            _offsets = Integers(checked((int)table), checked((int)count), trailer[6]);
            _objects = new Any[_offsets.Length];
            Array.Fill(_objects, Any.Unbound);
            return Object(checked((int)top));
        }
        catch (Exception error) when (error is OSError or LookupError or ValueError or OverflowError or ArgumentException or IndexOutOfRangeException or OverflowException or DecoderFallbackException)
        {
            throw PlistlibModule.Invalid();
        }
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes, bool signed = false) => new(bytes, isUnsigned: !signed, isBigEndian: true);

    private int[] Integers(int start, int count, int size)
    {
        if (size == 0 || (long)count * size > _data.Length - start)
            throw new ValueError("too short");
        var result = new int[count];
        for (var i = 0; i < count; i++)
            result[i] = checked((int)Number(_data.AsSpan(start + i * size, size)));
        return result;
    }

    /// <summary>How long an object is: in its first byte or, from fifteen on, in an integer after it.</summary>
    private int Size(ref int at, int low)
    {
        if (low != 15)
            return low;
        var size = 1 << (_data[at++] & 3);
        at += size;
        return checked((int)Number(_data.AsSpan(at - size, size)));
    }

    private ReadOnlySpan<byte> Bytes(int at, int size) => _data.AsSpan(at, size);

    private Any Object(int reference)
    {
        if (_objects[reference] is { IsUnbound: false } known)
            return known;
        var at = _offsets[reference];
        var (high, low) = (_data[at] & 0xF0, _data[at] & 0x0F);
        at++;
        var result = (high, low) switch
        {
            (0, 0) => Any.None,
            (0, 8) => false,
            (0, 9) => true,
            (0, 15) => new PyBytes([]),
            (0x10, _) => Number(Bytes(at, 1 << low), signed: low >= 3),
            (0x20, 2) => (double)BinaryPrimitives.ReadSingleBigEndian(Bytes(at, 4)),
            (0x20, 3) => BinaryPrimitives.ReadDoubleBigEndian(Bytes(at, 8)),
            (0x30, 3) => PlistText.Epoch(aware) + Modules.Import("datetime").Invoke("timedelta", new Arguments { { "seconds", BinaryPrimitives.ReadDoubleBigEndian(Bytes(at, 8)) } }),
            (0x40, _) => new PyBytes(Bytes(Size(ref at, low) is var size ? at : 0, size).ToArray()),
            (0x50, _) => Ascii(Bytes(Size(ref at, low) is var size ? at : 0, size)),
            (0x60, _) => s_utf16.GetString(Bytes(Size(ref at, low) is var size ? at : 0, size * 2)),
            (0x80, _) => PlistlibModule.Uid(Number(Bytes(at, 1 + low))),
            (0xA0, _) => List(reference, at, low),
            (0xD0, _) => Dictionary(reference, at, low),
            _ => throw new ValueError("unknown kind"),
        };
        return _objects[reference] = result;
    }

    private static string Ascii(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)0, (byte)127) ? throw new ValueError("not ascii") : Encoding.ASCII.GetString(bytes);

    private Any List(int reference, int at, int low)
    {
        var size = Size(ref at, low);
        var items = Integers(at, size, _referenceSize);
        var list = new PyList<Any>();
        // It may hold itself.
        _objects[reference] = list;
        foreach (var item in items)
            list.Append(Object(item));
        return list;
    }

    private Any Dictionary(int reference, int at, int low)
    {
        var size = Size(ref at, low);
        var (keys, values) = (Integers(at, size, _referenceSize), Integers(at + size * _referenceSize, size, _referenceSize));
        var result = dictionary.Call();
        _objects[reference] = result;
        try
        {
            for (var i = 0; i < size; i++)
            {
                var value = Object(values[i]);
                result.SetItem(Object(keys[i]), value);
            }
        }
        catch (TypeError)
        {
            throw PlistlibModule.Invalid();
        }
        return result;
    }
}
