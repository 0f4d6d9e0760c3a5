using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html#collections.ChainMap">ChainMap</see>: several mappings as one.</summary>
internal static class ChainMap
{
    public static readonly PyType Type = Create();

    private static PyList<Any> Maps(Any self) => (PyList<Any>)self.Get("maps").Ref!;

    private static Any First(Any self) => Maps(self)[0L];

    private static Any Like(Any self, IEnumerable<Any> maps) => ((Any)PyType.Of(self)).Call(new Arguments { new Star(new PyTuple([.. maps])) });

    private static PyType Create() => new ClassMaker("ChainMap", "collections")
        .Method("__init__", "self, *maps", static a =>
        {
            a[0].Set("maps", Lib.Tuple(a[1]).Count == 0 ? new PyList<Any>([new PyDict<Any, Any>()]) : new PyList<Any>(Lib.Tuple(a[1])));
            return Any.None;
        })
        .Method("__missing__", "key", static (_, key) => throw new KeyError(key))
        .Method("__getitem__", "key", static (self, key) =>
        {
            foreach (var map in Maps(self))
            {
                try
                {
                    return map[key];
                }
                catch (KeyError)
                {
                    // The next map may have it.
                }
            }
            return self.Invoke("__missing__", key);
        })
        .Method("get", "self, key, default=None", static (Any[] a) => a[0].Contains(a[1]) ? a[0][a[1]] : a[2])
        .Method("__len__", static self => Merged(self).Count)
        .Method("__iter__", static self => Merged(self).GetPyIterator())
        .Method("__contains__", "key", static (self, key) => Maps(self).Any(m => m.Contains(key)))
        .Method("__bool__", static self => Maps(self).Any(static m => m.Truth))
        .Method("__repr__", static self => Operators.EnterRepr(self.Ref!) ? Shown(self) : "...")
        .ClassMethod("fromkeys", "cls, iterable, value=None, /", static a => a[0].Call(((Any)DictType.Type).Invoke("fromkeys", a[1], a[2])))
        .Method("copy", static self => Like(self, Maps(self).Skip(1).Prepend(First(self).Invoke("copy"))))
        .Method("__copy__", static self => self.Invoke("copy"))
        .Method("new_child", "self, m=None, **kwargs", static a =>
        {
            var map = a[1];
            if (map.IsNone)
                map = a[2];
            else if (a[2].Truth)
                Lib.Call(map.Get("update"), PyTuple.Empty, Lib.Dict(a[2]));
            return Like(a[0], Maps(a[0]).Prepend(map));
        })
        .Property("parents", static self => Like(self, Maps(self).Skip(1)))
        .Method("__setitem__", "self, key, value", static a =>
        {
            First(a[0]).SetItem(a[1], a[2]);
            return Any.None;
        })
        .Method("__delitem__", "key", static (self, key) => InFirst(key, () =>
        {
            First(self).DeleteItem(key);
            return Any.None;
        }))
        .Method("popitem", static self =>
        {
            try
            {
                return First(self).Invoke("popitem");
            }
            catch (KeyError)
            {
                throw new KeyError("No keys found in the first mapping.");
            }
        })
        .Method("pop", "self, key, *args", static a => InFirst(a[1], () => First(a[0]).Invoke("pop", new Arguments { a[1], new Star(a[2]) })))
        .Method("clear", static self => First(self).Invoke("clear"))
        .Method("__ior__", "other", static (self, other) =>
        {
            First(self).Invoke("update", other);
            return self;
        })
        .Method("__or__", "other", static (self, other) =>
        {
            if (!Builtins.IsInstance(other, AbstractMappings.Mapping))
                return Any.NotImplemented;
            var copy = self.Invoke("copy");
            First(copy).Invoke("update", other);
            return copy;
        })
        .Method("__ror__", "other", static (self, other) =>
        {
            if (!Builtins.IsInstance(other, AbstractMappings.Mapping))
                return Any.NotImplemented;
            Any all = new PyDict<Any, Any>();
            all.Invoke("update", other);
            foreach (var map in Maps(self).Reverse<Any>())
                all.Invoke("update", map);
            return Like(self, [all]);
        })
        .MakeAbstract(AbstractMappings.MutableMapping);

    private static Any InFirst(Any key, Func<Any> action)
    {
        try
        {
            return action();
        }
        catch (KeyError)
        {
            throw new KeyError($"Key not found in the first mapping: {Operators.Repr(key)}");
        }
    }

    private static string Shown(Any self)
    {
        try
        {
            return $"{PyType.Of(self).Name}({string.Join(", ", Maps(self).Select(Operators.Repr))})";
        }
        finally
        {
            Operators.LeaveRepr(self.Ref!);
        }
    }

    /// <summary>All keys: those of the last map first, as CPython orders them.</summary>
    private static PyDict<Any, Any> Merged(Any self)
    {
        var result = new PyDict<Any, Any>();
        foreach (var map in Maps(self).Reverse<Any>())
            foreach (var key in Operators.Iter(map))
                if (!result.ContainsKey(key))
                    result[key] = Any.None;
        return result;
    }
}
