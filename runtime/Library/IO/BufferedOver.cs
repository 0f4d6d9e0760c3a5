namespace Pytocs.Runtime.Core;

/// <summary><c>BufferedReader(raw)</c> and its kin over another stream: reading ahead, so that one may peek.</summary>
internal sealed class BufferedOver(BinaryStream raw, int size, PyType type) : BinaryStream
{
    private byte[] _ahead = [];

    /// <summary>The stream underneath, as Python sees it.</summary>
    public Any Raw => raw is ObjectStream { Target: var target } ? target : raw;

    protected override PyType BuiltinClass => type;

    public override bool IsReadable => raw.IsReadable && !ReferenceEquals(type, IOTypes.BufferedWriter);

    public override bool IsWritable => raw.IsWritable && !ReferenceEquals(type, IOTypes.BufferedReader);

    public override bool IsSeekable => raw.IsSeekable;

    public override long FileNumber => raw.FileNumber;

    public override bool IsTerminal => raw.IsTerminal;

    /// <summary>What is read ahead; reads once where there is nothing.</summary>
    public byte[] Peek()
    {
        CheckOpen();
        if (_ahead.Length == 0)
        {
            var buffer = new byte[size];
            _ahead = buffer[..raw.Read(buffer)];
        }
        return _ahead;
    }

    public override int Read(Span<byte> buffer)
    {
        CheckOpen();
        if (!IsReadable)
            throw new UnsupportedOperation("read");
        if (_ahead.Length == 0 && buffer.Length >= size)
            return raw.Read(buffer);
        var count = Math.Min(buffer.Length, Peek().Length);
        _ahead.AsSpan(0, count).CopyTo(buffer);
        _ahead = _ahead[count..];
        return count;
    }

    public override void Write(ReadOnlySpan<byte> data)
    {
        CheckOpen();
        if (!IsWritable)
            throw new UnsupportedOperation("write");
        if (_ahead.Length > 0)
            Seek(0, 1);
        raw.Write(data);
    }

    public override void Flush()
    {
        CheckOpen();
        if (IsWritable)
            raw.Flush();
    }

    public override void Close()
    {
        if (IsClosed)
            return;
        IsClosed = true;
        raw.Close();
    }

    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        if (whence == 1)
            offset -= _ahead.Length;
        _ahead = [];
        return raw.Seek(offset, whence);
    }

    public override long Tell() => raw.Tell() - _ahead.Length;

    public override long Truncate(long? length)
    {
        var target = length ?? Tell();
        return raw.Truncate(target);
    }
}
