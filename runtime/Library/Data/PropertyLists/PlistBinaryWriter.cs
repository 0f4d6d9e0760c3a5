using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.PropertyLists;

/// <summary>Writes binary property lists; what is equal is written once.</summary>
internal sealed class PlistBinaryWriter(Any file, bool sorts, bool skips, bool aware)
{
    private readonly MemoryStream _output = new();
    private readonly List<Any> _objects = [];
    private readonly PyDict<Any, Any> _scalars = new();
    private readonly Dictionary<object, int> _others = new(ReferenceEqualityComparer.Instance);
    private int _referenceSize;

    public void Write(Any value)
    {
        Flatten(value);
        _referenceSize = SizeOf(_objects.Count);
        _output.Write("bplist00"u8);
        var offsets = new List<long>();
        foreach (var one in _objects)
        {
            offsets.Add(_output.Position);
            Object(one);
        }
        var table = _output.Position;
        var offsetSize = SizeOf(table);
        foreach (var offset in offsets)
            Number(offset, offsetSize);
        _output.Write([0, 0, 0, 0, 0, 0, (byte)offsetSize, (byte)_referenceSize]);
        Number(_objects.Count, 8);
        Number(Reference(value), 8);
        Number(table, 8);
        file.Invoke("write", new PyBytes(_output.ToArray()));
    }

    private static int SizeOf(long count) => count < 1 << 8 ? 1 : count < 1 << 16 ? 2 : count < 1L << 32 ? 4 : 8;

    private static bool IsDate(Any value) => Builtins.IsInstance(value, Modules.ImportFrom("datetime", "datetime"));

    private static bool IsScalar(Any value)
        => Builtins.IsInstance(value, StrType.Type) || Builtins.IsInstance(value, IntType.Type) || Builtins.IsInstance(value, FloatType.Type) || value.Ref is PyBytes || IsDate(value);

    private static Any Key(Any value) => PyTuple.Of(PyType.Of(value), value);

    private void Flatten(Any value)
    {
        if (IsScalar(value))
        {
            if (_scalars.ContainsKey(Key(value)))
                return;
            _scalars[Key(value)] = _objects.Count;
        }
        else if (!_others.TryAdd(value.Ref!, _objects.Count))
            return;
        _objects.Add(value);
        if (Builtins.IsInstance(value, DictType.Type))
        {
            var items = PlistlibModule.Items(value, sorts, skips).ToArray();
            foreach (var part in items.Select(static i => i.Key).Concat(items.Select(static i => i.Value)))
                Flatten(part);
        }
        else if (value.Ref is PyList or PyTuple)
            foreach (var item in value)
                Flatten(item);
    }

    private int Reference(Any value) => IsScalar(value) ? (int)Lib.Int(_scalars[Key(value)]) : _others[value.Ref!];

    private void Number(long value, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        _output.Write(bytes[(8 - size)..]);
    }

    private void Size(int kind, int size)
    {
        _output.WriteByte((byte)(kind | Math.Min(size, 15)));
        if (size < 15)
            return;
        var width = SizeOf(size);
        _output.WriteByte((byte)(0x10 | BitOperations.Log2((uint)width)));
        Number(size, width);
    }

    private void Real(byte kind, double value)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = kind;
        BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], value);
        _output.Write(bytes);
    }

    private void Object(Any value)
    {
        if (value.IsNone)
            _output.WriteByte(0);
        else if (value.IsBool)
            _output.WriteByte((byte)(value.Truth ? 9 : 8));
        else if (Builtins.IsInstance(value, IntType.Type))
            Integer(value, (BigInteger)Operators.Index(value));
        else if (Builtins.IsInstance(value, FloatType.Type))
            Real(0x23, Lib.Real(value));
        else if (IsDate(value))
            Real(0x33, Lib.Real(((aware ? value.Invoke("astimezone", Modules.Import("datetime").Get("UTC")) : value) - PlistText.Epoch(aware)).Invoke("total_seconds")));
        else if (value.Ref is PyBytesBase bytes)
        {
            Size(0x40, bytes.Count);
            _output.Write(bytes.Span);
        }
        else if (Builtins.IsInstance(value, StrType.Type))
            Text(value);
        else if (PlistlibModule.IsUid(value))
            Uid(value, (BigInteger)Operators.Index(value.Get("data")));
        else if (value.Ref is PyList or PyTuple)
        {
            Size(0xA0, (int)(long)Builtins.Len(value));
            foreach (var item in value)
                Number(Reference(item), _referenceSize);
        }
        else if (Builtins.IsInstance(value, DictType.Type))
        {
            var items = PlistlibModule.Items(value, sorts, skips).ToArray();
            Size(0xD0, items.Length);
            foreach (var part in items.Select(static i => i.Key).Concat(items.Select(static i => i.Value)))
                Number(Reference(part), _referenceSize);
        }
        else
            throw new TypeError([value]);
    }

    private void Integer(Any value, BigInteger number)
    {
        if (number < long.MinValue || number > ulong.MaxValue)
            throw new OverflowError([value]);
        if (number > long.MaxValue)
        {
            _output.Write([0x14, 0, 0, 0, 0, 0, 0, 0, 0]);
            Number((long)(ulong)number, 8);
            return;
        }
        var size = number < 0 ? 8 : SizeOf((long)number);
        _output.WriteByte((byte)(0x10 | BitOperations.Log2((uint)size)));
        Number((long)number, size);
    }

    private void Text(Any value)
    {
        var text = Operators.Str(value);
        if (Ascii.IsValid(text))
        {
            Size(0x50, text.Length);
            _output.Write(Encoding.ASCII.GetBytes(text));
            return;
        }
        var bytes = (PyBytesBase)value.Invoke("encode", "utf-16be").Ref!;
        Size(0x60, bytes.Count / 2);
        _output.Write(bytes.Span);
    }

    private void Uid(Any value, BigInteger number)
    {
        // The number may have been changed since it was checked.
        if (number < 0)
            throw new ValueError("UIDs must be positive");
        if (number > ulong.MaxValue)
            throw new OverflowError([value]);
        var size = number > uint.MaxValue ? 8 : SizeOf((long)number);
        _output.WriteByte((byte)(0x80 | (size - 1)));
        Number((long)(ulong)number, size);
    }
}
