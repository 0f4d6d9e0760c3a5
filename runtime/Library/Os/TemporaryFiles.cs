using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <c>NamedTemporaryFile</c> gives: a file that goes when it is closed.</summary>
internal sealed class TemporaryFileWrapper : PyObject, IPyIterable
{
    public static readonly PyType Type = PyType.Builtin("_TemporaryFileWrapper", module: "tempfile")
        .Property("name", static o => Self(o)._path)
        .Property("file", static o => Self(o)._file)
        .Property("delete", static o => Self(o)._deletes)
        .Method("close", static o => Self(o).Close())
        .Method("__enter__", static o => o)
        .Method("__exit__", "self, exc, value, tb", static a => Lib.Do(() =>
        {
            Self(a[0]).Close();
            Self(a[0]).Remove();
        }))
        .Method("__iter__", static o => Self(o).GetPyIterator())
        .Method("__getattr__", "self, name", static (o, name) => Operators.GetAttr(Self(o)._file, Operators.Str(name)))
        .Method("__repr__", static o => $"<tempfile._TemporaryFileWrapper object at {Operators.Address(o.Ref!)}>");

    private readonly Any _file;
    private readonly Any _path;
    private readonly bool _deletes;
    private readonly bool _onClose;
    private bool _removed;

    public TemporaryFileWrapper(Any file, Any path, bool deletes, bool onClose)
    {
        (_file, _path, _deletes, _onClose) = (file, path, deletes, onClose);
        if (deletes)
            Script.AtExit.Add(Remove);
    }

    public override PyType Class => Type;

    private static TemporaryFileWrapper Self(Any o) => (TemporaryFileWrapper)o.Ref!;

    public PyIterator GetPyIterator() => Operators.Iter(_file);

    private Any Close()
    {
        _file.Invoke("close");
        if (_onClose)
            Remove();
        return Any.None;
    }

    private void Remove()
    {
        if (_removed || !_deletes)
            return;
        _removed = true;
        _ = Posix.Unlink(Posix.C(FileErrors.PathOf(_path)));
    }
}

/// <summary><see href="https://docs.python.org/3.13/library/tempfile.html#tempfile.SpooledTemporaryFile">SpooledTemporaryFile</see>: in memory until it is large.</summary>
internal sealed class SpooledFile : PyObject
{
    public static readonly PyType Type = Declare();

    private Any _file;
    private Func<Any>? _roll;
    private long _limit;

    public override PyType Class => Type;

    private static SpooledFile Self(Any o) => (SpooledFile)o.Ref!;

    private static PyType Declare()
    {
        var type = PyType.Builtin("SpooledTemporaryFile", module: "tempfile");
        type.New("cls, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None", static a =>
        {
            var io = Modules.Import("io");
            var text = !Operators.Str(a[2]).Contains('b', StringComparison.Ordinal);
            return new SpooledFile
            {
                _limit = Lib.Int(a[1]),
                _file = text ? Operators.GetAttr(io, "TextIOWrapper").Call(new Arguments { Operators.GetAttr(io, "BytesIO").Call(), { "encoding", a[4].IsNone ? "utf-8" : a[4] }, { "newline", a[5] } }) : Operators.GetAttr(io, "BytesIO").Call(),
                _roll = () => Operators.GetAttr(Modules.Import("tempfile"), "TemporaryFile").Call(new Arguments { a[2], a[3], a[4], a[5], a[6], a[7], a[8] }),
            };
        });
        foreach (var name in (string[])["write", "writelines"])
            type.Method(name, "self, data", (self, data) =>
            {
                var result = Self(self)._file.Invoke(name, data);
                if (Self(self)._limit > 0 && Lib.Int(Self(self)._file.Invoke("tell")) > Self(self)._limit)
                    Self(self).Roll();
                return result;
            });
        return type
            .Property("_rolled", static o => Self(o)._roll is null)
            .Property("_file", static o => Self(o)._file)
            .Method("rollover", static o => Lib.Do(() => Self(o).Roll()))
            .Method("fileno", static o =>
            {
                Self(o).Roll();
                return Self(o)._file.Invoke("fileno");
            })
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, exc, value, tb", static a => Self(a[0])._file.Invoke("close"))
            .Method("__iter__", static o => Builtins.Iter(Self(o)._file))
            .Method("__getattr__", "self, name", static (o, name) => Operators.GetAttr(Self(o)._file, Operators.Str(name)));
    }

    private void Roll()
    {
        if (_roll is not { } open)
            return;
        _roll = null;
        var (old, made) = (_file, open());
        _file = made;
        var at = old.Invoke("tell");
        old.Invoke("seek", 0);
        made.Invoke("write", old.Invoke("read"));
        made.Invoke("seek", at);
    }
}
