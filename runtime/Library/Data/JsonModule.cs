using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/json.html">json</see>.</summary>
internal static class JsonModule
{
    private const string DumpOptions = "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw";

    private const string LoadOptions = "cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, strict=True, **kw";

    private static readonly string[] s_dumpNames = ["skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default", "sort_keys"];

    private static readonly string[] s_loadNames = ["", "object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook", "strict"];

    public static PyModule Build() => new PyModule("json")
        .Type(JsonDecoder.Error)
        .Type(JsonTypes.Encoder)
        .Type(JsonTypes.Decoder)
        .Function("dumps", "obj, *, " + DumpOptions, static a => CoderOf(a.AsSpan(1)) is { IsNone: false } coder ? coder.Invoke("encode", a[0]) : Make(a.AsSpan(1)).Encode(a[0]))
        .Function("dump", "obj, fp, *, " + DumpOptions, static a => Lib.Do(() => Dump(a)))
        .Function("loads", "s, *, " + LoadOptions, static a => Load(a[0], a.AsSpan(1)))
        .Function("load", "fp, *, " + LoadOptions, static a => Load(a[0].Invoke("read"), a.AsSpan(1)))
        .Package()
        .OnImport(static () =>
        {
            foreach (var part in (string[])["scanner", "decoder", "encoder"])
                Modules.Import("json." + part);
        });

    private static void Dump(Any[] a)
    {
        var write = a[1].Get("write");
        var coder = CoderOf(a.AsSpan(2));
        foreach (var part in coder.IsNone ? Make(a.AsSpan(2)).Parts(a[0]).Select(static p => (Any)p) : Operators.Iter(coder.Invoke("iterencode", a[0])))
            write.Call(part);
    }

    /// <summary>An instance of the class that the program gave; None if it gave none.</summary>
    private static Any CoderOf(ReadOnlySpan<Any> o)
    {
        var extra = (PyDict)o[^1].Ref!;
        if (o[4].IsNone && extra.Count == 0)
            return Any.None;
        var arguments = new Arguments();
        for (var i = 0; i < s_dumpNames.Length; i++)
            if (i != 4)
                arguments.Add(s_dumpNames[i], o[i]);
        AddAll(arguments, extra);
        return (o[4].IsNone ? JsonTypes.Encoder : o[4]).Call(arguments);
    }

    private static void AddAll(Arguments arguments, PyDict extra)
    {
        foreach (var (name, value) in extra.Entries())
            arguments.Add(Lib.Text(name), value);
    }

    private static JsonEncoder Make(ReadOnlySpan<Any> o) => JsonTypes.Make(o[0], o[1], o[2], o[3], o[8], o[5], o[6], o[7]);

    private static Any Load(Any source, ReadOnlySpan<Any> o)
    {
        var text = source.Ref switch
        {
            string s => s,
            PyBytesBase bytes => Codecs.Decode(bytes.Span, Detected(bytes.Span), "surrogatepass"),
            _ => PyValueInstance.Unwrap(source).Ref as string ?? throw new TypeError($"the JSON object must be str, bytes or bytearray, not {PyType.Of(source).Name}"),
        };
        if (source.Ref is not PyBytesBase && text.StartsWith('\ufeff'))
            throw JsonDecoder.Fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
        var extra = (PyDict)o[^1].Ref!;
        if (o[0].IsNone && extra.Count == 0)
            return new JsonDecoder(text, o[1], o[5], o[2], o[3], o[4], o[6].Truth).Decode();
        var arguments = new Arguments();
        for (var i = 1; i < s_loadNames.Length; i++)
            if (i == 6 ? !o[i].Truth : !o[i].IsNone)
                arguments.Add(s_loadNames[i], o[i]);
        AddAll(arguments, extra);
        return (o[0].IsNone ? JsonTypes.Decoder : o[0]).Call(arguments).Invoke("decode", text);
    }

    /// <summary>Which encoding a JSON text in bytes has: by its mark, or by where its first characters have zeros.</summary>
    private static string Detected(ReadOnlySpan<byte> b)
    {
        if (b.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0]) || b.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xfe, 0xff]))
            return "utf-32";
        if (b.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || b.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return "utf-16";
        if (b.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            return "utf-8-sig";
        if (b.Length >= 4)
            return b[0] == 0 ? b[1] != 0 ? "utf-16-be" : "utf-32-be" : b[1] == 0 ? b[2] != 0 || b[3] != 0 ? "utf-16-le" : "utf-32-le" : "utf-8";
        return b.Length == 2 && b[0] == 0 ? "utf-16-be" : b.Length == 2 && b[1] == 0 ? "utf-16-le" : "utf-8";
    }
}
