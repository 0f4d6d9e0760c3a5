using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Calls the callbacks of weak references whose object is gone. The collector decides when that is; programs that ask it to collect see it at once.</summary>
internal static class WeakReferences
{
    private static readonly List<WeakReference<WeakRef>> s_watched = [];

    public static void Watch(WeakRef reference)
    {
        lock (s_watched)
            s_watched.Add(new(reference));
    }

    /// <summary>The first weak reference to an object without a callback, or None: an object's <c>__weakref__</c>.</summary>
    public static Any First(Any o) => Any.None;

    public static void Notify()
    {
        var dead = new List<WeakRef>();
        lock (s_watched)
        {
            s_watched.RemoveAll(r =>
            {
                if (!r.TryGetTarget(out var reference))
                    return true;
                if (!reference.IsDead)
                    return false;
                dead.Add(reference);
                return true;
            });
        }
        foreach (var reference in dead)
            reference.CallBack();
    }
}

/// <summary><c>weakref.ref</c>.</summary>
internal class WeakRef : PyObject
{
    public static readonly PyType Type = PyType.Builtin("ReferenceType", module: "weakref")
        .New("cls, object, callback=None, /", static a => new WeakRef((PyType)a[0].Ref!, a[1], a[2]))
        .Method("__call__", static o => ((WeakRef)o.Ref!).Target)
        .Property("__callback__", static o => ((WeakRef)o.Ref!).Callback)
        .Method("__hash__", static o => ((WeakRef)o.Ref!).HashOfTarget())
        .Method("__eq__", "self, other, /", static (a, b) => b.Ref is not WeakRef other ? Any.NotImplemented : ((WeakRef)a.Ref!).SameAs(other))
        .Method("__repr__", static o => ((WeakRef)o.Ref!).Describe());

    private readonly PyType _class;
    private readonly WeakReference<object> _target;
    private long? _hash;

    public WeakRef(PyType type, Any target, Any callback)
    {
        _class = type;
        if (target.Ref is not (PyObject or BaseException or IPyObject) || target.Ref is PyList { Class.IsBuiltin: true } or PyBytesBase { Class.IsBuiltin: true } or PyDict { Class: { IsBuiltin: true, Name: "dict" or "defaultdict" } } || target.Ref is PyTuple)
            throw new TypeError($"cannot create weak reference to '{PyType.Of(target).ErrorName}' object");
        _target = new WeakReference<object>(target.Ref);
        Callback = callback;
        if (!callback.IsNone)
            WeakReferences.Watch(this);
    }

    public override PyType Class => _class;

    public Any Callback { get; private set; }

    public bool IsDead => !_target.TryGetTarget(out _);

    /// <summary>The object, or None when it is gone.</summary>
    public Any Target => _target.TryGetTarget(out var target) ? Generic.FromObject(target) : Any.None;

    public override Any Call(Arguments arguments) => Target;

    public void CallBack()
    {
        var callback = Callback;
        Callback = Any.None;
        callback.Call(this);
    }

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
        return target.IsNone
            ? $"<weakref at {Operators.Address(this)}; dead>"
            : $"<weakref at {Operators.Address(this)}; to '{PyType.Of(target).Name}' at {Operators.Address(target.Ref!)}>";
    }
}

/// <summary><c>weakref.proxy</c>: an object that stands for another as long as that lives.</summary>
internal sealed class WeakProxy(WeakRef reference) : PyObject
{
    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    private static Any Of(Any o)
    {
        var target = ((WeakProxy)o.Ref!).Reference.Target;
        return target.IsNone ? throw new ReferenceError("weakly-referenced object no longer exists") : target;
    }

    private WeakRef Reference => reference;

    public override Any Call(Arguments arguments) => Of(this).Call(arguments);

    private static PyType Create()
    {
        var type = PyType.Builtin("ProxyType", module: "weakref")
            .Method("__getattribute__", "self, name, /", static (o, name) => Of(o).Get((string)name.Ref!))
            .Method("__getattr__", "self, name, /", static (o, name) => Of(o).Get((string)name.Ref!))
            .Method("__setattr__", "self, name, value, /", static (o, name, value) => Lib.Do(() => Of(o).Set((string)name.Ref!, value)))
            .Method("__str__", static o => Operators.Str(Of(o)))
            .Method("__repr__", static o => $"<weakproxy at {Operators.Address(o.Ref!)} to {PyType.Of(Of(o)).Name} at {Operators.Address(Of(o).Ref!)}>")
            .Method("__bool__", static o => Of(o).Truth)
            .Method("__len__", static o => Operators.Len(Of(o)))
            .Method("__iter__", static o => Builtins.Iter(Of(o)))
            .Method("__next__", static o => Operators.Next(Of(o)))
            .Method("__getitem__", "self, key, /", static (o, key) => Of(o)[key])
            .Method("__setitem__", "self, key, value, /", static (o, key, value) => Lib.Do(() => Of(o).SetItem(key, value)))
            .Method("__contains__", "self, item, /", static (o, item) => Of(o).Contains(item))
            .Method("__eq__", "self, other, /", static (o, other) => Operators.Equal(Of(o), other.Ref is WeakProxy ? Of(other) : other));
        type.Define("__hash__", Any.None);
        return type;
    }
}
