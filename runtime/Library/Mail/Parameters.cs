using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Parameters of headers, those of <see href="https://datatracker.ietf.org/doc/html/rfc2231">RFC 2231</see> included.</summary>
internal static partial class Parameters
{
    [GeneratedRegex(@"^(?<name>\w+)\*((?<number>[0-9]+)\*?)?$", RegexOptions.ECMAScript)]
    private static partial Regex Continuation();

    public static string Quote(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    public static string Unquote(string text)
    {
        if (text.Length > 1 && text.StartsWith('"') && text.EndsWith('"'))
            return text[1..^1].Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
        return text.Length > 1 && text.StartsWith('<') && text.EndsWith('>') ? text[1..^1] : text;
    }

    /// <summary>Splits a header at semicolons that are not within quotes; names are in lower case.</summary>
    public static List<string> Split(string header)
    {
        var result = new List<string>();
        var rest = ";" + header;
        while (rest.StartsWith(';'))
        {
            rest = rest[1..];
            var end = rest.IndexOf(';', StringComparison.Ordinal);
            while (end > 0 && (rest[..end].Count(static c => c == '"') - Regex.Count(rest[..end], "\\\\\"")) % 2 != 0)
                end = rest.IndexOf(';', end + 1);
            if (end < 0)
                end = rest.Length;
            var part = rest[..end];
            if (part.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at)
                part = part[..at].Trim().ToLowerInvariant() + "=" + part[(at + 1)..].Trim();
            result.Add(part.Trim());
            rest = rest[end..];
        }
        return result;
    }

    public static string Unquoted(string text, string encoding) => Operators.Str(Modules.Import("urllib.parse").Invoke("unquote", new Arguments { text, { "encoding", encoding } }));

    public static string Encode(string text, Any charset, Any language)
    {
        var quoted = Operators.Str(Modules.Import("urllib.parse").Invoke("quote", new Arguments { text, { "safe", "" }, { "encoding", charset.Truth ? charset : "ascii" } }));
        return charset.IsNone && language.IsNone ? quoted : $"{Operators.Str(charset)}'{(language.IsNone ? "" : Operators.Str(language))}'{quoted}";
    }

    public static Any Decode(string text) => text.Split('\'', 3) is [var charset, var language, var value] ? PyTuple.Of(charset, language, value) : PyTuple.Of(Any.None, Any.None, text);

    /// <summary>Joins parameters that are written in several sections, and decodes those of another charset.</summary>
    public static List<(Any Name, Any Value)> Decoded(IReadOnlyList<(string Name, string Value)> given)
    {
        var result = new List<(Any, Any)>();
        var sections = new Dictionary<string, List<(int? Number, string Value, bool Encoded)>>();
        for (var i = 0; i < given.Count; i++)
        {
            var (name, value) = given[i];
            if (i == 0)
            {
                result.Add((name, value));
                continue;
            }
            value = Unquote(value);
            if (Continuation().Match(name) is not { Success: true } match)
            {
                result.Add((name, $"\"{Quote(value)}\""));
                continue;
            }
            var key = match.Groups["name"].Value;
            if (!sections.TryGetValue(key, out var list))
                sections[key] = list = [];
            list.Add((match.Groups["number"].Success ? int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture) : null, value, name.EndsWith('*')));
        }
        foreach (var (name, list) in sections)
        {
            var isExtended = list.Any(static s => s.Encoded);
            var value = Quote(string.Concat(list.OrderBy(static s => s.Number).Select(static s => s.Encoded ? Unquoted(s.Value, "latin-1") : s.Value)));
            if (!isExtended)
            {
                result.Add((name, $"\"{value}\""));
                continue;
            }
            var parts = Decode(value);
            result.Add((name, PyTuple.Of(parts[0], parts[1], $"\"{Operators.Str(parts[2])}\"")));
        }
        return result;
    }

    public static Any Collapse(Any value, string errors, string fallback)
    {
        if (value.Ref is not PyTuple { Count: 3 } parts)
            return Unquote(Operators.Str(value));
        try
        {
            return Codecs.Decode(Codecs.Encode(Operators.Str(parts[2]), "raw-unicode-escape"), parts[0].IsNone ? fallback : Operators.Str(parts[0]), errors);
        }
        catch (LookupError)
        {
            return Unquote(Operators.Str(parts[2]));
        }
    }

    /// <summary>A parameter of a header as it is written.</summary>
    public static string Format(string name, Any value, bool quotes)
    {
        if (!value.Truth)
            return name;
        if (value.Ref is PyTuple parts)
            return $"{name}*={Encode(Operators.Str(parts[2]), parts[0], parts[1])}";
        var text = Operators.Str(value);
        if (!System.Text.Ascii.IsValid(text))
            return $"{name}*={Encode(text, "utf-8", "")}";
        return quotes || text.AsSpan().ContainsAny(" ()<>@,;:\\\"/[]?=") ? $"{name}=\"{Quote(text)}\"" : $"{name}={text}";
    }
}
