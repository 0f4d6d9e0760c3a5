using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>Mapping</c>, <c>MutableMapping</c> and the views of collections.abc.</summary>
internal static class AbstractMappings
{
    private static ClassMaker C(string name) => new ClassMaker(name, "collections.abc").Attribute("__slots__", PyTuple.Empty);

    public static readonly PyType MappingView = new ClassMaker("MappingView", "collections.abc")
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Method("__init__", "mapping", static (self, mapping) => Lib.Do(() => self.Set("_mapping", mapping)))
        .Method("__len__", static self => Operators.Len(self.Get("_mapping")))
        .Method("__repr__", static self => $"{PyType.Of(self).Name}({Operators.Repr(self.Get("_mapping"))})")
        .MakeAbstract(AbstractContainers.Sized);

    public static readonly PyType KeysView = CreateView("KeysView", [MappingView, AbstractSets.Set], static (mapping, key) => key, static (mapping, item) => mapping.Contains(item), DictViewTypes.Keys);

    public static readonly PyType ItemsView = CreateView(
        "ItemsView", [MappingView, AbstractSets.Set],
        static (mapping, key) => PyTuple.Of(key, mapping[key]),
        static (mapping, item) =>
        {
            try
            {
                return Operators.Same(mapping[item[0]], item[1]);
            }
            catch (KeyError)
            {
                return false;
            }
        },
        DictViewTypes.Items);

    public static readonly PyType ValuesView = CreateView(
        "ValuesView", [MappingView, AbstractContainers.Collection],
        static (mapping, key) => mapping[key],
        static (mapping, item) => Operators.ToList(mapping).Exists(k => Operators.Same(mapping[k], item)),
        DictViewTypes.Values);

    public static readonly PyType Mapping = CreateMapping();

    public static readonly PyType MutableMapping = CreateMutable();

    private static readonly PyType s_iterator = PyIterator.DeclareType("generator");

    private static PyType CreateView(string name, PyType[] bases, Func<Any, Any, Any> item, Func<Any, Any, bool> contains, PyType builtin)
    {
        var type = new ClassMaker(name, "collections.abc")
            .ClassMethod("_from_iterable", "cls, it", static a => new PySet<Any>(Operators.ToList(a[1])))
            .Method("__contains__", "key", (self, value) => contains(self.Get("_mapping"), value))
            .Method("__iter__", self => new SequenceOf(s_iterator, Items(self.Get("_mapping"), item)))
            .MakeAbstract(bases);
        AbstractMeta.Register(type, builtin);
        return type;
    }

    private static IEnumerable<Any> Items(Any mapping, Func<Any, Any, Any> item)
    {
        var keys = Operators.Iter(mapping);
        while (keys.TryNext(out var key))
            yield return item(mapping, key);
    }

    private static Any Get(Any self, Any key, Any fallback)
    {
        try
        {
            return self[key];
        }
        catch (KeyError)
        {
            return fallback;
        }
    }

    private static PyType CreateMapping()
    {
        var type = C("Mapping")
            .Abstract("__getitem__", "self, key", static _ => throw new KeyError())
            .Method("get", "self, key, default=None", static a => Get(a[0], a[1], a[2]))
            .Method("__contains__", "key", static (self, key) => !Get(self, key, Any.Unbound).IsUnbound)
            .Method("keys", static self => ((Any)KeysView).Call(self))
            .Method("items", static self => ((Any)ItemsView).Call(self))
            .Method("values", static self => ((Any)ValuesView).Call(self))
            .Method("__eq__", "other", static (self, other) => Builtins.IsInstance(other, Mapping) ? Dict(self).SameItems(Dict(other)) : Any.NotImplemented)
            .Attribute("__hash__", Any.None)
            .Attribute("__reversed__", Any.None)
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .MakeAbstract(AbstractContainers.Collection);
        AbstractMeta.Register(type, MappingProxy.Type);
        return type;
    }

    private static PyDict<Any, Any> Dict(Any mapping)
    {
        var result = new PyDict<Any, Any>();
        foreach (var pair in mapping.Invoke("items"))
            result[pair[0]] = pair[1];
        return result;
    }

    private static PyType CreateMutable()
    {
        var type = C("MutableMapping")
            .Abstract("__setitem__", "self, key, value", static _ => throw new KeyError())
            .Abstract("__delitem__", "self, key", static _ => throw new KeyError())
            .Method("pop", "self, key, default=", static a =>
            {
                var value = Get(a[0], a[1], Any.Unbound);
                if (value.IsUnbound)
                    return a[2].IsUnbound ? throw new KeyError(a[1]) : a[2];
                a[0].DeleteItem(a[1]);
                return value;
            }, Any.Unbound)
            .Method("popitem", static self =>
            {
                if (!Operators.Iter(self).TryNext(out var key))
                    throw new KeyError();
                var value = self[key];
                self.DeleteItem(key);
                return PyTuple.Of(key, value);
            })
            .Method("clear", static self =>
            {
                try
                {
                    while (true)
                        self.Invoke("popitem");
                }
                catch (KeyError)
                {
                    return Any.None;
                }
            })
            .Method("update", "self, other=(), /, **kwds", static a => Update(a))
            .Method("setdefault", "self, key, default=None", static a =>
            {
                var value = Get(a[0], a[1], Any.Unbound);
                if (!value.IsUnbound)
                    return value;
                a[0].SetItem(a[1], a[2]);
                return a[2];
            })
            .MakeAbstract(Mapping);
        AbstractMeta.Register(type, DictType.Type);
        return type;
    }

    private static Any Update(Any[] a)
    {
        var (self, other) = (a[0], a[1]);
        if (Builtins.IsInstance(other, Mapping) || !Operators.GetAttr(other, "keys", Any.Unbound).IsUnbound)
        {
            foreach (var key in Operators.ToList(other.Invoke("keys")))
                self.SetItem(key, other[key]);
        }
        else
        {
            foreach (var pair in other)
            {
                var parts = Operators.Unpack(pair, 2);
                self.SetItem(parts[0], parts[1]);
            }
        }
        foreach (var (key, value) in Lib.Dict(a[2]).Entries())
            self.SetItem(key, value);
        return Any.None;
    }
}
