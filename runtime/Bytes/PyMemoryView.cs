using System.Buffers.Binary;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's <c>memoryview</c>.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#memoryview">memoryview</see>.
/// </summary>
public sealed partial class PyMemoryView : PyObject, IPyIterable
{
    private readonly PyBytesBase _owner;
    private readonly int _start;
    private readonly int _stride;
    private readonly int _count;
    private BufferExport? _export;
    private readonly bool _readOnly;
    private bool _released;
    private bool _isHeld = true;

    /// <exception cref="TypeError">The object is not bytes-like.</exception>
    public PyMemoryView(Any source)
    {
        if (source.Ref is IViewed viewed)
            source = viewed.View;
        if (source.Ref is PyMemoryView view)
        {
            view.Check();
            _readOnly = view._readOnly;
            (_owner, _start, _stride, _count, Format, ItemSize) = (view._owner, view._start, view._stride, view._count, view.Format, view.ItemSize);
        }
        else if (source.Ref is IBuffer buffer)
        {
            _owner = buffer.Storage;
            (_start, _stride, _count, Format, ItemSize) = (0, buffer.ItemSize, _owner.Count / buffer.ItemSize, buffer.Format, buffer.ItemSize);
        }
        else
        {
            _owner = source.Ref as PyBytesBase ?? throw new TypeError($"memoryview: a bytes-like object is required, not '{PyType.Of(source).ErrorName}'");
            (_start, _stride, _count, Format, ItemSize) = (0, 1, _owner.Count, "B", 1);
        }
        Object = source.Ref is PyMemoryView same ? same.Object : source;
        _shape = (source.Ref as PyMemoryView)?._shape;
        Share(source.Ref is PyMemoryView other ? other._export : (_owner as PyByteArray)?.Export());
    }

    private PyMemoryView(PyMemoryView view, int start, int stride, int count, string format, int itemSize, bool readOnly)
    {
        _readOnly = readOnly;
        (_owner, Object, _start, _stride, _count, Format, ItemSize) = (view._owner, view.Object, start, stride, count, format, itemSize);
        Share(view._export);
    }

    public override PyType Class => MemoryViewType.Type;

    /// <summary>The hash, once it was asked for.</summary>
    internal long? KnownHash { get; set; }

    /// <summary>The struct letter of an item.</summary>
    public string Format { get; }

    public int ItemSize { get; }

    /// <summary>The number of items.</summary>
    public int Count
    {
        get
        {
            Check();
            return _count;
        }
    }

    /// <summary>The distance of items in bytes.</summary>
    internal int Stride => _stride;

    /// <summary>What the view looks at: <c>view.obj</c>.</summary>
    internal Any Object { get; }

    internal bool IsReleased => _released;

    public bool IsReadOnly => _readOnly || _owner is PyBytes;

    private void Share(BufferExport? export)
    {
        _export = export;
        export?.Views += 1;
    }

    /// <exception cref="ValueError">The view was released.</exception>
    internal void Check()
    {
        if (_released)
            throw new ValueError("operation forbidden on released memoryview object");
    }

    /// <summary><c>view.release()</c>.</summary>
    public void Release()
    {
        LetGo();
        (_export, _released) = (null, true);
    }

    /// <summary>From now on the view itself keeps nobody from changing the size of its bytes; those made of it do.</summary>
    internal void LetGo()
    {
        if (_isHeld)
            _export?.Views -= 1;
        _isHeld = false;
    }

    /// <summary>The bytes of the view, copied where it has gaps.</summary>
    public ReadOnlySpan<byte> ToContiguous()
    {
        Check();
        if (_stride == ItemSize)
            return _owner.Span.Slice(_start, _count * ItemSize);
        var data = new byte[_count * ItemSize];
        for (var i = 0; i < _count; i++)
            _owner.Span.Slice(_start + (i * _stride), ItemSize).CopyTo(data.AsSpan(i * ItemSize));
        return data;
    }

    private int Offset(long index)
    {
        if (index < 0)
            index += Count;
        return (ulong)index < (ulong)Count ? _start + ((int)index * _stride) : throw new IndexError("index out of bounds on dimension 1");
    }

    internal Any Get(long index) => Read(_owner.Span.Slice(Offset(index), ItemSize));

    private Any Read(ReadOnlySpan<byte> item) => Format switch
    {
        "B" => (long)item[0],
        "b" => (long)(sbyte)item[0],
        "c" => new PyBytes(item),
        "?" => item[0] != 0,
        "h" => (long)BinaryPrimitives.ReadInt16LittleEndian(item),
        "H" => (long)BinaryPrimitives.ReadUInt16LittleEndian(item),
        "i" => (long)BinaryPrimitives.ReadInt32LittleEndian(item),
        "I" => (long)BinaryPrimitives.ReadUInt32LittleEndian(item),
        "l" or "q" or "n" => BinaryPrimitives.ReadInt64LittleEndian(item),
        "f" => (double)BinaryPrimitives.ReadSingleLittleEndian(item),
        "d" => BinaryPrimitives.ReadDoubleLittleEndian(item),
        _ => (System.Numerics.BigInteger)BinaryPrimitives.ReadUInt64LittleEndian(item),
    };

    internal void Set(long index, Any value)
    {
        var target = Target().Slice(Offset(index), ItemSize);
        if (Format is "c")
        {
            target[0] = value.Ref is PyBytes { Count: 1 } one ? one.At(0) : throw new TypeError($"memoryview: invalid type for format '{Format}'");
            return;
        }
        if (Format is "f" or "d" ? !FloatType.TryConvert(value, out var real) : (real = 0) != 0 || (!Operators.IsIndex(value) && Format != "?"))
            throw new TypeError($"memoryview: invalid type for format '{Format}'");
        if (Format == "f")
            BinaryPrimitives.WriteSingleLittleEndian(target, (float)real);
        else if (Format == "d")
            BinaryPrimitives.WriteDoubleLittleEndian(target, real);
        else if (Format == "?")
            target[0] = value.Truth ? (byte)1 : (byte)0;
        else
            SetInteger(target, Operators.Index(value));
    }

    private void SetInteger(Span<byte> target, PyInt value)
    {
        var signed = char.IsAsciiLetterLower(Format[0]);
        var bits = ItemSize * 8;
        PyInt low = signed ? -((PyInt)1 << (bits - 1)) : 0;
        PyInt high = ((PyInt)1 << (signed ? bits - 1 : bits)) - 1;
        if (value < low || value > high)
            throw new ValueError($"memoryview: invalid value for format '{Format}'");
        Span<byte> data = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(data, (ulong)((System.Numerics.BigInteger)value & ulong.MaxValue));
        data[..ItemSize].CopyTo(target);
    }

    private Span<byte> Target()
    {
        Check();
        return _owner is PyByteArray array && !_readOnly ? array.Writable : throw new TypeError("cannot modify read-only memory");
    }

    internal PyMemoryView Slice(PySlice slice)
    {
        if (_shape is not null)
            return Rows(slice);
        var (first, step, count) = slice.Resolve(Count);
        return new PyMemoryView(this, _start + ((int)first * _stride), (int)step * _stride, count, Format, ItemSize, _readOnly);
    }

    /// <summary><c>view.toreadonly()</c>.</summary>
    internal PyMemoryView ToReadOnly()
    {
        Check();
        return new PyMemoryView(this, _start, _stride, _count, Format, ItemSize, true) { _shape = _shape };
    }

    internal void SetSlice(PySlice slice, Any values)
    {
        if (_shape is not null)
            throw new NotImplementedError("memoryview slice assignments are currently restricted to ndim = 1");
        var target = Slice(slice);
        try
        {
            var data = Buffers.Of(values).ToArray();
            var memory = Target();
            if (data.Length != target._count * ItemSize || (values.Ref is PyMemoryView other && other.Format != Format))
                throw new ValueError("memoryview assignment: lvalue and rvalue have different structures");
            for (var i = 0; i < target._count; i++)
                data.AsSpan(i * ItemSize, ItemSize).CopyTo(memory[(target._start + (i * target._stride))..]);
        }
        finally
        {
            target.Release();
        }
    }

    internal PyMemoryView Cast(string format)
    {
        Check();
        var letter = format.TrimStart('@');
        var size = letter switch
        {
            "b" or "B" or "c" or "?" => 1,
            "h" or "H" => 2,
            "i" or "I" or "f" => 4,
            "l" or "L" or "q" or "Q" or "n" or "N" or "d" => 8,
            _ => throw new ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'"),
        };
        if (ItemSize != 1 && size != 1)
            throw new TypeError("memoryview: cannot cast between two non-byte formats");
        if (_stride != ItemSize)
            throw new TypeError("memoryview: casts are restricted to C-contiguous views");
        var bytes = _count * ItemSize;
        return bytes % size == 0
            ? new PyMemoryView(this, _start, size, bytes / size, letter, size, _readOnly)
            : throw new TypeError("memoryview: length is not a multiple of itemsize");
    }

    public PyIterator GetPyIterator() => Shape.Length == 0 ? throw new TypeError("invalid indexing of 0-dim memory") : new SequenceIterator(this);
}
