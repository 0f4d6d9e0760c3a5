namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>io.BytesIO</c>; views of its content share it, and keep its size meanwhile.</summary>
public sealed class PyBytesIO : BinaryStream
{
    private PyByteArray _content = new();
    private int _position;

    internal void Initialise(ReadOnlySpan<byte> initial)
    {
        CheckExports();
        _content = new PyByteArray(initial);
        _position = 0;
    }

    protected override PyType BuiltinClass => IOTypes.BytesIO;

    /// <inheritdoc/>
    public override bool IsReadable => true;

    /// <inheritdoc/>
    public override bool IsWritable => true;

    /// <inheritdoc/>
    public override bool IsSeekable => true;

    /// <inheritdoc/>
    public override PyIterator GetPyIterator() => Lines();

    private void CheckExports()
    {
        if (_content.IsExported)
            throw new BufferError("Existing exports of data: object cannot be re-sized");
    }

    /// <summary><c>f.getvalue()</c>.</summary>
    public PyBytes GetValue()
    {
        CheckOpen();
        return new PyBytes(_content.Span);
    }

    /// <summary>What pickles hold: content, position, attributes.</summary>
    internal PyTuple State() => PyTuple.Of(GetValue(), _position, InstanceDict(create: false) is { Count: > 0 } own ? own.Copy() : Any.None);

    internal void Restore(Any state)
    {
        if (state.Ref is not PyTuple { Count: >= 3 } parts)
            throw new TypeError($"{Class.FullName}.__setstate__ argument should be 3-tuple, got {PyType.Of(state).ErrorName}");
        Initialise(Buffers.Of(parts[0]));
        if (!Operators.IsIntLike(parts[1]))
            throw new TypeError($"second item of state must be an integer, not {PyType.Of(parts[1]).ErrorName}");
        var position = (long)Operators.Index(parts[1]);
        _position = position < 0 ? throw new ValueError("position value cannot be negative") : (int)position;
        if (!parts[2].IsNone)
            InstanceDict(create: true)!.UpdateAny(parts[2].Ref is PyDict own ? own : throw new TypeError($"third item of state should be a dict, got a {PyType.Of(parts[2]).ErrorName}"));
    }

    /// <summary><c>f.getbuffer()</c>.</summary>
    internal PyMemoryView GetBuffer()
    {
        CheckOpen();
        return new PyMemoryView(_content);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        CheckOpen();
        var start = Math.Min(_position, _content.Count);
        var count = Math.Min(buffer.Length, _content.Count - start);
        _content.Span.Slice(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override byte[] ReadBytes(long size)
    {
        CheckOpen();
        var start = Math.Min(_position, _content.Count);
        var count = size < 0 ? _content.Count - start : (int)Math.Min(size, _content.Count - start);
        _position += count;
        return _content.Span.Slice(start, count).ToArray();
    }

    /// <inheritdoc/>
    public override byte[] ReadLineBytes(long limit)
    {
        CheckOpen();
        var rest = _content.Span[Math.Min(_position, _content.Count)..];
        if (limit >= 0 && limit < rest.Length)
            rest = rest[..(int)limit];
        var end = rest.IndexOf((byte)'\n');
        return ReadBytes(end < 0 ? rest.Length : end + 1);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> data)
    {
        CheckOpen();
        CheckExports();
        if (data.Length == 0)
            return;
        if (_position > _content.Count)
            _content.Extend(new byte[_position - _content.Count]);
        _content.Splice(_position, Math.Min(data.Length, _content.Count - _position), data);
        _position += data.Length;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        if (whence is < 0 or > 2)
            throw new ValueError($"invalid whence ({whence}, should be 0, 1 or 2)");
        if (whence == 0 && offset < 0)
            throw new ValueError($"negative seek value {offset}");
        var target = whence switch { 0 => offset, 1 => _position + offset, _ => _content.Count + offset };
        if (target > int.MaxValue)
            throw new OverflowError("new position too large");
        _position = (int)Math.Max(0, target);
        return _position;
    }

    /// <inheritdoc/>
    public override long Truncate(long? size)
    {
        CheckOpen();
        CheckExports();
        var length = size ?? _position;
        if (length < 0)
            throw new ValueError($"negative size value {length}");
        if (length < _content.Count)
            _content.Splice((int)length, _content.Count - (int)length, []);
        return length;
    }

    /// <inheritdoc/>
    public override void Close()
    {
        CheckExports();
        base.Close();
    }
}
