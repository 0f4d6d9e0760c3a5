using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/weakref.html#weakref.ref">weakref.ref</see>.</summary>
internal class WeakRef : PyObject
{
    public static readonly PyType Type = PyType.Builtin("ReferenceType", module: "weakref")
        .New("cls, object, callback=None, /, *args, **kwargs", static a => Of((PyType)a[0].Ref!, a[1], a[2]))
        .Method("__init__", "self, object, callback=None, /", static (Any[] _) => Any.None, Any.None)
        .Method("__call__", static o => Self(o).Target)
        .Property("__callback__", static o => Self(o).Callback)
        .Method("__hash__", static o => Self(o).HashOfTarget())
        .Method("__eq__", "self, other, /", static (a, b) => b.Ref is not WeakRef other ? Any.NotImplemented : Self(a).SameAs(other))
        .Method("__ne__", "self, other, /", static (a, b) => b.Ref is not WeakRef other ? Any.NotImplemented : !Self(a).SameAs(other))
        .Method("__repr__", static o => Self(o).Describe())
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private readonly PyType _class;
    private readonly WeakReference<object> _target;
    private long? _hash;

    public WeakRef(PyType type, Any target, Any callback)
    {
        _class = type;
        if (!IsReferable(target))
            throw new TypeError($"cannot create weak reference to '{PyType.Of(target).ErrorName}' object");
        _target = new WeakReference<object>(target.Ref!);
        Callback = callback;
        WeakReferences.Note(target.Ref!, this);
        if (!callback.IsNone)
            WeakReferences.Watch(this);
    }

    /// <summary>A reference; the one that there is already, where it has no callback.</summary>
    public static WeakRef Of(PyType type, Any target, Any callback)
        => callback.IsNone && ReferenceEquals(type, Type) && WeakReferences.Known(target, type) is { } known ? known : new WeakRef(type, target, callback);

    internal static bool IsReferable(Any target)
    {
        if (target.Ref is not (PyObject or BaseException or IPyObject))
            return false;
        var type = PyType.Of(target);
        if (target.Ref is PyInstance or PyValueInstance || !type.IsBuiltin)
            return type.IsWeaklyReferable;
        return !(target.Ref is PyTuple || (type.IsBuiltin && (target.Ref is PyList or PyBytesBase or BaseException || target.Ref is PyDict && type.Name is "dict" or "defaultdict"))
            || (type.IsBuiltin && type.Module == "builtins" && type.Name is "object" or "range" or "slice" or "cell" or "mappingproxy"));
    }

    public override PyType Class => _class;

    public Any Callback { get; private set; }

    public bool IsDead => !_target.TryGetTarget(out _);

    /// <summary>The object, or None when it is gone.</summary>
    public Any Target => _target.TryGetTarget(out var target) ? Generic.FromObject(target) : Any.None;

    public override Any Call(Arguments arguments) => _class.IsBuiltin ? Target : base.Call(arguments);

    public void CallBack()
    {
        var callback = Callback;
        Callback = Any.None;
        try
        {
            callback.Call(this);
        }
        catch (BaseException e)
        {
            Unraisable.Report(e, null, callback);
        }
    }

    private static WeakRef Self(Any o) => (WeakRef)o.Ref!;

    private Any HashOfTarget()
    {
        if (_hash is null && IsDead)
            throw new TypeError("weak object has gone away");
        return _hash ??= Operators.Hash(Target);
    }

    private bool SameAs(WeakRef other) => IsDead || other.IsDead ? ReferenceEquals(this, other) : Operators.Equal(Target, other.Target);

    private string Describe()
    {
        var target = Target;
        var name = PyType.Of(this).Name is "ReferenceType" ? "weakref" : PyType.Of(this).Name;
        if (target.IsNone)
            return $"<{name} at {Operators.Address(this)}; dead>";
        var own = Operators.GetAttr(target, "__name__", Any.None).Ref as string;
        return $"<{name} at {Operators.Address(this)}; to '{PyType.Of(target).FullName}' at {Operators.Address(target.Ref!)}{(own is null ? "" : $" ({own})")}>";
    }
}
