using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/weakref.html#weakref.WeakKeyDictionary">WeakKeyDictionary</see> and WeakValueDictionary:
/// mappings that drop an entry whose object is gone.
/// </summary>
internal static class WeakDictionaries
{
    private static readonly PyType s_items = PyIterator.DeclareType("generator");

    public static readonly PyType Values = Create("WeakValueDictionary", weakKeys: false);

    public static readonly PyType Keys = Create("WeakKeyDictionary", weakKeys: true);

    private static Any Reference(Any o) => WeakRef.Of(WeakRef.Type, o, Any.None);

    private static Any Alive(Any reference) => ((WeakRef)reference.Ref!).Target;

    private static PyDict<Any, Any> Data(Any self) => (PyDict<Any, Any>)self.Get("data").Ref!;

    /// <summary>The live pairs; those of objects that are gone are dropped on the way.</summary>
    private static List<(Any Key, Any Value)> Pairs(Any self, bool weakKeys)
    {
        var data = Data(self);
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
        var data = Data(self);
        if (weakKeys && key.Ref is not (PyObject or BaseException))
            return Any.Unbound;
        if (!data.TryGetValue(weakKeys ? Reference(key) : key, out var value))
            return Any.Unbound;
        if (weakKeys)
            return value;
        var target = Alive(value);
        return target.IsNone ? Any.Unbound : target;
    }

    /// <summary>The live pairs one by one; those that go in the meantime are left out.</summary>
    private static PyIterator Each(Any self, bool weakKeys, Func<Any, Any, Any> item)
    {
        IEnumerable<Any> Items()
        {
            foreach (var (key, value) in Data(self).ToArray())
            {
                var target = Alive(weakKeys ? key : value);
                if (!target.IsNone)
                    yield return weakKeys ? item(target, value) : item(key, target);
            }
        }

        return new SequenceOf(s_items, Items());
    }

    private static Any Copy(Any self, bool weakKeys, Func<Any, Any> value)
    {
        var copy = PyType.Of(self).Call();
        foreach (var (key, item) in Pairs(self, weakKeys))
            copy.SetItem(key, value(item));
        return copy;
    }

    /// <summary><c>a | b</c>: a copy of the weak one, updated.</summary>
    private static Any Union(Any first, Any second, Any self)
    {
        if (second.Ref is not PyDict && Operators.GetAttr(second, "keys", Any.Unbound).IsUnbound)
            return Any.NotImplemented;
        var result = PyType.Of(self).Call();
        result.Invoke("update", first);
        result.Invoke("update", second);
        return result;
    }

    private static bool IsMapping(Any value) => Builtins.IsInstance(value, AbstractMappings.Mapping);

    private static PyType Create(string name, bool weakKeys) => new ClassMaker(name, "weakref")
        .Method("__init__", weakKeys ? "self, dict=None" : "self, other=(), /, **kw", a => Lib.Do(() =>
        {
            a[0].Set("data", new PyDict<Any, Any>());
            if (!a[1].IsNone)
                a[0].Invoke("update", a[1]);
            if (!weakKeys)
                a[0].Invoke("update", a[2]);
        }))
        .Method("__len__", self => Pairs(self, weakKeys).Count)
        .Method("__getitem__", "key", (self, key) => Find(self, key, weakKeys) is { IsUnbound: false } found ? found : throw new KeyError(weakKeys ? Reference(key) : key))
        .Method("__setitem__", "self, key, value", a => Lib.Do(() => a[0].Get("data").SetItem(weakKeys ? Reference(a[1]) : a[1], weakKeys ? a[2] : Reference(a[2]))))
        .Method("__delitem__", "key", (self, key) => Lib.Do(() => self.Get("data").DeleteItem(weakKeys ? Reference(key) : key)))
        .Method("__contains__", "key", (self, key) => !Find(self, key, weakKeys).IsUnbound)
        .Method("__iter__", self => Each(self, weakKeys, static (key, _) => key))
        .Method("keys", self => Each(self, weakKeys, static (key, _) => key))
        .Method("values", self => Each(self, weakKeys, static (_, value) => value))
        .Method("items", self => Each(self, weakKeys, static (key, value) => PyTuple.Of(key, value)))
        .Method(weakKeys ? "keyrefs" : "valuerefs", self => new PyList<Any>(Data(self).ToArray().Select(e => weakKeys ? e.Key : e.Value)))
        .Method("itervaluerefs", self => Builtins.Iter(new PyList<Any>(Data(self).ToArray().Select(static e => e.Value))))
        .Method("get", "self, key, default=None", a => Find(a[0], a[1], weakKeys) is { IsUnbound: false } found ? found : a[2])
        .Method("pop", "self, key, *args", a =>
        {
            var found = Find(a[0], a[1], weakKeys);
            if (!found.IsUnbound)
            {
                a[0].DeleteItem(a[1]);
                return found;
            }
            return a[2].Ref is PyTuple { Count: > 0 } given ? given[0] : throw new KeyError(weakKeys ? Reference(a[1]) : a[1]);
        })
        .Method("popitem", self =>
        {
            var pairs = Pairs(self, weakKeys);
            if (pairs.Count == 0)
                throw new KeyError("popitem(): dictionary is empty");
            self.DeleteItem(pairs[^1].Key);
            return PyTuple.Of(pairs[^1].Key, pairs[^1].Value);
        })
        .Method("setdefault", "self, key, default=None", a =>
        {
            var found = Find(a[0], a[1], weakKeys);
            if (!found.IsUnbound)
                return found;
            a[0].SetItem(a[1], a[2]);
            return a[2];
        })
        .Method("clear", static self => self.Get("data").Invoke("clear"))
        .Method("copy", self => Copy(self, weakKeys, static v => v))
        .Method("__copy__", self => Copy(self, weakKeys, static v => v))
        .Method("__deepcopy__", "memo", (self, memo) =>
        {
            if (weakKeys)
                return Copy(self, weakKeys, v => Modules.Import("copy").Get("deepcopy").Call(v, memo));
            var copy = PyType.Of(self).Call();
            foreach (var (key, value) in Pairs(self, weakKeys))
                copy.SetItem(Modules.Import("copy").Get("deepcopy").Call(key, memo), value);
            return copy;
        })
        .Method("update", weakKeys ? "self, dict=None, /, **kwargs" : "self, other=(), /, **kwargs", static a => Lib.Do(() =>
        {
            var given = new PyDict<Any, Any>();
            if (!a[1].IsNone)
                given.UpdateAny(a[1]);
            given.UpdateAny(a[2]);
            foreach (var (key, value) in given)
                a[0].SetItem(key, value);
        }))
        .Method("__or__", "other", static (self, other) => IsMapping(other) ? Union(self, other, self) : Any.NotImplemented)
        .Method("__ror__", "other", static (self, other) => IsMapping(other) ? Union(other, self, self) : Any.NotImplemented)
        .Method("__ior__", "other", static (self, other) =>
        {
            self.Invoke("update", other);
            return self;
        })
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} at {Operators.Address(self.Ref!)}>")
        .MakeAbstract(AbstractMappings.MutableMapping);
}
