using System.Globalization;
using System.Numerics;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>Headers of members: ustar, with pax records for what it cannot say.</summary>
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

    public static byte[] Write(TarEntry entry)
    {
        var extended = new PyDict<Any, Any>(entry.Extended.Select(static p => p));
        var name = entry.IsFolder && !entry.Name.EndsWith('/') ? entry.Name + "/" : entry.Name;
        foreach (var (key, text, length) in ((string, string, int)[])[("path", name, 100), ("linkpath", entry.Target, 100), ("uname", entry.UserName, 32), ("gname", entry.GroupName, 32)])
            if (!extended.ContainsKey(key) && (!Ascii.IsValid(text) || text.Length > length))
                extended[key] = text;
        Any time = entry.Time;
        foreach (var (key, value, digits) in ((string, Any, int)[])[("uid", entry.User, 8), ("gid", entry.Group, 8), ("size", entry.Size, 12), ("mtime", entry.Time, 12)])
        {
            var whole = (BigInteger)Operators.Index(Builtins.Get("int").Call(value));
            var fits = whole >= 0 && whole < BigInteger.Pow(8, digits - 1);
            if ((!fits || value.IsFloat) && !extended.ContainsKey(key))
                extended[key] = Operators.Str(value);
            if (key == "mtime")
                time = fits ? (PyInt)whole : 0;
        }
        var header = One(name, entry, (long)Operators.Index(time), entry.Kind, entry.Size);
        return extended.Count == 0 ? header : [.. Records(extended), .. header];
    }

    private static byte[] Records(PyDict<Any, Any> extended)
    {
        using var records = new MemoryStream();
        foreach (var (key, value) in extended)
        {
            var line = Codecs.Encode($" {Operators.Str(key)}={Operators.Str(value)}\n", "utf-8", "surrogateescape");
            // The length counts its own digits.
            var length = line.Length;
            while (length != line.Length + length.ToString(CultureInfo.InvariantCulture).Length)
                length = line.Length + length.ToString(CultureInfo.InvariantCulture).Length;
            records.Write([.. Encoding.ASCII.GetBytes(length.ToString(CultureInfo.InvariantCulture)), .. line]);
        }
        var data = records.ToArray();
        return [.. One("././@PaxHeader", new TarEntry { Mode = 0 }, 0, 'x', data.Length), .. Padded(data)];
    }

    private static byte[] One(string name, TarEntry entry, long time, char kind, long size)
    {
        var header = new byte[Block];
        void Text(int at, int length, string text)
        {
            var data = Codecs.Encode(text, "ascii", "replace");
            data.AsSpan(0, Math.Min(length, data.Length)).CopyTo(header.AsSpan(at));
        }

        void Number(int at, int digits, long number) => Text(at, digits, Convert.ToString(number, 8).PadLeft(digits - 1, '0'));

        static long Within(long number, int digits) => number >= 0 && number < 1L << (3 * (digits - 1)) ? number : 0;
        Text(0, 100, name);
        Number(100, 8, entry.Mode & 0xfff);
        Number(108, 8, Within(entry.User, 8));
        Number(116, 8, Within(entry.Group, 8));
        Number(124, 12, Within(size, 12));
        Number(136, 12, time);
        header[156] = (byte)kind;
        Text(157, 100, entry.Target);
        Text(257, 8, "ustar\0" + "00");
        Text(265, 32, entry.UserName);
        Text(297, 32, entry.GroupName);
        if (kind is TarEntry.CharacterDevice or TarEntry.BlockDevice)
        {
            Number(329, 8, entry.Major);
            Number(337, 8, entry.Minor);
        }
        Text(148, 8, Convert.ToString(Checksum(header), 8).PadLeft(6, '0') + "\0 ");
        return header;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="header">One block.</param>
    /// <param name="entry">What it says.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Read(ReadOnlySpan<byte> header, out TarEntry entry)
    {
        entry = new TarEntry();
        string Text(ReadOnlySpan<byte> field)
        {
            var end = field.IndexOf((byte)0);
            return Codecs.Decode(end < 0 ? field : field[..end], "utf-8", "surrogateescape");
        }

        if (!TryNumber(header.Slice(148, 8), out var sum))
            return "invalid header";
        if (sum != Checksum(header))
            return "bad checksum";
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
