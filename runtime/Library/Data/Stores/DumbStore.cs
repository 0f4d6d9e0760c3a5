using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Stores;

/// <summary>
/// An open file of <see href="https://docs.python.org/3.13/library/dbm.html#module-dbm.dumb">dbm.dumb</see>: values lie in blocks of a <c>.dat</c>
/// file, a <c>.dir</c> file of lines says where, and <c>.bak</c> is that file as it was before it was written the last time.
/// </summary>
internal sealed partial class DumbStore : PyContainer
{
    private const int Block = 512;

    private static readonly HashSet<DumbStore> s_open = [];

    public static readonly PyType Type = CreateType();

    private readonly string _path;
    private readonly Any _mode;
    private readonly bool _isReadOnly;
    private Any _index;
    private bool _isChanged;

    static DumbStore() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Array.ForEach([.. s_open], static s => s.Close());

    private DumbStore(Any file, Any mode, string flag)
    {
        (_path, _mode, _isReadOnly) = (PosixPaths.Absolute(PathText.Of(file).Text), mode, flag == "r");
        // One that nobody closed is written before another reads.
        foreach (var other in s_open.Where(s => s._path == _path).ToArray())
            other.Commit();
        var creates = flag is "c" or "n";
        if (flag == "n")
            foreach (var ending in (string[])[".dat", ".bak", ".dir"])
                File.Delete(_path + ending);
        Prepare(file, ".dat", creates);
        Prepare(file, ".dir", creates);
        _index = Read(_path + ".dir");
        s_open.Add(this);
    }

    protected override PyType BuiltinClass => Type;

    public static PyModule Module() => new PyModule("dbm.dumb").Value("error", OSError.Type).Type(Type).Value("_BLOCKSIZE", Block)
        .Function("open", "file, flag='c', mode=438", static a =>
        {
            if (a[1].Ref is not ("r" or "w" or "c" or "n"))
                throw new ValueError("Flag must be one of 'r', 'w', 'c', or 'n'");
            var os = Modules.Import("os");
            var mask = Lib.Int(os.Invoke("umask", 0));
            os.Invoke("umask", mask);
            return new DumbStore(a[0], Lib.Int(a[2]) & ~mask, Lib.Text(a[1]));
        });

    private static DumbStore Self(Any o) => (DumbStore)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("_Database", AbstractMappings.MutableMapping, "dbm.dumb");
        return type
            .Method("__getitem__", "self, key", static (o, key) => Self(o).Value(key))
            .Method("__setitem__", "self, key, val", static (o, key, value) => Lib.Do(() => Self(o).Store(key, value)))
            .Method("__delitem__", "self, key", static (o, key) => Lib.Do(() => Self(o).Remove(key)))
            .Method("__contains__", "self, key", static (o, key) => Operators.Contains(Self(o).Index, Key(key)))
            .Method("__len__", static o => Operators.Len(Self(o).Index))
            .Method("__iter__", static o => Operators.Iter(Self(o).Index)).Method("iterkeys", static o => Operators.Iter(Self(o).Index))
            .Method("keys", static o => Lib.List(Operators.ToList(Self(o).Index)))
            .Method("items", static o => Lib.List(Operators.ToList(Self(o).Index).Select(k => (Any)PyTuple.Of(k, Self(o).Value(k)))))
            .Method("sync", static o => Lib.Do(() => Self(o).Commit())).Method("_commit", static o => Lib.Do(() => Self(o).Commit()))
            .Method("close", static o => Lib.Do(() => Self(o).Close()))
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, *args", static (o, _) => Lib.Do(() => Self(o).Close()));
    }

    private Any Index => _index.IsNone ? throw new OSError("DBM object has already been closed") : _index;

    private static Any Key(Any key) => PyValueInstance.Unwrap(key).Ref is string text ? new PyBytes(Codecs.Encode(text, "utf-8", "strict")) : key;

    private static PyBytes Bytes(Any value, string what) => Key(value).Ref is PyBytesBase bytes ? new PyBytes(bytes.Span) : throw new TypeError($"{what} must be bytes or strings");

    /// <summary>A file that is missing is made, or its absence told with the name as bytes.</summary>
    private void Prepare(Any file, string ending, bool creates)
    {
        if (File.Exists(_path + ending))
            return;
        var name = Modules.Import("os").Invoke("fsencode", file) + new PyBytes(Encoding.ASCII.GetBytes(ending));
        Builtins.Get("open").Call(name, creates ? "w" : "r").Invoke("close");
        Modules.Import("os").Invoke("chmod", name, _mode);
    }

    private static PyDict<Any, Any> Read(string path)
    {
        var index = new PyDict<Any, Any>();
        foreach (var line in File.ReadLines(path, Encoding.Latin1))
        {
            if (Entry().Match(line.TrimEnd()) is not { Success: true } entry)
                throw new ValueError($"malformed node or string on line 1: {Str.Repr(line)}");
            var key = Codecs.Decode(Encoding.Latin1.GetBytes(entry.Groups["key"].Value), "unicode_escape", "strict");
            index[new PyBytes(Encoding.Latin1.GetBytes(key))] = PyTuple.Of(long.Parse(entry.Groups["at"].Value, CultureInfo.InvariantCulture), long.Parse(entry.Groups["size"].Value, CultureInfo.InvariantCulture));
        }
        return index;
    }

    [GeneratedRegex("""^(?<quote>['"])(?<key>(\\.|(?!\k<quote>)[^\\])*)\k<quote>, \((?<at>\d+), (?<size>\d+)\)$""")]
    private static partial Regex Entry();

    private static string Line(Any key, Any place) => $"{Str.Repr(Encoding.Latin1.GetString(Buffers.Of(key)))}, {Operators.Repr(place)}\n";

    private Any Value(Any key)
    {
        var place = Index[Key(key)];
        using var file = new FileStream(_path + ".dat", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Lib.Int(place[0]);
        var data = new byte[Lib.Int(place[1])];
        return new PyBytes(data[..file.ReadAtLeast(data, data.Length, throwOnEndOfStream: false)]);
    }

    private void Store(Any name, Any value)
    {
        CheckWritable();
        var (key, data) = (Bytes(name, "keys"), Bytes(value, "values"));
        var known = Operators.Contains(Index, key) ? Index[key] : Any.None;
        _isChanged = true;
        // A value stays where it was while it needs no more blocks than before.
        var stays = !known.IsNone && Blocks(data.Span.Length) <= Blocks(Lib.Int(known[1]));
        using (var file = new FileStream(_path + ".dat", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = stays ? Lib.Int(known[0]) : Blocks(file.Length) * Block;
            var place = PyTuple.Of(file.Position, data.Span.Length);
            if (!stays && file.Length < file.Position)
                file.SetLength(file.Position);
            file.Write(data.Span);
            Operators.SetItem(Index, key, place);
        }
        if (known.IsNone)
            File.AppendAllText(_path + ".dir", Line(key, Index[key]), Encoding.Latin1);
    }

    private static long Blocks(long size) => (size + Block - 1) / Block;

    private void Remove(Any key)
    {
        CheckWritable();
        _isChanged = true;
        Operators.DelItem(Index, Key(key));
        Commit();
    }

    private void CheckWritable()
    {
        if (_isReadOnly)
            throw new OSError("The database is opened for reading only");
    }

    private void Commit()
    {
        if (_index.IsNone || !_isChanged)
            return;
        if (File.Exists(_path + ".dir"))
            File.Move(_path + ".dir", _path + ".bak", overwrite: true);
        File.WriteAllText(_path + ".dir", string.Concat(Operators.MappingItems(_index).Select(static e => Line(e.Key, e.Value))), Encoding.Latin1);
        Modules.Import("os").Invoke("chmod", _path + ".dir", _mode);
        _isChanged = false;
    }

    private void Close()
    {
        Commit();
        _index = Any.None;
        s_open.Remove(this);
    }
}
