using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>The directory at the end of an archive.</summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;

    /// <summary>Where the directory is, how long, and the archive's comment.</summary>
    public readonly record struct End(long Place, long Size, long Offset, byte[] Comment)
    {
        /// <summary>Bytes before the archive itself, as self-extracting archives have them.</summary>
        public long Before => Place - Size - Offset;
    }

    private static byte[] Read(Any file, long count) => Buffers.Of(file.Invoke("read", count)).ToArray();

    private static int U16(byte[] data, int at) => BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at));

    private static long U32(byte[] data, int at) => BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at));

    /// <summary>The record of the end; null where the file is no archive.</summary>
    public static End? Find(Any file)
    {
        var size = Lib.Int(file.Invoke("seek", 0, 2));
        var start = Math.Max(0, size - EndSize - 65535);
        file.Invoke("seek", start);
        var tail = Read(file, size - start);
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            if (!tail.AsSpan(at).StartsWith("PK\x5\x6"u8) || at + EndSize + U16(tail, at + 20) > tail.Length)
                continue;
            return new End(start + at, U32(tail, at + 12), U32(tail, at + 16), tail[(at + EndSize)..(at + EndSize + U16(tail, at + 20))]);
        }
        return null;
    }

    /// <summary>All members, in the directory's order.</summary>
    /// <exception cref="PyException">The file is no archive, or a broken one.</exception>
    public static List<ZipEntry> Entries(Any file, out End end)
    {
        try
        {
            end = Find(file) ?? throw ZipfileModule.Bad("File is not a zip file");
        }
        catch (OSError)
        {
            throw ZipfileModule.Bad("File is not a zip file");
        }
        var start = end.Offset + end.Before;
        if (start < 0)
            throw ZipfileModule.Bad("Bad offset for central directory");
        file.Invoke("seek", start);
        var data = Read(file, end.Size);
        var entries = new List<ZipEntry>();
        for (var at = 0; at < end.Size;)
        {
            if (at + 46 > data.Length)
                throw ZipfileModule.Bad("Truncated central directory");
            if (!data.AsSpan(at).StartsWith("PK\x1\x2"u8))
                throw ZipfileModule.Bad("Bad magic number for central directory");
            entries.Add(Entry(data, at, end.Before));
            at += 46 + U16(data, at + 28) + U16(data, at + 30) + U16(data, at + 32);
        }
        return entries;
    }

    private static ZipEntry Entry(byte[] data, int at, long before)
    {
        var name = data[(at + 46)..(at + 46 + U16(data, at + 28))];
        var flags = U16(data, at + 8);
        var (time, date) = (U16(data, at + 12), U16(data, at + 14));
        var extra = at + 46 + name.Length;
        var comment = extra + U16(data, at + 30);
        var entry = new ZipEntry
        {
            CreateVersion = data[at + 4], System = data[at + 5], ExtractVersion = data[at + 6], Flags = flags, Method = U16(data, at + 10),
            Check = (uint)U32(data, at + 16), PackedSize = U32(data, at + 20), Size = U32(data, at + 24),
            InternalAttributes = U16(data, at + 36), ExternalAttributes = U32(data, at + 38), Offset = U32(data, at + 42) + before,
            Extra = data[extra..comment], Comment = data[comment..(comment + U16(data, at + 32))],
            Date = PyTuple.Of((date >> 9) + 1980, (date >> 5) & 0xF, date & 0x1F, time >> 11, (time >> 5) & 0x3F, (time & 0x1F) * 2),
        };
        entry.Name = entry.GivenName = Codecs.Decode(name, (flags & ZipEntry.Utf8Name) != 0 ? "utf-8" : "cp437", "strict");
        return entry;
    }

    /// <summary>The directory and the record of the end.</summary>
    public static byte[] Written(IReadOnlyCollection<ZipEntry> entries, long offset, byte[] comment)
    {
        byte[] records = [.. entries.SelectMany(static e => e.Record())];
        return
        [
            .. records, .. "PK\x5\x6"u8, 0, 0, 0, 0, .. ZipEntry.U16(entries.Count), .. ZipEntry.U16(entries.Count), .. ZipEntry.U32(records.Length), .. ZipEntry.U32(offset),
            .. ZipEntry.U16(comment.Length), .. comment,
        ];
    }
}
