namespace Pytocs.Runtime.Library.Mail;

/// <summary>Base64 as mail has it: what does not fit is left out, and told of.</summary>
internal static class LenientBase64
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The bytes, and the names of the defects that were found.</summary>
    public static (byte[] Data, List<string> Defects) Decode(ReadOnlySpan<byte> given)
    {
        var defects = new List<string>();
        var digits = new List<int>();
        var foreign = false;
        var padding = 0;
        foreach (var b in given)
        {
            var digit = Digits.IndexOf((char)b, StringComparison.Ordinal);
            if (digit >= 0)
                digits.Add(digit);
            else if (b == '=')
                padding++;
            else if (b is not ((byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t'))
                foreign = true;
        }
        if ((digits.Count + padding) % 4 != 0 && digits.Count % 4 != 1)
            defects.Add("InvalidBase64PaddingDefect");
        if (foreign)
            defects.Add("InvalidBase64CharactersDefect");
        if (digits.Count % 4 == 1)
            return ([.. given], ["InvalidBase64LengthDefect"]);
        var data = new List<byte>(digits.Count * 3 / 4);
        var (bits, buffer) = (0, 0);
        foreach (var digit in digits)
        {
            (buffer, bits) = ((buffer << 6) | digit, bits + 6);
            if (bits < 8)
                continue;
            bits -= 8;
            data.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return ([.. data], defects);
    }
}
