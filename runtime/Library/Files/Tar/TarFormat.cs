using System.Globalization;
using System.Numerics;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>How headers are written: in <see href="https://docs.python.org/3.13/library/tarfile.html#supported-tar-formats">one of three formats</see>, and in an encoding.</summary>
internal sealed record TarFormat(long Kind, string Encoding, string Errors)
{
    public const int Ustar = 0, Gnu = 1, Pax = 2;

    private const int NameLength = 100, PrefixLength = 155;

    private const string PosixMagic = "ustar\0" + "00", GnuMagic = "ustar  \0";

    /// <summary>The blocks before a member's data.</summary>
    /// <exception cref="ValueError">The format cannot say it.</exception>
    public byte[] Write(TarEntry entry)
    {
        var name = entry.IsFolder && !entry.Name.EndsWith('/') ? entry.Name + "/" : entry.Name;
        return Kind switch
        {
            Ustar => WriteUstar(entry, name),
            Gnu => [.. Long('K', entry.Target), .. Long('L', name), .. One(entry, name, GnuMagic)],
            Pax => WritePax(entry, name),
            _ => throw new ValueError("invalid format"),
        };
    }

    /// <summary>What is true of all members.</summary>
    public static byte[] Global(PyDict<Any, Any> extended) => Records(extended, 'g', "utf-8");

    private byte[] Bytes(string text) => Codecs.Encode(text, Encoding, Errors);

    private byte[] WriteUstar(TarEntry entry, string name)
    {
        if (Bytes(entry.Target).Length > NameLength)
            throw new ValueError("linkname is too long");
        if (Bytes(name).Length <= NameLength)
            return One(entry, name, PosixMagic);
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
            if (Bytes(name[..slash]).Length <= PrefixLength && Bytes(name[(slash + 1)..]).Length <= NameLength)
                return One(entry, name[(slash + 1)..], PosixMagic, name[..slash]);
        throw new ValueError("name is too long");
    }

    /// <summary>A text that is too long for its field, as a member of its own before.</summary>
    private byte[] Long(char kind, string text)
    {
        var data = Bytes(text);
        return data.Length <= NameLength ? [] : [.. One(new TarEntry { Mode = 0, Kind = kind, Size = data.Length + 1 }, "././@LongLink", GnuMagic), .. TarHeader.Padded([.. data, 0])];
    }

    private byte[] WritePax(TarEntry entry, string name)
    {
        var extended = new PyDict<Any, Any>(entry.Extended.Select(static p => p));
        foreach (var (key, text, length) in ((string, string, int)[])[("path", name, NameLength), ("linkpath", entry.Target, NameLength), ("uname", entry.UserName, 32), ("gname", entry.GroupName, 32)])
            if (!extended.ContainsKey(key) && (!Ascii.IsValid(text) || text.Length > length))
                extended[key] = text;
        var plain = entry.Copy();
        foreach (var (key, value, digits) in ((string, Any, int)[])[("uid", entry.User, 8), ("gid", entry.Group, 8), ("size", entry.Size, 12), ("mtime", entry.Time, 12)])
        {
            var whole = (BigInteger)Operators.Index(value.IsFloat ? Builtins.Get("round").Call(value) : value);
            var fits = whole >= 0 && whole < BigInteger.Pow(8, digits - 1);
            if ((!fits || value.IsFloat) && !extended.ContainsKey(key))
                extended[key] = Operators.Str(value);
            if (!fits || value.IsFloat)
                ((Any)plain).Set(key, fits ? (PyInt)whole : 0);
        }
        var header = new TarFormat(Ustar, "ascii", "replace").One(plain, name, PosixMagic);
        return extended.Count == 0 ? header : [.. Records(extended, 'x', Encoding), .. header];
    }

    private static byte[] Records(PyDict<Any, Any> extended, char kind, string encoding)
    {
        // Texts that were bytes of no known encoding become these bytes again.
        var isBinary = extended.Any(static p => !IsText(Operators.Str(p.Value)));
        using var records = new MemoryStream();
        if (isBinary)
            records.Write("21 hdrcharset=BINARY\n"u8);
        foreach (var (key, value) in extended)
        {
            byte[] line = [.. Codecs.Encode($" {Operators.Str(key)}=", "utf-8", "strict"), .. Codecs.Encode(Operators.Str(value), isBinary ? encoding : "utf-8", isBinary ? "surrogateescape" : "strict"), (byte)'\n'];
            // The length counts its own digits.
            var length = line.Length;
            while (length != line.Length + length.ToString(CultureInfo.InvariantCulture).Length)
                length = line.Length + length.ToString(CultureInfo.InvariantCulture).Length;
            records.Write([.. System.Text.Encoding.ASCII.GetBytes(length.ToString(CultureInfo.InvariantCulture)), .. line]);
        }
        var data = records.ToArray();
        return [.. new TarFormat(Ustar, "ascii", "replace").One(new TarEntry { Mode = 0, Kind = kind, Size = data.Length }, "././@PaxHeader", PosixMagic), .. TarHeader.Padded(data)];
    }

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }

    private byte[] One(TarEntry entry, string name, string magic, string prefix = "")
    {
        var header = new byte[TarHeader.Block];
        void Text(int at, int length, string text)
        {
            var data = Bytes(text);
            data.AsSpan(0, Math.Min(length, data.Length)).CopyTo(header.AsSpan(at));
        }

        Text(0, NameLength, name);
        Number(entry.Mode & 0xfff, 8).CopyTo(header, 100);
        Number(entry.User, 8).CopyTo(header, 108);
        Number(entry.Group, 8).CopyTo(header, 116);
        Number(entry.Size, 12).CopyTo(header, 124);
        Number(entry.Time, 12).CopyTo(header, 136);
        header[156] = (byte)entry.Kind;
        Text(157, NameLength, entry.Target);
        Buffers.FromLatin1(magic).CopyTo(header, 257);
        Text(265, 32, entry.UserName);
        Text(297, 32, entry.GroupName);
        if (entry.Kind is TarEntry.CharacterDevice or TarEntry.BlockDevice)
        {
            Number(entry.Major, 8).CopyTo(header, 329);
            Number(entry.Minor, 8).CopyTo(header, 337);
        }
        Text(345, PrefixLength, prefix);
        System.Text.Encoding.ASCII.GetBytes(Octal(TarHeader.Checksum(header), 7) + " ").CopyTo(header, 148);
        return header;
    }

    private static string Octal(BigInteger number, int digits) => Convert.ToString((long)number, 8).PadLeft(digits - 1, '0') + "\0";

    /// <summary>Octal digits, or in GNU's format the bytes of a number that has too many.</summary>
    private byte[] Number(Any value, int digits)
    {
        var number = (BigInteger)Operators.Index(Builtins.Get("int").Call(value));
        if (number >= 0 && number < BigInteger.Pow(8, digits - 1))
            return System.Text.Encoding.ASCII.GetBytes(Octal(number, digits));
        var limit = BigInteger.Pow(256, digits - 1);
        if (Kind != Gnu || number < -limit || number >= limit)
            throw new ValueError("overflow in number field");
        var field = new byte[digits];
        Array.Fill(field, number < 0 ? (byte)0xff : (byte)0);
        var bytes = number.ToByteArray(isBigEndian: true);
        bytes.AsSpan(Math.Max(0, bytes.Length - digits + 1)).CopyTo(field.AsSpan(Math.Max(1, digits - bytes.Length)));
        field[0] = number < 0 ? (byte)0xff : (byte)0x80;
        return field;
    }
}
