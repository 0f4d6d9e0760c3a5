namespace Pytocs.Runtime.Core;

/// <summary>A Python object with <c>read</c> and <c>write</c>, seen as a stream of bytes.</summary>
internal sealed class ObjectStream(Any target) : BinaryStream
{
    private byte[] _rest = [];

    public Any Target => target;

    protected override PyType BuiltinClass => PyType.Of(target);

    public override bool IsReadable => !Operators.GetAttr(target, "read", Any.Unbound).IsUnbound || HasReadInto;

    private bool HasReadInto => !Operators.GetAttr(target, "readinto", Any.Unbound).IsUnbound;

    /// <summary>What one call of the object's reading method gives.</summary>
    private byte[] Fetch(int size)
    {
        if (!HasReadInto || !Operators.GetAttr(target, "read", Any.Unbound).IsUnbound && !PyType.Of(target).IsSubclassOf(IOTypes.RawIOBase))
            return Buffers.Of(target.Invoke("read", size)).ToArray();
        var buffer = new PyByteArray(new byte[Math.Max(1, size)]);
        var count = target.Invoke("readinto", buffer);
        return count.IsNone ? [] : buffer.Span[..(int)Operators.Index(count)].ToArray();
    }

    public override bool IsWritable => !Operators.GetAttr(target, "write", Any.Unbound).IsUnbound;

    public override bool IsSeekable => Operators.GetAttr(target, "seekable", Any.Unbound) is { IsUnbound: false } seekable && seekable.Call().Truth;

    public override int Read(Span<byte> buffer)
    {
        if (_rest.Length == 0)
            _rest = Fetch(buffer.Length);
        var count = Math.Min(_rest.Length, buffer.Length);
        _rest.AsSpan(0, count).CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override void Write(ReadOnlySpan<byte> data) => target.Invoke("write", new PyBytes(data));

    public override void Flush()
    {
        if (!Operators.GetAttr(target, "flush", Any.Unbound).IsUnbound)
            target.Invoke("flush");
    }

    public override void Close()
    {
        if (!IsClosed && !Operators.GetAttr(target, "close", Any.Unbound).IsUnbound)
            target.Invoke("close");
        IsClosed = true;
    }

    public override long Seek(long offset, long whence)
    {
        _rest = [];
        return (long)Operators.Index(target.Invoke("seek", offset, whence));
    }

    public override long Tell() => (long)Operators.Index(target.Invoke("tell")) - _rest.Length;
}
