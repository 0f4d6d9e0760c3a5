using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Compression;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>Reading members.</summary>
internal sealed partial class ZipArchiveFile
{
    private static void Reading(PyType type) => type
        .Method("namelist", static o => Lib.List(Self(o)._entries.Select(static e => e.Name)))
        .Method("infolist", static o => Lib.List(Self(o)._entries.Select(static e => (Any)e)))
        .Method("getinfo", "self, name", static (o, name) => Self(o).Find(name))
        .Method("read", "self, name, pwd=None", static a => a[0].Invoke("open", a[1], "r", a[2]) is var opened ? PyBytes.Wrap(((ZipEntryReader)opened.Ref!).ReadBytes(-1)) : Any.None)
        .Method("open", "self, name, mode='r', pwd=None, *, force_zip64=False", static a => Self(a[0]).Open(a[1], Lib.Text(a[2]), a[3]))
        .Method("testzip", static o => Self(o).Test())
        .Method("setpassword", "self, pwd", static (o, pwd) => Lib.Do(() => Self(o)._password = pwd))
        .Method("printdir", "self, file=None", static (o, file) => Lib.Do(() => Self(o).PrintFolder(file)))
        .Method("extract", "self, member, path=None, pwd=None", static a => Self(a[0]).Extract(a[1], a[2], a[3]))
        .Method("extractall", "self, path=None, members=None, pwd=None", static a => Lib.Do(() =>
        {
            foreach (var member in a[2].IsNone ? a[0].Invoke("namelist") : a[2])
                Self(a[0]).Extract(member, a[1], a[3]);
        }));

    private ZipEntry Find(Any name)
        => PyValueInstance.Unwrap(name).Ref is string text && _names.TryGetValue(text, out var entry) ? entry
            : throw new KeyError($"There is no item named {Operators.Repr(name)} in the archive");

    private Any Open(Any name, string mode, Any password)
    {
        if (mode is not ("r" or "w"))
            throw new ValueError("open() requires mode \"r\" or \"w\"");
        if (!password.IsNone && mode == "w")
            throw new ValueError("pwd is only supported for reading files");
        CheckOpen();
        if (mode == "w")
            return OpenToWrite(name.Ref as ZipEntry ?? Named(Lib.Text(name)));
        var entry = name.Ref as ZipEntry ?? Find(name);
        if (_writing)
            throw new ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.");
        if ((entry.Flags & 1) != 0)
            throw new RuntimeError($"File {Str.Repr(entry.Name)} is encrypted, password required for extraction");
        ZipfileModule.CheckMethod(entry.Method);
        return new ZipEntryReader(entry, Packed(entry));
    }

    /// <summary>The data of a member as it stands in the archive.</summary>
    private byte[] Packed(ZipEntry entry)
    {
        var place = _mode == "r" ? 0 : Lib.Int(File.Invoke("tell"));
        File.Invoke("seek", entry.Offset);
        var header = Buffers.Of(File.Invoke("read", 30)).ToArray();
        if (header.Length < 30)
            throw ZipfileModule.Bad("Truncated file header");
        if (!header.AsSpan().StartsWith("PK\x3\x4"u8))
            throw ZipfileModule.Bad("Bad magic number for file header");
        var name = Buffers.Of(File.Invoke("read", header[26] | (header[27] << 8))).ToArray();
        var written = Codecs.Decode(name, (header[7] & 8) != 0 ? "utf-8" : "cp437", "strict");
        if (written != entry.GivenName)
            throw ZipfileModule.Bad($"File name in directory {Str.Repr(entry.GivenName)} and header {Operators.Repr(new PyBytes(name))} differ.");
        File.Invoke("read", header[28] | (header[29] << 8));
        var data = Buffers.Of(File.Invoke("read", entry.PackedSize)).ToArray();
        if (_mode != "r")
            File.Invoke("seek", place);
        return data;
    }

    private Any Test()
    {
        foreach (var entry in _entries)
        {
            try
            {
                _ = new ZipEntryReader(entry, Packed(entry)).ReadBytes(-1);
            }
            catch (PyException error) when (error.Class.Name == "BadZipFile")
            {
                return entry.Name;
            }
        }
        return Any.None;
    }

    private void PrintFolder(Any file)
    {
        var output = file.IsNone ? StdIO.CurrentOut : file;
        output.Invoke("write", TextFormat.Percent("%-46s %19s %12s", PyTuple.Of("File Name", "Modified    ", "Size")) + "\n");
        foreach (var entry in _entries)
        {
            var date = TextFormat.Percent("%d-%02d-%02d %02d:%02d:%02d", ZipEntry.FirstSix(entry.Date));
            output.Invoke("write", TextFormat.Percent("%-46s %s %12d", PyTuple.Of(entry.Name, date, entry.Size)) + "\n");
        }
    }

    private Any Extract(Any member, Any folder, Any password)
    {
        var entry = member.Ref as ZipEntry ?? Find(member);
        var home = folder.IsNone ? Directory.GetCurrentDirectory() : PathText.Of(folder).Text;
        // Nothing is written outside of the folder.
        var inside = string.Join('/', entry.Name.Split('/').Where(static p => p is not ("" or "." or "..")));
        if (inside.Length == 0 && !entry.IsFolder)
            throw new ValueError("Empty filename.");
        var target = PosixPaths.Normalise(PosixPaths.Join(home, inside));
        var os = Modules.Import("os");
        var parent = PosixPaths.Split(target).Head;
        if (parent.Length > 0 && !Directory.Exists(parent))
            os.Get("makedirs").Call(parent);
        if (entry.IsFolder)
        {
            if (!Directory.Exists(target))
                os.Get("mkdir").Call(target);
            return target;
        }
        var data = Open(entry, "r", password).Invoke("read");
        var output = Builtins.Get("open").Call(target, "wb");
        try
        {
            output.Invoke("write", data);
        }
        finally
        {
            output.Invoke("close");
        }
        return target;
    }
}
