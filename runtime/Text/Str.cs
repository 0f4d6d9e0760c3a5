using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's <c>str</c> over a C# string: positions count code points.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#textseq">text sequence type</see>.
/// </summary>
public static partial class Str
{
    /// <summary>What <c>str.isspace</c> calls white space.</summary>
    internal static readonly char[] WhiteSpace =
        ['\t', '\n', '\v', '\f', '\r', '\x1c', '\x1d', '\x1e', '\x1f', ' ', '\x85', '\xa0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005',
         '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000'];

    internal static bool IsWhiteSpace(char c)
        => c < '\x80' ? c is ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f') : Array.IndexOf(WhiteSpace, c) >= 0;

    private const int ShortText = 32;

    /// <summary>The long text last found to be without surrogates: a loop over positions asks of one text again and again.</summary>
    private static string? s_plain;

    /// <summary>Whether positions in code points differ from positions in chars.</summary>
    internal static bool IsAstral(string s)
    {
        if (ReferenceEquals(s, s_plain))
            return false;
        var astral = s.AsSpan().IndexOfAnyInRange('\ud800', '\udbff') >= 0;
        if (!astral && s.Length > ShortText)
            s_plain = s;
        return astral;
    }

    /// <summary>The number of code points: <c>len(s)</c>.</summary>
    public static int Length(string s)
    {
        if (!IsAstral(s))
            return s.Length;
        var count = s.Length;
        for (var i = 0; i + 1 < s.Length; i++)
            if (char.IsHighSurrogate(s[i]) && char.IsLowSurrogate(s[i + 1]))
            {
                count--;
                i++;
            }
        return count;
    }

    /// <summary>The char position of a code point position.</summary>
    internal static int Offset(string s, int position)
    {
        if (!IsAstral(s))
            return position;
        var i = 0;
        for (; position > 0; position--)
            i += i + 1 < s.Length && char.IsHighSurrogate(s[i]) && char.IsLowSurrogate(s[i + 1]) ? 2 : 1;
        return i;
    }

    /// <summary>The code point position of a char position.</summary>
    internal static int Position(string s, int offset) => IsAstral(s) ? Length(s[..offset]) : offset;

    /// <summary>The code points as strings of one character.</summary>
    public static CharacterSequence Characters(string s) => new(s);

    internal static List<int> CodePoints(string s)
    {
        var result = new List<int>(s.Length);
        for (var i = 0; i < s.Length; i++)
        {
            if (char.IsHighSurrogate(s[i]) && i + 1 < s.Length && char.IsLowSurrogate(s[i + 1]))
                result.Add(char.ConvertToUtf32(s[i], s[++i]));
            else
                result.Add(s[i]);
        }
        return result;
    }

    internal static string FromCodePoint(int code) => code < 0x10000 ? SingleCharacters.Of((char)code) : char.ConvertFromUtf32(code);

    internal static void AppendCodePoint(System.Text.StringBuilder text, int code)
    {
        if (code < 0x10000)
            text.Append((char)code);
        else
            text.Append(char.ConvertFromUtf32(code));
    }

    /// <summary><c>s[index]</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public static string Index(string s, PyInt index)
    {
        if (index.Big is null && !IsAstral(s))
        {
            var position = index.Small < 0 ? index.Small + s.Length : index.Small;
            return (ulong)position < (ulong)s.Length ? SingleCharacters.Of(s[(int)position]) : throw new IndexError("string index out of range");
        }
        var length = Length(s);
        _ = SequenceRules.IndexOf(index);
        if (index < 0)
            index += length;
        if (index < 0 || index >= length)
            throw new IndexError("string index out of range");
        var at = Offset(s, (int)index);
        return char.IsHighSurrogate(s[at]) && at + 1 < s.Length && char.IsLowSurrogate(s[at + 1]) ? s.Substring(at, 2) : SingleCharacters.Of(s[at]);
    }

    /// <summary><c>s[start:stop:step]</c>; bounds are ints or None.</summary>
    public static string Slice(string s, Any start, Any stop, Any step)
    {
        var astral = IsAstral(s);
        var (first, by, count) = SequenceRules.Resolve(SequenceRules.Bound(start), SequenceRules.Bound(stop), SequenceRules.Bound(step), astral ? Length(s) : s.Length);
        if (count == 0)
            return "";
        if (!astral)
        {
            if (by == 1)
                return s.Substring((int)first, count);
            return string.Create(count, (s, first, by), static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = state.s[(int)(state.first + (i * state.by))];
            });
        }
        var points = CodePoints(s);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(FromCodePoint(points[(int)(first + (i * by))]));
        return text.ToString();
    }

    /// <summary><c>s[start:]</c>.</summary>
    public static string Slice(string s, PyInt start) => Slice(s, start, long.MaxValue);

    /// <summary><c>s[start:stop]</c>.</summary>
    public static string Slice(string s, PyInt start, PyInt stop)
    {
        if (IsAstral(s))
            return Slice(s, start, stop, Any.None);
        var first = SequenceRules.Clamp(SequenceRules.Saturate(start), s.Length);
        return s.Substring(first, Math.Max(SequenceRules.Clamp(SequenceRules.Saturate(stop), s.Length) - first, 0));
    }

    /// <summary><c>s * times</c>.</summary>
    public static string Repeat(string s, PyInt times)
    {
        if (times <= 0 || s.Length == 0)
            return "";
        if (times > ContainerLimits.MaxCount / s.Length)
            throw times > long.MaxValue ? new OverflowError("cannot fit 'int' into an index-sized integer")
                : Length(s) > 1 && times > long.MaxValue / Length(s) ? new OverflowError("repeated string is too long") : new MemoryError();
        return times == 1 ? s : new StringBuilder(s.Length * (int)times).Insert(0, s, (int)times).ToString();
    }

    /// <summary>Orders by code points.</summary>
    public static int Compare(string a, string b)
    {
        var i = a.AsSpan().CommonPrefixLength(b);
        if (i == a.Length || i == b.Length)
            return a.Length.CompareTo(b.Length);
        return char.IsSurrogate(a[i]) || char.IsSurrogate(b[i]) ? Rank(a, i).CompareTo(Rank(b, i)) : a[i].CompareTo(b[i]);

        // Half of a pair belongs to a code point above all others; a lone surrogate is one of its own.
        static int Rank(string s, int i)
            => (i + 1 < s.Length && char.IsSurrogatePair(s[i], s[i + 1])) || (i > 0 && char.IsSurrogatePair(s[i - 1], s[i])) ? 0x10000 + s[i] : s[i];
    }

    public static bool Contains(string s, string part) => PatternSearch.IndexOf<char>(s, part) >= 0;

    /// <summary>Python's <c>hash(s)</c>: SipHash-1-3 of the internal representation, keyed by PYTHONHASHSEED.</summary>
    public static long Hash(string s) => SipHash.OfText(s);

    /// <summary>Python's <c>repr(s)</c>.</summary>
    public static string Repr(string s)
    {
        var quote = s.Contains('\'', StringComparison.Ordinal) && !s.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var text = new StringBuilder(s.Length + 2).Append(quote);
        for (var i = 0; i < s.Length; i++)
        {
            var c = s[i];
            if (c == quote || c == '\\')
                text.Append('\\').Append(c);
            else if (c == '\n')
                text.Append("\\n");
            else if (c == '\r')
                text.Append("\\r");
            else if (c == '\t')
                text.Append("\\t");
            else if (c is >= ' ' and < '\x7f')
                text.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < s.Length && char.IsLowSurrogate(s[i + 1]))
            {
                var code = char.ConvertToUtf32(c, s[i + 1]);
                if (IsPrintable(code))
                    text.Append(c).Append(s[i + 1]);
                else
                    text.Append(CultureInfo.InvariantCulture, $"\\U{code:x8}");
                i++;
            }
            else if (IsPrintable(c))
                text.Append(c);
            else if (c < 0x100)
                text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
            else
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return text.Append(quote).ToString();
    }

    /// <summary>Whether <c>repr</c> shows the character as it is.</summary>
    internal static bool IsPrintable(int code)
    {
        if (code == ' ')
            return true;
        return UnicodeCategories.Of(code) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
    }

    /// <summary>What <c>ascii()</c> makes of a repr.</summary>
    public static string EscapeNonAscii(string repr)
    {
        if (System.Text.Ascii.IsValid(repr))
            return repr;
        var text = new StringBuilder(repr.Length);
        foreach (var code in CodePoints(repr))
        {
            if (code < 0x80)
                text.Append((char)code);
            else if (code < 0x100)
                text.Append(CultureInfo.InvariantCulture, $"\\x{code:x2}");
            else if (code < 0x10000)
                text.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}");
            else
                text.Append(CultureInfo.InvariantCulture, $"\\U{code:x8}");
        }
        return text.ToString();
    }

    /// <summary>Decimal digits of any script as ASCII digits.</summary>
    internal static string AsciiDigits(string s)
    {
        if (System.Text.Ascii.IsValid(s))
            return s;
        return string.Concat(s.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var d ? (char)('0' + d) : c));
    }
}
