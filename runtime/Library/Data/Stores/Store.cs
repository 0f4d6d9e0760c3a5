using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Stores;

/// <summary>An open file of keys and values, in the order of the keys; it is written when it is closed or synchronised, and when the program ends.</summary>
internal sealed class Store : PyContainer
{
    private static readonly byte[] s_magic = "pytocs store 1\n"u8.ToArray();
    private static readonly HashSet<Store> s_open = [];

    public static readonly PyType Type = CreateType();

    private readonly SortedDictionary<byte[], byte[]> _entries = new(Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
    private readonly string _path;
    private readonly bool _readOnly;
    private bool _changed;
    private bool _closed;

    static Store() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Array.ForEach([.. s_open], static s => s.Write());

    public Store(string path, string flag)
    {
        (_path, _readOnly) = (path, flag == "r");
        // Another that is open on the same file has what it was given written first.
        foreach (var other in s_open.Where(s => s._path == path).ToArray())
            other.Write();
        if (flag != "n" && File.Exists(path))
            Load();
        _changed = flag is "n" or "c" && !(flag == "c" && File.Exists(path));
        Write();
        s_open.Add(this);
    }

    protected override PyType BuiltinClass => Type;

    public static bool IsStore(string path) => File.ReadAllBytes(path).AsSpan().StartsWith(s_magic);

    private static Store Self(Any o) => (Store)o.Ref!;

    private static byte[] Key(Any key) => PyValueInstance.Unwrap(key).Ref is string text ? Codecs.Encode(text, "utf-8", "strict") : Buffers.Of(key).ToArray();

    private static PyType CreateType()
    {
        var type = PyType.Builtin("_Database", AbstractMappings.MutableMapping, "dbm.sqlite3");
        return type
            .Method("__getitem__", "self, key, /", static (o, key) => Self(o).Open()._entries.TryGetValue(Key(key), out var value) ? new PyBytes(value) : throw new KeyError(PyBytes.Wrap(Key(key))))
            .Method("__setitem__", "self, key, value, /", static (o, key, value) => Lib.Do(() => Self(o).Change()[Key(key)] = Key(value)))
            .Method("__delitem__", "self, key, /", static (o, key) => Self(o).Change().Remove(Key(key)) ? Any.None : throw new KeyError(PyBytes.Wrap(Key(key))))
            .Method("__contains__", "self, key, /", static (o, key) => Self(o).Open()._entries.ContainsKey(Key(key)))
            .Method("__len__", static o => Self(o).Open()._entries.Count)
            .Method("__iter__", static o => Operators.Iter(o.Invoke("keys")))
            .Method("keys", static o => Lib.List(Self(o).Open()._entries.Keys.Select(static k => (Any)new PyBytes(k))))
            .Method("sync", static o => Lib.Do(() => Self(o).Write()))
            .Method("close", static o => Lib.Do(() => Self(o).Close()))
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, type, value, traceback", static a => Lib.Do(() => Self(a[0]).Close()));
    }

    private Store Open() => _closed ? throw DbmModule.Error("DBM object has already been closed") : this;

    private SortedDictionary<byte[], byte[]> Change()
    {
        if (_readOnly)
            throw DbmModule.Error("attempt to write a readonly database");
        _changed = true;
        return Open()._entries;
    }

    private void Load()
    {
        using var reader = new BinaryReader(File.OpenRead(_path));
        if (!reader.ReadBytes(s_magic.Length).AsSpan().SequenceEqual(s_magic))
            throw DbmModule.Error("db type could not be determined");
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var key = reader.ReadBytes(reader.ReadInt32());
            _entries[key] = reader.ReadBytes(reader.ReadInt32());
        }
    }

    private void Write()
    {
        if (!_changed)
            return;
        _changed = false;
        using var writer = new BinaryWriter(File.Create(_path));
        writer.Write(s_magic);
        writer.Write(_entries.Count);
        foreach (var (key, value) in _entries)
        {
            writer.Write(key.Length);
            writer.Write(key);
            writer.Write(value.Length);
            writer.Write(value);
        }
    }

    private void Close()
    {
        if (_closed)
            return;
        Write();
        _closed = true;
        s_open.Remove(this);
    }
}
