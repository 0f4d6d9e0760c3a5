using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>What <c>codecs.lookup</c> gives; an encoding has one object, with classes of its own.</summary>
internal static class CodecRegistry
{
    /// <summary>What was asked for so far, by the names of the modules: <c>encodings._cache</c>.</summary>
    public static PyDict<Any, Any> Cache { get; } = [];

    /// <summary>What is registered of an encoding.</summary>
    /// <exception cref="LookupError">It is unknown.</exception>
    public static Any Info(string encoding)
    {
        if (EncodingNames.Find(encoding) is { } entry)
            lock (Cache)
                return Cache.TryGetValue(entry.Module, out var known) && !known.IsNone ? known : Cache[entry.Module] = Make(entry);
        return RegisteredCodecs.Find(encoding) is { IsUnbound: false } own ? own : throw new LookupError($"unknown encoding: {encoding}");
    }

    private static Any Make(EncodingNames.Entry entry)
    {
        var (module, package) = (entry.Module, "encodings." + entry.Module);
        Any Function(string name, Func<Any, string, Any> body) => new PyFunction(name, "input, errors='strict'", (Any[] a) => PyTuple.Of(body(a[0], Lib.Optional(a[1]) ?? "strict"), Operators.Len(a[0]))) { IsBuiltin = true, Module = package };
        var encode = Function("encode", entry.IsText
            ? (input, errors) => PyBytes.Wrap(Codecs.EncodeWhole(PyValueInstance.Unwrap(input).Ref as string ?? throw new TypeError($"{module}_encode() argument 1 must be str, not {Lib.Given(input)}"), module, errors))
            : (input, errors) => Strict(errors, Transforms.Encode(module, input)));
        var decode = Function("decode", entry.IsText ? (input, errors) => Codecs.DecodeWhole(input, module, errors) : (input, errors) => Strict(errors, Transforms.Decode(module, input)));
        var (encoder, decoder, reader, writer) = entry.IsText
            ? (IncrementalCodec.EncoderOf(module, package), IncrementalCodec.DecoderOf(module, package), StreamCodecs.ReaderOf(module, package), StreamCodecs.WriterOf(module, package))
            : Transforms.Classes(module, encode, decode);
        return ((Any)CodecInfoType.Type).Call(new Arguments { encode, decode, reader, writer, encoder, decoder, entry.Name, { "_is_text_encoding", entry.IsText ? Any.None : false } });
    }

    /// <summary>Transforms know no other way with errors.</summary>
    private static Any Strict(string errors, Any result) => errors == "strict" ? result : throw new AssertionError();

    /// <summary><c>codecs.encode</c> and <c>codecs.decode</c>: by any codec.</summary>
    /// <param name="verb">encode or decode.</param>
    public static Any Run(string verb, Any value, string encoding, Any errors)
    {
        var info = Info(encoding);
        var result = CodecCalls.Noted(verb == "encode" ? "encoding" : "decoding", encoding, () => errors.IsUnbound ? info[verb == "encode" ? 0 : 1].Call(value) : info[verb == "encode" ? 0 : 1].Call(value, errors));
        return result.Ref is PyTuple { Count: 2 } pair ? pair[0]
            : throw new TypeError(verb == "encode" ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)");
    }
}
