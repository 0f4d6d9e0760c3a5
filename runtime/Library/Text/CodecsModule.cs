using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/codecs.html">codecs</see>: the encodings that the runtime has.</summary>
internal static class CodecsModule
{
    /// <summary><c>_codecs.encode</c>, by which old pickles hold bytes.</summary>
    public static readonly PyFunction EncodeFunction = new("encode", "obj, encoding='utf-8', errors='strict'", static (Any[] a) => Encode(a[0], Lib.Text(a[1]), Lib.Text(a[2]))) { IsBuiltin = true, Module = "_codecs" };

    private static readonly PyFunction s_decode = new("decode", "obj, encoding='utf-8', errors='strict'", static (Any[] a) => Decode(a[0], Lib.Text(a[1]), Lib.Text(a[2]))) { IsBuiltin = true, Module = "_codecs" };

    private static readonly Any s_info = MakeInfo();

    /// <summary>What is registered of an encoding; those of text are told from those that turn bytes into bytes.</summary>
    private static PyType MakeInfo()
    {
        var type = NamedTuples.Make("codecs.CodecInfo", ["encode", "decode", "streamreader", "streamwriter", "incrementalencoder", "incrementaldecoder", "name"]);
        type.Define("_is_text_encoding", true);
        return type;
    }

    /// <summary>The part of the module that CPython writes in C.</summary>
    public static PyModule BuildInner() => Add(new PyModule("_codecs"));

    public static PyModule Build() => Add(new PyModule("codecs"))
        .Type(IncrementalCodec.Encoder).Type(IncrementalCodec.Decoder)
        .Value("CodecInfo", s_info)
        .Value("BOM", Bytes(0xff, 0xfe)).Value("BOM_LE", Bytes(0xff, 0xfe)).Value("BOM_BE", Bytes(0xfe, 0xff)).Value("BOM_UTF8", Bytes(0xef, 0xbb, 0xbf))
        .Value("BOM_UTF16", Bytes(0xff, 0xfe)).Value("BOM_UTF16_LE", Bytes(0xff, 0xfe)).Value("BOM_UTF16_BE", Bytes(0xfe, 0xff))
        .Value("BOM_UTF32", Bytes(0xff, 0xfe, 0, 0)).Value("BOM_UTF32_LE", Bytes(0xff, 0xfe, 0, 0)).Value("BOM_UTF32_BE", Bytes(0, 0, 0xfe, 0xff))
        .Function("getencoder", static name => Info(name).Get("encode"))
        .Function("getdecoder", static name => Info(name).Get("decode"))
        .Function("getincrementalencoder", static name => Info(name).Get("incrementalencoder"))
        .Function("getincrementaldecoder", static name => Info(name).Get("incrementaldecoder"))
        .Type(StreamCodecs.Reader).Type(StreamCodecs.Writer).Type(StreamRecoder.Type)
        .Function("EncodedFile", "file, data_encoding, file_encoding=None, errors='strict'", static a => StreamRecoder.Wrap(a[0], a[1], a[2], a[3]))
        .Function("getreader", static name => StreamCodecs.Of(StreamCodecs.Reader, Info(name)))
        .Function("getwriter", static name => StreamCodecs.Of(StreamCodecs.Writer, Info(name)))
        .Function("open", "filename, mode='r', encoding=None, errors='strict', buffering=-1", static a => Builtins.Get("open").Call(a[2].IsNone ? new Arguments { a[0], a[1], a[4] } : new Arguments { a[0], a[1], a[4], a[2], a[3], "" }))
        .Function("iterdecode", "iterator, encoding, errors='strict'", static a => new SequenceOf(s_iterator, Decoded(a[0], Info(a[1]).Get("incrementaldecoder").Call(a[2]))))
        .Function("iterencode", "iterator, encoding, errors='strict'", static a => new SequenceOf(s_iterator, Operators.Iter(a[0]).Select(t => Encode(t, Lib.Text(a[1]), Lib.Text(a[2])))));

    private static readonly PyType s_iterator = PyIterator.DeclareType("generator");

    private static PyModule Add(PyModule module) => module
        .Value("encode", EncodeFunction)
        .Value("decode", s_decode)
        .Function("lookup", static name => Info(name))
        .Function("register", static search => Lib.Do(() => RegisteredCodecs.Register(search)))
        .Function("unregister", static search => Lib.Do(() => RegisteredCodecs.Unregister(search)))
        .Function("escape_decode", "data, errors=None, /", static a => PyTuple.Of(PyBytes.Wrap(EscapedBytes.Decode(a[0].Ref is string s ? Codecs.Encode(s) : Buffers.Of(a[0]))), Operators.Len(a[0])))
        .Function("escape_encode", "data, errors=None, /", static a => PyTuple.Of(PyBytes.Wrap(EscapedBytes.Encode(Buffers.Of(a[0]))), Operators.Len(a[0])))
        .Function("register_error", "errors, handler, /", static a =>
        {
            ErrorHandlers.Registered[Lib.Text(a[0])] = Builtins.Callable(a[1]) ? a[1] : throw new TypeError("handler must be callable");
            return Any.None;
        })
        .Function("lookup_error", static name => ErrorHandlers.Registered.TryGetValue(Lib.Text(name), out var handler) ? handler : throw new LookupError($"unknown error handler name '{Lib.Text(name)}'"));

    private static PyBytes Bytes(params byte[] data) => PyBytes.Wrap(data);

    private static IEnumerable<Any> Decoded(Any chunks, Any decoder)
    {
        foreach (var chunk in Operators.Iter(chunks))
            if (decoder.Invoke("decode", chunk) is var text && Operators.Len(text) > 0)
                yield return text;
        if (decoder.Invoke("decode", Bytes(), true) is var rest && Operators.Len(rest) > 0)
            yield return rest;
    }

    private static bool IsHex(string encoding) => Codecs.Canonical(encoding) is "hex" or "hex-codec";

    private static bool IsRot13(string encoding) => Codecs.Canonical(encoding) is "rot13" or "rot-13";

    private static Any Encode(Any value, string encoding, string errors)
    {
        if (IsHex(encoding))
            return PyBytes.Wrap(Buffers.FromLatin1(Convert.ToHexStringLower(Buffers.Of(value))));
        if (IsRot13(encoding))
            return Rot13(Lib.Text(value));
        return PyBytes.Wrap(Codecs.Encode(PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"encode() argument 'obj' must be str, not {PyType.Of(value).ErrorName}"), encoding, errors));
    }

    private static Any Decode(Any value, string encoding, string errors)
    {
        if (IsHex(encoding))
            return Modules.Import("binascii").Get("unhexlify").Call(value);
        if (IsRot13(encoding))
            return Rot13(Lib.Text(value));
        return Codecs.Decode(Buffers.Of(value), encoding, errors);
    }

    private static string Rot13(string text) => string.Concat(text.Select(static c => char.IsAsciiLetterLower(c) ? (char)((c - 'a' + 13) % 26 + 'a') : char.IsAsciiLetterUpper(c) ? (char)((c - 'A' + 13) % 26 + 'A') : c));

    /// <summary><c>codecs.lookup(encoding)</c>.</summary>
    /// <exception cref="LookupError">The encoding is unknown.</exception>
    internal static Any Info(Any encoding)
    {
        var name = Lib.Text(encoding);
        if (!Codecs.Exists(name) && !IsHex(name) && !IsRot13(name))
            throw new LookupError($"unknown encoding: {name}");
        if (RegisteredCodecs.Find(name) is { IsUnbound: false } own)
            return own;
        var canonical = Codecs.Canonical(name) switch { "latin-1" => "iso8859-1", "hex-codec" => "hex", "rot-13" => "rot13", var n => n };
        return s_info.Call(new Arguments
        {
            new PyFunction("encode", "input, errors='strict'", (Any[] a) => PyTuple.Of(Encode(a[0], name, Lib.Text(a[1])), Operators.Len(a[0]))),
            new PyFunction("decode", "input, errors='strict'", (Any[] a) => PyTuple.Of(Decode(a[0], name, Lib.Text(a[1])), Operators.Len(a[0]))),
            Any.None, Any.None, IncrementalCodec.EncoderOf(name), IncrementalCodec.DecoderOf(name), canonical,
        });
    }
}
