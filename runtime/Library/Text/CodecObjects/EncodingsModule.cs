using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>The package <c>encodings</c>, in which CPython has the codecs of the library and their other names.</summary>
internal static class EncodingsModule
{
    public static PyModule Build()
    {
        foreach (var encoding in EncodingNames.All)
            Modules.Register("encodings." + encoding.Module, () => Codec(encoding.Module));
        return Package();
    }

    private static PyModule Package() => new PyModule("encodings").Package()
        .Type(PyType.Emitted("CodecRegistryError", "encodings", LookupError.Type))
        .Python("normalize_encoding", "encoding", static a => EncodingNames.Normal(PyValueInstance.Unwrap(a[0]).Ref is PyBytesBase bytes ? Codecs.Decode(bytes.Span, "ascii") : Lib.Text(a[0])))
        .Python("search_function", "encoding", static a => EncodingNames.Find(Lib.Text(a[0])) is { } entry ? CodecRegistry.Info(entry.Module) : Any.None)
        .Value("_cache", CodecRegistry.Cache)
        .Python("__getattr__", "name", static a => EncodingNames.All.Any(e => e.Module == Lib.Text(a[0])) ? Modules.Import("encodings." + Lib.Text(a[0])) : throw new AttributeError($"module 'encodings' has no attribute '{Lib.Text(a[0])}'"))
        .OnImport(static () => Modules.Import("encodings.aliases"));

    public static PyModule Aliases()
    {
        var names = new PyDict<Any, Any>();
        foreach (var entry in EncodingNames.All)
            foreach (var other in entry.Aliases)
                names[other] = entry.Module;
        return new PyModule("encodings.aliases").Value("aliases", names);
    }

    /// <summary>The module of one encoding.</summary>
    public static PyModule Codec(string name)
    {
        var info = CodecRegistry.Info(name);
        var module = new PyModule("encodings." + name).Function("getregentry", "", _ => info);
        foreach (var (member, part) in (ReadOnlySpan<(string, string)>)[("IncrementalEncoder", "incrementalencoder"), ("IncrementalDecoder", "incrementaldecoder"), ("StreamReader", "streamreader"), ("StreamWriter", "streamwriter")])
            module.Value(member, info.Get(part));
        module.Value("encode", info.Get("encode")).Value("decode", info.Get("decode"));
        if (Charmap.Create(name) is { } map)
            module.Value("decoding_table", map.Characters).Value("encoding_table", Modules.Import("codecs").Invoke("charmap_build", map.Characters));
        if (name == "idna")
            module.Function("nameprep", "label", static a => IdnaCodec.Nameprep(Lib.Text(a[0])))
                .Function("ToASCII", "label", static a => PyBytes.Wrap(Buffers.FromLatin1(IdnaCodec.ToAscii(Lib.Text(a[0])))))
                .Function("ToUnicode", "label", static a => IdnaCodec.ToUnicode(a[0].Ref is PyBytesBase bytes ? Codecs.Decode(bytes.Span, "ascii") : Lib.Text(a[0])));
        if (name == "rot_13")
            module.Function("rot13", "infile, outfile", static a => Lib.Do(() => a[1].Invoke("write", Transforms.Rot13(a[0].Invoke("read")))));
        return module;
    }
}
