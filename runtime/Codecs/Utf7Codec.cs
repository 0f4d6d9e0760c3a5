using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>UTF-7: text of other scripts as Base64 between <c>+</c> and <c>-</c>. See <see href="https://datatracker.ietf.org/doc/html/rfc2152">RFC 2152</see>.</summary>
internal sealed class Utf7Codec : TextCodec
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static bool IsDirect(int c) => c is >= ' ' and < '~' and not ('+' or '\\') || c is '\t' or '\n' or '\r';

    private static bool IsDigit(int c) => c < 0x80 && Digits.Contains((char)c, StringComparison.Ordinal);

    public override byte[] Encode(string text, string errors, bool final, ref long state)
    {
        var output = new StringBuilder(text.Length);
        var (shifted, bits, buffer) = (false, 0, 0);
        foreach (var c in text)
        {
            if (!shifted && (c == '+' || IsDirect(c)))
            {
                output.Append(c == '+' ? "+-" : c.ToString());
                continue;
            }
            if (shifted && IsDirect(c))
            {
                Flush();
                shifted = false;
                if (IsDigit(c) || c == '-')
                    output.Append('-');
                output.Append(c);
                continue;
            }
            if (!shifted)
                output.Append('+');
            shifted = true;
            (buffer, bits) = ((buffer << 16) | c, bits + 16);
            for (; bits >= 6; bits -= 6)
                output.Append(Digits[(buffer >> (bits - 6)) & 63]);
            buffer &= (1 << bits) - 1;
        }
        Flush();
        if (shifted)
            output.Append('-');
        return Buffers.FromLatin1(output.ToString());

        void Flush()
        {
            if (bits > 0)
                output.Append(Digits[(buffer << (6 - bits)) & 63]);
            (bits, buffer) = (0, 0);
        }
    }

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        var text = new StringBuilder(data.Length);
        var (i, start, begun) = (0, 0, 0);
        while (i < data.Length)
        {
            var c = data[i];
            var wrong = "";
            var beginning = i++;
            if (c == '+')
            {
                (start, begun) = (beginning, text.Length);
                if (i < data.Length && data[i] == '-')
                {
                    i++;
                    text.Append('+');
                }
                else if (i < data.Length && !IsDigit(data[i]))
                {
                    i++;
                    wrong = "ill-formed sequence";
                }
                else if (!Shifted(data, ref i, text, out wrong))
                {
                    if (final && wrong.Length > 0)
                    {
                        text.Append(ErrorHandlers.Decode(errors, "utf7", data, start, data.Length, wrong, out i));
                        continue;
                    }
                    if (final)
                        break;
                    // What is not complete is read again with what follows.
                    text.Length = begun;
                    used = start;
                    return text.ToString();
                }
            }
            else if (c < 0x80)
            {
                text.Append((char)c);
            }
            else
            {
                (start, wrong) = (beginning, "unexpected special character");
            }
            if (wrong.Length > 0)
                text.Append(ErrorHandlers.Decode(errors, "utf7", data, start, i, wrong, out i));
        }
        used = data.Length;
        return text.ToString();
    }

    /// <summary>Reads a section of Base64; false if the data end in it.</summary>
    private static bool Shifted(ReadOnlySpan<byte> data, ref int i, StringBuilder text, out string wrong)
    {
        wrong = "";
        var (bits, buffer, surrogate) = (0, 0, '\0');
        for (; i < data.Length; i++)
        {
            var c = data[i];
            if (IsDigit(c))
            {
                (buffer, bits) = ((buffer << 6) | Digits.IndexOf((char)c, StringComparison.Ordinal), bits + 6);
                if (bits < 16)
                    continue;
                var unit = (char)(buffer >> (bits - 16));
                bits -= 16;
                buffer &= (1 << bits) - 1;
                if (surrogate != 0)
                    text.Append(surrogate);
                var joined = surrogate != 0 && char.IsLowSurrogate(unit);
                surrogate = !joined && char.IsHighSurrogate(unit) ? unit : '\0';
                if (surrogate == 0)
                    text.Append(unit);
                continue;
            }
            if (bits >= 6 || (bits > 0 && buffer != 0))
            {
                wrong = bits >= 6 ? "partial character in base-64 sequence" : "non-zero padding bits in base-64 sequence";
                i++;
                return true;
            }
            if (surrogate != 0 && c < 0x80 && c != '+')
                text.Append(surrogate);
            if (c == '-')
                i++;
            return true;
        }
        if (surrogate != 0 || bits >= 6 || (bits > 0 && buffer != 0))
            wrong = "unterminated shift sequence";
        return false;
    }
}
