using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>What <see href="https://docs.python.org/3.13/library/zlib.html#zlib.compressobj">zlib.compressobj</see> makes.</summary>
internal sealed class CompressObject(DeflateEncoder encoder) : PyObject
{
    private static readonly PyType s_type = CreateType();
    private bool _isFinished;

    public override PyType Class => s_type;

    private static CompressObject Self(Any o) => (CompressObject)o.Ref!;

    private static PyType CreateType() => Lib.Class("Compress", "zlib")
        .New(static (_, _) => throw new TypeError("cannot create 'zlib.Compress' instances"))
        .Method("compress", "self, data, /", static (o, data) => PyBytes.Wrap(Self(o).Run(Buffers.Of(data), 0, "compressing data")))
        .Method("flush", "self, mode=4, /", static (o, mode) => ZlibModule.Int(mode) == 0 ? PyBytes.Empty : PyBytes.Wrap(Self(o).Run([], ZlibModule.Int(mode), "flushing")))
        .Method("copy", static o => Self(o).Copy())
        .Method("__copy__", static o => Self(o).Copy())
        .Method("__deepcopy__", "self, memo, /", static (o, _) => Self(o).Copy());

    /// <summary>Compresses more; used by gzip too.</summary>
    public byte[] Run(ReadOnlySpan<byte> data, int flush, string what)
    {
        if (_isFinished || flush is < 0 or > 5)
            throw ZlibModule.Failure($"Error -2 while {what}: inconsistent stream state");
        _isFinished = flush == 4;
        return encoder.Run(data, flush);
    }

    private CompressObject Copy() => _isFinished ? throw new ValueError("Inconsistent stream state") : new CompressObject(encoder.Copy());
}
