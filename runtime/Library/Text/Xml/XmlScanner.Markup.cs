using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>What is no element: comments, instructions, the first line, the type of the document.</summary>
internal sealed partial class XmlScanner
{
    private void Comment()
    {
        var start = _at + 4;
        var close = start <= text.Length ? text.IndexOf("-->", start, StringComparison.Ordinal) : -1;
        if (close < 0)
            throw Fault(5, "unclosed token", _at);
        _at = close + 3;
        target.Comment(text[start..close]);
    }

    private void Instruction()
    {
        var start = _at;
        Skip("?>");
        var parts = text[(start + 2)..(_at - 2)].Split((char[]?)[' ', '\t', '\r', '\n'], 2);
        var (name, data) = (parts[0], parts.Length > 1 ? parts[1].TrimStart(' ', '\t', '\r', '\n') : "");
        if (name != "xml")
        {
            target.Instruction(name, data);
            return;
        }
        if (start > 0)
            throw Fault(30, "XML or text declaration not at start of entity", start);
        string? Value(string key) => Declared().Matches(data).FirstOrDefault(m => m.Groups["key"].Value == key)?.Groups["value"].Value;
        target.Declaration(Value("version") ?? "1.0", Value("encoding"), Value("standalone") is { } alone ? alone == "yes" : null);
    }

    private void DocType()
    {
        var (start, subset) = (_at, -1);
        for (var depth = 0; _at < text.Length; _at++)
        {
            if (text[_at] == '[')
            {
                subset = depth++ == 0 ? _at : subset;
            }
            else if (text[_at] == ']')
                depth--;
            else if (At("<!ENTITY") && depth > 0)
                Entity();
            else if (text[_at] == '>' && depth == 0)
            {
                TellType(text[(start + 9)..(subset < 0 ? _at : subset)], subset < 0 ? null : text[(subset + 1)..text.LastIndexOf(']', _at)]);
                _at++;
                return;
            }
        }
        throw Fault(5, "unclosed token", start);
    }

    private void Entity()
    {
        var close = text.IndexOf('>', _at);
        var parts = close < 0 ? [] : text[(_at + 8)..close].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is [var name, ['"' or '\'', .. var value, _]])
        {
            target.Entity(name);
            _entities[name] = Expanded(value);
        }
        _at = Math.Max(_at, close);
    }

    /// <summary>The value of an entity with those that it names.</summary>
    private string Expanded(string value)
    {
        foreach (var (name, known) in _entities.Where(static e => e.Key != "amp").Append(new("amp", "&")))
            value = value.Replace($"&{name};", known, StringComparison.Ordinal);
        return value;
    }

    private void TellType(string head, string? subset)
    {
        var match = Type().Match(head);
        if (!match.Success)
            throw Fault(2, "syntax error", _at);
        string? Part(string name) => match.Groups[name] is { Success: true } group ? group.Value[1..^1] : null;
        target.DocumentType(match.Groups["name"].Value, Part("public"), Part("system"), subset);
    }

    [GeneratedRegex("""(?<key>\w+)\s*=\s*(?<quote>["'])(?<value>.*?)\k<quote>""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();

    [GeneratedRegex("""^\s+(?<name>[^\s"'\[]+)\s*(?:(?:PUBLIC\s+(?<public>"[^"]*"|'[^']*')\s*|SYSTEM\s+)(?<system>"[^"]*"|'[^']*')?)?\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Type();
}
