using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/struct.html">struct</see>.</summary>
internal static class StructModule
{
    public static readonly PyType Error = PyType.Exception("error", PyException.Type, static args => new StructError(args), "struct");

    private static readonly PyType s_struct = DeclareStruct();

    public static PyModule Build() => new PyModule("struct")
        .Type(Error).Type(s_struct)
        .Function("calcsize", static format => StructFormat.Of(format).Size)
        .Function("pack", "format, /, *v", static (format, values) => PyBytes.Wrap(StructFormat.Of(format).Pack(Lib.Tuple(values).AsSpan())))
        .Function("unpack", "format, buffer, /", static (format, buffer) => StructFormat.Of(format).Unpack(buffer))
        .Function("pack_into", "format, buffer, offset, /, *v", static a => PackInto(StructFormat.Of(a[0]), a[1], a[2], Lib.Tuple(a[3])))
        .Function("unpack_from", "format, /, buffer, offset=0", static a => StructFormat.Of(a[0]).UnpackFrom(a[1], a[2]))
        .Function("iter_unpack", "format, buffer, /", static (format, buffer) => StructFormat.Of(format).Iterate(buffer));

    private static Any PackInto(StructFormat format, Any buffer, Any offset, PyTuple values)
    {
        var at = Lib.Int(offset);
        var length = buffer.Ref is IBuffer or PyBytesBase or PyMemoryView ? Buffers.Of(buffer).Length
            : throw new TypeError($"argument must be read-write bytes-like object, not {Lib.Given(buffer)}");
        if (buffer.Ref is PyBytes)
            throw new TypeError("pack_into() argument 2 must be read-write bytes-like object, not bytes");
        var data = format.Pack(values.AsSpan(), "pack_into");
        if (at < 0)
        {
            if (at + format.Size > 0)
                throw new StructError($"no space to pack {format.Size} bytes at offset {at}");
            if (at + length < 0)
                throw new StructError($"offset {at} out of range for {length}-byte buffer");
            at += length;
        }
        if (length - at < format.Size)
            throw new StructError($"pack_into requires a buffer of at least {(ulong)at + (ulong)format.Size} bytes for packing {format.Size} bytes at offset {at} (actual buffer size is {length})");
        var view = new PyMemoryView(buffer);
        view.Cast("B").SetSlice(new PySlice(at, at + format.Size, Any.None), PyBytes.Wrap(data));
        view.Release();
        return Any.None;
    }

    private sealed class Compiled : PyContainer
    {
        protected override PyType BuiltinClass => s_struct;

        public StructFormat? Format { get; set; }
    }

    private static StructFormat F(Any o) => ((Compiled)o.Ref!).Format ?? throw new RuntimeError("Struct object is not initialized");

    private static PyType DeclareStruct()
    {
        var type = Lib.Class("Struct", "_struct");
        type.New(static (cls, _) =>
        {
            var made = new Compiled();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, format", static (o, format) => Lib.Do(() => ((Compiled)o.Ref!).Format = StructFormat.Of(format)))
            .Property("format", static o => F(o).Text)
            .Property("size", static o => F(o).Size)
            .Method("pack", "self, /, *v", static (o, values) => PyBytes.Wrap(F(o).Pack(Lib.Tuple(values).AsSpan())))
            .Method("unpack", "self, buffer, /", static (o, buffer) => F(o).Unpack(buffer))
            .Method("pack_into", "self, buffer, offset, /, *v", static a => PackInto(F(a[0]), a[1], a[2], Lib.Tuple(a[3])))
            .Method("unpack_from", "self, buffer, offset=0", static (o, buffer, offset) => F(o).UnpackFrom(buffer, offset))
            .Method("iter_unpack", "self, buffer, /", static (o, buffer) => F(o).Iterate(buffer))
            .Method("__repr__", static o => $"Struct({Str.Repr(F(o).Text)})");
    }
}

/// <summary><c>struct.error</c>.</summary>
public sealed class StructError(params ReadOnlySpan<Any> args) : PyException(args)
{
    protected override PyType NativeClass => StructModule.Error;
}

/// <summary>A format string read once.</summary>
internal sealed class StructFormat
{
    private static readonly Dictionary<string, StructFormat> s_known = [];

    private readonly List<(char Code, int Count, int Size, int Offset)> _fields = [];
    private readonly bool _big;
    private readonly bool _native;
    private readonly int _values;

    private StructFormat(string text)
    {
        Text = text;
        _native = true;
        var i = 0;
        if (text.Length > 0 && text[0] is '@' or '=' or '<' or '>' or '!')
        {
            _native = text[0] == '@';
            _big = text[0] is '>' or '!';
            i = 1;
        }
        if (text.Contains('\0'))
            throw new StructError("embedded null character");
        var offset = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var count = 1;
            if (char.IsAsciiDigit(text[i]))
            {
                var start = i;
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                    i++;
                if (i == text.Length)
                    throw new StructError("repeat count given without format specifier");
                count = int.TryParse(text.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw new StructError("overflow in item count");
            }
            var code = text[i++];
            var size = SizeOf(code, _native);
            if (_native && size > 1 && code is not ('s' or 'p' or 'x'))
                offset = (offset + size - 1) / size * size;
            _fields.Add((code, count, size, offset));
            offset += size * count;
            _values += code switch { 'x' => 0, 's' or 'p' => 1, _ => count };
        }
        Size = offset;
    }

    public string Text { get; }

    public int Size { get; }

    public static StructFormat Of(Any format)
    {
        var text = format.Ref switch
        {
            string s => s,
            PyBytesBase b => Buffers.ToLatin1(b.Span),
            _ => throw new TypeError($"Struct() argument 1 must be a str or bytes object, not {PyType.Of(format).ErrorName}"),
        };
        lock (s_known)
        {
            if (!s_known.TryGetValue(text, out var known))
                s_known[text] = known = new StructFormat(text);
            return known;
        }
    }

    private static int SizeOf(char code, bool _native) => code switch
    {
        'x' or 'c' or 'b' or 'B' or '?' or 's' or 'p' => 1,
        'h' or 'H' or 'e' => 2,
        'i' or 'I' or 'f' => 4,
        'l' or 'L' => _native ? 8 : 4,
        'q' or 'Q' or 'd' => 8,
        'n' or 'N' or 'P' when _native => 8,
        _ => throw new StructError("bad char in struct format"),
    };

    public byte[] Pack(ReadOnlySpan<Any> values, string function = "pack")
    {
        if (values.Length != _values)
            throw new StructError($"{function} expected {_values} items for packing (got {values.Length})");
        var data = new byte[Size];
        var next = 0;
        foreach (var (code, count, size, offset) in _fields)
        {
            if (code == 'x')
                continue;
            if (code is 's' or 'p')
            {
                PackBytes(data.AsSpan(offset, count), values[next++], code);
                continue;
            }
            for (var i = 0; i < count; i++)
                PackOne(data.AsSpan(offset + (i * size), size), code, values[next++]);
        }
        return data;
    }

    private static void PackBytes(Span<byte> target, Any value, char code)
    {
        if (value.Ref is not PyBytesBase bytes)
            throw new StructError($"argument for '{code}' must be a bytes object");
        var source = bytes.Span;
        if (code == 's')
        {
            source[..Math.Min(source.Length, target.Length)].CopyTo(target);
            return;
        }
        if (target.Length == 0)
            return;
        var length = Math.Min(source.Length, target.Length - 1);
        target[0] = (byte)Math.Min(length, 255);
        source[..length].CopyTo(target[1..]);
    }

    private void PackOne(Span<byte> target, char code, Any value)
    {
        switch (code)
        {
            case 'c':
                target[0] = value.Ref is PyBytes { Count: 1 } one ? one.At(0) : throw new StructError("char format requires a bytes object of length 1");
                return;
            case '?':
                target[0] = value.Truth ? (byte)1 : (byte)0;
                return;
            case 'e' or 'f' or 'd':
                PackFloat(target, code, value);
                return;
        }
        if (!Operators.IsIndex(value))
            throw new StructError("required argument is not an integer");
        BigInteger number = Operators.Index(value);
        var bits = target.Length * 8;
        var signed = char.IsAsciiLetterLower(code);
        var (low, high) = signed ? (-(BigInteger.One << (bits - 1)), (BigInteger.One << (bits - 1)) - 1) : (BigInteger.Zero, (BigInteger.One << bits) - 1);
        if (number < low || number > high)
            throw new StructError($"'{code}' format requires {low} <= number <= {high}");
        Span<byte> raw = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(raw, (ulong)(number & ulong.MaxValue));
        raw = raw[..target.Length];
        if (_big)
            raw.Reverse();
        raw.CopyTo(target);
    }

    private void PackFloat(Span<byte> target, char code, Any value)
    {
        if (!FloatType.TryConvert(value, out var number))
            throw new StructError("required argument is not a float");
        if (code == 'd')
        {
            BinaryPrimitives.WriteDoubleLittleEndian(target, number);
        }
        else if (code == 'f')
        {
            var single = (float)number;
            // A C float of the machine takes what its conversion gives.
            if (!_native && float.IsInfinity(single) && double.IsFinite(number))
                throw Operators.IsIndex(value) ? new StructError("int too large to convert") : new OverflowError("float too large to pack with f format");
            BinaryPrimitives.WriteSingleLittleEndian(target, single);
        }
        else
        {
            // The machine's conversion may lose the sign of what is not a number.
            var half = double.IsNaN(number) ? BitConverter.UInt16BitsToHalf((ushort)(double.IsNegative(number) ? 0xFE00 : 0x7E00)) : (Half)number;
            if (Half.IsInfinity(half) && double.IsFinite(number))
                throw Operators.IsIndex(value) ? new StructError("int too large to convert") : new OverflowError("float too large to pack with e format");
            BinaryPrimitives.WriteHalfLittleEndian(target, half);
        }
        if (_big)
            target.Reverse();
    }

    public PyTuple Unpack(Any buffer)
    {
        var data = Buffers.Of(buffer);
        return data.Length == Size ? Read(data) : throw new StructError($"unpack requires a buffer of {Size} bytes");
    }

    public PyTuple UnpackFrom(Any buffer, Any offset)
    {
        var data = Buffers.Of(buffer);
        var at = Lib.Int(offset);
        if (at < 0)
        {
            if (at + Size > 0)
                throw new StructError($"not enough data to unpack {Size} bytes at offset {at}");
            if (at + data.Length < 0)
                throw new StructError($"offset {at} out of range for {data.Length}-byte buffer");
            at += data.Length;
        }
        return data.Length - at >= Size
            ? Read(data.Slice((int)at, Size))
            : throw new StructError($"unpack_from requires a buffer of at least {(ulong)at + (ulong)Size} bytes for unpacking {Size} bytes at offset {at} (actual buffer size is {data.Length})");
    }

    public PyIterator Iterate(Any buffer)
    {
        var data = Buffers.Of(buffer).ToArray();
        if (Size == 0)
            throw new StructError("cannot iteratively unpack with a struct of length 0");
        if (data.Length % Size != 0)
            throw new StructError($"iterative unpacking requires a buffer of a multiple of {Size} bytes");
        return new UnpackIterator(this, data);
    }

    /// <summary>The rows of <see href="https://docs.python.org/3.13/library/struct.html#struct.iter_unpack">iter_unpack</see>.</summary>
    private sealed class UnpackIterator(StructFormat format, byte[] data) : PyIterator, IteratorState.IHinted
    {
        private static readonly PyType s_type = DeclareType("unpack_iterator", "_struct").Hinted();
        private int _at;

        public override PyType Class => s_type;

        public Any Left => (data.Length - _at) / format.Size;

        public override bool TryNext(out Any value)
        {
            value = default;
            if (_at >= data.Length)
                return false;
            value = format.Read(data.AsSpan(_at, format.Size));
            _at += format.Size;
            return true;
        }
    }

    private PyTuple Read(ReadOnlySpan<byte> data)
    {
        var values = new Any[_values];
        var next = 0;
        foreach (var (code, count, size, offset) in _fields)
        {
            if (code == 'x')
                continue;
            if (code == 's')
                values[next++] = new PyBytes(data.Slice(offset, count));
            else if (code == 'p')
                values[next++] = new PyBytes(count == 0 ? [] : data.Slice(offset + 1, Math.Min(data[offset], count - 1)));
            else
                for (var i = 0; i < count; i++)
                    values[next++] = ReadOne(data.Slice(offset + (i * size), size), code);
        }
        return new PyTuple(values);
    }

    private Any ReadOne(ReadOnlySpan<byte> source, char code)
    {
        Span<byte> raw = stackalloc byte[8];
        raw.Clear();
        source.CopyTo(raw);
        if (_big)
            raw[..source.Length].Reverse();
        switch (code)
        {
            case 'c':
                return new PyBytes(source);
            case '?':
                return source[0] != 0;
            case 'd':
                return BinaryPrimitives.ReadDoubleLittleEndian(raw);
            case 'f':
                return (double)BinaryPrimitives.ReadSingleLittleEndian(raw);
            case 'e':
                return (double)BinaryPrimitives.ReadHalfLittleEndian(raw);
        }
        var unsigned = BinaryPrimitives.ReadUInt64LittleEndian(raw);
        if (!char.IsAsciiLetterLower(code))
            return (BigInteger)unsigned;
        var shift = 64 - (source.Length * 8);
        return (long)(unsigned << shift) >> shift;
    }
}
