using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Punycode: <see href="https://datatracker.ietf.org/doc/html/rfc3492">RFC 3492</see>.</summary>
internal sealed class PunycodeCodec : TextCodec
{
    private const int Base = 36, FirstBias = 72, FirstCode = 0x80;

    private static int Threshold(int k, int bias) => Math.Clamp((Base * (k + 1)) - bias, 1, 26);

    private static int Adapted(long delta, bool first, int count)
    {
        delta /= first ? 700 : 2;
        delta += delta / count;
        var divisions = 0;
        for (; delta > 455; divisions += Base)
            delta /= 35;
        return divisions + (int)(36 * delta / (delta + 38));
    }

    public override byte[] Encode(string text, string errors, bool final, ref long state) => Encode(text);

    public static byte[] Encode(string text)
    {
        var points = Str.CodePoints(text);
        var output = new StringBuilder();
        foreach (var c in points.Where(static c => c < FirstCode))
            output.Append((char)c);
        var (done, code, delta, bias) = (output.Length, FirstCode, 0L, FirstBias);
        var basic = done;
        if (basic > 0)
            output.Append('-');
        while (done < points.Count)
        {
            var next = points.Where(c => c >= code).Min();
            delta += (long)(next - code) * (done + 1);
            code = next;
            foreach (var c in points)
            {
                if (c < code)
                    delta++;
                if (c != code)
                    continue;
                var rest = delta;
                for (var k = 0; ; k++)
                {
                    var t = Threshold(k, bias);
                    if (rest < t)
                        break;
                    output.Append(Digit(t + (int)((rest - t) % (Base - t))));
                    rest = (rest - t) / (Base - t);
                }
                output.Append(Digit((int)rest));
                bias = Adapted(delta, done == basic, done + 1);
                delta = 0;
                done++;
            }
            delta++;
            code++;
        }
        return Buffers.FromLatin1(output.ToString());
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        if (errors is not ("strict" or "replace" or "ignore"))
            throw new UnicodeError($"Unsupported error handling: {errors}");
        used = data.Length;
        return Decode(data, errors);
    }

    public static string Decode(ReadOnlySpan<byte> data, string errors)
    {
        var dash = data.LastIndexOf((byte)'-');
        var points = Str.CodePoints(dash < 0 ? "" : SingleByte.DecodeAscii(data[..dash], errors));
        var (code, position, bias) = (FirstCode, -1L, FirstBias);
        for (var i = dash + 1; i < data.Length;)
        {
            var first = i == dash + 1;
            if (Delta(data, ref i, bias, errors) is not { } delta)
                break;
            position += delta + 1;
            code += (int)Math.Min(position / (points.Count + 1), 0x200000);
            if (code > 0x10FFFF && errors == "strict")
                throw Error(data, dash + (int)position, $"Invalid character U+{code:x}");
            if (code > 0x10FFFF)
                code = '?';
            position %= points.Count + 1;
            points.Insert((int)position, code);
            bias = Adapted(delta, first, points.Count);
        }
        return string.Concat(points.Select(Str.FromCodePoint));
    }

    private static UnicodeDecodeError Error(ReadOnlySpan<byte> data, int at, string reason) => new("punycode", new PyBytes(data), at, at + 1, reason);

    private static long? Delta(ReadOnlySpan<byte> data, ref int i, int bias, string errors)
    {
        var (result, weight) = (0L, 1L);
        for (var k = 0; ; k++)
        {
            if (i >= data.Length)
                return errors == "strict" ? throw Error(data, i, "incomplete punycode string") : null;
            var c = (char)data[i++];
            if (!char.IsAsciiLetterOrDigit(c))
                return errors == "strict" ? throw Error(data, i - 1, $"Invalid extended code point '{(int)c}'") : null;
            var digit = char.IsAsciiDigit(c) ? c - '0' + 26 : char.ToLowerInvariant(c) - 'a';
            var t = Threshold(k, bias);
            result = Math.Min(result + (digit * weight), 1L << 40);
            if (digit < t)
                return result;
            weight = Math.Min(weight * (Base - t), 1L << 40);
        }
    }
}
