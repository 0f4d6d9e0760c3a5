using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/weakref.html">weakref</see>.</summary>
internal static class WeakrefModule
{
    private static readonly PyType s_values = WeakContainer("WeakValueDictionary", weakKeys: false);
    private static readonly PyType s_keys = WeakContainer("WeakKeyDictionary", weakKeys: true);

    public static PyModule Build() => new PyModule("weakref")
        .Value("ref", WeakRef.Type).Value("ReferenceType", WeakRef.Type).Value("ProxyType", WeakProxy.Type).Value("CallableProxyType", WeakProxy.Type)
        .Value("ProxyTypes", PyTuple.Of(WeakProxy.Type)).Value("WeakMethod", s_method)
        .Type(s_values).Type(s_keys).Type(WeakSetType.Type).Type(Finalizer.Type)
        .Function("proxy", "object, callback=None, /", static a => new WeakProxy(new WeakRef(WeakRef.Type, a[0], a[1])))
        .Function("getweakrefcount", static _ => 0)
        .Function("getweakrefs", static _ => new PyList<Any>());

    private static readonly PyType s_method = new ClassMaker("WeakMethod", "weakref")
        .Method("__init__", "self, meth, callback=None", static a => Lib.Do(() =>
        {
            if (a[1].Ref is not BoundMethod method)
                throw new TypeError($"argument should be a bound method, not {Operators.Repr(PyType.Of(a[1]))}");
            a[0].Set("_self", new WeakRef(WeakRef.Type, method.Self, a[2]));
            a[0].Set("_func", method.Function);
        }))
        .Method("__call__", static self => self.Get("_self").Call() is { IsNone: false } target ? new BoundMethod(self.Get("_func"), target) : Any.None)
        .Make();

    private static Any Reference(Any o) => new WeakRef(WeakRef.Type, o, Any.None);

    private static Any Alive(Any reference) => ((WeakRef)reference.Ref!).Target;

    /// <summary>The live pairs; those of objects that are gone are dropped on the way.</summary>
    private static List<(Any Key, Any Value)> Pairs(Any self, bool weakKeys)
    {
        var data = (PyDict<Any, Any>)self.Get("data").Ref!;
        var result = new List<(Any, Any)>();
        foreach (var (key, value) in data.ToArray())
        {
            var target = Alive(weakKeys ? key : value);
            if (target.IsNone)
                data.Remove(key);
            else
                result.Add(weakKeys ? (target, value) : (key, target));
        }
        return result;
    }

    private static Any Find(Any self, Any key, bool weakKeys)
    {
        var data = (PyDict<Any, Any>)self.Get("data").Ref!;
        if (weakKeys && key.Ref is not (PyObject or BaseException))
            return Any.Unbound;
        if (!data.TryGetValue(weakKeys ? Reference(key) : key, out var value))
            return Any.Unbound;
        if (weakKeys)
            return value;
        var target = Alive(value);
        return target.IsNone ? Any.Unbound : target;
    }

    private static PyType WeakContainer(string name, bool weakKeys) => new ClassMaker(name, "weakref")
        .Method("__init__", "self, other=(), /, **kw", static a => Lib.Do(() =>
        {
            a[0].Set("data", new PyDict<Any, Any>());
            a[0].Invoke("update", a[1]);
            a[0].Invoke("update", a[2]);
        }))
        .Method("__len__", self => Pairs(self, weakKeys).Count)
        .Method("__getitem__", "key", (self, key) => Find(self, key, weakKeys) is { IsUnbound: false } found ? found : throw new KeyError(weakKeys ? Reference(key) : key))
        .Method("__setitem__", "self, key, value", a => Lib.Do(() => a[0].Get("data").SetItem(weakKeys ? Reference(a[1]) : a[1], weakKeys ? a[2] : Reference(a[2]))))
        .Method("__delitem__", "key", (self, key) => Lib.Do(() => self.Get("data").DeleteItem(weakKeys ? Reference(key) : key)))
        .Method("__contains__", "key", (self, key) => !Find(self, key, weakKeys).IsUnbound)
        .Method("__iter__", self => Builtins.Iter(Lib.List(Pairs(self, weakKeys).Select(static p => p.Key))))
        .Method("keys", self => Builtins.Iter(Lib.List(Pairs(self, weakKeys).Select(static p => p.Key))))
        .Method("values", self => Builtins.Iter(Lib.List(Pairs(self, weakKeys).Select(static p => p.Value))))
        .Method("items", self => Builtins.Iter(Lib.List(Pairs(self, weakKeys).Select(static p => (Any)PyTuple.Of(p.Key, p.Value)))))
        .Method("get", "self, key, default=None", a => Find(a[0], a[1], weakKeys) is { IsUnbound: false } found ? found : a[2])
        .Method("pop", "self, key, default=", a =>
        {
            var found = Find(a[0], a[1], weakKeys);
            if (found.IsUnbound)
                return a[2].IsUnbound ? throw new KeyError(a[1]) : a[2];
            a[0].DeleteItem(a[1]);
            return found;
        }, Any.Unbound)
        .Method("setdefault", "self, key, default=None", a =>
        {
            var found = Find(a[0], a[1], weakKeys);
            if (!found.IsUnbound)
                return found;
            a[0].SetItem(a[1], a[2]);
            return a[2];
        })
        .Method("clear", static self => self.Get("data").Invoke("clear"))
        .Method("copy", self =>
        {
            var copy = PyType.Of(self).Call();
            foreach (var (key, value) in Pairs(self, weakKeys))
                copy.SetItem(key, value);
            return copy;
        })
        .Method("update", "self, other=(), /, **kw", static a => Lib.Do(() =>
        {
            var given = new PyDict<Any, Any>();
            given.UpdateAny(a[1]);
            given.UpdateAny(a[2]);
            foreach (var (key, value) in given)
                a[0].SetItem(key, value);
        }))
        .Method("__repr__", self => $"<{name} at {Operators.Address(self.Ref!)}>")
        .Make();
}

/// <summary><c>weakref.WeakSet</c>.</summary>
internal static class WeakSetType
{
    public static readonly PyType Type = new ClassMaker("WeakSet", "weakref")
        .Method("__init__", "data=()", static (self, items) => Lib.Do(() =>
        {
            self.Set("data", new PyDict<Any, Any>());
            self.Invoke("update", items.IsNone ? PyTuple.Empty : items);
        }))
        .Method("__len__", static self => Items(self).Count)
        .Method("__iter__", static self => Builtins.Iter(Lib.List(Items(self))))
        .Method("__contains__", "item", static (self, item) => item.Ref is PyObject or BaseException && self.Get("data").Contains(new WeakRef(WeakRef.Type, item, Any.None)))
        .Method("add", "item", static (self, item) => Lib.Do(() => self.Get("data").SetItem(new WeakRef(WeakRef.Type, item, Any.None), true)))
        .Method("discard", "item", static (self, item) => self.Get("data").Invoke("pop", new WeakRef(WeakRef.Type, item, Any.None), Any.None).IsNone ? Any.None : Any.None)
        .Method("remove", "item", static (self, item) => self.Contains(item) ? self.Invoke("discard", item) : throw new KeyError(new WeakRef(WeakRef.Type, item, Any.None)))
        .Method("update", "other", static (self, other) => Lib.Do(() =>
        {
            foreach (var item in Sequences.Of(other))
                self.Invoke("add", item);
        }))
        .Method("clear", static self => self.Get("data").Invoke("clear"))
        .Method("copy", static self => PyType.Of(self).Call(Lib.List(Items(self))))
        .Method("pop", static self =>
        {
            var items = Items(self);
            if (items.Count == 0)
                throw new KeyError("pop from empty WeakSet");
            self.Invoke("discard", items[^1]);
            return items[^1];
        })
        .Method("__repr__", static self => $"{{{string.Join(", ", Items(self).Select(Operators.Repr))}}}")
        .Make();

    private static List<Any> Items(Any self)
    {
        var data = (PyDict<Any, Any>)self.Get("data").Ref!;
        var result = new List<Any>();
        foreach (var (key, _) in data.ToArray())
        {
            var target = ((WeakRef)key.Ref!).Target;
            if (target.IsNone)
                data.Remove(key);
            else
                result.Add(target);
        }
        return result;
    }
}

/// <summary><c>weakref.finalize</c>: a call to be made once, when an object is gone or the program ends.</summary>
internal sealed class Finalizer : PyObject
{
    public static readonly PyType Type = PyType.Builtin("finalize", module: "weakref")
        .New("cls, obj, func, /, *args, **kwargs", static a => new Finalizer(a[1], a[2], Lib.Tuple(a[3]), Lib.Dict(a[4])))
        .Method("__call__", static o => ((Finalizer)o.Ref!).Run())
        .Method("detach", static o => ((Finalizer)o.Ref!).Detach(peek: false))
        .Method("peek", static o => ((Finalizer)o.Ref!).Detach(peek: true))
        .Property("alive", static o => ((Finalizer)o.Ref!)._alive)
        .Property("atexit", static o => ((Finalizer)o.Ref!)._atExit, static (o, v) => ((Finalizer)o.Ref!)._atExit = v.Truth);

    private static readonly HashSet<Finalizer> s_alive = [];

    private readonly WeakRef _reference;
    private readonly Any _function;
    private readonly PyTuple _args;
    private readonly PyDict _kwargs;
    private bool _alive = true;
    private bool _atExit = true;

    private Finalizer(Any target, Any function, PyTuple args, PyDict kwargs)
    {
        (_function, _args, _kwargs) = (function, args, kwargs);
        _reference = new WeakRef(WeakRef.Type, target, new PyFunction("finalize", "ref", (Any _) => Run()));
        s_alive.Add(this);
        Script.AtExit.Add(() =>
        {
            if (_atExit)
                Run();
        });
    }

    public override PyType Class => Type;

    public override Any Call(Arguments arguments) => Run();

    private Any Run()
    {
        if (!_alive)
            return Any.None;
        _alive = false;
        s_alive.Remove(this);
        return Lib.Call(_function, _args, _kwargs);
    }

    private Any Detach(bool peek)
    {
        if (!_alive || _reference.IsDead)
            return Any.None;
        var result = PyTuple.Of([_reference.Target, _function, _args, (Any)(PyObject)_kwargs]);
        if (!peek)
        {
            _alive = false;
            s_alive.Remove(this);
        }
        return result;
    }
}
