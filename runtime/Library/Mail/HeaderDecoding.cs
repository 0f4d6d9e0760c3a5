using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Encoded words in headers: <see href="https://docs.python.org/3.13/library/email.header.html#email.header.decode_header">decode_header</see>.</summary>
internal static partial class HeaderDecoding
{
    [GeneratedRegex(@"=\?(?<charset>[^?]*?)\?(?<encoding>[qQbB])\?(?<encoded>.*?)\?=")]
    private static partial Regex Word();

    /// <exception cref="BaseException">HeaderParseError: a word is no Base64.</exception>
    public static Any Decode(Any header)
    {
        if (Operators.GetAttr(header, "_chunks", Any.Unbound) is { IsUnbound: false } chunks)
            return Lib.List(Operators.ToList(chunks).Select(static c => (Any)PyTuple.Of(PyBytes.Wrap(CharsetType.Encode(Operators.Str(c[0]), Operators.Str(c[1]))), Operators.Str(c[1]))));
        var text = Lib.Text(header);
        if (!Word().IsMatch(text))
            return Lib.List([PyTuple.Of(header, Any.None)]);
        var words = new List<(string Text, char Encoding, string? Charset)>();
        foreach (var one in Str.SplitLines(text, keepends: false))
        {
            var line = (string)one;
            var at = 0;
            foreach (Match match in Word().Matches(line))
            {
                AddPlain(words, at == 0 ? line[at..match.Index].TrimStart() : line[at..match.Index]);
                words.Add((match.Groups["encoded"].Value, char.ToLowerInvariant(match.Groups["encoding"].Value[0]), match.Groups["charset"].Value.ToLowerInvariant()));
                at = match.Index + match.Length;
            }
            AddPlain(words, at == 0 ? line.TrimStart() : line[at..]);
        }
        // White space between two encoded words is none.
        for (var i = words.Count - 1; i > 1; i--)
            if (words[i].Encoding != 0 && words[i - 2].Encoding != 0 && words[i - 1].Text.All(char.IsWhiteSpace))
                words.RemoveAt(i - 1);
        return Lib.List(Joined(words).Select(static w => (Any)PyTuple.Of(PyBytes.Wrap([.. w.Data]), w.Charset)));
    }

    private static void AddPlain(List<(string, char, string?)> words, string text)
    {
        if (text.Length > 0)
            words.Add((text, '\0', null));
    }

    private static List<(List<byte> Data, string? Charset)> Joined(List<(string Text, char Encoding, string? Charset)> words)
    {
        var result = new List<(List<byte> Data, string? Charset)>();
        foreach (var (text, encoding, charset) in words)
        {
            var data = encoding switch
            {
                '\0' => Codecs.Encode(text, "raw-unicode-escape"),
                'q' => Codecs.Encode(QuotedWords.HeaderDecode(text), "raw-unicode-escape"),
                _ => FromBase64(text),
            };
            if (result.Count == 0 || result[^1].Charset != charset)
                result.Add(([.. data], charset));
            else
                result[^1].Data.AddRange(charset is null ? [(byte)' ', .. data] : data);
        }
        return result;
    }

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Buffers.Of(Modules.Import("binascii").Invoke("a2b_base64", text + "==="[..(text.Length % 4 is > 0 and var over ? 4 - over : 0)])).ToArray();
        }
        catch (ValueError)
        {
            throw MailErrors.Error(MailErrors.HeaderParseError, "Base64 decoding error");
        }
    }

    public static PyModule Build() => new PyModule("email.header")
        .Type(HeaderType.Type)
        .Function("decode_header", "header", static a => Decode(a[0]))
        .Function("make_header", "decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '", static a =>
        {
            var header = ((Any)HeaderType.Type).Call(new Arguments { { "maxlinelen", a[1] }, { "header_name", a[2] }, { "continuation_ws", a[3] } });
            foreach (var part in Operators.Iter(a[0]))
                header.Invoke("append", part[0], part[1].IsNone ? Any.None : CharsetType.Of(part[1]));
            return header;
        });
}
