using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Toml;

/// <summary>Reads the keys and plain values of <see href="https://toml.io/en/v1.0.0">TOML</see>.</summary>
internal abstract partial class TomlReader(string text, Any parseFloat)
{
    protected int At { get; set; }

    protected bool Ended => At >= text.Length;

    /// <summary>The character here, or NUL at the end.</summary>
    protected char Here => Ended ? '\0' : text[At];

    protected bool StartsWith(string part) => text.AsSpan(Math.Min(At, text.Length)).StartsWith(part);

    protected BaseException Wrong(string message, int? place = null)
    {
        var at = place ?? At;
        if (at >= text.Length)
            return TomllibModule.Error($"{message} (at end of document)");
        var before = text.AsSpan(0, at);
        var start = before.LastIndexOf('\n') + 1;
        return TomllibModule.Error($"{message} (at line {before.Count('\n') + 1}, column {Str.Length(text[start..at]) + 1})");
    }

    protected void SkipBlanks()
    {
        while (Here is ' ' or '\t')
            At++;
    }

    protected void SkipComment()
    {
        if (Here != '#')
            return;
        At++;
        SkipUntil("\n", static c => IsControl(c), atEnd: true);
    }

    /// <summary>Over blanks, line ends and comments, as they stand between the items of an array.</summary>
    protected void SkipLines()
    {
        while (true)
        {
            var before = At;
            while (Here is ' ' or '\t' or '\n')
                At++;
            SkipComment();
            if (At == before)
                return;
        }
    }

    private static bool IsControl(char c) => (c < ' ' && c != '\t') || c == '\x7f';

    private void SkipUntil(string end, Func<char, bool> isIllegal, bool atEnd)
    {
        var found = text.IndexOf(end, At, StringComparison.Ordinal);
        if (found < 0 && !atEnd)
            throw Wrong($"Expected {Str.Repr(end)}", text.Length);
        var stop = found < 0 ? text.Length : found;
        for (; At < stop; At++)
            if (isIllegal(text[At]))
                throw Wrong($"Found invalid character {Str.Repr(text[At].ToString())}");
    }

    /// <summary>A key: its parts, which dots separate.</summary>
    protected string[] Key()
    {
        var parts = new List<string> { KeyPart() };
        SkipBlanks();
        while (Here == '.')
        {
            At++;
            SkipBlanks();
            parts.Add(KeyPart());
            SkipBlanks();
        }
        return [.. parts];
    }

    protected static bool IsBare(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private string KeyPart()
    {
        if (Here == '\'')
            return Literal();
        if (Here == '"')
        {
            At++;
            return Basic(multiline: false);
        }
        var start = At;
        while (IsBare(Here))
            At++;
        return At > start ? text[start..At] : throw Wrong("Invalid initial character for a key part");
    }

    /// <summary>A string, a truth, a date or a number.</summary>
    protected Any Plain()
    {
        if (Here == '"')
        {
            if (StartsWith("\"\"\""))
                return Multiline('"');
            At++;
            return Basic(multiline: false);
        }
        if (Here == '\'')
            return StartsWith("'''") ? Multiline('\'') : Literal();
        foreach (var (word, truth) in ((string, bool)[])[("true", true), ("false", false)])
            if (StartsWith(word))
            {
                At += word.Length;
                return truth;
            }
        if (Date().Match(text, At) is { Success: true } date)
            return DateOf(date);
        if (Time().Match(text, At) is { Success: true } time)
        {
            At += time.Length;
            return TimeOf("time", time, []);
        }
        if (Number().Match(text, At) is { Success: true } number)
        {
            At += number.Length;
            return number.Groups["float"].Length > 0 ? parseFloat.Call(number.Value) : PyInt.Parse(number.Value, 0);
        }
        if (Special().Match(text, At) is { Success: true } special)
        {
            At += special.Length;
            return parseFloat.Call(special.Value);
        }
        throw Wrong("Invalid value");
    }

    private Any DateOf(Match match)
    {
        Any[] day = [.. Enumerable.Range(1, 3).Select(i => (Any)long.Parse(match.Groups[i].Value, CultureInfo.InvariantCulture))];
        try
        {
            var result = match.Groups["hour"].Success ? TimeOf("datetime", match, day) : Modules.Import("datetime").Get("date").Call(new Arguments(day));
            At += match.Length;
            return result;
        }
        catch (ValueError)
        {
            throw Wrong("Invalid date or datetime");
        }
    }

    private static Any TimeOf(string kind, Match match, Any[] day)
    {
        long Part(string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var module = Modules.Import("datetime");
        var arguments = new Arguments(day) { Part("hour"), Part("minute"), Part("second"), match.Groups["micro"].Success ? long.Parse(match.Groups["micro"].Value.PadRight(6, '0'), CultureInfo.InvariantCulture) : 0L };
        if (match.Groups["utc"].Success)
            arguments.Add(module.Get("timezone").Get("utc"));
        else if (match.Groups["sign"].Success)
            arguments.Add(module.Get("timezone").Call(module.Get("timedelta").Call(0L, (match.Groups["sign"].Value == "-" ? -60 : 60) * ((Part("zonehour") * 60) + Part("zoneminute")))));
        return module.Get(kind).Call(arguments);
    }

    private string Literal()
    {
        var start = ++At;
        SkipUntil("'", IsControl, atEnd: false);
        return text[start..At++];
    }

    private string Multiline(char quote)
    {
        At += 3;
        if (Here == '\n')
            At++;
        string result;
        if (quote == '\'')
        {
            var start = At;
            SkipUntil("'''", static c => IsControl(c) && c != '\n', atEnd: false);
            result = text[start..At];
            At += 3;
        }
        else
        {
            result = Basic(multiline: true);
        }
        // One or two quotes may stand before the three that end it.
        for (var i = 0; i < 2 && Here == quote; i++, At++)
            result += quote;
        return result;
    }

    private string Basic(bool multiline)
    {
        var result = new StringBuilder();
        while (true)
        {
            if (Ended)
                throw Wrong("Unterminated string");
            var c = text[At];
            if (c == '"' && (!multiline || StartsWith("\"\"\"")))
            {
                At += multiline ? 3 : 1;
                return result.ToString();
            }
            if (c == '\\')
            {
                result.Append(Escape(multiline));
                continue;
            }
            if (IsControl(c) && !(multiline && c == '\n'))
                throw Wrong($"Illegal character {Str.Repr(c.ToString())}");
            result.Append(c);
            At++;
        }
    }

    private string Escape(bool multiline)
    {
        var c = At + 1 < text.Length ? text[At + 1] : '\0';
        At = Math.Min(At + 2, text.Length);
        if (multiline && c is ' ' or '\t' or '\n' && multiline)
        {
            if (c != '\n')
            {
                SkipBlanks();
                if (Ended)
                    return "";
                if (Here != '\n')
                    throw Wrong("Unescaped '\\' in a string");
                At++;
            }
            while (Here is ' ' or '\t' or '\n')
                At++;
            return "";
        }
        return c switch
        {
            'b' => "\b", 't' => "\t", 'n' => "\n", 'f' => "\f", 'r' => "\r", '"' => "\"", '\\' => "\\",
            'u' => Hex(4), 'U' => Hex(8),
            _ => throw Wrong(Ended && c == '\0' ? "Unterminated string" : "Unescaped '\\' in a string"),
        };
    }

    private string Hex(int digits)
    {
        if (At + digits > text.Length || !text.AsSpan(At, digits).ToArray().All(char.IsAsciiHexDigit))
            throw Wrong("Invalid hex value");
        var code = uint.Parse(text.AsSpan(At, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        At += digits;
        return System.Text.Rune.IsValid(code) ? Str.FromCodePoint((int)code) : throw Wrong("Escaped character is not a Unicode scalar value");
    }

    private const string TimePattern = @"(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9])(?:\.(?<micro>[0-9]{1,6})[0-9]*)?";

    [GeneratedRegex(@"\G([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]" + TimePattern + "(?:(?<utc>[Zz])|(?<sign>[+-])(?<zonehour>[01][0-9]|2[0-3]):(?<zoneminute>[0-5][0-9]))?)?")]
    private static partial Regex Date();

    [GeneratedRegex(@"\G" + TimePattern)]
    private static partial Regex Time();

    [GeneratedRegex(@"\G(?:0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|[+-]?(?:0|[1-9](?:_?[0-9])*)(?<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?))")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[+-]?(?:inf|nan)")]
    private static partial Regex Special();
}
