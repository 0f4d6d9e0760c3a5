namespace Pytocs.Runtime.Core;

/// <summary>The class <c>dict</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#mapping-types-dict">dict</see>.</summary>
public static class DictType
{
    public static readonly PyType Type = Create();

    internal static Any Iter => Type.Lookup("__iter__");

    private static PyDict Self(Any o) => (PyDict)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("dict");
        type.New(static (cls, _) =>
        {
            var dict = new DynamicDict();
            dict.SetClass(cls);
            return dict;
        });
        type.Method("__init__", "self, mapping=(), /, **entries", static (self, mapping, entries) =>
        {
            Self(self).UpdateAny(mapping);
            Self(self).UpdateAny(entries);
            return Any.None;
        });
        type.OfOne(static mapping =>
        {
            var dict = new DynamicDict();
            dict.UpdateAny(mapping);
            return dict;
        });
        Items(type);
        Methods(type);
        type.Attribute("__hash__", Any.None);
        type.ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        type.ClassMethod("fromkeys", "cls, iterable, value=None, /", static a =>
        {
            var result = a[0].Call();
            foreach (var key in a[1])
                Operators.SetItem(result, key, a[2]);
            return result;
        });
        return type;
    }

    private static void Items(PyType type) => type
        .Method("__len__", static self => Self(self).Count)
        .Method("__iter__", static self => new DictIterator(Self(self), DictPart.Keys))
        .Method("__reversed__", static self => new DictIterator(Self(self), DictPart.Keys, reversed: true))
        .Method("__contains__", "self, key, /", static (self, key) => Self(self).ContainsAny(key))
        .Method("__getitem__", "self, key, /", static (self, key) => Self(self).GetAny(key))
        .Method("__setitem__", "self, key, value, /", static (self, key, value) =>
        {
            Self(self).SetAny(key, value);
            return Any.None;
        })
        .Method("__delitem__", "self, key, /", static (self, key) => Self(self).RemoveAny(key, out _) ? Any.None : throw new KeyError(key))
        .Method("__repr__", static self => Self(self).Repr())
        .Method("__eq__", "self, other, /", static (self, other) => other.Ref is PyDict dict ? Self(self).SameItems(dict) : Any.NotImplemented)
        .Method("__ne__", "self, other, /", static (self, other) => other.Ref is PyDict dict ? !Self(self).SameItems(dict) : Any.NotImplemented)
        .Method("__or__", "self, other, /", static (self, other) => Merge(self, other))
        .Method("__ror__", "self, other, /", static (self, other) => Merge(other, self))
        .Method("__ior__", "self, other, /", static (self, other) =>
        {
            Self(self).UpdateAny(other);
            return self;
        });

    private static Any Merge(Any a, Any b)
    {
        if (a.Ref is not PyDict || b.Ref is not PyDict)
            return Any.NotImplemented;
        var result = new PyDict<Any, Any>();
        result.UpdateAny(a);
        result.UpdateAny(b);
        return result;
    }

    private static void Methods(PyType type) => type
        .Method("keys", static self => Self(self).KeysView)
        .Method("values", static self => Self(self).ValuesView)
        .Method("items", static self => Self(self).ItemsView)
        .Method("get", "self, key, default=None, /", static (self, key, fallback) => Self(self).TryGetAny(key, out var value) ? value : fallback)
        .Method("setdefault", "self, key, default=None, /", static (self, key, fallback) =>
        {
            if (Self(self).TryGetAny(key, out var value))
                return value;
            Self(self).SetAny(key, fallback);
            return fallback;
        })
        .Method("pop", "self, key, default=, /", static a => Self(a[0]).Count > 0 && Self(a[0]).RemoveAny(a[1], out var value) ? value : a[2].IsUnbound ? throw new KeyError(a[1]) : a[2], Any.Unbound)
        .Method("popitem", static self =>
        {
            var (key, value) = Self(self).PopItemAny();
            return PyTuple.Of(key, value);
        })
        .Method("update", "self, other=(), /, **entries", static (self, other, entries) =>
        {
            Self(self).UpdateAny(other);
            Self(self).UpdateAny(entries);
            return Any.None;
        })
        .Method("clear", static self =>
        {
            Self(self).Clear();
            return Any.None;
        })
        .Method("copy", static self => Self(self).CopyAny());
}

/// <summary>A dict of dynamic keys and values; a class of its own so that Python subclasses find <c>__missing__</c>.</summary>
internal sealed class DynamicDict : PyDict<Any, Any>
{
    protected override Any Missing(Any key)
    {
        var hook = IsExact ? Any.Unbound : Class.Lookup("__missing__");
        return hook.IsUnbound ? throw new KeyError(key) : hook.Call(this, key);
    }
}
