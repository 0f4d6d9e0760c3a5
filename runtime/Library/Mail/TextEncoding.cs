using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>How a text or bytes are written in a part: as they are, or in the encoding that suits them best.</summary>
internal static class TextEncoding
{
    private static string Base64(byte[] data, int length)
    {
        var step = length / 4 * 3;
        return string.Concat(data.Chunk(step).Select(static part => Convert.ToBase64String(part) + "\n"));
    }

    private static int Length(Any policy) => policy.Get("max_line_length") is { Truth: true } given ? (int)Lib.Int(given) : throw new TypeError("'<=' not supported between instances of 'int' and 'NoneType'");

    private static List<byte[]> Lines(byte[] data) => [.. Operators.ToList(((Any)new PyBytes(data)).Invoke("splitlines")).Select(static l => Buffers.Of(l).ToArray())];

    private static byte[] Joined(IEnumerable<byte[]> lines, string end) => [.. lines.SelectMany((l, i) => i == 0 ? l : [.. Buffers.FromLatin1(end), .. l]), .. Buffers.FromLatin1(end)];

    public static (string Encoding, string Payload) Encode(string text, string charset, string? encoding, Any policy)
    {
        var lines = Lines(Codecs.Encode(text, charset));
        var (length, end) = (Length(policy), Operators.Str(policy.Get("linesep")));
        var plain = Joined(lines, "\n");
        if (encoding is null)
        {
            if (lines.Select(static l => l.Length).DefaultIfEmpty(0).Max() <= length)
            {
                if (System.Text.Ascii.IsValid(plain))
                    return ("7bit", Buffers.ToLatin1(plain));
                if (Operators.Equal(policy.Get("cte_type"), "8bit"))
                    return ("8bit", Codecs.Decode(plain, "ascii", "surrogateescape"));
            }
            // The beginning tells which one is shorter.
            var sample = Joined(lines.Take(10), end);
            var quoted = QuotedWords.BodyEncode(Buffers.ToLatin1(sample), length);
            if (quoted.Length > QuotedWords.Base64Length(sample) + 1)
                encoding = "base64";
            else if (lines.Count <= 10)
                return ("quoted-printable", quoted);
            else
                encoding = "quoted-printable";
        }
        return (encoding, encoding switch
        {
            "7bit" => Codecs.Decode(plain, "ascii"),
            "8bit" => Codecs.Decode(plain, "ascii", "surrogateescape"),
            "quoted-printable" => QuotedWords.BodyEncode(Buffers.ToLatin1(plain), length),
            "base64" => Base64(Joined(lines, end), length),
            _ => throw new ValueError($"Unknown content transfer encoding {encoding}"),
        });
    }

    public static Any EncodeBytes(byte[] data, string encoding, Any policy) => encoding switch
    {
        "base64" => Base64(data, Length(policy)),
        "quoted-printable" => Modules.Import("binascii").Invoke("b2a_qp", new Arguments { new PyBytes(data), { "istext", false }, { "header", false }, { "quotetabs", true } }).Invoke("decode", "ascii"),
        "7bit" => Codecs.Decode(data, "ascii"),
        "8bit" or "binary" => Codecs.Decode(data, "ascii", "surrogateescape"),
        _ => new PyBytes(data),
    };
}
