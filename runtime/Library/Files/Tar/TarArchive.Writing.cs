using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>Writing members.</summary>
internal sealed partial class TarArchive
{
    private static void Writing(PyType type) => type
        .Method("gettarinfo", "self, name=None, arcname=None, fileobj=None", static a => Self(a[0]).EntryOf(a[1].IsNone ? a[3].Get("name") : a[1], a[2]))
        .Method("addfile", "self, tarinfo, fileobj=None", static (o, entry, file) => Lib.Do(() => Self(o).AddFile((TarEntry)entry.Ref!, file)))
        .Method("add", "self, name, arcname=None, recursive=True, *, filter=None", static a => Lib.Do(() => Self(a[0]).Add(PathText.Of(a[1]).Text, a[2].IsNone ? PathText.Of(a[1]).Text : PathText.Of(a[2]).Text, a[3].Truth, a[4])));

    private TarEntry EntryOf(Any path, Any arcname)
    {
        CheckOpen("awx");
        var status = FileStatus.Of(path, follow: ((Any)this).Get("dereference").Truth);
        var entry = new TarEntry
        {
            Name = PathText.Of(arcname.IsNone ? path : arcname).Text.TrimStart('/'),
            Mode = status.Mode, User = status.User, Group = status.Group, Size = status.IsFile ? status.Size : 0, Time = status.ModifySeconds,
            Kind = status.IsDirectory ? TarEntry.Folder : status.IsLink ? TarEntry.SymbolicLink : (status.Mode & 0xf000) switch { 0x1000 => TarEntry.Pipe, 0x2000 => TarEntry.CharacterDevice, 0x6000 => TarEntry.BlockDevice, _ => TarEntry.Regular },
            UserName = NameIn("/etc/passwd", status.User), GroupName = NameIn("/etc/group", status.Group),
        };
        if (status.IsLink)
            entry.Target = Operators.Str(Modules.Import("os").Get("readlink").Call(path));
        return entry;
    }

    private static string NameIn(string file, uint id)
        => File.Exists(file) ? File.ReadLines(file).Select(static l => l.Split(':')).FirstOrDefault(f => f.Length > 2 && f[2] == id.ToString(System.Globalization.CultureInfo.InvariantCulture))?[0] ?? "" : "";

    private void AddFile(TarEntry given, Any file)
    {
        CheckOpen("awx");
        if (file.IsNone && given.IsFile && given.Size != 0)
            throw new ValueError("fileobj not provided for non zero-size regular file");
        var entry = given.Copy();
        entry.Offset = _offset;
        Put(Buffers.Of(((Any)entry).Invoke("tobuf", ((Any)this).Get("format"), Encoding, Errors)).ToArray());
        entry.DataOffset = _offset;
        if (!file.IsNone)
        {
            var data = Buffers.Of(file.Invoke("read", entry.Size)).ToArray();
            if (data.Length < entry.Size)
                throw new OSError("unexpected end of data");
            Put(TarHeader.Padded(data));
        }
        _members.Add(entry);
    }

    private void Add(string path, string arcname, bool recursive, Any filter)
    {
        CheckOpen("awx");
        // The archive does not hold itself.
        if (_name.Ref is string own && PosixPaths.Absolute(path) == own)
            return;
        Any member = EntryOf(path, arcname);
        if (!filter.IsNone)
            member = filter.Call(member);
        if (member.Ref is not TarEntry entry)
            return;
        if (entry.IsFile)
        {
            var file = Builtins.Get("open").Call(path, "rb");
            AddFile(entry, file);
            file.Invoke("close");
            return;
        }
        AddFile(entry, Any.None);
        if (!entry.IsFolder || !recursive)
            return;
        foreach (var name in Operators.ToList(Modules.Import("os").Get("listdir").Call(path)).Select(Operators.Str).Order(StringComparer.Ordinal))
            Add(PosixPaths.Join(path, name), PosixPaths.Join(arcname, name), true, filter);
    }
}
