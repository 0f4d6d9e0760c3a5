using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Where a pickle is read from: bytes, or a file that is read no further than the pickle goes.</summary>
/// <param name="data">The bytes at hand.</param>
/// <param name="file">Where more come from; None where the bytes are all.</param>
internal sealed class PickleReader(byte[] data, Any file)
{
    private byte[] _data = data;
    private int _next;

    private static UnpicklingError Truncated() => new UnpicklingError("pickle data was truncated");

    public byte Op()
    {
        if (_next < _data.Length)
            return _data[_next++];
        return file.IsNone || Ask("read", 1) is not [var op, ..] ? throw new EOFError("Ran out of input") : op;
    }

    private byte[] Ask(string method, long count)
        => (method == "read" ? file.Invoke("read", count) : file.Invoke("readline")).Ref is PyBytesBase got ? got.ToArray() : throw new TypeError($"{method}() returned a non-bytes object");

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count <= _data.Length - _next)
        {
            _next += (int)count;
            return _data.AsSpan(_next - (int)count, (int)count);
        }
        if (file.IsNone || _next < _data.Length)
            throw Truncated();
        var got = Ask("read", count);
        return got.Length == count ? got : throw Truncated();
    }

    public string Line()
    {
        if (_next < _data.Length)
        {
            var end = Array.IndexOf(_data, (byte)'\n', _next);
            if (end < 0)
                throw Truncated();
            var line = _data.AsSpan(_next, end - _next);
            _next = end + 1;
            return Buffers.ToLatin1(line);
        }
        var got = file.IsNone ? throw Truncated() : Ask("readline", 0);
        return got is [.., (byte)'\n'] ? Buffers.ToLatin1(got.AsSpan(0, got.Length - 1)) : throw Truncated();
    }

    /// <summary>A frame is read at once.</summary>
    public void Frame()
    {
        var length = Int64();
        if (_next < _data.Length)
        {
            if (length > _data.Length - _next)
                throw Truncated();
            return;
        }
        _data = Take(length).ToArray();
        _next = 0;
    }

    public int Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));
}
