using System.Text;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The modules of the package <see href="https://docs.python.org/3.13/library/json.html">json</see>, from which programs take its classes and the
/// functions that they are made of.
/// </summary>
internal static class JsonSubmodules
{
    /// <summary>What CPython's C module has and its Python modules take from there.</summary>
    private const string Native = "_json";

    private static Any Whitespace => ReModule.Compile("[ \\t\\n\\r]*", (long)(RegexFlags.Verbose | RegexFlags.Multiline | RegexFlags.DotAll));

    /// <summary><c>json.decoder</c>.</summary>
    public static PyModule Decoder()
    {
        Any scan = new PyFunction("scanstring", "string, end, strict=True, /", (Any[] a) => ScanString(a[0], a[1], a[2])) { IsBuiltin = true, Module = Native };
        return new PyModule("json.decoder")
            .Type(JsonDecoder.Error).Type(JsonTypes.Decoder)
            .Value("scanstring", scan).Value("c_scanstring", scan).Value("py_scanstring", scan)
            .Value("NaN", PyFloat.NaN).Value("PosInf", double.PositiveInfinity).Value("NegInf", double.NegativeInfinity)
            .Value("WHITESPACE", Whitespace).Value("WHITESPACE_STR", " \t\n\r");
    }

    /// <summary><c>json.encoder</c>.</summary>
    public static PyModule Encoder()
    {
        Any ascii = Quoting("encode_basestring_ascii", true);
        Any plain = Quoting("encode_basestring", false);
        return new PyModule("json.encoder")
            .Type(JsonTypes.Encoder)
            .Value("encode_basestring_ascii", ascii).Value("c_encode_basestring_ascii", ascii).Value("py_encode_basestring_ascii", ascii)
            .Value("encode_basestring", plain).Value("c_encode_basestring", plain).Value("py_encode_basestring", plain)
            .Value("INFINITY", double.PositiveInfinity);
    }

    /// <summary><c>json.scanner</c>.</summary>
    public static PyModule Scanner() => new PyModule("json.scanner")
        .Value("make_scanner", s_scanner).Value("c_make_scanner", s_scanner).Value("py_make_scanner", s_scanner)
        .Value("NUMBER_RE", ReModule.Compile("(-?(?:0|[1-9][0-9]*))(\\.[0-9]+)?([eE][-+]?[0-9]+)?", (long)(RegexFlags.Verbose | RegexFlags.Multiline | RegexFlags.DotAll)));

    /// <summary>Reads one value at a place of a text: what a decoder's <c>scan_once</c> is.</summary>
    private static readonly PyType s_scanner = DeclareScanner();

    /// <summary>A scanner with the settings of a decoder, or of anything that has its attributes.</summary>
    public static Any ScannerOf(Any context) => ((Any)s_scanner).Call(context);

    private static PyType DeclareScanner()
    {
        var type = PyType.Emitted("make_scanner", Native);
        string[] settings = ["strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"];
        return type
            .Method("__init__", "self, context", (self, context) => Lib.Do(() =>
            {
                foreach (var name in settings)
                    self.Set(name, name == "strict" ? context.Get(name).Truth : context.Get(name));
            }))
            .Method("__call__", "self, string, idx", static (self, text, start) =>
            {
                var at = Lib.Int(start);
                if (at < 0)
                    throw new ValueError("idx cannot be negative");
                var source = PyValueInstance.Unwrap(text).Ref as string ?? throw new TypeError($"first argument must be a string, not {PyType.Of(text).ErrorName}");
                if (at > source.Length)
                    throw new StopIteration(at);
                var (value, end) = JsonTypes.DecoderOf(self, source).ScanAt(Str.Offset(source, (int)at));
                return PyTuple.Of(value, Str.Position(source, end));
            });
    }

    private static PyTuple ScanString(Any text, Any start, Any strict)
    {
        var at = Lib.Int(start);
        var source = PyValueInstance.Unwrap(text).Ref as string ?? throw new TypeError($"first argument must be a string, not {PyType.Of(text).ErrorName}");
        if (at < 0 || at > Str.Length(source))
            throw new ValueError("end is out of bounds");
        var (value, end) = new JsonDecoder(source, Any.None, Any.None, Any.None, Any.None, Any.None, strict.Truth).StringAt(Str.Offset(source, (int)at));
        return PyTuple.Of(value, Str.Position(source, end));
    }

    private static PyFunction Quoting(string name, bool ascii) => new(name, "string, /", (Any text) =>
    {
        var quoted = new StringBuilder();
        JsonEncoder.Quote(quoted, PyValueInstance.Unwrap(text).Ref as string ?? throw new TypeError($"first argument must be a string, not {PyType.Of(text).ErrorName}"), ascii);
        return quoted.ToString();
    })
    { IsBuiltin = true, Module = Native };
}
