using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>A value that is read and written in place: <see href="https://docs.python.org/3.13/library/sqlite3.html#blob-objects">Blob</see>.</summary>
internal sealed unsafe class SqliteBlob : PyContainer
{
    public static readonly PyType Type = Create();

    private readonly Any _connection;
    private nint _handle;
    private int _offset;

    private SqliteBlob(Any connection, nint handle) => (_connection, _handle) = (connection, handle);

    protected override PyType BuiltinClass => Type;

    /// <exception cref="BaseException">OperationalError: there is no such value.</exception>
    public static SqliteBlob Open(Any connection, string table, string column, long row, bool isReadOnly, string database)
    {
        var state = SqliteConnectionState.Of(connection);
        nint handle;
        int result;
        fixed (byte* d = SqliteNative.Text(database), t = SqliteNative.Text(table), c = SqliteNative.Text(column))
            result = SqliteNative.BlobOpen(state.Database, d, t, c, row, isReadOnly ? 0 : 1, &handle);
        if (result != SqliteNative.Ok)
            throw SqliteErrors.Last(state.Database);
        var blob = new SqliteBlob(connection, handle);
        state.Remember(blob);
        return blob;
    }

    private static SqliteBlob Self(Any o) => (SqliteBlob)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("Blob", module: "sqlite3");
        return type
            .Method("read", "self, length=-1, /", static (o, length) => Self(o).Read((int)Lib.Int(length)))
            .Method("write", "self, data, /", static (o, data) => Lib.Do(() => Self(o).Write(Buffers.Of(data).ToArray())))
            .Method("seek", "self, offset, origin=0, /", static (o, offset, origin) => Lib.Do(() => Self(o).Seek(Lib.Int(offset), Lib.Int(origin))))
            .Method("tell", static o => Self(o).Checked()._offset)
            .Method("close", static o => Lib.Do(() => Self(o).Close()))
            .Method("__enter__", static o => Self(o).Checked())
            .Method("__exit__", "self, type, val, tb, /", static a =>
            {
                Self(a[0]).Checked().Close();
                return false;
            })
            .Method("__len__", static o => Self(o).Checked().Length)
            .Method("__getitem__", "self, key, /", static (o, key) => Self(o).Checked().Item(key))
            .Method("__setitem__", "self, key, value, /", static (o, key, value) => Lib.Do(() => Self(o).Checked().SetItem(key, value)))
            .Method("__delitem__", "self, key, /", static (o, key) => throw new TypeError($"Blob doesn't support {(key.Ref is PySlice ? "slice" : "item")} deletion"))
            .Method("__contains__", "self, key, /", static (Any _, Any _) => throw new TypeError("argument of type 'sqlite3.Blob' is not a container or iterable"))
            .Method("__iter__", static _ => throw new TypeError("'sqlite3.Blob' object is not iterable"));
    }

    private int Length => SqliteNative.BlobSize(_handle);

    /// <exception cref="BaseException">ProgrammingError: it is closed, or its connection is.</exception>
    private SqliteBlob Checked()
    {
        SqliteConnectionState.Of(_connection);
        return _handle != 0 ? this : throw SqliteErrors.Make(SqliteErrors.Programming, "Cannot operate on a closed blob.");
    }

    public void Close()
    {
        if (_handle != 0)
            _ = SqliteNative.BlobClose(_handle);
        _handle = 0;
    }

    private void Check(int result)
    {
        if (result != SqliteNative.Ok)
            throw SqliteErrors.Last(SqliteConnectionState.Of(_connection).Database);
    }

    private byte[] At(int offset, int count)
    {
        var data = new byte[count];
        fixed (byte* first = data)
            Check(SqliteNative.BlobRead(_handle, first, count, offset));
        return data;
    }

    private void Put(byte[] data, int offset)
    {
        if (data.Length > Length - offset)
            throw new ValueError("data longer than blob length");
        fixed (byte* first = data)
            Check(SqliteNative.BlobWrite(_handle, first, data.Length, offset));
    }

    private Any Read(int length)
    {
        var left = Checked().Length - _offset;
        var data = length == 0 || left <= 0 ? [] : At(_offset, length < 0 || length > left ? left : length);
        _offset += data.Length;
        return PyBytes.Wrap(data);
    }

    private void Write(byte[] data)
    {
        Checked().Put(data, _offset);
        _offset += data.Length;
    }

    private void Seek(long offset, long origin)
    {
        var from = origin switch
        {
            0 => 0,
            1 => Checked()._offset,
            2 => Checked().Length,
            _ => throw new ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END"),
        };
        if (offset + from > int.MaxValue)
            throw new OverflowError("seek offset results in overflow");
        if (offset + from is var to && (to < 0 || to > Checked().Length))
            throw new ValueError("offset out of blob range");
        _offset = (int)to;
    }

    private int Index(Any key)
    {
        if (!Operators.IsIntLike(key) && PyType.Of(key).Special("__index__").IsUnbound)
            throw new TypeError("Blob indices must be integers");
        var index = Operators.Index(key);
        if (index < long.MinValue || index > long.MaxValue)
            throw new IndexError("cannot fit 'int' into an index-sized integer");
        if (index < 0)
            index += Length;
        return index >= 0 && index < Length ? (int)index : throw new IndexError("Blob index out of range");
    }

    /// <summary>Where the elements of a slice stand.</summary>
    private int[] Places(Any slice)
    {
        var bounds = slice.Invoke("indices", Length);
        return [.. Operators.ToList(Builtins.Get("range").Call(bounds[0], bounds[1], bounds[2])).Select(static i => (int)Lib.Int(i))];
    }

    private Any Item(Any key)
    {
        if (key.Ref is not PySlice)
            return (int)At(Index(key), 1)[0];
        var places = Places(key);
        if (places.Length == 0)
            return PyBytes.Wrap([]);
        var first = places.Min();
        var data = At(first, places.Max() + 1 - first);
        return PyBytes.Wrap([.. places.Select(p => data[p - first])]);
    }

    private void SetItem(Any key, Any value)
    {
        if (key.Ref is not PySlice)
        {
            var place = Index(key);
            var number = Operators.Index(value);
            Put(number >= 0 && number < 256 ? [(byte)(int)number] : throw new ValueError("byte must be in range(0, 256)"), place);
            return;
        }
        var places = Places(key);
        var given = Buffers.Of(value).ToArray();
        if (given.Length != places.Length)
            throw new IndexError("Blob slice assignment is wrong size");
        if (places.Length == 0)
            return;
        var first = places.Min();
        var data = At(first, places.Max() + 1 - first);
        for (var i = 0; i < places.Length; i++)
            data[places[i] - first] = given[i];
        Put(data, first);
    }
}
