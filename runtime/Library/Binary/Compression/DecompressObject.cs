using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>What <see href="https://docs.python.org/3.13/library/zlib.html#zlib.decompressobj">zlib.decompressobj</see> makes.</summary>
internal sealed class DecompressObject : PyObject
{
    private static readonly PyType s_type = CreateType();
    private readonly InflateDecoder _decoder;
    private readonly byte[] _dictionary;
    private byte[] _unused = [];
    private byte[] _left = [];

    public DecompressObject(InflateDecoder decoder, byte[] dictionary, bool isRaw)
    {
        (_decoder, _dictionary) = (decoder, dictionary);
        if (isRaw && dictionary.Length > 0)
            decoder.Preset(dictionary);
    }

    public override PyType Class => s_type;

    private static DecompressObject Self(Any o) => (DecompressObject)o.Ref!;

    private static PyType CreateType() => Lib.Class("Decompress", "zlib")
        .New(static (_, _) => throw new TypeError("cannot create 'zlib.Decompress' instances"))
        .Property("unused_data", static o => new PyBytes(Self(o)._unused))
        .Property("unconsumed_tail", static o => new PyBytes(Self(o)._left))
        .Property("eof", static o => Self(o)._decoder.IsDone)
        .Method("decompress", "self, data, /, max_length=0", static (o, data, limit) =>
        {
            var most = SequenceRules.IndexOf(limit);
            return most < 0 ? throw new ValueError("max_length must be non-negative") : PyBytes.Wrap(Self(o).Run(Buffers.Of(data), most));
        })
        .Method("flush", "self, length=16384, /", static (o, length) => SequenceRules.IndexOf(length) <= 0 ? throw new ValueError("length must be greater than zero") : PyBytes.Wrap(Self(o).Run(Self(o)._left, 0)))
        .Method("copy", static o => Self(o).Copy())
        .Method("__copy__", static o => Self(o).Copy())
        .Method("__deepcopy__", "self, memo, /", static (o, _) => Self(o).Copy());

    private DecompressObject Copy() => new(_decoder.Copy(), _dictionary, isRaw: false) { _unused = _unused, _left = _left };

    private byte[] Run(ReadOnlySpan<byte> data, long most)
    {
        if (_decoder.IsDone)
        {
            _unused = [.. _unused, .. data];
            if (_left.Length > 0)
                _left = data.ToArray();
            return [];
        }
        var limit = most == 0 ? int.MaxValue : (int)Math.Min(most, int.MaxValue);
        var result = _decoder.Run(data, limit, out var used);
        if (_decoder.NeedsDictionary)
        {
            if (_dictionary.Length == 0)
                throw ZlibModule.Failure("Error 2 while decompressing data");
            if (!_decoder.Preset(_dictionary))
                throw ZlibModule.Failure("Error -3 while setting zdict: invalid input data");
            result = _decoder.Run(data[used..], limit, out var more);
            used += more;
        }
        ZlibModule.Check(_decoder);
        var rest = data[used..].ToArray();
        if (_decoder.IsDone)
            _unused = [.. _unused, .. rest];
        // As in CPython, what follows the end is shown as a tail too where there was a tail before.
        if (!_decoder.IsDone || _left.Length > 0)
            _left = rest;
        return result;
    }
}
