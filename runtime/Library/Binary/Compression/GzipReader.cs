using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>The unpacked content of a gzip file, member after member; going back means beginning again.</summary>
internal sealed class GzipReader(Any file) : BinaryStream
{
    private static readonly PyType s_type = IOMethods.Binary(PyType.Builtin("_GzipReader", IOTypes.RawIOBase, "gzip"));
    private InflateDecoder _decoder = new(-15);
    private byte[] _packed = [];
    private int _at;
    private bool _isNewMember = true;
    private uint _check;
    private uint _memberSize;
    private long _position;
    private long _size = -1;
    private bool _isFull;

    protected override PyType BuiltinClass => s_type;

    /// <summary>The time in the last header: <c>mtime</c>.</summary>
    public Any LastTime { get; private set; } = Any.None;

    public override bool IsReadable => true;

    public override bool IsSeekable => true;

    private byte[] Fetch(int count)
    {
        if (_at < _packed.Length)
        {
            var part = _packed[_at..Math.Min(_packed.Length, _at + count)];
            _at += part.Length;
            return part.Length == count ? part : [.. part, .. FromFile(count - part.Length)];
        }
        return FromFile(count);
    }

    private byte[] FromFile(int count) => Buffers.Of(file.Invoke("read", count)).ToArray();

    public override int Read(Span<byte> buffer)
    {
        CheckOpen();
        if (buffer.Length == 0)
            return 0;
        while (true)
        {
            if (_decoder.IsDone)
            {
                EndMember();
                (_isNewMember, _decoder) = (true, new InflateDecoder(-15));
            }
            if (_isNewMember)
            {
                (_check, _memberSize) = (0, 0);
                if (GzipHeader.Read(Fetch) is not { } time)
                {
                    _size = _position;
                    return 0;
                }
                (LastTime, _isNewMember) = (time, false);
            }
            var isEnd = false;
            if (_at == _packed.Length && !_isFull)
            {
                (_packed, _at) = (FromFile(131072), 0);
                isEnd = _packed.Length == 0;
            }
            var part = _decoder.Run(_packed.AsSpan(_at), buffer.Length, out var used);
            ZlibModule.Check(_decoder);
            _at += used;
            _isFull = part.Length == buffer.Length;
            if (part.Length > 0)
            {
                part.CopyTo(buffer);
                _check = Crc32.Compute(part, _check);
                _memberSize += (uint)part.Length;
                _position += part.Length;
                return part.Length;
            }
            if (isEnd && !_decoder.IsDone)
                throw new EOFError(GzipModule.Truncated);
        }
    }

    private void EndMember()
    {
        var trailer = new byte[0];
        while (trailer.Length < 8)
        {
            var more = Fetch(8 - trailer.Length);
            trailer = more.Length > 0 ? [.. trailer, .. more] : throw new EOFError(GzipModule.Truncated);
        }
        var check = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        if (check != _check)
            throw GzipModule.Bad($"CRC check failed 0x{check:x} != 0x{_check:x}");
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer.AsSpan(4)) != _memberSize)
            throw GzipModule.Bad("Incorrect length of data produced");
        // Zeros may follow a member.
        byte[] next;
        do
        {
            next = Fetch(1);
        }
        while (next is [0]);
        if (next.Length > 0)
            (_packed, _at) = ([.. next, .. _packed.AsSpan(_at)], 0);
        _isFull = false;
    }

    private void Rewind()
    {
        file.Invoke("seek", 0);
        (_decoder, _packed, _at, _isNewMember, _position, _isFull) = (new InflateDecoder(-15), [], 0, true, 0, false);
    }

    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        if (whence == 1)
        {
            offset += _position;
        }
        else if (whence == 2)
        {
            if (_size < 0)
                Skip(long.MaxValue);
            offset += _size;
        }
        else if (whence != 0)
        {
            throw new ValueError($"Invalid value for whence: {whence}");
        }
        if (offset < _position)
            Rewind();
        Skip(offset - _position);
        return _position;
    }

    private void Skip(long count)
    {
        var chunk = new byte[8192];
        while (count > 0 && Read(chunk.AsSpan(0, (int)Math.Min(count, chunk.Length))) is > 0 and var done)
            count -= done;
    }

    public override long Tell() => _position;

    public override void Write(ReadOnlySpan<byte> data) => throw new UnsupportedOperation("write");
}
