using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary><c>zlib._ZlibDecompressor</c>, which keeps the input that it has not used yet.</summary>
internal sealed class StreamDecompressor(InflateDecoder decoder, byte[] dictionary) : PyObject
{
    public static readonly PyType Type = CreateType();
    private byte[] _waiting = [];
    private byte[] _unused = [];
    private bool _needsInput = true;

    public override PyType Class => Type;

    private static StreamDecompressor Self(Any o) => (StreamDecompressor)o.Ref!;

    private static PyType CreateType()
    {
        var type = Lib.Class("_ZlibDecompressor", "zlib");
        type.New("cls, wbits=15, zdict=", static a =>
        {
            var bits = ZlibModule.Int(a[1]);
            var decoder = ZlibModule.Decompressor(bits) ?? throw new ValueError("Invalid initialization option");
            var dictionary = Buffers.Of(a[2]).ToArray();
            if (bits < 0 && dictionary.Length > 0)
                decoder.Preset(dictionary);
            return new StreamDecompressor(decoder, dictionary);
        }, PyBytes.Empty);
        return type
            .Property("eof", static o => Self(o)._decoder.IsDone)
            .Property("needs_input", static o => Self(o)._needsInput)
            .Property("unused_data", static o => new PyBytes(Self(o)._unused))
            .Method("decompress", "self, data, max_length=-1", static (o, data, limit) => PyBytes.Wrap(Self(o).Run(Buffers.Of(data), SequenceRules.IndexOf(limit))));
    }

    private readonly InflateDecoder _decoder = decoder;

    private byte[] Run(ReadOnlySpan<byte> data, long most)
    {
        if (_decoder.IsDone)
            throw new EOFError("End of stream already reached");
        byte[] input = [.. _waiting, .. data];
        var limit = most < 0 ? int.MaxValue : (int)Math.Min(most, int.MaxValue);
        var result = _decoder.Run(input, limit, out var used);
        if (_decoder.NeedsDictionary && dictionary.Length > 0 && _decoder.Preset(dictionary))
        {
            result = _decoder.Run(input.AsSpan(used), limit, out var more);
            used += more;
        }
        ZlibModule.Check(_decoder);
        _waiting = _decoder.IsDone ? [] : input[used..];
        _needsInput = !_decoder.IsDone && _waiting.Length == 0 && (most < 0 || result.Length < most);
        if (_decoder.IsDone)
            _unused = input[used..];
        return result;
    }
}
