using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>Writing members.</summary>
internal sealed partial class ZipArchiveFile
{
    private static void Writing(PyType type) => type
        .Method("writestr", "self, zinfo_or_arcname, data, compress_type=None, compresslevel=None", static a => Lib.Do(() => Self(a[0]).WriteText(a[1], a[2], a[3], a[4])))
        .Method("write", "self, filename, arcname=None, compress_type=None, compresslevel=None", static a => Lib.Do(() => Self(a[0]).WriteFile(a[1], a[2], a[3], a[4])))
        .Method("mkdir", "self, zinfo_or_directory_name, mode=511", static (o, name, mode) => Lib.Do(() => Self(o).MakeFolder(name, Lib.Int(mode))));

    private ZipEntry Named(string name)
    {
        var entry = ZipEntry.Made(name, PyTuple.Of(1980, 1, 1, 0, 0, 0));
        (entry.Method, entry.Level) = (Method, Level);
        return entry;
    }

    private void CheckWritable(ZipEntry entry, string method)
    {
        if (_names.ContainsKey(entry.Name))
            Warnings.Issue(UserWarning.Type, $"Duplicate name: {Str.Repr(entry.Name)}");
        if (_mode == "r")
            throw new ValueError($"{method}() requires mode 'w', 'x', or 'a'");
        CheckOpen("Attempt to write ZIP archive that was already closed");
        ZipfileModule.CheckMethod(entry.Method);
    }

    private void WriteText(Any target, Any data, Any method, Any level)
    {
        var bytes = PyValueInstance.Unwrap(data).Ref is string text ? Codecs.Encode(text, "utf-8", "strict") : Buffers.Of(data).ToArray();
        if (target.Ref is not ZipEntry entry)
        {
            var now = Modules.Import("time") is var time ? time.Get("localtime").Call(time.Get("time").Call()) : Any.None;
            entry = ZipEntry.Made(Lib.Text(target), ZipEntry.FirstSix(now));
            (entry.Method, entry.Level) = (Method, Level);
            entry.ExternalAttributes = entry.IsFolder ? (0x41fdL << 16) | 0x10 : 0x180L << 16;
        }
        CheckOpen("Attempt to write to ZIP archive that was already closed");
        if (_writing)
            throw new ValueError("Can't write to ZIP archive while an open writing handle exists.");
        if (!method.IsNone)
            entry.Method = (int)Lib.Int(method);
        if (!level.IsNone)
            entry.Level = level;
        var output = OpenToWrite(entry);
        ((ZipEntryWriter)output.Ref!).Write(bytes);
        output.Invoke("close");
    }

    private void WriteFile(Any path, Any arcname, Any method, Any level)
    {
        CheckOpen("Attempt to write to ZIP archive that was already closed");
        if (_writing)
            throw new ValueError("Can't write to ZIP archive while an open writing handle exists");
        var entry = ZipEntry.FromFile(path, arcname);
        if (entry.IsFolder)
        {
            MakeFolder(entry, 0);
            return;
        }
        entry.Method = method.IsNone ? Method : (int)Lib.Int(method);
        entry.Level = level.IsNone ? Level : level;
        var input = Builtins.Get("open").Call(path, "rb");
        try
        {
            var output = OpenToWrite(entry);
            ((ZipEntryWriter)output.Ref!).Write(Buffers.Of(input.Invoke("read")));
            output.Invoke("close");
        }
        finally
        {
            input.Invoke("close");
        }
    }

    private void MakeFolder(Any given, long mode)
    {
        if (given.Ref is not ZipEntry entry)
        {
            var name = Lib.Text(given);
            entry = ZipEntry.Made(name.EndsWith('/') ? name : name + "/", PyTuple.Of(1980, 1, 1, 0, 0, 0));
            entry.ExternalAttributes = (((0x4000 | mode) & 0xFFFF) << 16) | 0x10;
        }
        if (!entry.IsFolder)
            throw new ValueError("The given ZipInfo does not describe a directory");
        CheckWritable(entry, "write");
        Begin(entry);
        File.Invoke("write", PyBytes.Wrap(entry.Header()));
        Add(entry);
        _start = Lib.Int(File.Invoke("tell"));
    }

    /// <summary>Notes where a member begins.</summary>
    private void Begin(ZipEntry entry)
    {
        if (CanSeek)
            File.Invoke("seek", _start);
        entry.Offset = CanSeek ? Lib.Int(File.Invoke("tell")) : _start;
        _changed = true;
    }

    private Any OpenToWrite(ZipEntry entry)
    {
        if (_writing)
            throw new ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before opening another.");
        (entry.PackedSize, entry.Check, entry.Flags) = (0, 0, CanSeek ? 0 : ZipEntry.SizesBehind);
        if (entry.ExternalAttributes == 0)
            entry.ExternalAttributes = 0x180L << 16;
        CheckWritable(entry, "write");
        Begin(entry);
        File.Invoke("write", PyBytes.Wrap(entry.Header()));
        _writing = true;
        return new ZipEntryWriter(this, entry);
    }

    /// <summary>Ends a member: its header says now how long it is.</summary>
    internal void Finish(ZipEntry entry, long packed)
    {
        if ((entry.Flags & ZipEntry.SizesBehind) != 0)
        {
            File.Invoke("write", PyBytes.Wrap([.. "PK\x7\x8"u8, .. ZipEntry.U32(entry.Check), .. ZipEntry.U32(entry.PackedSize), .. ZipEntry.U32(entry.Size)]));
            _start = entry.Offset + entry.Header().Length + packed + 16;
        }
        else
        {
            _start = Lib.Int(File.Invoke("tell"));
            File.Invoke("seek", entry.Offset);
            File.Invoke("write", PyBytes.Wrap(entry.Header()));
            File.Invoke("seek", _start);
        }
        Add(entry);
        _writing = false;
    }
}
