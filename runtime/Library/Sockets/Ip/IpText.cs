using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Ip;

/// <summary>Addresses as text.</summary>
internal static class IpText
{
    public static int Bits(bool v6) => v6 ? 128 : 32;

    public static UInt128 All(bool v6) => v6 ? UInt128.MaxValue : uint.MaxValue;

    /// <summary>The bits of a network's mask.</summary>
    public static UInt128 Mask(bool v6, int prefix) => prefix == 0 ? 0 : All(v6) >> (Bits(v6) - prefix) << (Bits(v6) - prefix);

    public static string Of(bool v6, UInt128 value) => v6 ? OfV6(value) : string.Join('.', Bytes(false, value));

    public static byte[] Bytes(bool v6, UInt128 value) => [.. Enumerable.Range(1, Bits(v6) / 8).Select(i => (byte)(value >> (Bits(v6) - (8 * i))))];

    private static ushort[] Words(UInt128 value) => [.. Enumerable.Range(1, 8).Select(i => (ushort)(value >> (128 - (16 * i))))];

    public static string Exploded(UInt128 value)
        => IsMapped(value) ? $"0000:0000:0000:0000:0000:ffff:{Of(false, value & uint.MaxValue)}" : string.Join(':', Words(value).Select(static w => w.ToString("x4", CultureInfo.InvariantCulture)));

    public static bool IsMapped(UInt128 value) => value >> 32 == 0xFFFF;

    private static string OfV6(UInt128 value)
    {
        if (IsMapped(value))
            return "::ffff:" + Of(false, value & uint.MaxValue);
        var words = Words(value);
        // The first of the longest runs of zeros becomes two colons.
        var (best, length) = (-1, 1);
        for (var i = 0; i < 8; i++)
        {
            var end = i;
            while (end < 8 && words[end] == 0)
                end++;
            if (end - i > length)
                (best, length) = (i, end - i);
            i = Math.Max(i, end - 1);
        }
        static string Join(IEnumerable<ushort> part) => string.Join(':', part.Select(static w => w.ToString("x", CultureInfo.InvariantCulture)));
        return best < 0 ? Join(words) : $"{Join(words[..best])}::{Join(words[(best + length)..])}";
    }

    private static BaseException Bad(string message) => IpaddressModule.BadAddress(message);

    /// <exception cref="ValueError">It is no such address.</exception>
    public static UInt128 Parse(bool v6, string text)
    {
        if (text.Length == 0)
            throw Bad("Address cannot be empty");
        return v6 ? ParseV6(text) : ParseV4(text);
    }

    private static UInt128 ParseV4(string text)
    {
        var octets = text.Split('.');
        if (octets.Length != 4)
            throw Bad($"Expected 4 octets in {Str.Repr(text)}");
        UInt128 value = 0;
        foreach (var octet in octets)
            value = (value << 8) | Octet(octet, text);
        return value;
    }

    private static uint Octet(string octet, string text)
    {
        BaseException In(string message) => Bad($"{message} in {Str.Repr(text)}");
        if (octet.Length == 0)
            throw In("Empty octet not permitted");
        if (!octet.All(char.IsAsciiDigit))
            throw In($"Only decimal digits permitted in {Str.Repr(octet)}");
        if (octet.Length > 3)
            throw In($"At most 3 characters permitted in {Str.Repr(octet)}");
        if (octet.Length > 1 && octet[0] == '0')
            throw In($"Leading zeros are not permitted in {Str.Repr(octet)}");
        var value = uint.Parse(octet, CultureInfo.InvariantCulture);
        return value <= 255 ? value : throw In($"Octet {value} (> 255) not permitted");
    }

    private static UInt128 ParseV6(string text)
    {
        var shown = Str.Repr(text);
        var parts = text.Split(':').ToList();
        if (parts.Count < 3)
            throw Bad($"At least 3 parts expected in {shown}");
        if (parts[^1].Contains('.', StringComparison.Ordinal))
        {
            UInt128 tail;
            try
            {
                tail = Parse(false, parts[^1]);
            }
            catch (ValueError error)
            {
                throw Bad($"{Operators.Str(error)} in {shown}");
            }
            parts.RemoveAt(parts.Count - 1);
            parts.Add(((uint)tail >> 16).ToString("x", CultureInfo.InvariantCulture));
            parts.Add(((uint)tail & 0xFFFF).ToString("x", CultureInfo.InvariantCulture));
        }
        if (parts.Count > 9)
            throw Bad($"At most 8 colons permitted in {shown}");
        var gap = parts.FindIndex(1, parts.Count - 2, static p => p.Length == 0);
        if (gap >= 0 && parts.FindIndex(gap + 1, Math.Max(0, parts.Count - 2 - gap), static p => p.Length == 0) >= 0)
            throw Bad($"At most one '::' permitted in {shown}");
        int high, low;
        if (gap >= 0)
        {
            (high, low) = (gap, parts.Count - gap - 1);
            if (parts[0].Length == 0 && --high > 0)
                throw Bad($"Leading ':' only permitted as part of '::' in {shown}");
            if (parts[^1].Length == 0 && --low > 0)
                throw Bad($"Trailing ':' only permitted as part of '::' in {shown}");
            if (8 - high - low < 1)
                throw Bad($"Expected at most 7 other parts with '::' in {shown}");
        }
        else
        {
            if (parts.Count != 8)
                throw Bad($"Exactly 8 parts expected without '::' in {shown}");
            if (parts[0].Length == 0)
                throw Bad($"Leading ':' only permitted as part of '::' in {shown}");
            if (parts[^1].Length == 0)
                throw Bad($"Trailing ':' only permitted as part of '::' in {shown}");
            (high, low) = (8, 0);
        }
        UInt128 value = 0;
        foreach (var part in parts.Take(high))
            value = (value << 16) | Word(part, shown);
        value <<= high + low < 8 ? 16 * (8 - high - low) : 0;
        foreach (var part in parts.Skip(parts.Count - low))
            value = (value << 16) | Word(part, shown);
        return value;
    }

    private static uint Word(string part, string shown)
    {
        if (!part.All(char.IsAsciiHexDigit))
            throw Bad($"Only hex digits permitted in {Str.Repr(part)} in {shown}");
        if (part.Length > 4)
            throw Bad($"At most 4 characters permitted in {Str.Repr(part)} in {shown}");
        return part.Length == 0 ? 0 : uint.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
