using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>Reading members.</summary>
internal sealed partial class TarArchive
{
    private static void Reading(PyType type) => type
        .Method("__iter__", static o => new SequenceOf(s_members, Self(o)._members.Select(static m => (Any)m)))
        .Method("next", static o => Self(o)._next < Self(o)._members.Count ? Self(o)._members[Self(o)._next++] : Any.None)
        .Method("getmembers", static o => Lib.List(Self(o)._members.Select(static m => (Any)m)))
        .Method("getnames", static o => Lib.List(Self(o)._members.Select(static m => m.Name)))
        .Method("getmember", "self, name", static (o, name) => Self(o).Find(Lib.Text(name)))
        .Method("extractfile", "self, member", static (o, member) => Self(o).FileOf(member))
        .Method("list", "self, verbose=True, *, members=None", static (o, verbose, members) => Lib.Do(() => Self(o).Print(verbose.Truth, members)));

    private static readonly PyType s_members = PyIterator.DeclareType("generator");

    private TarEntry Find(string name)
    {
        CheckOpen();
        return _members.FindLast(m => m.Name == name.TrimEnd('/')) ?? throw new KeyError($"filename {Str.Repr(name)} not found");
    }

    /// <summary>Reads all headers.</summary>
    private void Load(string packing)
    {
        var raw = Buffers.Of(_file.Invoke("read")).ToArray();
        var packed = raw.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
        if (packing == "gz" && !packed)
            throw TarfileModule.ReadError("not a gzip file");
        var bzip2 = raw.AsSpan().StartsWith("BZh"u8);
        if (packing == "bz2" && !bzip2)
            throw TarfileModule.ReadError("not a bzip2 file");
        var xz = raw.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]);
        if (packing == "xz" && !xz)
            throw TarfileModule.ReadError("not an lzma file");
        if (xz && packing is "xz" or "*" && xz)
            raw = Buffers.Of(Modules.Import("lzma").Get("decompress").Call(PyBytes.Wrap(raw))).ToArray();
        if (bzip2 && packing is "bz2" or "*" && bzip2)
            raw = Buffers.Of(Modules.Import("bz2").Get("decompress").Call(PyBytes.Wrap(raw))).ToArray();
        _data = packed && packing is "gz" or "*" && packed ? Buffers.Of(Modules.Import("gzip").Get("decompress").Call(PyBytes.Wrap(raw))).ToArray() : raw;
        var error = Members();
        if (error is not null && !(_mode == "a" && _data.Length == 0))
            throw TarfileModule.ReadError(packing == "*"
                ? $"file could not be opened successfully:\n- method gz: ReadError({Str.Repr(raw.Length == 0 ? error : "not a gzip file")})\n- method bz2: ReadError('not a bzip2 file')\n- method xz: ReadError('not an lzma file')\n- method tar: ReadError({Str.Repr(error)})"
                : error);
        if (_mode == "a")
            _file.Invoke("seek", _offset);
    }

    /// <summary>Finds the members; what is wrong with the first header, or null.</summary>
    private string? Members()
    {
        var common = (PyDict)((Any)this).Get("pax_headers").Ref!;
        var ignoresZeros = ((Any)this).Get("ignore_zeros").Truth;
        while (true)
        {
            if (_offset + TarHeader.Block > _data.Length)
                return _offset > 0 ? null : _data.Length == 0 ? "empty file" : "truncated header";
            var block = _data.AsSpan((int)_offset, TarHeader.Block);
            if (!block.ContainsAnyExcept((byte)0))
            {
                if (!ignoresZeros)
                    return null;
                _offset += TarHeader.Block;
                continue;
            }
            var start = _offset;
            PyDict<Any, Any> own = [], names = [];
            TarEntry entry;
            while (true)
            {
                if (_offset + TarHeader.Block > _data.Length)
                    return null;
                var wrong = TarHeader.Read(_data.AsSpan((int)_offset, TarHeader.Block), out entry, Encoding, Errors);
                if (wrong is not null && !ignoresZeros)
                    return start == 0 ? wrong : null;
                _offset += TarHeader.Block;
                if (wrong is not null)
                    continue;
                if (entry.Kind is not ('x' or 'X' or 'g' or 'L' or 'K'))
                    break;
                var body = _data.AsSpan((int)_offset, (int)Math.Min(entry.Size, _data.Length - _offset));
                if (entry.Kind is 'L' or 'K')
                    names[entry.Kind == 'L' ? "path" : "linkpath"] = Codecs.Decode(body.TrimEnd((byte)0), Encoding, Errors);
                else
                    Records(body, entry.Kind == 'g' ? common : own);
                _offset += (entry.Size + TarHeader.Block - 1) / TarHeader.Block * TarHeader.Block;
            }
            (entry.Offset, entry.DataOffset) = (start, _offset);
            entry.Extended = new PyDict<Any, Any>(common.Entries().Select(static p => KeyValuePair.Create(p.Key, p.Value)));
            foreach (var (key, value) in own.Entries())
                entry.Extended[key] = value;
            foreach (var (key, value) in names.Entries().Concat(entry.Extended.Entries()))
                Apply(entry, Operators.Str(key), value);
            if (entry.IsFile)
                _offset += (entry.Size + TarHeader.Block - 1) / TarHeader.Block * TarHeader.Block;
            _members.Add(entry);
        }
    }

    private static void Records(ReadOnlySpan<byte> data, PyDict into)
    {
        while (data.IndexOf((byte)' ') is > 0 and var space && int.TryParse(data[..space], CultureInfo.InvariantCulture, out var length) && length > space + 1 && length <= data.Length)
        {
            var record = Codecs.Decode(data[(space + 1)..(length - 1)], "utf-8", "surrogateescape");
            var equal = record.IndexOf('=', StringComparison.Ordinal);
            if (equal > 0)
                Operators.SetItem(into, record[..equal], record[(equal + 1)..]);
            data = data[length..];
        }
    }

    private static void Apply(TarEntry entry, string key, Any value)
    {
        var text = Operators.Str(value);
        switch (key)
        {
            case "path":
                entry.Name = text.TrimEnd('/');
                break;
            case "linkpath":
                entry.Target = text;
                break;
            case "uname":
                entry.UserName = text;
                break;
            case "gname":
                entry.GroupName = text;
                break;
            case "mtime":
                entry.Time = PyFloat.Parse(text);
                break;
            case "size" or "uid" or "gid" when long.TryParse(text, CultureInfo.InvariantCulture, out var number):
                (entry.Size, entry.User, entry.Group) = (key == "size" ? number : entry.Size, key == "uid" ? number : entry.User, key == "gid" ? number : entry.Group);
                break;
        }
    }

    private TarEntry Member(Any given) => given.Ref as TarEntry ?? Find(Lib.Text(given));

    private byte[] DataOf(TarEntry entry)
    {
        var end = entry.DataOffset + entry.Size;
        return end <= _data.Length ? _data[(int)entry.DataOffset..(int)end] : throw TarfileModule.ReadError("unexpected end of data");
    }

    private Any FileOf(Any given)
    {
        CheckOpen("r");
        var entry = Member(given);
        if (entry.Kind is TarEntry.HardLink or TarEntry.SymbolicLink)
            return FileOf(Linked(entry));
        if (!entry.IsFile)
            return Any.None;
        var stream = new PyBytesIO();
        stream.Initialise(DataOf(entry));
        ((Any)stream).Set("name", entry.Name);
        return IOTypes.BufferedReader.Call(stream);
    }

    private TarEntry Linked(TarEntry entry)
    {
        var name = entry.Kind == TarEntry.SymbolicLink ? PosixPaths.Normalise(PosixPaths.Join(PosixPaths.Split(entry.Name).Head, entry.Target)) : entry.Target;
        return _members.FindLast(m => m.Name == name) ?? throw new KeyError($"linkname {Str.Repr(name)} not found");
    }

    private void Print(bool verbose, Any members)
    {
        foreach (var member in members.IsNone ? ((Any)this).Invoke("getmembers") : members)
        {
            var entry = (TarEntry)member.Ref!;
            var kind = entry.IsFile ? 0x8000 : entry.IsFolder ? 0x4000 : entry.Kind == TarEntry.SymbolicLink ? 0xa000 : 0;
            var text = "";
            if (verbose)
            {
                var when = Modules.Import("time").Get("localtime").Call(entry.Time);
                text = $"{StatModule.FileMode(entry.Mode | (uint)kind)} {(entry.UserName.Length > 0 ? entry.UserName : entry.User)}/{(entry.GroupName.Length > 0 ? entry.GroupName : entry.Group)} "
                    + TextFormat.Percent("%10s ", PyTuple.Of(entry.Size)) + TextFormat.Percent("%d-%02d-%02d %02d:%02d:%02d ", new PyTuple([.. Operators.ToList(when).Take(6)]));
            }
            text += entry.Name + (entry.IsFolder ? "/" : "");
            if (verbose && entry.Kind is TarEntry.SymbolicLink or TarEntry.HardLink && verbose)
                text += (entry.Kind == TarEntry.SymbolicLink ? " -> " : " link to ") + entry.Target;
            StdIO.CurrentOut.Invoke("write", text + " \n");
        }
    }
}
