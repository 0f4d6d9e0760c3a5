using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Markup;

/// <summary>
/// Cuts HTML into tags, texts, comments and references, and calls the methods of a parser for each. What is incomplete waits for more
/// text. See <see href="https://docs.python.org/3.13/library/html.parser.html">html.parser</see>.
/// </summary>
internal sealed partial class HtmlScanner(Any parser, bool converts)
{
    private string _text = "";
    private string? _rawElement;

    /// <summary>The line that is being read, from 1, and the column, from 0.</summary>
    public (int Line, int Column) Position { get; private set; } = (1, 0);

    /// <summary>The source of the last start tag.</summary>
    public string? StartTag { get; private set; }

    public string LastTag { get; private set; } = "???";

    /// <summary>What is not handled yet.</summary>
    public string Rest => _text;

    public string? RawElement => _rawElement;

    [GeneratedRegex(@"\G<[a-zA-Z]")]
    private static partial Regex TagOpens();

    [GeneratedRegex(@"\G([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")]
    private static partial Regex TagName();

    [GeneratedRegex("""\G((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")]
    private static partial Regex AttributeText();

    [GeneratedRegex("""\G<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*""")]
    private static partial Regex WholeStartTag();

    [GeneratedRegex(@"\G</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")]
    private static partial Regex EndTag();

    [GeneratedRegex(@"--\s*>")]
    private static partial Regex CommentEnd();

    [GeneratedRegex(@"\G&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")]
    private static partial Regex CharacterReference();

    [GeneratedRegex(@"\G&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")]
    private static partial Regex EntityReference();

    [GeneratedRegex("\\G&[a-zA-Z#]")]
    private static partial Regex BeginsReference();

    public void Feed(string text)
    {
        _text += text;
        Advance(atEnd: false);
    }

    public void Close() => Advance(atEnd: true);

    /// <summary>Takes everything up to the element's end tag as text.</summary>
    public void BeginRaw(string element) => _rawElement = element.ToLowerInvariant();

    public void EndRaw() => _rawElement = null;

    private void Call(string method, params ReadOnlySpan<Any> arguments) => parser.Invoke(method, new Arguments(arguments));

    private void Data(int from, int to) => Call("handle_data", converts && _rawElement is null ? HtmlModule.Unescape(_text[from..to]) : _text[from..to]);

    private bool StartsWith(string part, int at) => string.CompareOrdinal(_text, at, part, 0, part.Length) == 0;

    private int Find(string part, int at) => at > _text.Length ? -1 : _text.IndexOf(part, at, StringComparison.Ordinal);

    /// <summary>Moves the position over what was handled.</summary>
    private int Past(int from, int to)
    {
        if (from >= to)
            return to;
        var part = _text.AsSpan(from, to - from);
        var lines = part.Count('\n');
        Position = lines > 0 ? (Position.Line + lines, part.Length - part.LastIndexOf('\n') - 1) : (Position.Line, Position.Column + part.Length);
        return to;
    }

    /// <summary>Where the text ends that begins here; -1 while that is open.</summary>
    private int TextEnd(int at)
    {
        if (_rawElement is { } element)
        {
            var end = new Regex($@"</\s*{Regex.Escape(element)}\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Match(_text, at);
            return end.Success ? end.Index : -1;
        }
        if (!converts)
            return _text.AsSpan(at).IndexOfAny('&', '<') is >= 0 and var found ? at + found : _text.Length;
        var tag = Find("<", at);
        if (tag >= 0)
            return tag;
        // A reference at the end may go on in the next piece.
        var reference = _text.LastIndexOf('&');
        return reference >= Math.Max(at, _text.Length - 34) && !_text.AsSpan(reference).ContainsAny(" \t\n\r\f\v;") ? -1 : _text.Length;
    }

    private void Advance(bool atEnd)
    {
        var at = 0;
        while (at < _text.Length)
        {
            var end = TextEnd(at);
            if (end < 0)
                break;
            if (at < end)
                Data(at, end);
            at = Past(at, end);
            if (at == _text.Length)
                break;
            var next = _text[at] == '<' ? Markup(at, atEnd) : Reference(at);
            if (next < 0)
                break;
            at = Past(at, next);
        }
        if (atEnd && at < _text.Length && _rawElement is null)
        {
            Data(at, _text.Length);
            at = Past(at, _text.Length);
        }
        _text = _text[at..];
    }

    /// <summary>Handles what begins with an angle; gives where it ends, or -1 when it is incomplete.</summary>
    private int Markup(int at, bool atEnd)
    {
        int end;
        if (TagOpens().IsMatch(_text, at))
            end = OpenTag(at);
        else if (StartsWith("</", at))
            end = CloseTag(at);
        else if (StartsWith("<!--", at))
            end = Comment(at);
        else if (StartsWith("<?", at))
            end = Upto(">", at + 2, "handle_pi");
        else if (StartsWith("<!", at))
            end = Declaration(at);
        else if (at + 1 < _text.Length)
        {
            Call("handle_data", "<");
            return at + 1;
        }
        else
            return -1;
        if (end >= 0 || !atEnd)
            return end;
        // What stays open is text.
        end = Find(">", at + 1);
        end = end >= 0 ? end + 1 : Find("<", at + 1) is >= 0 and var angle ? angle : at + 1;
        Data(at, end);
        return end;
    }

    private int Upto(string mark, int from, string method)
    {
        var end = Find(mark, from);
        if (end < 0)
            return -1;
        Call(method, _text[from..end]);
        return end + mark.Length;
    }

    private int Comment(int at)
    {
        var end = CommentEnd().Match(_text, Math.Min(at + 4, _text.Length));
        if (!end.Success)
            return -1;
        Call("handle_comment", _text[(at + 4)..end.Index]);
        return end.Index + end.Length;
    }

    private int Declaration(int at)
    {
        if (StartsWith("<![", at))
        {
            var isOffice = Regex.IsMatch(_text[(at + 3)..], @"^(if|else|endif)", RegexOptions.IgnoreCase);
            var close = new Regex(isOffice ? @"]\s*>" : @"]\s*]\s*>").Match(_text, at + 3);
            if (!close.Success)
                return -1;
            Call("unknown_decl", _text[(at + 3)..close.Index]);
            return close.Index + close.Length;
        }
        var isDocument = _text.AsSpan(at).StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);
        return isDocument ? Upto(">", at + 2, "handle_decl") : Upto(">", at + 2, "handle_comment");
    }

    private int OpenTag(int at)
    {
        StartTag = null;
        var end = StartTagEnd(at);
        if (end < 0)
            return end;
        StartTag = _text[at..end];
        var name = TagName().Match(_text, at + 1);
        var tag = LastTag = name.Groups[1].Value.ToLowerInvariant();
        var attributes = new PyList<Any>();
        var next = name.Index + name.Length;
        while (next < end && AttributeText().Match(_text, next) is { Success: true } attribute)
        {
            Any value = Any.None;
            if (attribute.Groups[2].Length > 0)
            {
                var given = attribute.Groups[3].Value;
                if (given.Length > 0 && given[0] is '\'' or '"' && given[^1] == given[0])
                    given = given.Length > 1 ? given[1..^1] : "";
                value = HtmlModule.Unescape(given);
            }
            attributes.Append(PyTuple.Of(attribute.Groups[1].Value.ToLowerInvariant(), value));
            next = attribute.Index + attribute.Length;
        }
        var rest = _text[next..end].Trim();
        if (rest is not (">" or "/>"))
        {
            Call("handle_data", _text[at..end]);
            return end;
        }
        if (rest == "/>")
        {
            Call("handle_startendtag", tag, attributes);
            return end;
        }
        Call("handle_starttag", tag, attributes);
        if (parser.Get("CDATA_CONTENT_ELEMENTS").Contains(tag))
            parser.Invoke("set_cdata_mode", tag);
        return end;
    }

    private int StartTagEnd(int at)
    {
        var match = WholeStartTag().Match(_text, at);
        var end = match.Index + match.Length;
        if (end == _text.Length)
            return -1;
        var next = _text[end];
        if (next == '>')
            return end + 1;
        if (next == '/')
            return StartsWith("/>", end) ? end + 2 : -1;
        return char.IsAsciiLetter(next) || next == '=' ? -1 : end > at ? end : at + 1;
    }

    private int CloseTag(int at)
    {
        var end = Find(">", at + 1) + 1;
        if (end == 0)
            return -1;
        var match = EndTag().Match(_text, at);
        if (_rawElement is not null && (!match.Success || match.Groups[1].Value.ToLowerInvariant() != _rawElement))
        {
            Call("handle_data", _text[at..end]);
            return end;
        }
        if (match.Success)
        {
            Call("handle_endtag", match.Groups[1].Value.ToLowerInvariant());
            parser.Invoke("clear_cdata_mode");
            return end;
        }
        var name = TagName().Match(_text, Math.Min(at + 2, _text.Length));
        if (!name.Success)
            return StartsWith("</>", at) ? at + 3 : Upto(">", at + 2, "handle_comment");
        end = Find(">", name.Index + name.Length) + 1;
        Call("handle_endtag", name.Groups[1].Value.ToLowerInvariant());
        return end;
    }

    /// <summary>Handles what begins with an ampersand; gives where it ends, or -1 to wait.</summary>
    private int Reference(int at)
    {
        if (StartsWith("&#", at))
        {
            var number = CharacterReference().Match(_text, at);
            if (number.Success)
                return Referred(number, "handle_charref", number.Value[2..^1]);
            if (_text.IndexOf(';', at) < 0)
                return -1;
            Call("handle_data", "&#");
            return at + 2;
        }
        var entity = EntityReference().Match(_text, at);
        if (entity.Success)
            return Referred(entity, "handle_entityref", entity.Groups[1].Value);
        if (BeginsReference().Match(_text, at) is { Success: true } || at + 1 == _text.Length)
            return -1;
        Call("handle_data", "&");
        return at + 1;
    }

    private int Referred(Match match, string method, string name)
    {
        Call(method, name);
        return match.Index + match.Length - (match.Value[^1] == ';' ? 0 : 1);
    }
}
