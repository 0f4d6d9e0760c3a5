using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>HZ: GB 2312 between <c>~{</c> and <c>~}</c>. See <see href="https://datatracker.ietf.org/doc/html/rfc1843">RFC 1843</see>. The state is whether it is in force.</summary>
internal sealed class HzCodec : TextCodec
{
    private const string Illegal = "illegal multibyte sequence";

    public override byte[] Encode(string text, string errors, bool final, ref long state)
    {
        var points = Str.CodePoints(text);
        var output = new MemoryStream(points.Count * 2);
        for (var i = 0; i < points.Count;)
        {
            if (TryWrite(output, points[i], ref state))
            {
                i++;
                continue;
            }
            var now = state;
            i = ErrorHandlers.EncodeOne(output, errors, "hz", text, points, i, replacement =>
            {
                var part = new MemoryStream();
                return Str.CodePoints(replacement).TrueForAll(c => TryWrite(part, c, ref now)) ? part.ToArray() : null;
            });
            state = now;
        }
        if (final && state != 0)
        {
            output.Write("~}"u8);
            state = 0;
        }
        return output.ToArray();
    }

    private static bool TryWrite(MemoryStream output, int c, ref long state)
    {
        var code = c < 0x80 ? c : Iso2022Charset.Chinese.Encode(c);
        if (code == 0 && c != 0)
            return false;
        if (c < 0x80 && state != 0)
            output.Write("~}"u8);
        else if (c >= 0x80 && state == 0)
            output.Write("~{"u8);
        state = c < 0x80 ? 0 : 1;
        if (c >= 0x80)
            output.WriteByte((byte)(code >> 8));
        output.WriteByte((byte)code);
        if (c == '~')
            output.WriteByte((byte)c);
        return true;
    }

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        var text = new StringBuilder(data.Length);
        var i = 0;
        while (i < data.Length)
        {
            var c = data[i];
            var pair = c == '~' || (c < 0x80 && state != 0 && c != '\n');
            if (pair && i + 1 >= data.Length)
            {
                if (!final)
                    break;
                text.Append(ErrorHandlers.Decode(errors, "hz", data, i, data.Length, "incomplete multibyte sequence", out i));
                continue;
            }
            if (c == '~')
            {
                var next = data[i + 1];
                if (next == '~' && state == 0)
                    text.Append('~');
                else if (next == '{' && state == 0)
                    state = 1;
                else if (next == '}' && state != 0)
                    state = 0;
                else if (next == '\n' && state == 0)
                {
                    // A line that goes on.
                }
                else
                {
                    text.Append(ErrorHandlers.Decode(errors, "hz", data, i, i + 1, Illegal, out i));
                    continue;
                }
                i += 2;
            }
            else if (!pair && c < 0x80)
            {
                text.Append((char)c);
                state = c == '\n' ? 0 : state;
                i++;
            }
            else if (pair && Iso2022Charset.Chinese.Decode((c << 8) | data[i + 1]) is not 0 and var meaning && data[i + 1] < 0x80)
            {
                Str.AppendCodePoint(text, (int)meaning);
                i += 2;
            }
            else
            {
                text.Append(ErrorHandlers.Decode(errors, "hz", data, i, i + 1, Illegal, out i));
            }
        }
        used = i;
        return text.ToString();
    }
}
