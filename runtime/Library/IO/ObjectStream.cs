namespace Pytocs.Runtime.Core;

/// <summary>A Python object with <c>read</c> and <c>write</c>, seen as a stream of bytes.</summary>
internal sealed class ObjectStream(Any target) : BinaryStream
{
    private byte[] _rest = [];

    public Any Target => target;

    protected override PyType BuiltinClass => PyType.Of(target);

    public override bool IsReadable => target.Invoke("readable").Truth;

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

    public override bool IsClosed => target.Get("closed").Truth;

    public override long FileNumber => SequenceRules.IndexOf(target.Invoke("fileno"));

    public override bool IsTerminal => target.Invoke("isatty").Truth;

    public override Any TruncateAny(Any size) => target.Invoke("truncate", size);

    public override byte[] Read1(long size)
    {
        if (_rest.Length > 0)
        {
            var rest = _rest;
            _rest = [];
            return rest;
        }
        var name = Operators.GetAttr(target, "read1", Any.Unbound).IsUnbound ? "read" : "read1";
        return Given(target.Invoke(name, size), name);
    }

    public override byte[] ReadBytes(long size)
    {
        var data = size < 0 ? target.Invoke("read") : target.Invoke("read", size);
        byte[] rest = [.. _rest, .. Given(data, "read")];
        _rest = [];
        return rest;
    }

    private static byte[] Given(Any data, string method)
        => data.Ref is PyBytesBase or PyMemoryView or IBuffer ? Buffers.Of(data).ToArray()
            : throw new TypeError($"underlying {method}() should have returned a bytes-like object, not '{PyType.Of(data).ErrorName}'");

    public override bool IsWritable => target.Invoke("writable").Truth;

    public override bool IsSeekable => target.Invoke("seekable").Truth;

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
        if (!Operators.GetAttr(target, "close", Any.Unbound).IsUnbound)
            target.Invoke("close");
    }

    public override long Seek(long offset, long whence)
    {
        _rest = [];
        return (long)Operators.Index(target.Invoke("seek", offset, whence));
    }

    public override long Tell() => (long)Operators.Index(target.Invoke("tell")) - _rest.Length;
}
