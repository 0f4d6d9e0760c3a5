using System.Globalization;
using System.Text;
using Pytocs.Runtime.Library.Unicode;

namespace Pytocs.Runtime.Core;

/// <summary>Names of hosts in other scripts: <see href="https://datatracker.ietf.org/doc/html/rfc3490">RFC 3490</see> and nameprep.</summary>
internal sealed class IdnaCodec : TextCodec
{
    private const string Prefix = "xn--", Dots = ".。．｡";

    private static UnicodeEncodeError Wrong(string label, int start, int end, string reason) => new("idna", label, start, end, reason);

    private static void RequireStrict(string errors)
    {
        if (errors != "strict")
            throw new UnicodeError($"Unsupported error handling: {errors}");
    }

    /// <summary>A label as it is compared: characters mapped, normalized and found permitted.</summary>
    /// <exception cref="UnicodeEncodeError">A character is not permitted.</exception>
    public static string Nameprep(string label)
    {
        var mapped = new StringBuilder();
        foreach (var c in Str.CodePoints(label))
            if (!IsDropped(c))
                CaseTable.Append(mapped, c, CaseTable.Of(c).Fold);
        var text = Normalization.Normalize(mapped.ToString(), compose: true, compatibly: true);
        var points = Str.CodePoints(text);
        for (var i = 0; i < points.Count; i++)
            if (IsProhibited(points[i]))
                throw Wrong(text, i, i + 1, $"Invalid character {Str.Repr(Str.FromCodePoint(points[i]))}");
        var directions = points.Select(static c => Operators.Str(Modules.Import("unicodedata").Invoke("bidirectional", Str.FromCodePoint(c)))).ToArray();
        if (!directions.Any(static d => d is "R" or "AL"))
            return text;
        if (Array.IndexOf(directions, "L") is >= 0 and var left)
            throw Wrong(text, left, left + 1, "Violation of BIDI requirement 2");
        foreach (var at in (int[])[0, directions.Length - 1])
            if (directions[at] is not ("R" or "AL"))
                throw Wrong(text, at, at + 1, "Violation of BIDI requirement 3");
        return text;
    }

    private static bool IsDropped(int c) => c is 0xAD or 0x34F or 0x1806 or >= 0x180B and <= 0x180D or >= 0x200B and <= 0x200D or 0x2060 or >= 0xFE00 and <= 0xFE0F or 0xFEFF;

    private static bool IsProhibited(int c)
    {
        if (c < 0x80)
            return false;
        var category = c < 0x10000 ? CharUnicodeInfo.GetUnicodeCategory((char)c) : CharUnicodeInfo.GetUnicodeCategory(c);
        return category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
            || c is 0x340 or 0x341 or 0x6DD or 0x70F or 0x180E or >= 0x200C and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x2063 or >= 0x206A and <= 0x206F or >= 0x2FF0 and <= 0x2FFB
                or 0xFEFF or >= 0xFFF9 and <= 0xFFFD or >= 0xFDD0 and <= 0xFDEF or >= 0x1D173 and <= 0x1D17A or 0xE0001 or >= 0xE0020 and <= 0xE007F
            || (c & 0xFFFE) == 0xFFFE;
    }

    /// <summary>A label in ASCII.</summary>
    /// <exception cref="UnicodeError">It is empty or too long, or holds what is not permitted.</exception>
    public static string ToAscii(string label)
    {
        if (Ascii.IsValid(label))
            return Sized(label);
        label = Nameprep(label);
        if (Ascii.IsValid(label))
            return Sized(label);
        if (label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            throw Wrong(label, 0, Prefix.Length, "Label starts with ACE prefix");
        var result = Prefix + Buffers.ToLatin1(PunycodeCodec.Encode(label));
        return result.Length < 64 ? result : throw Wrong(label, 0, Str.Length(label), "label too long");
    }

    private static string Sized(string label) => label.Length is > 0 and < 64 ? label : throw Wrong(label, 0, Math.Max(label.Length, 1), label.Length == 0 ? "label empty" : "label too long");

    /// <summary>A label as its readers write it.</summary>
    /// <exception cref="UnicodeError">It is none.</exception>
    public static string ToUnicode(string label)
    {
        var given = Codecs.Encode(label, "utf-8", "backslashreplace");
        if (Str.Length(label) > 1024)
            throw new UnicodeDecodeError("idna", new PyBytes(given), 0, given.Length, "label way too long");
        if (!Ascii.IsValid(label))
        {
            label = Nameprep(label);
            if (!Ascii.IsValid(label))
                throw Wrong(label, 0, 1, "Invalid character in IDN label");
            given = Buffers.FromLatin1(label);
        }
        if (!label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return label;
        string result;
        try
        {
            result = PunycodeCodec.Decode(given.AsSpan(Prefix.Length), "strict");
        }
        catch (UnicodeDecodeError error)
        {
            throw new UnicodeDecodeError("idna", new PyBytes(given), Prefix.Length + (int)Lib(error, "start"), Prefix.Length + (int)Lib(error, "end"), Operators.Str(((Any)error).Get("reason")));
        }
        var again = ToAscii(result);
        return string.Equals(label, again, StringComparison.OrdinalIgnoreCase) ? result
            : throw new UnicodeDecodeError("idna", new PyBytes(given), 0, given.Length, $"IDNA does not round-trip, '{Operators.Repr(new PyBytes(given))}' != '{Operators.Repr(new PyBytes(Buffers.FromLatin1(again)))}'");
    }

    private static long Lib(BaseException error, string field) => (long)Operators.Index(((Any)error).Get(field));

    public override byte[] Encode(string text, string errors, bool final, ref long state)
    {
        RequireStrict(errors);
        if (text.Length == 0)
            return [];
        var labels = text.Split([.. Dots]);
        var output = new StringBuilder();
        var offset = 0;
        var isAscii = Ascii.IsValid(text);
        for (var i = 0; i < labels.Length; i++)
        {
            var last = i == labels.Length - 1;
            if (i > 0)
                output.Append('.');
            if (last && labels[i].Length == 0)
                break;
            try
            {
                output.Append(ToAscii(labels[i]));
            }
            catch (UnicodeError error) when (error is UnicodeEncodeError or UnicodeDecodeError)
            {
                throw Wrong(text, offset + (int)Lib(error, "start"), offset + (int)Lib(error, "end"), Operators.Str(((Any)error).Get("reason")));
            }
            offset += Str.Length(labels[i]) + 1;
        }
        return Buffers.FromLatin1(output.ToString());
    }

    /// <summary>How much of a text, or of its bytes, is whole labels.</summary>
    internal static int Whole(string text, bool final) => final ? text.Length : text.LastIndexOfAny([.. Dots]) + 1;

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        RequireStrict(errors);
        var all = Buffers.ToLatin1(data);
        used = Whole(all, final);
        var labels = all[..used].Split('.');
        var output = new StringBuilder();
        var offset = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (i > 0)
                output.Append('.');
            if (i == labels.Length - 1 && labels[i].Length == 0)
                break;
            if (!Ascii.IsValid(labels[i]))
            {
                var at = labels[i].AsSpan().IndexOfAnyExceptInRange('\0', '\x7f');
                throw new UnicodeDecodeError("idna", new PyBytes(data), offset + at, offset + at + 1, "ordinal not in range(128)");
            }
            try
            {
                output.Append(ToUnicode(labels[i]));
            }
            catch (UnicodeError error) when (error is UnicodeEncodeError or UnicodeDecodeError)
            {
                throw new UnicodeDecodeError("idna", new PyBytes(data), offset + (int)Lib(error, "start"), offset + (int)Lib(error, "end"), Operators.Str(((Any)error).Get("reason")));
            }
            offset += labels[i].Length + 1;
        }
        return output.ToString();
    }
}
