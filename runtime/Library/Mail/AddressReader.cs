using System.Text;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Reads addresses as <see href="https://datatracker.ietf.org/doc/html/rfc2822#section-3.4">RFC 2822</see> writes them: names and addresses of a list.</summary>
internal sealed class AddressReader(string text)
{
    private const string White = " \t\r\n", Specials = "()<>@,:;.\"[]", AtomEnds = Specials + White, PhraseEnds = "()<>@,:;\"[]" + White;

    private readonly List<string> _comments = [];
    private int _at;

    private bool IsEnd => _at >= text.Length;

    private char Current => text[_at];

    public static List<(string Name, string Address)> Read(string header)
    {
        var reader = new AddressReader(header);
        var result = new List<(string, string)>();
        while (!reader.IsEnd)
            result.AddRange(reader.Address() is { Count: > 0 } some ? some : [("", "")]);
        return result;
    }

    /// <summary>Skips white space and comments.</summary>
    private string Gap()
    {
        var space = new StringBuilder();
        while (!IsEnd)
        {
            if (White.Contains(Current))
            {
                if (Current is not ('\n' or '\r'))
                    space.Append(Current);
                _at++;
            }
            else if (Current == '(')
            {
                _comments.Add(Delimited('(', ")\r", nested: true));
            }
            else
            {
                break;
            }
        }
        return space.ToString();
    }

    private List<(string Name, string Address)> Address()
    {
        _comments.Clear();
        Gap();
        var (start, comments) = (_at, _comments.Count);
        var phrase = Phrase();
        Gap();
        var result = new List<(string, string)>();
        if (IsEnd)
        {
            if (phrase.Count > 0)
                result.Add((string.Join(' ', _comments), phrase[0]));
        }
        else if (Current is '.' or '@')
        {
            // An address alone; what was read as a name is its beginning.
            _at = start;
            _comments.RemoveRange(comments, _comments.Count - comments);
            var address = AddressSpec();
            result.Add((string.Join(' ', _comments), address));
        }
        else if (Current == ':')
        {
            _at++;
            while (!IsEnd)
            {
                Gap();
                if (!IsEnd && Current == ';')
                {
                    _at++;
                    break;
                }
                if (IsEnd)
                    break;
                result.AddRange(Address());
            }
        }
        else if (Current == '<')
        {
            var address = RouteAddress();
            var name = string.Join(' ', phrase);
            result.Add((_comments.Count > 0 ? name + " (" + string.Join(' ', _comments) + ")" : name, address));
        }
        else if (phrase.Count > 0)
        {
            result.Add((string.Join(' ', _comments), phrase[0]));
        }
        else if (Specials.Contains(Current))
        {
            _at++;
        }
        Gap();
        if (!IsEnd && Current == ',')
            _at++;
        return result;
    }

    private string RouteAddress()
    {
        _at++;
        var isRoute = false;
        Gap();
        var address = "";
        while (!IsEnd)
        {
            if (isRoute)
            {
                Domain();
                isRoute = false;
            }
            else if (Current == '>')
            {
                _at++;
                break;
            }
            else if (Current == '@')
            {
                _at++;
                isRoute = true;
            }
            else if (Current == ':')
            {
                _at++;
            }
            else
            {
                address = AddressSpec();
                _at++;
                break;
            }
            Gap();
        }
        return address;
    }

    private string AddressSpec()
    {
        var parts = new List<string>();
        Gap();
        while (!IsEnd)
        {
            var keepsSpace = true;
            if (Current == '.')
            {
                if (parts.Count > 0 && parts[^1].Trim().Length == 0)
                    parts.RemoveAt(parts.Count - 1);
                parts.Add(".");
                _at++;
                keepsSpace = false;
            }
            else if (Current == '"')
            {
                parts.Add("\"" + Escaped(Quote()) + "\"");
            }
            else if (AtomEnds.Contains(Current))
            {
                if (parts.Count > 0 && parts[^1].Trim().Length == 0)
                    parts.RemoveAt(parts.Count - 1);
                break;
            }
            else
            {
                parts.Add(Atom(AtomEnds));
            }
            var space = Gap();
            if (keepsSpace && space.Length > 0)
                parts.Add(space);
        }
        if (IsEnd || Current != '@')
            return string.Concat(parts);
        parts.Add("@");
        _at++;
        Gap();
        var domain = Domain();
        // More than one @ is no address.
        return domain.Length == 0 ? "" : string.Concat(parts) + domain;
    }

    private string Domain()
    {
        var result = new StringBuilder();
        while (!IsEnd)
        {
            if (White.Contains(Current))
                _at++;
            else if (Current == '(')
                _comments.Add(Delimited('(', ")\r", nested: true));
            else if (Current == '[')
                result.Append('[').Append(Delimited('[', "]\r", nested: false)).Append(']');
            else if (Current == '.')
            {
                _at++;
                result.Append('.');
            }
            else if (Current == '@')
                return "";
            else if (AtomEnds.Contains(Current))
                break;
            else
                result.Append(Atom(AtomEnds));
        }
        return result.ToString();
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private string Quote() => Delimited('"', "\"\r", nested: false);

    private string Delimited(char begin, string ends, bool nested)
    {
        if (Current != begin)
            return "";
        var result = new StringBuilder();
        var quoted = false;
        for (_at++; !IsEnd; _at++)
        {
            if (quoted)
            {
                result.Append(Current);
                quoted = false;
            }
            else if (ends.Contains(Current))
            {
                _at++;
                break;
            }
            else if (nested && Current == '(')
            {
                result.Append('(').Append(Delimited('(', ")\r", nested: true)).Append(')');
                _at--;
            }
            else if (Current == '\\')
            {
                quoted = true;
            }
            else
            {
                result.Append(Current);
            }
        }
        return result.ToString();
    }

    private string Atom(string ends)
    {
        var start = _at;
        while (!IsEnd && !ends.Contains(Current))
            _at++;
        return text[start.._at];
    }

    private List<string> Phrase()
    {
        var words = new List<string>();
        while (!IsEnd)
        {
            if (White.Contains(Current))
                _at++;
            else if (Current == '"')
                words.Add(Quote());
            else if (Current == '(')
                _comments.Add(Delimited('(', ")\r", nested: true));
            else if (PhraseEnds.Contains(Current))
                break;
            else
                words.Add(Atom(PhraseEnds));
        }
        return words;
    }
}
