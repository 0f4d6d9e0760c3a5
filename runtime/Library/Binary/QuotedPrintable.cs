using System.Globalization;

namespace Pytocs.Runtime.Library;

/// <summary>Data as <see href="https://docs.python.org/3.13/library/binascii.html#binascii.b2a_qp">quoted-printable</see> text.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    /// <param name="data">What is to be written.</param>
    /// <param name="tabs">Whether blanks and tabs are written as codes too.</param>
    /// <param name="isText">Whether ends of lines stay what they are.</param>
    /// <param name="header">Whether blanks become underscores, as in headers of messages.</param>
    public static byte[] Encode(ReadOnlySpan<byte> data, bool tabs, bool isText, bool header)
    {
        var first = data.IndexOf((byte)'\n');
        byte[] end = first > 0 && data[first - 1] == '\r' ? [(byte)'\r', (byte)'\n'] : [(byte)'\n'];
        var result = new List<byte>(data.Length + 8);
        var length = 0;
        for (var i = 0; i < data.Length;)
        {
            var c = data[i];
            if (IsCoded(data, i, length, tabs, isText, header))
            {
                if (length + 3 >= LineLength)
                    Break();
                Code(c);
                length += 3;
                i++;
            }
            else if (isText && (c == '\n' || (c == '\r' && i + 1 < data.Length && data[i + 1] == '\n')))
            {
                length = 0;
                if (result.Count > 0 && result[^1] is (byte)' ' or (byte)'\t')
                {
                    // A blank at the end of a line would be lost.
                    var blank = result[^1];
                    result.RemoveAt(result.Count - 1);
                    Code(blank);
                }
                result.AddRange(end);
                i += c == '\r' ? 2 : 1;
            }
            else
            {
                if (i + 1 < data.Length && data[i + 1] != '\n' && length + 1 >= LineLength)
                    Break();
                length++;
                result.Add(header && c == ' ' ? (byte)'_' : c);
                i++;
            }
        }
        return [.. result];

        void Break()
        {
            result.Add((byte)'=');
            result.AddRange(end);
            length = 0;
        }

        void Code(byte value)
        {
            result.Add((byte)'=');
            foreach (var digit in value.ToString("X2", CultureInfo.InvariantCulture))
                result.Add((byte)digit);
        }
    }

    private static bool IsCoded(ReadOnlySpan<byte> data, int i, int length, bool tabs, bool isText, bool header)
    {
        var c = data[i];
        var isLast = i + 1 == data.Length;
        return c > 126 || c == '=' || (header && c == '_')
            || (c == '.' && length == 0 && (isLast || data[i + 1] is (byte)'\n' or (byte)'\r' or 0))
            || (!isText && c is (byte)'\r' or (byte)'\n')
            || (c is (byte)'\t' or (byte)' ' && isLast)
            || (c < 33 && c is not ((byte)'\r' or (byte)'\n') && (tabs || c is not ((byte)'\t' or (byte)' ')));
    }

    public static byte[] Decode(ReadOnlySpan<byte> data, bool header)
    {
        var result = new List<byte>(data.Length);
        for (var i = 0; i < data.Length;)
        {
            if (data[i] != '=')
            {
                result.Add(header && data[i] == '_' ? (byte)' ' : data[i]);
                i++;
                continue;
            }
            if (++i >= data.Length)
                break;
            if (data[i] is (byte)'\n' or (byte)'\r')
            {
                // The line goes on behind its end.
                while (i < data.Length && data[i] != '\n')
                    i++;
                i++;
            }
            else if (data[i] == '=')
            {
                result.Add((byte)'=');
                i++;
            }
            else if (i + 1 < data.Length && char.IsAsciiHexDigit((char)data[i]) && char.IsAsciiHexDigit((char)data[i + 1]))
            {
                result.Add(Convert.FromHexString($"{(char)data[i]}{(char)data[i + 1]}")[0]);
                i += 2;
            }
            else
            {
                result.Add((byte)'=');
            }
        }
        return [.. result];
    }
}
