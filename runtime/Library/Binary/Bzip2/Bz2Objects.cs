using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Bzip2;

/// <summary><see href="https://docs.python.org/3.13/library/bz2.html#bz2.BZ2Compressor">bz2.BZ2Compressor</see>.</summary>
internal sealed class Bz2Compressor(int level) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("BZ2Compressor", module: "_bz2")
        .New("cls, compresslevel=9, /", static a => new Bz2Compressor(Bz2Module.Level(a[1])))
        .Method("compress", "self, data, /", static (o, data) => PyBytes.Wrap(Self(o).Open("Compressor has been flushed").Run(Buffers.Of(data))))
        .Method("flush", static o =>
        {
            var encoder = Self(o).Open("Repeated call to flush()");
            Self(o)._encoder = null;
            return PyBytes.Wrap(encoder.Finish());
        });

    private Bzip2Encoder? _encoder = new(level);

    public override PyType Class => Type;

    private static Bz2Compressor Self(Any o) => (Bz2Compressor)o.Ref!;

    private Bzip2Encoder Open(string closed) => _encoder ?? throw new ValueError(closed);
}

/// <summary><see href="https://docs.python.org/3.13/library/bz2.html#bz2.BZ2Decompressor">bz2.BZ2Decompressor</see>: it gives everything when the stream is complete.</summary>
internal sealed class Bz2Decompressor : PyObject
{
    public static readonly PyType Type = PyType.Builtin("BZ2Decompressor", module: "_bz2")
        .New("cls", static _ => new Bz2Decompressor())
        .Method("decompress", "self, data, max_length=-1", static (o, data, limit) => PyBytes.Wrap(Self(o).Run(Buffers.Of(data), Lib.Int(limit))))
        .Property("eof", static o => Self(o)._ended && Self(o)._output.Length == 0)
        .Property("needs_input", static o => !Self(o)._ended)
        .Property("unused_data", static o => new PyBytes(Self(o)._rest));

    private readonly MemoryStream _input = new();
    private byte[] _output = [];
    private byte[] _rest = [];
    private bool _ended;

    public override PyType Class => Type;

    private static Bz2Decompressor Self(Any o) => (Bz2Decompressor)o.Ref!;

    private byte[] Run(ReadOnlySpan<byte> data, long limit)
    {
        if (_ended && _output.Length == 0)
            throw new EOFError("End of stream already reached");
        if (!_ended)
        {
            _input.Write(data);
            try
            {
                var all = _input.ToArray();
                _output = new Bzip2Decoder(all).Run(out var end);
                _rest = all[end..];
                _ended = true;
            }
            catch (Bzip2Decoder.Incomplete)
            {
                return [];
            }
            catch (Bzip2Decoder.Invalid)
            {
                throw new OSError("Invalid data stream");
            }
        }
        var count = limit < 0 ? _output.Length : (int)Math.Min(limit, _output.Length);
        var part = _output[..count];
        _output = _output[count..];
        return part;
    }
}
