using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Encodings of East Asia in which a character is one byte or several, and no byte changes what those behind it mean.</summary>
internal sealed class MultibyteCodec : TextCodec
{
    private readonly string _name;
    private readonly MultibyteTable _table;

    private MultibyteCodec(string name) => (_name, _table) = (name, MultibyteTable.Of(name));

    /// <summary>The codec of a module of <c>encodings</c>; null if there is no such table.</summary>
    public static MultibyteCodec? Create(string module) => MultibyteTable.Exists(module) ? new MultibyteCodec(module) : null;

    /// <summary>A character that waits for the one behind it is the state.</summary>
    public override byte[] Encode(string text, string errors, bool final, ref long state)
    {
        var points = Str.CodePoints(text);
        if (state != 0)
            points.Insert(0, (int)state);
        state = 0;
        var output = new MemoryStream(points.Count * 2);
        for (var i = 0; i < points.Count;)
        {
            if (_table.Openers.Contains(points[i]))
            {
                if (i + 1 == points.Count && !final)
                {
                    state = points[i];
                    break;
                }
                if (i + 1 < points.Count && _table.Encoded.TryGetValue((uint)points[i] | ((long)points[i + 1] << 32), out var both))
                {
                    Write(output, both);
                    i += 2;
                    continue;
                }
            }
            if (TryWrite(output, points[i]))
                i++;
            else
                i = ErrorHandlers.EncodeOne(output, errors, _name, text, points, i, Replace);
        }
        return output.ToArray();
    }

    private byte[]? Replace(string text)
    {
        var output = new MemoryStream();
        foreach (var c in Str.CodePoints(text))
            if (!TryWrite(output, c))
                return null;
        return output.ToArray();
    }

    private bool TryWrite(MemoryStream output, int c)
    {
        if (_table.Encoded.TryGetValue(c, out var sequence))
            Write(output, sequence);
        else if (_name == "gb18030" && c >= 0x10000)
            Write(output, MultibyteTable.FourBytes + 189000 + c - 0x10000);
        else if (_name == "euc_kr" && c is >= 0xAC00 and <= 0xD7A3)
            output.Write(KoreanSyllables.Encode(c));
        else
            return false;
        return true;
    }

    private static void Write(MemoryStream output, int sequence)
    {
        if (sequence >= MultibyteTable.FourBytes)
        {
            var n = sequence - MultibyteTable.FourBytes;
            output.Write([(byte)(0x81 + (n / 12600)), (byte)(0x30 + (n / 1260 % 10)), (byte)(0x81 + (n / 10 % 126)), (byte)(0x30 + (n % 10))]);
            return;
        }
        if (sequence > 0xFFFF)
            output.WriteByte((byte)(sequence >> 16));
        if (sequence > 0xFF)
            output.WriteByte((byte)(sequence >> 8));
        output.WriteByte((byte)sequence);
    }

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        var text = new StringBuilder(data.Length);
        var i = 0;
        while (i < data.Length)
        {
            var length = Next(data[i..], out var meaning);
            if (length > 0)
            {
                Str.AppendCodePoint(text, (int)meaning);
                if (meaning >> 32 is not 0 and var second)
                    Str.AppendCodePoint(text, (int)second);
                i += length;
            }
            else if (length == 0 && !final)
            {
                break;
            }
            else
            {
                text.Append(length == 0 ? ErrorHandlers.Decode(errors, _name, data, i, data.Length, "incomplete multibyte sequence", out i)
                    : ErrorHandlers.Decode(errors, _name, data, i, i - length, "illegal multibyte sequence", out i));
            }
        }
        used = i;
        return text.ToString();
    }

    /// <summary>How many bytes the next character has; 0 if they are not all here, and less where they are illegal: how many of them, negated.</summary>
    private int Next(ReadOnlySpan<byte> data, out long meaning)
    {
        if (_table.Decoded.TryGetValue(data[0], out meaning))
            return 1;
        if (_table.Illegal.Contains(data[0]))
            return -1;
        if (data.Length < 2)
            return 0;
        if (_name == "euc_kr" && data is [0xA4, 0xD4, ..])
        {
            if (data.Length < 8)
                return 0;
            meaning = KoreanSyllables.Decode(data);
            return meaning == 0 ? -1 : 8;
        }
        var two = (data[0] << 8) | data[1];
        if (_table.Decoded.TryGetValue(two, out meaning))
            return 2;
        if (data[0] == 0x8F && _name.StartsWith("euc_j", StringComparison.Ordinal))
            return data.Length < 3 ? 0 : _table.Decoded.TryGetValue((two << 8) | data[2], out meaning) ? 3 : -1;
        if (_name == "gb18030" && data[1] is >= 0x30 and <= 0x39)
            return Four(data, out meaning);
        // Characters that the edition of the standard before did not have are refused whole.
        return _name.EndsWith("jisx0213", StringComparison.Ordinal) && MultibyteTable.Of(_name[0] == 'e' ? "euc_jis_2004" : "shift_jis_2004").Decoded.ContainsKey(two) ? -2 : -1;
    }

    private int Four(ReadOnlySpan<byte> data, out long meaning)
    {
        meaning = 0;
        if (data.Length < 4)
            return 0;
        if (data[0] is < 0x81 or > 0xFE || data[2] is < 0x81 or > 0xFE || data[3] is < 0x30 or > 0x39)
            return -1;
        var number = ((((((data[0] - 0x81) * 10) + data[1] - 0x30) * 126) + data[2] - 0x81) * 10) + data[3] - 0x30;
        if (number >= 189000)
        {
            meaning = number - 189000 + 0x10000;
            return meaning <= 0x10FFFF && data[0] < 0xFE ? 4 : -1;
        }
        return _table.Decoded.TryGetValue(MultibyteTable.FourBytes + number, out meaning) ? 4 : -1;
    }
}
