using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>Codecs that turn bytes into bytes, or text into text. See <see href="https://docs.python.org/3.13/library/codecs.html#binary-transforms">binary transforms</see>.</summary>
internal static class Transforms
{
    private static Any Module(string name) => Modules.Import(name);

    private static Any Bytes(Any input) => new PyBytes(Buffers.Of(input));

    public static Any Encode(string module, Any input) => module switch
    {
        "base64_codec" => Module("base64").Invoke("encodebytes", input),
        "hex_codec" => Module("binascii").Invoke("b2a_hex", input),
        "bz2_codec" => Module("bz2").Invoke("compress", Bytes(input)),
        "zlib_codec" => Module("zlib").Invoke("compress", input),
        "quopri_codec" => Module("binascii").Invoke("b2a_qp", new Arguments { Bytes(input), { "quotetabs", true } }),
        "uu_codec" => UuCodec.Encode(Buffers.Of(input)),
        _ => Rot13(input),
    };

    public static Any Decode(string module, Any input) => module switch
    {
        "base64_codec" => Module("base64").Invoke("decodebytes", input),
        "hex_codec" => Module("binascii").Invoke("a2b_hex", input),
        "bz2_codec" => Module("bz2").Invoke("decompress", Bytes(input)),
        "zlib_codec" => Module("zlib").Invoke("decompress", input),
        "quopri_codec" => Module("binascii").Invoke("a2b_qp", Bytes(input)),
        "uu_codec" => UuCodec.Decode(Buffers.Of(input)),
        _ => Rot13(input),
    };

    public static string Rot13(Any input)
    {
        var text = PyValueInstance.Unwrap(input).Ref as string ?? throw new TypeError($"descriptor 'translate' for 'str' objects doesn't apply to a '{PyType.Of(input).ErrorName}' object");
        return string.Concat(text.Select(static c => char.IsAsciiLetterLower(c) ? (char)((c - 'a' + 13) % 26 + 'a') : char.IsAsciiLetterUpper(c) ? (char)((c - 'A' + 13) % 26 + 'A') : c));
    }

    /// <summary>The objects of such a codec that work step by step.</summary>
    public static (PyType Encoder, PyType Decoder, PyType Reader, PyType Writer) Classes(string module, Any encode, Any decode)
    {
        var name = "encodings." + module;
        PyType encoder, decoder;
        if (module is "bz2_codec" or "zlib_codec")
        {
            (encoder, decoder) = (Compressing(module, name), Decompressing(module, name));
        }
        else
        {
            encoder = new ClassMaker("IncrementalEncoder", name).Method("encode", "self, input, final=False", a => encode.Call(a[1], a[0].Get("errors"))[0]).Make(IncrementalCodec.Encoder);
            decoder = new ClassMaker("IncrementalDecoder", name).Method("decode", "self, input, final=False", a => decode.Call(a[1], a[0].Get("errors"))[0]).Make(IncrementalCodec.Decoder);
        }
        ClassMaker Both(string kind) => new ClassMaker(kind, name)
            .Method("encode", "self, input, errors='strict'", a => encode.Call(a[1], a[2])).Method("decode", "self, input, errors='strict'", a => decode.Call(a[1], a[2]));
        Any kind = module == "rot_13" ? StrType.Type : BytesType.Type;
        return (encoder, decoder, Both("StreamReader").Attribute("charbuffertype", kind).Make(StreamCodecs.Reader), Both("StreamWriter").Attribute("charbuffertype", kind).Make(StreamCodecs.Writer));
    }

    private static PyType Compressing(string module, string name)
    {
        Any Compressor() => module == "bz2_codec" ? Module("bz2").Invoke("BZ2Compressor") : Module("zlib").Invoke("compressobj");
        return new ClassMaker("IncrementalEncoder", name)
            .Method("__init__", "errors='strict'", (self, errors) => Lib.Do(() =>
            {
                self.Set("errors", errors);
                self.Set("compressobj", Compressor());
            }), "strict")
            .Method("encode", "self, input, final=False", a =>
            {
                var data = a[0].Get("compressobj").Invoke("compress", a[1]);
                return a[2].Truth ? data + a[0].Get("compressobj").Invoke("flush") : data;
            })
            .Method("reset", self => Lib.Do(() => self.Set("compressobj", Compressor())))
            .Make(IncrementalCodec.Encoder);
    }

    private static PyType Decompressing(string module, string name)
    {
        Any Decompressor() => module == "bz2_codec" ? Module("bz2").Invoke("BZ2Decompressor") : Module("zlib").Invoke("decompressobj");
        return new ClassMaker("IncrementalDecoder", name)
            .Method("__init__", "errors='strict'", (self, errors) => Lib.Do(() =>
            {
                self.Set("errors", errors);
                self.Set("decompressobj", Decompressor());
            }), "strict")
            .Method("decode", "self, input, final=False", a =>
            {
                var data = a[0].Get("decompressobj").Invoke("decompress", a[1]);
                return a[2].Truth && module == "zlib_codec" ? data + a[0].Get("decompressobj").Invoke("flush") : data;
            })
            .Method("reset", self => Lib.Do(() => self.Set("decompressobj", Decompressor())))
            .Make(IncrementalCodec.Decoder);
    }
}
