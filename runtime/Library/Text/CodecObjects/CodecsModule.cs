using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>The module <see href="https://docs.python.org/3.13/library/codecs.html">codecs</see>.</summary>
internal static class CodecsModule
{
    /// <summary><c>_codecs.encode</c>, by which old pickles hold bytes.</summary>
    public static readonly PyFunction EncodeFunction = new("encode", "obj, encoding='utf-8', errors=None", static (Any[] a) => CodecRegistry.Run("encode", a[0], Lib.Text(a[1]), Errors(a[2]))) { IsBuiltin = true, Module = "_codecs" };

    private static readonly PyFunction s_decode = new("decode", "obj, encoding='utf-8', errors=None", static (Any[] a) => CodecRegistry.Run("decode", a[0], Lib.Text(a[1]), Errors(a[2]))) { IsBuiltin = true, Module = "_codecs" };

    private static Any Errors(Any given) => given.IsNone ? Any.Unbound : given;

    /// <summary>The part of the module that CPython writes in C.</summary>
    public static PyModule BuildInner() => Add(new PyModule("_codecs"));

    public static PyModule Build()
    {
        var module = Add(new PyModule("codecs"));
        foreach (var type in (PyType[])[CodecInfoType.Type, StreamCodecs.Codec, IncrementalCodec.Encoder, IncrementalCodec.Decoder, IncrementalCodec.BufferedEncoder, IncrementalCodec.BufferedDecoder,
            StreamCodecs.Reader, StreamCodecs.Writer, StreamPairs.ReaderWriter, StreamPairs.Recoder])
            module.Type(type);
        foreach (var (name, mark) in (ReadOnlySpan<(string, byte[])>)[("BOM", [0xff, 0xfe]), ("BOM_LE", [0xff, 0xfe]), ("BOM_BE", [0xfe, 0xff]), ("BOM_UTF8", [0xef, 0xbb, 0xbf]),
            ("BOM_UTF16", [0xff, 0xfe]), ("BOM_UTF16_LE", [0xff, 0xfe]), ("BOM_UTF16_BE", [0xfe, 0xff]), ("BOM32_LE", [0xff, 0xfe]), ("BOM32_BE", [0xfe, 0xff]),
            ("BOM_UTF32", [0xff, 0xfe, 0, 0]), ("BOM_UTF32_LE", [0xff, 0xfe, 0, 0]), ("BOM_UTF32_BE", [0, 0, 0xfe, 0xff]), ("BOM64_LE", [0xff, 0xfe, 0, 0]), ("BOM64_BE", [0, 0, 0xfe, 0xff])])
            module.Value(name, PyBytes.Wrap(mark));
        foreach (var handler in HandlerFunctions.All)
            if (handler.Name.EndsWith("_errors", StringComparison.Ordinal))
                module.Value(handler.Name, handler);
        foreach (var (function, member) in (ReadOnlySpan<(string, string)>)[("getencoder", "encode"), ("getdecoder", "decode"), ("getincrementalencoder", "incrementalencoder"), ("getincrementaldecoder", "incrementaldecoder"),
            ("getreader", "streamreader"), ("getwriter", "streamwriter")])
            module.Function(function, "encoding", a => Member(a[0], member));
        return module
            .Function("open", "filename, mode='r', encoding=None, errors='strict', buffering=-1", static a => StreamPairs.Open(a[0], Lib.Text(a[1]), a[2], a[3], a[4]))
            .Function("EncodedFile", "file, data_encoding, file_encoding=None, errors='strict'", static a => StreamPairs.EncodedFile(a[0], a[1], a[2], a[3]))
            .Function("iterdecode", "iterator, encoding, errors='strict', **kwargs", static a => Lib.Generator(Parts(a[0], "decode", Started("getincrementaldecoder", a), new PyBytes([]))))
            .Function("iterencode", "iterator, encoding, errors='strict', **kwargs", static a => Lib.Generator(Parts(a[0], "encode", Started("getincrementalencoder", a), "")))
            .Function("make_identity_dict", "rng", static a => Identity(a[0]))
            .Function("make_encoding_map", "decoding_map", static a => Inverse(a[0]));
    }

    private static PyModule Add(PyModule module) => CharmapFunctions.Add(RawFunctions.Add(module))
        .Value("encode", EncodeFunction)
        .Value("decode", s_decode)
        .Function("lookup", static name => CodecRegistry.Info(Lib.Text(name)))
        .Function("register", static search => Lib.Do(() => RegisteredCodecs.Register(search)))
        .Function("unregister", static search => Lib.Do(() => RegisteredCodecs.Unregister(search)))
        .Function("escape_decode", "data, errors=None, /", static a => PyTuple.Of(PyBytes.Wrap(EscapedBytes.Decode(a[0].Ref is string s ? Codecs.Encode(s) : Buffers.Of(a[0]), CharmapFunctions.Errors(a[1]))), Operators.Len(a[0])))
        .Function("escape_encode", "data, errors=None, /", static a => PyTuple.Of(PyBytes.Wrap(EscapedBytes.Encode((a[0].Ref as PyBytes ?? throw new TypeError($"escape_encode() argument 1 must be bytes, not {Lib.Given(a[0])}")).Span)), Operators.Len(a[0])))
        .Function("register_error", "errors, handler, /", static a =>
        {
            ErrorHandlers.Registered[Lib.Text(a[0])] = Builtins.Callable(a[1]) ? a[1] : throw new TypeError("handler must be callable");
            return Any.None;
        })
        .Function("lookup_error", static name => ErrorHandlers.Registered.TryGetValue(Lib.Text(name), out var handler) ? handler
            : HandlerFunctions.Of(Lib.Text(name)) is { } own ? own : throw new LookupError($"unknown error handler name '{Lib.Text(name)}'"));

    /// <exception cref="LookupError">The codec has no such part.</exception>
    private static Any Member(Any encoding, string member)
        => CodecRegistry.Info(Lib.Text(encoding)).Get(member) is { IsNone: false } found ? found : throw new LookupError(encoding);

    private static Any Started(string function, Any[] a) => Modules.Import("codecs").Invoke(function, a[1]).Call(new Arguments { a[2], new StarStar(a[3]) });

    private static IEnumerable<Any> Parts(Any parts, string method, Any codec, Any nothing)
    {
        foreach (var part in Operators.Iter(parts))
            if (codec.Invoke(method, part) is { Truth: true } result)
                yield return result;
        if (codec.Invoke(method, nothing, true) is { Truth: true } rest)
            yield return rest;
    }

    private static PyDict<Any, Any> Identity(Any range)
    {
        var map = new PyDict<Any, Any>();
        foreach (var i in Operators.Iter(range))
            map[i] = i;
        return map;
    }

    /// <summary>What occurs twice has no code.</summary>
    private static PyDict<Any, Any> Inverse(Any decoding)
    {
        var map = new PyDict<Any, Any>();
        foreach (var (key, value) in Operators.MappingItems(decoding))
            map[value] = map.ContainsKey(value) ? Any.None : key;
        return map;
    }
}
