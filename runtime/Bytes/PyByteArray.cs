namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>bytearray</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#bytearray">bytearray</see>.</summary>
public sealed class PyByteArray : PyBytesBase
{
    private byte[] _data;
    private int _start; // what is taken from the front moves nothing, so that a bytearray is a good buffer
    private int _count;

    public PyByteArray() => _data = [];

    public PyByteArray(ReadOnlySpan<byte> data)
    {
        _data = data.ToArray();
        _count = _data.Length;
    }

    protected override PyType BuiltinClass => ByteArrayType.Type;

    public override ReadOnlySpan<byte> Span => _data.AsSpan(_start, _count);

    /// <summary>The content, to be changed in place.</summary>
    internal Span<byte> Writable => _data.AsSpan(_start, _count);

    private List<WeakReference<BufferExport>>? _exports;

    /// <summary>A memoryview looks at the content; its size is fixed meanwhile.</summary>
    internal BufferExport Export()
    {
        var export = new BufferExport();
        if (_exports is { Count: > 16 })
            _exports.RemoveAll(static e => !IsInUse(e));
        (_exports ??= []).Add(new(export));
        return export;
    }

    /// <summary>
    /// Whether a memoryview looks at the content. One that the program has dropped without releasing it does not, as in CPython,
    /// which counts references; only the collector knows here, and it is asked before an error is raised.
    /// </summary>
    internal bool IsExported
    {
        get
        {
            for (var generation = -1; _exports is not null; generation++)
            {
                if (generation >= 0)
                    GC.Collect(generation);
                _exports.RemoveAll(static e => !IsInUse(e));
                if (_exports.Count == 0)
                    _exports = null;
                else if (generation == GC.MaxGeneration)
                    return true;
            }
            return false;
        }
    }

    private static bool IsInUse(WeakReference<BufferExport> export) => export.TryGetTarget(out var target) && target.Views > 0;

    internal override PyBytesBase Make(byte[] data) => new PyByteArray(data);

    /// <summary>Replaces a run of bytes by others.</summary>
    /// <exception cref="BufferError">A memoryview needs the size to stay.</exception>
    internal void Splice(int start, int length, ReadOnlySpan<byte> items)
    {
        if (items.Length != length && IsExported)
            throw new BufferError("Existing exports of data: object cannot be re-sized");
        var count = _count - length + items.Length;
        if (start == 0 && items.Length == 0)
        {
            (_start, _count) = (count == 0 ? 0 : _start + length, count);
            return;
        }
        if (_start + count > _data.Length)
            MakeRoom(count);
        var data = _data.AsSpan(_start);
        data[(start + length).._count].CopyTo(data[(start + items.Length)..]);
        items.CopyTo(data[start..]);
        _count = count;
    }

    /// <summary>Moves the content to the front, into a bigger array unless half of this one is free there.</summary>
    private void MakeRoom(int count)
    {
        var target = _start >= _data.Length / 2 && count <= _data.Length ? _data : new byte[Math.Max(count, Math.Max(16, _data.Length + (_data.Length >> 1)))];
        Span.CopyTo(target);
        (_data, _start) = (target, 0);
    }

    /// <summary><c>b.append(item)</c>.</summary>
    public void Append(byte item) => Splice(_count, 0, [item]);

    /// <summary><c>b.extend(items)</c>.</summary>
    public void Extend(ReadOnlySpan<byte> items) => Splice(_count, 0, items);

    /// <summary><c>b[index]</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public long this[long index]
    {
        get => _data[_start + Position(index)];
        set => _data[_start + Position(index)] = value is >= 0 and <= 255 ? (byte)value : throw new ValueError("byte must be in range(0, 256)");
    }

    private int Position(long index)
    {
        if (index < 0)
            index += _count;
        return (ulong)index < (ulong)_count ? (int)index : throw new IndexError("bytearray index out of range");
    }

    /// <inheritdoc/>
    public override int GetHashCode() => throw new TypeError("unhashable type: 'bytearray'");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);
}
