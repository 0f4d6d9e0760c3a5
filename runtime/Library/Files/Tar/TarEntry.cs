using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>One member of an archive: <see href="https://docs.python.org/3.13/library/tarfile.html#tarinfo-objects">tarfile.TarInfo</see>.</summary>
internal sealed class TarEntry : PyContainer
{
    public const char Regular = '0';
    public const char HardLink = '1';
    public const char SymbolicLink = '2';
    public const char CharacterDevice = '3';
    public const char BlockDevice = '4';
    public const char Folder = '5';
    public const char Pipe = '6';

    public static readonly PyType Type = CreateType();

    public string Name { get; set; } = "";

    public long Mode { get; set; } = 0x1a4;

    public long User { get; set; }

    public long Group { get; set; }

    public long Size { get; set; }

    public Any Time { get; set; } = 0;

    public char Kind { get; set; } = Regular;

    public string Target { get; set; } = "";

    public string UserName { get; set; } = "";

    public string GroupName { get; set; } = "";

    public long Major { get; set; }

    public long Minor { get; set; }

    public long Offset { get; set; }

    public long DataOffset { get; set; }

    public PyDict<Any, Any> Extended { get; set; } = [];

    public bool IsFile => Kind is Regular or '\0' or '7' or 'S';

    public bool IsFolder => Kind == Folder;

    public bool IsDevice => Kind is CharacterDevice or BlockDevice or Pipe;

    protected override PyType BuiltinClass => Type;

    private static TarEntry Self(Any o) => (TarEntry)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("TarInfo", module: "tarfile");
        type.HasInstanceDict = true;
        type.New(static (cls, _) =>
        {
            var made = new TarEntry();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, name=''", static (o, name) => Lib.Do(() => Self(o).Name = Lib.Text(name)))
            .Property("name", static o => Self(o).Name, static (o, v) => Self(o).Name = Lib.Text(v)).Property("path", static o => Self(o).Name, static (o, v) => Self(o).Name = Lib.Text(v))
            .Property("linkname", static o => Self(o).Target, static (o, v) => Self(o).Target = Lib.Text(v)).Property("linkpath", static o => Self(o).Target, static (o, v) => Self(o).Target = Lib.Text(v))
            .Property("mode", static o => Self(o).Mode, static (o, v) => Self(o).Mode = Lib.Int(v))
            .Property("uid", static o => Self(o).User, static (o, v) => Self(o).User = Lib.Int(v)).Property("gid", static o => Self(o).Group, static (o, v) => Self(o).Group = Lib.Int(v))
            .Property("size", static o => Self(o).Size, static (o, v) => Self(o).Size = Lib.Int(v))
            .Property("mtime", static o => Self(o).Time, static (o, v) => Self(o).Time = v)
            .Property("type", static o => PyBytes.FromLatin1(Self(o).Kind.ToString()), static (o, v) => Self(o).Kind = Buffers.ToLatin1(Buffers.Of(v))[0])
            .Property("uname", static o => Self(o).UserName, static (o, v) => Self(o).UserName = Lib.Text(v)).Property("gname", static o => Self(o).GroupName, static (o, v) => Self(o).GroupName = Lib.Text(v))
            .Property("devmajor", static o => Self(o).Major, static (o, v) => Self(o).Major = Lib.Int(v)).Property("devminor", static o => Self(o).Minor, static (o, v) => Self(o).Minor = Lib.Int(v))
            .Property("offset", static o => Self(o).Offset).Property("offset_data", static o => Self(o).DataOffset)
            .Property("pax_headers", static o => Self(o).Extended, static (o, v) => Self(o).Extended = new PyDict<Any, Any>(Operators.MappingItems(v).Select(static p => KeyValuePair.Create(p.Item1, p.Item2))))
            .Property("chksum", static o => Self(o).Sum ?? 0)
            .Method("isfile", static o => Self(o).IsFile).Method("isreg", static o => Self(o).IsFile).Method("isdir", static o => Self(o).IsFolder)
            .Method("issym", static o => Self(o).Kind == SymbolicLink).Method("islnk", static o => Self(o).Kind == HardLink)
            .Method("ischr", static o => Self(o).Kind == CharacterDevice).Method("isblk", static o => Self(o).Kind == BlockDevice).Method("isfifo", static o => Self(o).Kind == Pipe)
            .Method("issparse", static _ => false).Method("isdev", static o => Self(o).IsDevice)
            .Method("tobuf", "self, format=2, encoding='utf-8', errors='surrogateescape'", static a => PyBytes.Wrap(new TarFormat(Lib.Int(a[1]), Lib.Text(a[2]), Lib.Text(a[3])).Write(Self(a[0]))))
            .Method("get_info", static o => Self(o).Described())
            .Method("replace", "self, *, name=None, mtime=None, mode=None, linkname=None, uid=None, gid=None, uname=None, gname=None, deep=True", static a => Self(a[0]).Replaced(a))
            .Method("__repr__", static o => $"<TarInfo {Str.Repr(Self(o).Name)} at {Operators.Address(o.Ref!)}>");
    }

    /// <summary>The sum that the header it was read from had.</summary>
    public long? Sum { get; set; }

    private Any Described()
    {
        Any self = this;
        var all = new PyDict<Any, Any>();
        foreach (var name in (string[])["name", "mode", "uid", "gid", "size", "mtime", "chksum", "type", "linkname", "uname", "gname", "devmajor", "devminor"])
            all[name] = name == "mode" ? Mode & 0xfff : name == "name" && IsFolder && !Name.EndsWith('/') ? Name + "/" : self.Get(name);
        return all;
    }

    public TarEntry Copy()
    {
        var copy = (TarEntry)MemberwiseClone();
        copy.Extended = new PyDict<Any, Any>(Extended.Select(static p => p));
        return copy;
    }

    private TarEntry Replaced(Any[] a)
    {
        var copy = Copy();
        foreach (var (name, value) in ((string, Any)[])[("name", a[1]), ("mtime", a[2]), ("mode", a[3]), ("linkname", a[4]), ("uid", a[5]), ("gid", a[6]), ("uname", a[7]), ("gname", a[8])])
            if (!value.IsNone)
                ((Any)copy).Set(name, value);
        return copy;
    }
}
