using System.Globalization;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>
/// Reads XML 1.0 with namespaces, and says of faults what expat says of them.
/// See <see href="https://docs.python.org/3.13/library/pyexpat.html">pyexpat</see>.
/// </summary>
internal sealed partial class XmlScanner(string text, IXmlTarget target)
{
    private readonly Stack<XmlStart> _open = new();
    private readonly Stack<Dictionary<string, string>> _spaces = new([new() { ["xml"] = XmlNames.Xml }]);
    private readonly Dictionary<string, string> _entities = new() { ["lt"] = "<", ["gt"] = ">", ["amp"] = "&", ["quot"] = "\"", ["apos"] = "'" };
    private int _at;
    private int _event;
    private bool _hasRoot;

    /// <summary>Makes the error of a fault; ElementTree has its own.</summary>
    public Func<string, int, int, int, BaseException> Error { get; init; } = XmlNames.Fault;

    /// <summary>The line at which the scanner is.</summary>
    public int Line => text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n') + 1;

    /// <summary>The line and column where what is told of begins.</summary>
    public PyTuple Place
    {
        get
        {
            var before = text.AsSpan(0, _event);
            return PyTuple.Of(before.Count('\n') + 1, _event - before.LastIndexOf('\n') - 1);
        }
    }

    public void Scan()
    {
        while (_at < text.Length)
        {
            _event = _at;
            if (text[_at] == '<')
                Markup();
            else
                Characters();
        }
        if (!_hasRoot || _open.Count > 0)
            throw Fault(3, "no element found", text.Length);
    }

    private bool At(string word) => string.CompareOrdinal(text, _at, word, 0, word.Length) == 0;

    private void Markup()
    {
        if (At("<!--"))
            Comment();
        else if (At("<?"))
            Instruction();
        else if (At("<![CDATA[") && _open.Count > 0)
            CData();
        else if (At("<!DOCTYPE") && !_hasRoot)
            DocType();
        else if (At("</"))
            EndTag();
        else if (_hasRoot && _open.Count == 0)
            throw Fault(9, "junk after document element", _at);
        else
            StartTag();
    }

    private void Skip(string end)
    {
        var close = text.IndexOf(end, _at + 2, StringComparison.Ordinal);
        if (close < 0)
            throw Fault(5, "unclosed token", _at);
        _at = close + end.Length;
    }

    private void CData()
    {
        var start = _at + 9;
        Skip("]]>");
        target.Verbatim(text[start..(_at - 3)]);
    }

    private void Characters()
    {
        var end = text.IndexOf('<', _at);
        end = end < 0 ? text.Length : end;
        if (_open.Count == 0)
        {
            for (; _at < end; _at++)
                if (text[_at] is not (' ' or '\t' or '\r' or '\n'))
                    throw _hasRoot ? Fault(9, "junk after document element", _at) : Fault(2, "syntax error", _at);
            return;
        }
        var data = new StringBuilder();
        while (_at < end)
        {
            if (target.IsPieced && data.Length > 0 && (text[_at] is '&' or '\n' || text[_at - 1] is ';' or '\n'))
            {
                target.Data(data.ToString());
                data.Clear();
                _event = _at;
            }
            if (text[_at] == '&')
                data.Append(Reference());
            else if (At("]]>"))
                throw Fault(4, "not well-formed (invalid token)", _at + 2);
            else
                data.Append(Character(text[_at++]));
        }
        target.Data(data.ToString());
    }

    private char Character(char c) => c >= ' ' || c is '\t' or '\n' or '\r' ? c : throw Fault(4, "not well-formed (invalid token)", _at - 1);

    private string Reference()
    {
        var start = _at;
        var end = text.IndexOf(';', _at);
        var name = end < 0 ? "" : text[(_at + 1)..end];
        if (name.StartsWith('#'))
        {
            var isHex = name.StartsWith("#x", StringComparison.Ordinal);
            if (!int.TryParse(name.AsSpan(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw Fault(4, "not well-formed (invalid token)", start + 2);
            _at = end + 1;
            return code is > 0 and < 0x110000 and not (>= 0xd800 and < 0xe000) ? char.ConvertFromUtf32(code) : throw Fault(14, "reference to invalid character number", start);
        }
        for (var i = 0; i < name.Length; i++)
            if (!IsName(name[i], i == 0))
                throw Fault(4, "not well-formed (invalid token)", start + 1 + i);
        if (name.Length == 0)
            throw Fault(4, "not well-formed (invalid token)", Math.Min(text.Length, start + 1));
        if (!_entities.TryGetValue(name, out var value))
            throw Fault(11, "undefined entity", start);
        _at = end + 1;
        return value;
    }

    private static bool IsName(char c, bool first) => char.IsLetter(c) || c is '_' or ':' || char.IsSurrogate(c) || (!first && (char.IsDigit(c) || c is '-' or '.' or '\u00b7'));

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && IsName(text[_at], _at == start))
            _at++;
        return _at > start ? text[start.._at] : throw Fault(_at < text.Length ? 4 : 5, _at < text.Length ? "not well-formed (invalid token)" : "unclosed token", _at < text.Length ? _at : _token);
    }

    private int _token;

    private bool Space()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n')
            _at++;
        return _at > start;
    }

    private char Next() => _at < text.Length ? text[_at] : throw Fault(5, "unclosed token", _token);

    private void StartTag()
    {
        _token = _at++;
        var name = Name();
        var given = new List<(string Name, string Value)>();
        while (true)
        {
            var space = Space();
            if (Next() is '>' or '/')
                break;
            if (!space)
                throw Fault(4, "not well-formed (invalid token)", _at);
            given.Add(Attribute(given));
        }
        var isEmpty = text[_at] == '/';
        _at++;
        if (isEmpty && Next() != '>')
            throw Fault(4, "not well-formed (invalid token)", _at);
        _at += isEmpty ? 1 : 0;
        _hasRoot = true;
        var spaces = new Dictionary<string, string>(_spaces.Peek());
        foreach (var (key, value) in given)
            if (key == "xmlns" || key.StartsWith("xmlns:", StringComparison.Ordinal))
                spaces[key.Length > 6 ? key[6..] : ""] = value;
        _spaces.Push(spaces);
        var attributes = new List<(string, string, string)>();
        var declared = new List<(string, string)>();
        foreach (var (key, value) in given)
        {
            if (key == "xmlns" || key.StartsWith("xmlns:", StringComparison.Ordinal))
                declared.Add((key.Length > 6 ? key[6..] : "", value));
            else
                attributes.Add((key, Qualified(key, isAttribute: true), value));
        }
        var start = new XmlStart(name, Qualified(name, isAttribute: false), declared, given, attributes);
        target.Begin(start);
        _open.Push(start);
        if (isEmpty)
            Close();
    }

    private (string, string) Attribute(List<(string Name, string Value)> given)
    {
        var at = _at;
        var name = Name();
        if (given.Exists(g => g.Name == name))
            throw Fault(8, "duplicate attribute", at);
        Space();
        if (Next() != '=')
            throw Fault(4, "not well-formed (invalid token)", _at);
        _at++;
        Space();
        var quote = Next();
        if (quote is not ('"' or '\''))
            throw Fault(4, "not well-formed (invalid token)", _at);
        _at++;
        var value = new StringBuilder();
        while (Next() != quote)
        {
            if (text[_at] == '<')
                throw Fault(4, "not well-formed (invalid token)", _at);
            if (text[_at] == '&')
                value.Append(Reference());
            else
                value.Append(Character(text[_at++]) is var c && c is '\t' or '\n' or '\r' ? ' ' : c);
        }
        _at++;
        return (name, value.ToString());
    }

    private string Qualified(string name, bool isAttribute)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return !isAttribute && _spaces.Peek().TryGetValue("", out var usual) && usual.Length > 0 ? $"{{{usual}}}{name}" : name;
        return _spaces.Peek().TryGetValue(name[..colon], out var space) ? $"{{{space}}}{name[(colon + 1)..]}" : throw Fault(27, "unbound prefix", _token);
    }

    private void EndTag()
    {
        _token = _at;
        _at += 2;
        var start = _at;
        var name = Name();
        Space();
        if (Next() != '>')
            throw Fault(4, "not well-formed (invalid token)", _at);
        if (_open.Count == 0)
            throw _hasRoot ? Fault(9, "junk after document element", _token) : Fault(4, "not well-formed (invalid token)", _token + 1);
        if (_open.Peek().Name != name)
            throw Fault(7, "mismatched tag", start);
        _at++;
        Close();
    }

    private void Close()
    {
        _spaces.Pop();
        target.Finish(_open.Pop());
    }

    private BaseException Fault(int code, string message, int at)
    {
        at = Math.Min(at, text.Length);
        var before = text.AsSpan(0, at);
        var line = before.Count('\n') + 1;
        var column = Encoding.UTF8.GetByteCount(before[(before.LastIndexOf('\n') + 1)..]);
        return Error($"{message}: line {line}, column {column}", code, line, column);
    }
}
