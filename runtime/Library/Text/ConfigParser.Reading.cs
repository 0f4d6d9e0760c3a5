using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Reading the <see href="https://docs.python.org/3.13/library/configparser.html#supported-ini-file-structure">text of configurations</see>, and interpolation.</summary>
internal sealed partial class ConfigParser
{
    /// <exception cref="BaseException">ParsingError and its kin: the text has no such form.</exception>
    public void Read(IEnumerable<string> lines, string source)
    {
        var seen = new HashSet<(string, string?)>();
        var wrong = new List<(int, string)>();
        PyDict<Any, Any>? section = null;
        var (name, option, indent, number) = ("", (string?)null, 0, 0);
        var values = new Dictionary<(string Section, string Option), List<string>?>();
        foreach (var line in lines)
        {
            number++;
            var text = WithoutComment(line, out var hadComment).Trim();
            if (text.Length == 0)
            {
                // An empty line belongs to a value where values may go on behind it.
                if (EmptyLinesInValues && !hadComment && section is not null && option is not null && values.GetValueOrDefault((name, option)) is { } open)
                    open.Add("");
                else if (!EmptyLinesInValues)
                    indent = int.MaxValue;
                continue;
            }
            var depth = line.Length - line.TrimStart().Length;
            if (section is not null && option is not null && depth > indent && values.GetValueOrDefault((name, option)) is { } value)
            {
                value.Add(text);
                continue;
            }
            indent = depth;
            if (Regex.Match(text, @"^\[(?<header>.+)\]") is { Success: true } header)
            {
                name = header.Groups["header"].Value;
                option = null;
                if (name == DefaultSection)
                    section = Defaults;
                else if (Sections.TryGetValue(name, out section))
                {
                    if (IsStrict && !seen.Add((name, null)))
                        throw ConfigparserModule.DuplicateSection(name, source, number);
                }
                else
                {
                    section = Open(name);
                    seen.Add((name, null));
                }
                continue;
            }
            if (section is null)
                throw ConfigparserModule.MissingHeader(source, number, line);
            var at = Delimiters.Select(d => (At: text.IndexOf(d, StringComparison.Ordinal), d.Length)).Where(static d => d.At >= 0).OrderBy(static d => d.At).FirstOrDefault((At: -1, Length: 0));
            if (at.At == 0 || (at.At < 0 && !AllowsNoValue))
            {
                wrong.Add((number, line));
                continue;
            }
            option = Key((at.At < 0 ? text : text[..at.At]).TrimEnd());
            if (IsStrict && !seen.Add((name, option)))
                throw ConfigparserModule.DuplicateOption(name, option, source, number);
            values[(name, option)] = at.At < 0 ? null : [text[(at.At + at.Length)..].Trim()];
            section[option] = Any.None;
        }
        foreach (var ((home, key), parts) in values)
            Find(home)[key] = parts is null ? Any.None : string.Join('\n', parts).TrimEnd();
        if (wrong.Count > 0)
            throw ConfigparserModule.Parsing(source, wrong);
    }

    private string WithoutComment(string line, out bool hadComment)
    {
        hadComment = true;
        if (Array.Exists(CommentPrefixes, p => line.TrimStart().StartsWith(p, StringComparison.Ordinal)))
            return "";
        var end = line.Length;
        foreach (var prefix in InlineCommentPrefixes)
            for (var at = line.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = line.IndexOf(prefix, at + 1, StringComparison.Ordinal))
                if (at == 0 || char.IsWhiteSpace(line[at - 1]))
                {
                    end = Math.Min(end, at);
                    break;
                }
        hadComment = end < line.Length;
        return line[..end];
    }

    private string Interpolate(string section, string option, string value, PyDict<Any, Any> values) => Interpolation switch
    {
        '%' => Basic(section, option, value, value, values, 1),
        '$' => Extended(section, option, value, value, values, 1),
        _ => value,
    };

    private static string Basic(string section, string option, string raw, string text, PyDict<Any, Any> values, int depth)
    {
        if (depth > 10)
            throw ConfigparserModule.TooDeep(option, section, raw);
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '%')
            {
                result.Append(text[i++]);
                continue;
            }
            if (i + 1 < text.Length && text[i + 1] == '%')
            {
                result.Append('%');
                i += 2;
                continue;
            }
            if (i + 1 >= text.Length || text[i + 1] != '(')
                throw ConfigparserModule.BadSyntax(option, section, $"'%' must be followed by '%' or '(', found: {Operators.Repr(text[i..])}");
            var match = Regex.Match(text[i..], @"\A%\(([^)]+)\)s");
            if (!match.Success)
                throw ConfigparserModule.BadSyntax(option, section, $"bad interpolation variable reference {Operators.Repr(text[i..])}");
            var name = match.Groups[1].Value.ToLowerInvariant();
            if (!values.TryGetValue(name, out var found))
                throw ConfigparserModule.MissingReference(option, section, raw, name);
            result.Append(Basic(section, option, raw, Operators.Str(found), values, depth + 1));
            i += match.Length;
        }
        return result.ToString();
    }

    private string Extended(string section, string option, string raw, string text, PyDict<Any, Any> values, int depth)
    {
        if (depth > 10)
            throw ConfigparserModule.TooDeep(option, section, raw);
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '$')
            {
                result.Append(text[i++]);
                continue;
            }
            if (i + 1 < text.Length && text[i + 1] == '$')
            {
                result.Append('$');
                i += 2;
                continue;
            }
            if (i + 1 >= text.Length || text[i + 1] != '{')
                throw ConfigparserModule.BadSyntax(option, section, $"'$' must be followed by '$' or '{{', found: {Operators.Repr(text[i..])}");
            var match = Regex.Match(text[i..], @"\A\$\{([^}]+)\}");
            if (!match.Success)
                throw ConfigparserModule.BadSyntax(option, section, $"bad interpolation variable reference {Operators.Repr(text[i..])}");
            var path = match.Groups[1].Value.Split(':');
            if (path.Length > 2)
                throw ConfigparserModule.BadSyntax(option, section, $"More than one ':' found: {Operators.Repr(text[i..])}");
            var (home, name) = path.Length == 1 ? (section, Key(path[0])) : (path[0], Key(path[1]));
            var known = path.Length == 1 ? values : home == DefaultSection || Sections.ContainsKey(home) ? Merged(home, Any.None) : new PyDict<Any, Any>();
            if (!known.TryGetValue(name, out var found))
                throw ConfigparserModule.MissingReference(option, section, raw, string.Join(':', path));
            result.Append(Extended(home, option, raw, Operators.Str(found), known, depth + 1));
            i += match.Length;
        }
        return result.ToString();
    }
}
