using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>One member of an archive: <see href="https://docs.python.org/3.13/library/zipfile.html#zipinfo-objects">zipfile.ZipInfo</see>.</summary>
internal sealed class ZipEntry : PyContainer
{
    public const int Utf8Name = 0x800;
    public const int SizesBehind = 0x08;

    public static readonly PyType Type = CreateType();

    private Any _date = PyTuple.Of(1980, 1, 1, 0, 0, 0);
    private Any _comment = new PyBytes([]);
    private Any _extra = new PyBytes([]);

    public string Name { get; set; } = "NoName";

    public string GivenName { get; set; } = "NoName";

    public int Method { get; set; }

    public Any Level { get; set; } = Any.None;

    public int System { get; set; } = 3;

    public int CreateVersion { get; set; } = 20;

    public int ExtractVersion { get; set; } = 20;

    public int Flags { get; set; }

    public long InternalAttributes { get; set; }

    public long ExternalAttributes { get; set; }

    public long Offset { get; set; }

    public uint Check { get; set; }

    public long PackedSize { get; set; }

    public long Size { get; set; }

    public byte[] Comment
    {
        get => Buffers.Of(_comment).ToArray();
        set => _comment = new PyBytes(value);
    }

    public byte[] Extra
    {
        get => Buffers.Of(_extra).ToArray();
        set => _extra = new PyBytes(value);
    }

    public Any Date
    {
        get => _date;
        set => _date = value;
    }

    public bool IsFolder => Name.EndsWith('/');

    protected override PyType BuiltinClass => Type;

    private static ZipEntry Self(Any o) => (ZipEntry)o.Ref!;

    public static ZipEntry Made(string name, Any date)
    {
        var entry = new ZipEntry();
        entry.Initialise(name, date);
        return entry;
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("ZipInfo", module: "zipfile");
        type.New(static (cls, _) =>
        {
            var made = new ZipEntry();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, filename='NoName', date_time=", static a => Lib.Do(() => Self(a[0]).Initialise(Lib.Text(a[1]), a[2])), PyTuple.Of(1980, 1, 1, 0, 0, 0))
            .Property("filename", static o => Self(o).Name, static (o, v) => Self(o).Name = Lib.Text(v))
            .Property("orig_filename", static o => Self(o).GivenName, static (o, v) => Self(o).GivenName = Lib.Text(v))
            .Property("date_time", static o => Self(o)._date, static (o, v) => Self(o)._date = v)
            .Property("compress_type", static o => Self(o).Method, static (o, v) => Self(o).Method = (int)Lib.Int(v))
            .Property("compress_level", static o => Self(o).Level, static (o, v) => Self(o).Level = v)
            .Property("comment", static o => Self(o)._comment, static (o, v) => Self(o)._comment = v)
            .Property("extra", static o => Self(o)._extra, static (o, v) => Self(o)._extra = v)
            .Property("create_system", static o => Self(o).System, static (o, v) => Self(o).System = (int)Lib.Int(v))
            .Property("create_version", static o => Self(o).CreateVersion, static (o, v) => Self(o).CreateVersion = (int)Lib.Int(v))
            .Property("extract_version", static o => Self(o).ExtractVersion, static (o, v) => Self(o).ExtractVersion = (int)Lib.Int(v))
            .Property("reserved", static _ => 0).Property("volume", static _ => 0)
            .Property("flag_bits", static o => Self(o).Flags, static (o, v) => Self(o).Flags = (int)Lib.Int(v))
            .Property("internal_attr", static o => Self(o).InternalAttributes, static (o, v) => Self(o).InternalAttributes = Lib.Int(v))
            .Property("external_attr", static o => Self(o).ExternalAttributes, static (o, v) => Self(o).ExternalAttributes = Lib.Int(v))
            .Property("header_offset", static o => Self(o).Offset, static (o, v) => Self(o).Offset = Lib.Int(v))
            .Property("CRC", static o => (long)Self(o).Check, static (o, v) => Self(o).Check = (uint)Lib.Int(v))
            .Property("compress_size", static o => Self(o).PackedSize, static (o, v) => Self(o).PackedSize = Lib.Int(v))
            .Property("file_size", static o => Self(o).Size, static (o, v) => Self(o).Size = Lib.Int(v))
            .Method("is_dir", static o => Self(o).IsFolder)
            .Method("FileHeader", "self, zip64=None", static (o, _) => PyBytes.Wrap(Self(o).Header()))
            .ClassMethod("from_file", "cls, filename, arcname=None, *, strict_timestamps=True", static a => FromFile(a[1], a[2]))
            .Method("__repr__", static o => Self(o).Shown());
    }

    private void Initialise(string name, Any date)
    {
        GivenName = name;
        var end = name.IndexOf('\0', StringComparison.Ordinal);
        Name = end >= 0 ? name[..end] : name;
        _date = date;
        if (Operators.Index(date[0]) < 1980)
            throw new ValueError("ZIP does not support timestamps before 1980");
    }

    public static ZipEntry FromFile(Any path, Any arcname)
    {
        var status = FileStatus.Of(path);
        var when = Modules.Import("time").Get("localtime").Call(status.ModifySeconds);
        var name = PosixPaths.Normalise(arcname.IsNone ? PathText.Of(path).Text : PathText.Of(arcname).Text).TrimStart('/');
        var entry = Made(status.IsDirectory ? name + "/" : name, FirstSix(when));
        entry.ExternalAttributes = (long)(status.Mode & 0xFFFF) << 16;
        if (status.IsDirectory)
            entry.ExternalAttributes |= 0x10;
        else
            entry.Size = status.Size;
        return entry;
    }

    public static PyTuple FirstSix(Any time) => new([.. Operators.ToList(time).Take(6)]);

    private string Shown()
    {
        var text = $"<{Class.Name} filename={Str.Repr(Name)}";
        if (Method != 0)
            text += $" compress_type={MethodName(Method)}";
        if (ExternalAttributes >> 16 is not 0 and var mode)
            text += $" filemode={Str.Repr(StatModule.FileMode(mode))}";
        if ((ExternalAttributes & 0xFFFF) is not 0 and var low)
            text += $" external_attr=0x{low:x}";
        if (!IsFolder || Size != 0)
            text += $" file_size={Size}";
        if ((!IsFolder || PackedSize != 0) && (Method != 0 || Size != PackedSize))
            text += $" compress_size={PackedSize}";
        return text + ">";
    }

    public static string MethodName(int method) => method switch
    {
        0 => "store", 1 => "shrink", 6 => "implode", 8 => "deflate", 9 => "deflate64", 12 => "bzip2", 14 => "lzma", 97 => "wavpack", 98 => "ppmd",
        _ => method.ToString(global::System.Globalization.CultureInfo.InvariantCulture),
    };

    private (byte[] Name, int Flags) EncodedName()
        => global::System.Text.Ascii.IsValid(Name) ? (Buffers.FromLatin1(Name), Flags) : (Codecs.Encode(Name, "utf-8", "strict"), Flags | Utf8Name);

    private (ushort Time, ushort Date) DosTime()
    {
        var d = Operators.ToList(_date).Select(Lib.Int).ToArray();
        return ((ushort)((d[3] << 11) | (d[4] << 5) | (d[5] / 2)), (ushort)(((d[0] - 1980) << 9) | (d[1] << 5) | d[2]));
    }

    /// <summary>The header before the member's data.</summary>
    public byte[] Header()
    {
        var (name, flags) = EncodedName();
        var (time, date) = DosTime();
        var behind = (Flags & SizesBehind) != 0;
        return
        [
            .. "PK\x3\x4"u8, (byte)Math.Max(Method == ZipfileModule.Bzip2 ? 46 : 20, ExtractVersion), 0, .. U16(flags), .. U16(Method), .. U16(time), .. U16(date),
            .. U32(behind ? 0 : Check), .. U32(behind ? 0 : PackedSize), .. U32(behind ? 0 : Size), .. U16(name.Length), .. U16(Extra.Length), .. name, .. Extra,
        ];
    }

    /// <summary>The record in the directory at the archive's end.</summary>
    public byte[] Record()
    {
        var (name, flags) = EncodedName();
        var (time, date) = DosTime();
        return
        [
            .. "PK\x1\x2"u8, (byte)Math.Max(Method == ZipfileModule.Bzip2 ? 46 : 20, CreateVersion), (byte)System, (byte)Math.Max(Method == ZipfileModule.Bzip2 ? 46 : 20, ExtractVersion), 0, .. U16(flags), .. U16(Method), .. U16(time), .. U16(date),
            .. U32(Check), .. U32(PackedSize), .. U32(Size), .. U16(name.Length), .. U16(Extra.Length), .. U16(Comment.Length), 0, 0,
            .. U16(InternalAttributes), .. U32(ExternalAttributes), .. U32(Offset), .. name, .. Extra, .. Comment,
        ];
    }

    public static byte[] U16(long value)
    {
        var data = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(data, (ushort)value);
        return data;
    }

    public static byte[] U32(long value)
    {
        var data = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(data, (uint)value);
        return data;
    }
}
