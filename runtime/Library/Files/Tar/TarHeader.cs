using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>Headers of members: their checksums and how they are read.</summary>
internal static class TarHeader
{
    public const int Block = 512;

    public static byte[] Padded(byte[] data) => data.Length % Block == 0 ? data : [.. data, .. new byte[Block - (data.Length % Block)]];

    /// <summary>The sum of a header's bytes, its own field taken as blanks.</summary>
    public static long Checksum(ReadOnlySpan<byte> header)
    {
        long sum = 8 * ' ';
        for (var i = 0; i < Block; i++)
            if (i is < 148 or >= 156)
                sum += header[i];
        return sum;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="header">One block.</param>
    /// <param name="entry">What it says.</param>
    /// <param name="encoding">What its texts are in.</param>
    /// <param name="errors">What to do with bytes that are no text in it.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Read(ReadOnlySpan<byte> header, out TarEntry entry, string encoding = "utf-8", string errors = "surrogateescape")
    {
        entry = new TarEntry();
        string Text(ReadOnlySpan<byte> field)
        {
            var end = field.IndexOf((byte)0);
            return Codecs.Decode(end < 0 ? field : field[..end], encoding, errors);
        }

        if (!TryNumber(header.Slice(148, 8), out var sum))
            return "invalid header";
        if (sum != Checksum(header))
            return "bad checksum";
        entry.Sum = sum;
        entry.Name = Text(header[..100]);
        entry.Target = Text(header.Slice(157, 100));
        entry.Kind = (char)header[156];
        if (!TryNumber(header.Slice(100, 8), out var mode) || !TryNumber(header.Slice(108, 8), out var user) || !TryNumber(header.Slice(116, 8), out var group)
            || !TryNumber(header.Slice(124, 12), out var size) || !TryNumber(header.Slice(136, 12), out var time) || !TryNumber(header.Slice(329, 8), out var major) || !TryNumber(header.Slice(337, 8), out var minor))
            return "invalid header";
        (entry.Mode, entry.User, entry.Group, entry.Size, entry.Time, entry.Major, entry.Minor) = (mode, user, group, size, time, major, minor);
        (entry.UserName, entry.GroupName) = (Text(header.Slice(265, 32)), Text(header.Slice(297, 32)));
        var prefix = Text(header.Slice(345, 155));
        if (entry.Kind == '\0' && entry.Name.EndsWith('/'))
            entry.Kind = TarEntry.Folder;
        if (entry.IsFolder)
            entry.Name = entry.Name.TrimEnd('/');
        if (prefix.Length > 0 && entry.Kind is not ('L' or 'K' or 'S'))
            entry.Name = $"{prefix}/{entry.Name}";
        return null;
    }

    private static bool TryNumber(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        if (field[0] is 0x80 or 0xff)
        {
            foreach (var b in field[1..])
                number = (number << 8) | b;
            return true;
        }
        var end = field.IndexOf((byte)0);
        foreach (var c in Encoding.ASCII.GetString(end < 0 ? field : field[..end]).Trim())
        {
            if (c is < '0' or > '7')
                return false;
            number = (number * 8) + (c - '0');
        }
        return true;
    }
}
