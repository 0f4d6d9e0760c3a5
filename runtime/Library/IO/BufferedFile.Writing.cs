using System.Runtime.InteropServices;

namespace Pytocs.Runtime.Core;

/// <summary>Writing when there is enough.</summary>
internal sealed partial class BufferedFile
{
    private const string WouldBlock = "write could not complete without blocking";

    /// <summary>Writes once to the raw stream: how much, or -1 when it takes nothing now.</summary>
    private int RawWrite(ReadOnlySpan<byte> data)
    {
        if (Raw.Ref is BinaryStream { IsExact: true } native and not BufferedFile)
        {
            native.Write(data);
            return data.Length;
        }
        var view = new PyMemoryView(new PyBytes(data));
        try
        {
            var result = Raw.Invoke("write", view);
            return result.IsNone ? -1 : Length(result, "write", data.Length);
        }
        finally
        {
            view.Release();
        }
    }

    /// <summary>Writes what is pending.</summary>
    /// <exception cref="BlockingIOError">The raw stream takes no more.</exception>
    private void WriteOut()
    {
        while (_pending.Count > 0)
        {
            var count = RawWrite(CollectionsMarshal.AsSpan(_pending));
            if (count < 0)
                throw Blocked(0);
            _pending.RemoveRange(0, count);
        }
    }

    private static BlockingIOError Blocked(long written) => new(11, WouldBlock, written) { CharactersWritten = written };

    public override void Write(ReadOnlySpan<byte> data)
    {
        _ = Raw;
        if (!_writes)
            throw new UnsupportedOperation("write");
        CheckOpen("write to");
        if (Rest.Length > 0)
            Rewind();
        else
            (_ahead, _at) = ([], 0);
        if (_pending.Count + data.Length <= _size && data.Length < _size)
        {
            _pending.AddRange(data);
            return;
        }
        try
        {
            WriteOut();
        }
        catch (BlockingIOError)
        {
            var room = Math.Min(_size - _pending.Count, data.Length);
            _pending.AddRange(data[..room]);
            if (room < data.Length)
                throw Blocked(room);
            return;
        }
        var written = 0;
        while (data.Length - written >= _size)
        {
            var count = RawWrite(data[written..]);
            if (count < 0 && data.Length - written == _size)
                break;
            if (count < 0)
            {
                _pending.AddRange(data.Slice(written, _size));
                throw Blocked(written + _size);
            }
            written += count;
        }
        _pending.AddRange(data[written..]);
    }
}
