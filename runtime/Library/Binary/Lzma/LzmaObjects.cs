using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Lzma;

/// <summary><see href="https://docs.python.org/3.13/library/lzma.html#lzma.LZMACompressor">lzma.LZMACompressor</see>.</summary>
internal sealed class LzmaCompressor(LzmaCoder coder) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("LZMACompressor", module: "_lzma")
        .New("cls, format=1, check=-1, preset=None, filters=None", static a => new LzmaCompressor(LzmaCoder.Encoder((int)Lib.Int(a[1]), (int)Lib.Int(a[2]), a[3], a[4])))
        .Method("compress", "self, data, /", static (o, data) => PyBytes.Wrap(Self(o).Open("Compressor has been flushed").Take(Buffers.Of(data), finish: false, -1, out _)))
        .Method("flush", static o =>
        {
            var open = Self(o).Open("Repeated call to flush()");
            Self(o)._coder = null;
            return PyBytes.Wrap(open.Take([], finish: true, -1, out _));
        });

    private LzmaCoder? _coder = coder;

    public override PyType Class => Type;

    private static LzmaCompressor Self(Any o) => (LzmaCompressor)o.Ref!;

    private LzmaCoder Open(string closed) => _coder ?? throw new ValueError(closed);
}

/// <summary><see href="https://docs.python.org/3.13/library/lzma.html#lzma.LZMADecompressor">lzma.LZMADecompressor</see>.</summary>
internal sealed class LzmaDecompressor(LzmaCoder coder) : PyObject
{
    private const int UnknownCheck = 16;

    public static readonly PyType Type = PyType.Builtin("LZMADecompressor", module: "_lzma")
        .New("cls, format=0, memlimit=None, filters=None", static a => new LzmaDecompressor(LzmaCoder.Decoder((int)Lib.Int(a[1]), a[2], a[3])))
        .Method("decompress", "self, data, max_length=-1", static (o, data, limit) => PyBytes.Wrap(Self(o).Decompress(Buffers.Of(data), Lib.Int(limit))))
        .Property("eof", static o => Self(o)._isAtEnd)
        .Property("needs_input", static o => !Self(o)._isAtEnd && Self(o)._needsInput)
        .Property("unused_data", static o => new PyBytes(Self(o)._unused))
        .Property("check", static o => Self(o)._check);

    private byte[] _waiting = [];
    private byte[] _unused = [];
    private int _check = UnknownCheck;
    private bool _isAtEnd;
    private bool _needsInput = true;

    public override PyType Class => Type;

    public bool IsAtEnd => _isAtEnd;

    public byte[] Unused => _unused;

    private static LzmaDecompressor Self(Any o) => (LzmaDecompressor)o.Ref!;

    public byte[] Decompress(ReadOnlySpan<byte> data, long limit)
    {
        if (_isAtEnd)
            throw new EOFError("Already at end of stream");
        byte[] all = [.. _waiting, .. data];
        var result = coder.Take(all, finish: false, limit, out var left);
        (_isAtEnd, _check) = (coder.IsAtEnd, all.Length > 11 ? coder.Check : _check);
        var rest = all[^left..];
        (_waiting, _unused) = (_isAtEnd ? [] : rest, _isAtEnd ? rest : []);
        _needsInput = left == 0 && (limit < 0 || result.Length < limit);
        return result;
    }
}
