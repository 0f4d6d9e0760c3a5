using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <c>NamedTemporaryFile</c> gives: a file that goes when it is closed.</summary>
internal sealed class TemporaryFileWrapper : PyObject, IPyIterable
{
    public static readonly PyType Type = PyType.Builtin("_TemporaryFileWrapper", module: "tempfile")
        .Property("name", static o => Self(o)._name, static (o, name) => Self(o)._name = name)
        .Property("file", static o => Self(o)._file)
        .Property("delete", static o => Self(o)._deletes)
        .Method("close", static o => Self(o).Close())
        .Method("__enter__", static o =>
        {
            Self(o)._file.Invoke("__enter__");
            return o;
        })
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
    private Any _name;
    private readonly bool _deletes;
    private readonly bool _onClose;
    private bool _removed;

    public TemporaryFileWrapper(Any file, Any path, bool deletes, bool onClose)
    {
        (_file, _path, _name, _deletes, _onClose) = (file, path, path, deletes, onClose);
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
