using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Folds a parsed header into lines, and encodes what is no ASCII: <see href="https://datatracker.ietf.org/doc/html/rfc2047">RFC 2047</see>.</summary>
internal sealed class HeaderFolding(int maxLength, bool utf8, string end)
{
    private static readonly HeaderNode s_unblock = new("unblock", "");

    private readonly List<string> _lines = [""];

    /// <summary>Where the encoded word at the end of the last line begins, which more may be joined to; -1 if there is none.</summary>
    private int _lastWord = -1;

    private string? _lastCharset;
    private string _leading = "";

    public static string Fold(HeaderNode tree, Any policy)
    {
        var max = policy.Get("max_line_length") is { Truth: true } limit ? (int)Lib.Int(limit) : int.MaxValue;
        return new HeaderFolding(max, policy.Get("utf8").Truth, Operators.Str(policy.Get("linesep"))).Fold(tree);
    }

    private string Last
    {
        get => _lines[^1];
        set => _lines[^1] = value;
    }

    private string StealSpace()
    {
        if (Last.Length == 0 || !HeaderValues.IsSpace(Last[^1]))
            return "";
        var space = Last[^1..];
        Last = Last[..^1];
        return space;
    }

    private string? CharsetOf(string text)
    {
        if (utf8 ? !Policies.HasSurrogates(text) : Ascii.IsValid(text))
            return null;
        return Policies.HasSurrogates(text) ? CharsetType.Unknown : "utf-8";
    }

    private string Fold(HeaderNode tree)
    {
        var parts = new LinkedList<HeaderNode>(tree.Children);
        var (blocked, wanted) = (0, false);
        while (parts.First is { } first)
        {
            var part = first.Value;
            parts.RemoveFirst();
            if (ReferenceEquals(part, s_unblock))
            {
                blocked--;
                continue;
            }
            var text = part.Text;
            if (!wanted)
                wanted = part.Type == "ptext" ? text.AsSpan().ContainsAny(AddressNodes.Specials + "\r\n") : text.AsSpan().ContainsAny('\r', '\n');
            var charset = CharsetOf(part.Parameters is null ? text : "");
            wanted |= charset is not null;
            if (part.Parameters is { } parameters)
            {
                FoldParameters(parameters);
                continue;
            }
            if (wanted && blocked == 0)
            {
                if (part is { IsWord: true, AllowsEncoding: true })
                {
                    var name = charset ?? (utf8 ? "utf-8" : "us-ascii");
                    if (_lastWord >= 0 && name != _lastCharset && (_lastCharset == CharsetType.Unknown || (_lastCharset == "utf-8" && name != "us-ascii")))
                        _lastWord = -1;
                    FoldWord(text, part.MayJoin, name);
                    (_leading, _lastCharset, wanted) = ("", name, false);
                    continue;
                }
                if (!part.AllowsEncoding)
                {
                    (wanted, _lastWord) = (false, -1);
                    if (!part.IsWord && part.MayBreak && new HeaderFolding(maxLength, utf8, end).Fold(part) is var whole && whole[..^end.Length] is var folded && !folded.Contains(end, StringComparison.Ordinal))
                    {
                        if (folded.Length > maxLength - Last.Length)
                            _lines.Add(StealSpace());
                        Last += folded;
                        continue;
                    }
                }
                if (!part.IsWord)
                {
                    Unpack(parts, part.Children);
                    wanted = false;
                    continue;
                }
            }
            if (text.Length <= maxLength - Last.Length)
            {
                Last += text;
                continue;
            }
            _leading = "";
            if (part.MayBreak && text.Length + 1 <= maxLength)
            {
                var space = StealSpace();
                if (space.Length > 0 || part.StartsWithSpace)
                {
                    _lines.Add(space + text);
                    _leading = string.Concat(Last.TakeWhile(HeaderValues.IsSpace));
                    _lastWord = -1;
                    continue;
                }
            }
            if (!part.IsWord)
            {
                if (!part.AllowsEncoding)
                {
                    blocked++;
                    parts.AddFirst(s_unblock);
                }
                Unpack(parts, part.Children);
                continue;
            }
            if (part.AllowsEncoding && blocked == 0)
            {
                parts.AddFirst(part);
                wanted = true;
                continue;
            }
            var before = StealSpace();
            if (before.Length > 0 || part.StartsWithSpace)
                _lines.Add(before + text);
            else
                Last += text;
        }
        return string.Join(end, _lines) + end;
    }

    private static void Unpack(LinkedList<HeaderNode> parts, List<HeaderNode> children)
    {
        for (var i = children.Count - 1; i >= 0; i--)
            parts.AddFirst(children[i]);
    }

    private static string Encode(string text, string charset)
    {
        var data = charset == CharsetType.Unknown ? Codecs.Encode(text, "ascii", "surrogateescape") : Codecs.Encode(text, charset);
        var quoted = 0;
        foreach (var b in data)
            quoted += b == ' ' || (b < 0x80 && (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'!' or (byte)'*' or (byte)'+' or (byte)'/')) ? 1 : 3;
        // Base64 must be a good deal shorter, for the other can be read.
        if (quoted - QuotedWords.Base64Length(data) >= 5)
            return QuotedWords.HeaderEncode64(data, charset);
        return QuotedWords.HeaderEncode(data, charset);
    }

    private void FoldWord(string text, bool mayJoin, string charset)
    {
        if (_lastWord >= 0 && mayJoin)
        {
            text = HeaderValues.Unstructured(Last[_lastWord..] + text).Text;
            Last = Last[.._lastWord];
        }
        else if (HeaderValues.IsSpace(text[0]))
        {
            var space = text[..1];
            text = text[1..];
            if (Last.Length == maxLength)
                _lines.Add(StealSpace());
            Last += space;
        }
        var trailing = "";
        if (text.Length > 0 && HeaderValues.IsSpace(text[^1]))
            (trailing, text) = (text[^1..], text[..^1]);
        var word = _lastWord < 0 ? Last.Length : _lastWord;
        var name = charset == "us-ascii" ? "utf-8" : charset;
        var chrome = name.Length + 7;
        if (chrome + 1 >= maxLength)
            throw MailErrors.Error(MailErrors.HeaderParseError, "max_line_length is too small to fit an encoded word");
        var points = Str.CodePoints(text);
        while (points.Count > 0)
        {
            var remaining = maxLength - Last.Length;
            var room = remaining - chrome - _leading.Length;
            if (room <= 0)
            {
                _lines.Add(" ");
                continue;
            }
            if (_lines.Count > 1 && Last.Length == 1 && _leading.Length > 0)
            {
                Last += Encode(_leading, name);
                _leading = "";
            }
            var count = Math.Min(room, points.Count);
            string encoded;
            while ((encoded = Encode(string.Concat(points.Take(count).Select(Str.FromCodePoint)), name)).Length > remaining)
                count--;
            Last += encoded;
            points.RemoveRange(0, count);
            _leading = "";
            if (points.Count > 0)
            {
                _lines.Add(" ");
                word = Last.Length;
            }
        }
        Last += trailing;
        _lastWord = mayJoin ? word : -1;
    }

    private static string Percent(string text, string errors) => Operators.Str(Modules.Import("urllib.parse").Invoke("quote", new Arguments { text, { "safe", "" }, { "errors", errors } }));

    private void FoldParameters(List<(string Name, string Value)> parameters)
    {
        foreach (var (name, given) in parameters)
        {
            var value = given;
            if (!Last.TrimEnd().EndsWith(';'))
                Last += ";";
            var needed = CharsetOf(value);
            var errors = needed == CharsetType.Unknown ? "surrogateescape" : "strict";
            var charset = needed ?? (utf8 ? "utf-8" : "us-ascii");
            var text = needed is not null ? $"{name}*={charset}''{Percent(value, errors)}" : $"{name}={HeaderValues.Quoted(value)}";
            if (Last.Length + text.Length + 1 < maxLength)
            {
                Last += " " + text;
                continue;
            }
            if (text.Length + 2 <= maxLength)
            {
                _lines.Add(" " + text);
                continue;
            }
            var extra = charset + "''";
            for (var section = 0; value.Length > 0; section++)
            {
                var chrome = name.Length + section.ToString(System.Globalization.CultureInfo.InvariantCulture).Length + 3 + extra.Length;
                var room = (maxLength <= chrome + 3 ? 78 : maxLength) - chrome - 2;
                var count = Math.Min(room, value.Length);
                while (Percent(value[..count], errors).Length > room || (count < value.Length && char.IsLowSurrogate(value[count])))
                    count--;
                _lines.Add($" {name}*{section}*={extra}{Percent(value[..count], errors)}");
                extra = "";
                value = value[count..];
                if (value.Length > 0)
                    Last += ";";
            }
        }
    }
}
