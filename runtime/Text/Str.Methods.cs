using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Methods of <c>str</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#string-methods">string methods</see>.</summary>
public static partial class Str
{
    public static string Strip(string s, string? characters = null) => characters is null ? StripWhiteSpace(s, true, true) : characters.Length == 0 ? s : s.Trim(characters.ToCharArray());

    public static string LStrip(string s, string? characters = null) => characters is null ? StripWhiteSpace(s, true, false) : characters.Length == 0 ? s : s.TrimStart(characters.ToCharArray());

    public static string RStrip(string s, string? characters = null) => characters is null ? StripWhiteSpace(s, false, true) : characters.Length == 0 ? s : s.TrimEnd(characters.ToCharArray());

    private static string StripWhiteSpace(string s, bool left, bool right)
    {
        var (start, end) = (0, s.Length);
        while (left && start < end && IsWhiteSpace(s[start]))
            start++;
        while (right && start < end && IsWhiteSpace(s[end - 1]))
            end--;
        return end - start == s.Length ? s : s.Substring(start, end - start);
    }

    /// <summary><c>s.split(sep, maxsplit)</c>; a null separator splits at runs of white space.</summary>
    /// <exception cref="ValueError">The separator is empty.</exception>
    public static PyList<string> Split(string s, string? sep = null, long maxsplit = -1) => Split(new PyList<string>(), s, sep, maxsplit, static p => p);

    /// <summary>The same into a list of any type.</summary>
    internal static PyList<T> Split<T>(PyList<T> parts, string s, string? sep, long maxsplit, Func<string, T> make)
    {
        if (maxsplit < 0)
            maxsplit = long.MaxValue;
        if (sep is null)
        {
            var i = 0;
            while (true)
            {
                while (i < s.Length && IsWhiteSpace(s[i]))
                    i++;
                if (i == s.Length)
                    return parts;
                if (parts.Count >= maxsplit)
                {
                    parts.Append(make(s[i..]));
                    return parts;
                }
                var start = i;
                while (i < s.Length && !IsWhiteSpace(s[i]))
                    i++;
                parts.Append(make(s[start..i]));
            }
        }
        if (sep.Length == 0)
            throw new ValueError("empty separator");
        var from = 0;
        while (parts.Count < maxsplit && PatternSearch.IndexOf(s.AsSpan(from), sep) is >= 0 and var at)
        {
            parts.Append(make(s[from..(from + at)]));
            from += at + sep.Length;
        }
        parts.Append(make(s[from..]));
        return parts;
    }

    /// <summary><c>s.rsplit(sep, maxsplit)</c>.</summary>
    /// <exception cref="ValueError">The separator is empty.</exception>
    public static PyList<string> RSplit(string s, string? sep = null, long maxsplit = -1)
    {
        if (maxsplit < 0)
            maxsplit = long.MaxValue;
        var parts = new PyList<string>();
        if (sep is null)
        {
            var end = s.Length;
            while (true)
            {
                while (end > 0 && IsWhiteSpace(s[end - 1]))
                    end--;
                if (end == 0)
                    break;
                if (parts.Count >= maxsplit)
                {
                    parts.Append(s[..end]);
                    break;
                }
                var start = end;
                while (start > 0 && !IsWhiteSpace(s[start - 1]))
                    start--;
                parts.Append(s[start..end]);
                end = start;
            }
            parts.Reverse();
            return parts;
        }
        if (sep.Length == 0)
            throw new ValueError("empty separator");
        var until = s.Length;
        while (parts.Count < maxsplit && until > 0 && PatternSearch.LastIndexOf(s.AsSpan(0, until), sep) is >= 0 and var at)
        {
            parts.Append(s[(at + sep.Length)..until]);
            until = at;
        }
        parts.Append(s[..until]);
        parts.Reverse();
        return parts;
    }

    /// <summary><c>s.splitlines(keepends)</c>.</summary>
    public static PyList<string> SplitLines(string s, bool keepends = false)
    {
        var lines = new PyList<string>();
        var start = 0;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] is not ('\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029'))
                continue;
            var end = i;
            if (s[i] == '\r' && i + 1 < s.Length && s[i + 1] == '\n')
                i++;
            lines.Append(s[start..(keepends ? i + 1 : end)]);
            start = i + 1;
        }
        if (start < s.Length)
            lines.Append(s[start..]);
        return lines;
    }

    public static string[] Partition(string s, string separator)
    {
        if (separator.Length == 0)
            throw new ValueError("empty separator");
        var at = PatternSearch.IndexOf<char>(s, separator);
        return at < 0 ? [s, "", ""] : [s[..at], separator, s[(at + separator.Length)..]];
    }

    public static string[] RPartition(string s, string separator)
    {
        if (separator.Length == 0)
            throw new ValueError("empty separator");
        var at = PatternSearch.LastIndexOf<char>(s, separator);
        return at < 0 ? ["", "", s] : [s[..at], separator, s[(at + separator.Length)..]];
    }

    /// <summary><c>s.replace(old, value, count)</c>.</summary>
    public static string Replace(string s, string old, string value, long count = -1)
    {
        if (count < 0 && old.Length > 0)
            return s.Replace(old, value, StringComparison.Ordinal);
        if (count < 0)
            count = long.MaxValue;
        var text = new StringBuilder();
        if (old.Length == 0)
        {
            foreach (var c in Characters(s))
            {
                if (count-- > 0)
                    text.Append(value);
                text.Append(c);
            }
            return count > 0 ? text.Append(value).ToString() : text.ToString();
        }
        var from = 0;
        while (count-- > 0 && PatternSearch.IndexOf(s.AsSpan(from), old) is >= 0 and var at)
        {
            text.Append(s, from, at).Append(value);
            from += at + old.Length;
        }
        return text.Append(s, from, s.Length - from).ToString();
    }

    /// <summary><c>separator.join(items)</c>.</summary>
    /// <exception cref="TypeError">An item is no string.</exception>
    public static string JoinAny(string separator, Any items)
    {
        if (!Operators.IsIterable(items))
            throw new TypeError("can only join an iterable");
        var text = new StringBuilder();
        var index = 0;
        foreach (var item in items)
        {
            if (PyValueInstance.Unwrap(item).Ref is not string part)
                throw new TypeError($"sequence item {index}: expected str instance, {PyType.Of(item).ErrorName} found");
            if (index++ > 0)
                text.Append(separator);
            text.Append(part);
        }
        return text.ToString();
    }

    public static string Center(string s, long width, string fill = " ")
    {
        var room = width - Length(s);
        if (room <= 0)
            return s;
        var left = (room / 2) + (room & width & 1);
        return Repeat(fill, left) + s + Repeat(fill, room - left);
    }

    public static string LJust(string s, long width, string fill = " ") => s + Repeat(fill, Math.Max(0, width - Length(s)));

    public static string RJust(string s, long width, string fill = " ") => Repeat(fill, Math.Max(0, width - Length(s))) + s;

    public static string ZFill(string s, long width)
    {
        var room = width - Length(s);
        if (room <= 0)
            return s;
        var sign = s.Length > 0 && s[0] is '+' or '-' ? 1 : 0;
        return s[..sign] + new string('0', (int)room) + s[sign..];
    }

    public static string ExpandTabs(string s, long tabsize = 8)
    {
        var text = new StringBuilder();
        var column = 0L;
        foreach (var c in s)
        {
            if (c == '\t')
            {
                if (tabsize > 0)
                {
                    var add = tabsize - (column % tabsize);
                    text.Append(' ', (int)add);
                    column += add;
                }
            }
            else
            {
                text.Append(c);
                // The halves of a pair are one column.
                column = c is '\n' or '\r' ? 0 : char.IsLowSurrogate(c) && text.Length > 1 && char.IsHighSurrogate(text[^2]) ? column : column + 1;
            }
        }
        return text.ToString();
    }

    public static string Translate(string s, Any table)
    {
        var text = new StringBuilder();
        foreach (var code in CodePoints(s))
        {
            if (!TryMap(table, code, out var mapped))
            {
                text.Append(FromCodePoint(code));
                continue;
            }
            if (mapped.Ref is string replacement)
                text.Append(replacement);
            else if (!mapped.IsNone)
                text.Append(Mapped(mapped));
        }
        return text.ToString();
    }

    private static bool TryMap(Any table, int code, out Any mapped)
    {
        if (table.Ref is PyDict dict && ReferenceEquals(dict.Class, DictType.Type))
            return dict.TryGetAny(code, out mapped);
        try
        {
            mapped = Operators.GetItem(table, code);
            return true;
        }
        catch (LookupError)
        {
            mapped = default;
            return false;
        }
    }

    private static string Mapped(Any code)
    {
        if (!Operators.IsIntLike(code))
            throw new TypeError("character mapping must return integer, None or str");
        var point = Operators.Index(code);
        return point >= 0 && point < 0x110000 ? FromCodePoint((int)point) : throw new ValueError("character mapping must be in range(0x110000)");
    }
}
