using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Headers of several sets of characters: <see href="https://docs.python.org/3.13/library/email.header.html">email.header</see>.</summary>
internal static partial class HeaderType
{
    private const int MaxLength = 78;

    public static readonly PyType Type = new ClassMaker("Header", "email.header")
        .Method("__init__", "self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'", static a => Lib.Do(() =>
        {
            var charset = CharsetType.Of(a[2].IsNone ? "us-ascii" : a[2]);
            a[0].Set("_charset", charset);
            a[0].Set("_continuation_ws", a[5]);
            a[0].Set("_chunks", new PyList<Any>());
            if (!a[1].IsNone)
                a[0].Invoke("append", a[1], charset, a[6]);
            a[0].Set("_maxlinelen", a[3].IsNone ? MaxLength : a[3]);
            a[0].Set("_headerlen", a[4].IsNone ? 0 : Operators.Len(a[4]) + 2);
        }))
        .Method("__str__", static self => Text(self))
        .Method("__eq__", "other", static (self, other) => Operators.Equal(other, Text(self)))
        .Attribute("__hash__", Any.None)
        .Method("append", "self, s, charset=None, errors='strict'", static a => Lib.Do(() => Append(a[0], a[1], a[2], a[3])))
        .Method("encode", "self, splitchars=';, \t', maxlinelen=None, linesep='\n'", static a => Encode(a[0], Lib.Text(a[1]), a[2], Lib.Text(a[3])))
        .Make();

    private static bool IsOutside(string text, int at) => text.Length > 0 && (char.IsWhiteSpace(text[at < 0 ? text.Length - 1 : at]) || text[at < 0 ? text.Length - 1 : at] is '(' or ')' or '\\');

    private static void Append(Any self, Any value, Any given, Any errors)
    {
        var charset = given.IsNone ? self.Get("_charset") : CharsetType.Of(given);
        string text;
        if (PyValueInstance.Unwrap(value).Ref is string already)
        {
            text = already;
        }
        else
        {
            var input = charset.Get("input_codec") is { Truth: true } codec ? Operators.Str(codec) : "us-ascii";
            text = Operators.Str(input == CharsetType.Unknown ? value.Invoke("decode", "us-ascii", "surrogateescape") : value.Invoke("decode", input, errors));
        }
        var output = charset.Get("output_codec") is { Truth: true } o ? Operators.Str(o) : "us-ascii";
        if (output != CharsetType.Unknown)
        {
            try
            {
                Codecs.Encode(text, output, Lib.Text(errors));
            }
            catch (UnicodeEncodeError)
            {
                if (output != "us-ascii")
                    throw;
                charset = CharsetType.Of("utf-8");
            }
        }
        self.Get("_chunks").Invoke("append", PyTuple.Of(text, charset));
    }

    /// <summary>The chunks; neighbours of one charset are one.</summary>
    private static List<(string Text, Any Charset)> Chunks(Any self)
    {
        var chunks = new List<(string Text, Any Charset)>();
        foreach (var chunk in Operators.ToList(self.Get("_chunks")))
        {
            if (chunks.Count > 0 && Operators.Equal(chunks[^1].Charset, chunk[1]))
                chunks[^1] = (chunks[^1].Text + " " + Operators.Str(chunk[0]), chunk[1]);
            else
                chunks.Add((Operators.Str(chunk[0]), chunk[1]));
        }
        self.Set("_chunks", Lib.List(chunks.Select(static c => (Any)PyTuple.Of(c.Text, c.Charset))));
        return chunks;
    }

    private static bool IsAscii(string? charset) => charset is null or "us-ascii";

    private static string Text(Any self)
    {
        var parts = new List<string>();
        string? last = null;
        var lastSpace = false;
        foreach (var (chunk, charset) in Chunks(self))
        {
            var text = chunk;
            string? next = Operators.Str(charset);
            if (next == CharsetType.Unknown)
                text = Codecs.Decode(Codecs.Encode(text, "ascii", "surrogateescape"), "ascii", "replace");
            if (parts.Count > 0)
            {
                if (!IsAscii(last))
                {
                    if (IsAscii(next) && !IsOutside(text, 0))
                    {
                        parts.Add(" ");
                        next = null;
                    }
                }
                else if (!IsAscii(next) && !lastSpace)
                {
                    parts.Add(" ");
                }
            }
            lastSpace = IsOutside(text, -1);
            last = next;
            parts.Add(text);
        }
        return string.Concat(parts);
    }

    [GeneratedRegex(@"\n[^ \t]+:")]
    private static partial Regex Embedded();

    private static string Encode(Any self, string splitters, Any given, string end)
    {
        var chunks = Chunks(self);
        var max = (int)Lib.Int(given.IsNone ? self.Get("_maxlinelen") : given);
        var continuation = Operators.Str(self.Get("_continuation_ws"));
        var formatter = new HeaderFormatter((int)Lib.Int(self.Get("_headerlen")), max == 0 ? 1000000 : max, continuation, splitters);
        string? last = null;
        bool hasBegun = false, lastSpace = false;
        foreach (var (text, charset) in chunks)
        {
            var name = Operators.Str(charset);
            if (hasBegun)
            {
                if (!IsAscii(last))
                {
                    if (!IsOutside(text, 0) || !IsAscii(name))
                        formatter.AddTransition();
                }
                else if (!IsAscii(name) && !lastSpace)
                {
                    formatter.AddTransition();
                }
            }
            lastSpace = IsOutside(text, -1);
            (last, hasBegun) = (name, true);
            FeedLines(formatter, text, charset, continuation);
        }
        if (chunks.Count > 0)
            formatter.AddTransition();
        var value = formatter.Text(end);
        return Embedded().IsMatch(value) ? throw MailErrors.Error(MailErrors.HeaderParseError, $"header value appears to contain an embedded header: {Str.Repr(value)}") : value;
    }

    private static void FeedLines(HeaderFormatter formatter, string text, Any charset, string continuation)
    {
        var lines = Str.SplitLines(text, keepends: false).Select(static l => (string)l).ToArray();
        formatter.Feed("", lines.Length > 0 ? lines[0] : "", charset);
        foreach (var line in lines.Skip(1))
        {
            formatter.NewLine();
            var bare = line.TrimStart();
            if (!charset.Get("header_encoding").IsNone)
                formatter.Feed(continuation, " " + bare, charset);
            else
                formatter.Feed(line[..(line.Length - bare.Length)], bare, charset);
        }
        if (lines.Length > 1)
            formatter.NewLine();
    }
}
