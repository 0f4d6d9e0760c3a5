using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Reading ahead.</summary>
internal sealed partial class BufferedFile
{
    private void CheckReads(string name)
    {
        _ = Raw;
        if (!_reads)
            throw new UnsupportedOperation(name);
    }

    /// <summary>Reads once from the raw stream: -1 when nothing is there yet.</summary>
    private int RawRead(byte[] target, int start, int count)
    {
        if (Raw.Ref is BinaryStream { IsExact: true } native and not BufferedFile)
            return native.Read(target.AsSpan(start, count));
        var buffer = new PyByteArray(new byte[count]);
        var view = new PyMemoryView(buffer);
        Any result;
        try
        {
            result = Raw.Invoke("readinto", view);
        }
        finally
        {
            view.Release();
        }
        if (result.IsNone)
            return -1;
        var length = Length(result, "readinto", count);
        buffer.Span[..length].CopyTo(target.AsSpan(start));
        return length;
    }

    /// <summary>The count that a raw method says it did.</summary>
    private static int Length(Any result, string method, int most)
    {
        long length;
        try
        {
            length = SequenceRules.IndexOf(result);
        }
        catch (TypeError e)
        {
            throw new OSError($"raw {method}() failed") { Cause = e, SuppressContext = true };
        }
        return length >= 0 && length <= most ? (int)length
            : throw new OSError($"raw {method}() returned invalid length {length} (should have been between 0 and {most})");
    }

    /// <summary>Reads a buffer full: how much came, or -1.</summary>
    private int FillAhead()
    {
        var buffer = new byte[_size];
        var count = RawRead(buffer, 0, _size);
        (_ahead, _at) = (count > 0 ? buffer[..count] : [], 0);
        return count;
    }

    private byte[] TakeAhead(int count)
    {
        var part = Rest[..count].ToArray();
        _at += count;
        return part;
    }

    public override Any ReadAny(long size)
    {
        CheckReads("read");
        CheckOpen("read of");
        if (size < -1)
            throw new ValueError("read length must be non-negative or -1");
        if (size >= 0 && size <= Rest.Length)
            return PyBytes.Wrap(TakeAhead((int)size));
        var output = new MemoryStream();
        output.Write(TakeAhead(Rest.Length));
        WriteOut();
        return size < 0 ? ReadAll(output) : ReadSome(output, size);
    }

    private Any ReadAll(MemoryStream output)
    {
        var readAll = Operators.GetAttr(Raw, "readall", Any.Unbound);
        while (true)
        {
            var part = readAll.IsUnbound ? Raw.Invoke("read") : readAll.Call();
            if (!part.IsNone && part.Ref is not PyBytes)
                throw new TypeError(readAll.IsUnbound ? "read() should return bytes" : "readall() should return bytes");
            if (part.IsNone && output.Length == 0)
                return part;
            if (part.Truth)
                output.Write(((PyBytes)part.Ref!).Span);
            if (!part.Truth || !readAll.IsUnbound)
                return PyBytes.Wrap(output.ToArray());
        }
    }

    /// <summary>Whole buffers straight from the raw stream, the rest through the buffer.</summary>
    private Any ReadSome(MemoryStream output, long size)
    {
        while (output.Length < size)
        {
            var left = size - output.Length;
            int count;
            if (left >= _size)
            {
                var chunk = new byte[(int)Math.Min(left / _size * _size, 1 << 20)];
                count = RawRead(chunk, 0, chunk.Length);
                if (count > 0)
                    output.Write(chunk, 0, count);
            }
            else
            {
                count = FillAhead();
                if (count > 0)
                    output.Write(TakeAhead((int)Math.Min(left, Rest.Length)));
            }
            if (count < 0 && output.Length == 0)
                return Any.None;
            if (count <= 0)
                break;
        }
        return PyBytes.Wrap(output.ToArray());
    }

    public override byte[] ReadBytes(long size) => ReadAny(size) is { IsNone: false } data ? ((PyBytes)data.Ref!).ToArray() : [];

    public override byte[] Read1(long size)
    {
        CheckReads("read");
        CheckOpen("read of");
        if (size < 0)
            size = _size;
        if (size == 0)
            return [];
        if (Rest.Length > 0)
            return TakeAhead((int)Math.Min(size, Rest.Length));
        WriteOut();
        var buffer = new byte[(int)Math.Min(size, 1 << 30)];
        return buffer[..Math.Max(0, RawRead(buffer, 0, buffer.Length))];
    }

    public override int Read(Span<byte> buffer)
    {
        var data = buffer.Length >= _size || Rest.Length > 0 ? Read1(buffer.Length) : Peek().Length > 0 ? TakeAhead(Math.Min(buffer.Length, Rest.Length)) : [];
        data.CopyTo(buffer);
        return data.Length;
    }

    public override byte[] Peek()
    {
        CheckReads("peek");
        CheckOpen("peek of");
        if (Rest.Length > 0)
            return Rest.ToArray();
        WriteOut();
        FillAhead();
        return _ahead;
    }

    public override Any ReadInto(Any target, bool once)
    {
        CheckReads("readinto");
        CheckOpen("readinto of");
        var size = IOBaseMethods.BufferSize(target);
        var data = once ? PyBytes.Wrap(ReadOnce(size)) : ReadAny(size);
        if (data.IsNone)
            return data;
        IOBaseMethods.Store(target, (PyBytes)data.Ref!);
        return ((PyBytes)data.Ref!).Count;
    }

    /// <summary>What is ahead, and one read of the raw stream where much more is wanted.</summary>
    private byte[] ReadOnce(long size)
    {
        if (Rest.Length == 0 || size - Rest.Length <= _size)
            return Read1(size);
        var head = TakeAhead(Rest.Length);
        var more = new byte[(int)Math.Min(size - head.Length, 1 << 30)];
        return [.. head, .. more.AsSpan(0, Math.Max(0, RawRead(more, 0, more.Length)))];
    }

    public override byte[] ReadLineBytes(long limit)
    {
        CheckReads("readline");
        CheckOpen("readline of");
        var line = new MemoryStream();
        while (limit < 0 || line.Length < limit)
        {
            if (Rest.Length == 0)
            {
                WriteOut();
                if (FillAhead() <= 0)
                    break;
            }
            var most = (int)(limit < 0 ? Rest.Length : Math.Min(Rest.Length, limit - line.Length));
            var end = Rest[..most].IndexOf((byte)'\n');
            line.Write(TakeAhead(end >= 0 ? end + 1 : most));
            if (end >= 0)
                break;
        }
        return line.ToArray();
    }
}
