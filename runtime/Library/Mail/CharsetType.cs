using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>What mail does with a set of characters: <see href="https://docs.python.org/3.13/library/email.charset.html">email.charset</see>.</summary>
internal static class CharsetType
{
    public const int Quoted = 1, Base64 = 2, Shortest = 3;
    public const string Unknown = "unknown-8bit";

    private static readonly PyDict<Any, Any> s_charsets = [];
    private static readonly PyDict<Any, Any> s_aliases = [];
    private static readonly PyDict<Any, Any> s_codecs = new() { ["gb2312"] = "eucgb2312_cn", ["big5"] = "big5_tw", ["us-ascii"] = Any.None };

    static CharsetType()
    {
        foreach (var number in (int[])[1, 2, 3, 4, 9, 10, 13, 14, 15, 16])
            s_charsets[$"iso-8859-{number}"] = PyTuple.Of(Quoted, Quoted, Any.None);
        s_charsets["windows-1252"] = s_charsets["viscii"] = PyTuple.Of(Quoted, Quoted, Any.None);
        s_charsets["us-ascii"] = PyTuple.Of(Any.None, Any.None, Any.None);
        s_charsets["big5"] = s_charsets["gb2312"] = s_charsets["koi8-r"] = PyTuple.Of(Base64, Base64, Any.None);
        s_charsets["euc-jp"] = s_charsets["shift_jis"] = PyTuple.Of(Base64, Any.None, "iso-2022-jp");
        s_charsets["iso-2022-jp"] = PyTuple.Of(Base64, Any.None, Any.None);
        s_charsets["utf-8"] = PyTuple.Of(Shortest, Base64, "utf-8");
        foreach (var (latin, part) in (ReadOnlySpan<(int, int)>)[(1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (6, 10), (7, 13), (8, 14), (9, 15), (10, 16)])
            s_aliases[$"latin_{latin}"] = s_aliases[$"latin-{latin}"] = $"iso-8859-{part}";
        foreach (var (alias, name) in (ReadOnlySpan<(string, string)>)[("cp949", "ks_c_5601-1987"), ("euc_jp", "euc-jp"), ("euc_kr", "euc-kr"), ("ascii", "us-ascii")])
            s_aliases[alias] = name;
    }

    public static readonly PyType Type = new ClassMaker("Charset", "email.charset")
        .Method("__init__", "input_charset='us-ascii'", static (self, name) => Lib.Do(() => Initialise(self, name)), "us-ascii")
        .Method("__repr__", static self => Operators.Str(self.Get("input_charset")).ToLowerInvariant())
        .Method("__eq__", "other", static (self, other) => Operators.Str(self) == Operators.Str(other).ToLowerInvariant())
        .Attribute("__hash__", Any.None)
        .Method("get_body_encoding", static self => self.Get("body_encoding") is var encoding && Operators.Equal(encoding, Quoted) ? "quoted-printable"
            : Operators.Equal(encoding, Base64) ? "base64" : Modules.Import("email.encoders").Get("encode_7or8bit"))
        .Method("get_output_charset", static self => Output(self))
        .Method("header_encode", "string", static (self, text) =>
        {
            var codec = Codec(self);
            var data = Encode(Lib.Text(text), codec);
            return Choice(self, data) is { } kind ? Word(data, codec, kind) : text;
        })
        .Method("header_encode_lines", "self, string, maxlengths", static a => Lib.List(Lines(a[0], Lib.Text(a[1]), Operators.Iter(a[2]).Select(static n => (int)Lib.Int(n))).Select(static l => (Any)l)))
        .Method("body_encode", "string", static (self, body) => Body(self, body))
        .Make();

    private static Any Alias(Any name) => s_aliases.TryGetValue(name, out var alias) ? alias : name;

    private static void Initialise(Any self, Any name)
    {
        var text = name.Ref as string ?? (name.Ref is PyBytesBase bytes ? Codecs.Decode(bytes.Span, "ascii", "replace") : Operators.Str(name));
        if (!System.Text.Ascii.IsValid(text))
            throw (BaseException)((Any)MailErrors.CharsetError).Call(name).Ref!;
        var input = Alias(text.ToLowerInvariant());
        var entry = s_charsets.TryGetValue(input, out var known) ? known : PyTuple.Of(Shortest, Base64, Any.None);
        var output = Alias(entry[2].Truth ? entry[2] : input);
        self.Set("input_charset", input);
        self.Set("header_encoding", entry[0]);
        self.Set("body_encoding", entry[1]);
        self.Set("output_charset", output);
        self.Set("input_codec", s_codecs.TryGetValue(input, out var codec) ? codec : input);
        self.Set("output_codec", s_codecs.TryGetValue(output, out codec) ? codec : output);
    }

    /// <summary>A Charset of a name, or the one given.</summary>
    public static Any Of(Any given) => Builtins.IsInstance(given, Type) ? given : ((Any)Type).Call(given);

    public static string Output(Any charset) => Operators.Str(charset.Get("output_charset") is { Truth: true } output ? output : charset.Get("input_charset"));

    private static string Codec(Any charset) => charset.Get("output_codec") is { Truth: true } codec ? Operators.Str(codec) : "us-ascii";

    /// <summary>The bytes of a text; one of unknown bytes has them as surrogates.</summary>
    public static byte[] Encode(string text, string codec) => codec == Unknown ? Codecs.Encode(text, "ascii", "surrogateescape") : Codecs.Encode(text, codec);

    /// <summary>The way in which a header is encoded; null if it is not.</summary>
    private static int? Choice(Any self, ReadOnlySpan<byte> data)
    {
        var way = self.Get("header_encoding");
        if (way.IsNone)
            return null;
        return Operators.Equal(way, Shortest) ? QuotedWords.Base64Length(data) < QuotedWords.HeaderLength(data) ? Base64 : Quoted : (int)Lib.Int(way);
    }

    private static string Word(ReadOnlySpan<byte> data, string codec, int kind) => kind == Base64 ? QuotedWords.HeaderEncode64(data, codec) : QuotedWords.HeaderEncode(data, codec);

    /// <summary>Encoded words that fit lines of such lengths; the first is null where nothing fits its line.</summary>
    public static List<string?> Lines(Any self, string text, IEnumerable<int> lengths)
    {
        const int chrome = 7;
        var codec = Codec(self);
        var kind = Choice(self, Encode(text, codec)) ?? Quoted;
        var charset = Output(self);
        using var next = lengths.GetEnumerator();
        int Next() => (next.MoveNext() ? next.Current : throw new StopIteration()) - charset.Length - chrome;
        var lines = new List<string?>();
        var current = "";
        var room = Next();
        foreach (var c in Str.CodePoints(text))
        {
            var longer = current + Str.FromCodePoint(c);
            var data = Encode(longer, charset);
            if ((kind == Base64 ? QuotedWords.Base64Length(data) : QuotedWords.HeaderLength(data)) <= room)
            {
                current = longer;
                continue;
            }
            lines.Add(lines.Count == 0 && current.Length == 0 ? null : Word(Encode(current, codec), codec, kind));
            current = Str.FromCodePoint(c);
            room = Next();
        }
        lines.Add(Word(Encode(current, codec), codec, kind));
        return lines;
    }

    private static Any Body(Any self, Any body)
    {
        if (!body.Truth)
            return body;
        var output = Output(self);
        byte[] data = body.Ref is string text ? Codecs.Encode(text, output) : Buffers.Of(body).ToArray();
        var way = self.Get("body_encoding");
        return Operators.Equal(way, Base64) ? QuotedWords.BodyEncode64(data) : Operators.Equal(way, Quoted) ? QuotedWords.BodyEncode(Buffers.ToLatin1(data)) : Codecs.Decode(data, "ascii");
    }

    public static PyModule Build() => new PyModule("email.charset")
        .Type(Type).Value("QP", Quoted).Value("BASE64", Base64).Value("SHORTEST", Shortest).Value("DEFAULT_CHARSET", "us-ascii").Value("UNKNOWN8BIT", Unknown).Value("RFC2047_CHROME_LEN", 7)
        .Value("CHARSETS", s_charsets).Value("ALIASES", s_aliases).Value("CODEC_MAP", s_codecs)
        .Function("add_charset", "charset, header_enc=None, body_enc=None, output_charset=None", static a => Lib.Do(() =>
        {
            if (Operators.Equal(a[2], Shortest))
                throw new ValueError("SHORTEST not allowed for body_enc");
            s_charsets[a[0]] = PyTuple.Of(a[1], a[2], a[3]);
        }))
        .Function("add_alias", "alias, canonical", static a => Lib.Do(() => s_aliases[a[0]] = a[1]))
        .Function("add_codec", "charset, codecname", static a => Lib.Do(() => s_codecs[a[0]] = a[1]));
}
