using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html">collections</see>.</summary>
internal static class CollectionsModule
{
    public static PyModule Build()
    {
        AbstractMeta.Register(AbstractMappings.MutableMapping, ChainMap.Type);
        return new PyModule("collections")
            .Type(DefaultDict.Type).Type(OrderedDictType.Type).Type(CounterType.Type).Type(Deque.Type)
            .Function("_count_elements", "mapping, iterable, /", static (mapping, items) => Lib.Do(() =>
            {
                foreach (var item in Operators.Iter(items))
                    mapping.SetItem(item, mapping.Invoke("get", item, 0) + 1);
            }))
            .Function("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None", static a => NamedTuples.FromCall([a[0], a[1], a[2], a[3]]))
            .Value("ChainMap", ChainMap.Type).Type(UserClasses.Dict).Type(UserClasses.List).Type(UserClasses.String);
    }
}

/// <summary><c>defaultdict</c>.</summary>
internal sealed class DefaultDict : PyDict<Any, Any>
{
    public static readonly PyType Type = CreateType();

    private Any _factory = Any.None;

    protected override PyType BuiltinClass => Type;

    private static DefaultDict Self(Any o) => (DefaultDict)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("defaultdict", DictType.Type, "collections");
        type.New(static (cls, _) =>
        {
            var made = new DefaultDict();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, default_factory=None, /, *args, **kwargs", static a =>
            {
                if (!a[1].IsNone && !Builtins.Callable(a[1]))
                    throw new TypeError("first argument must be callable or None");
                Self(a[0])._factory = a[1];
                foreach (var mapping in a[2])
                    Self(a[0]).UpdateAny(mapping);
                Self(a[0]).UpdateAny(a[3]);
                return Any.None;
            })
            .Method("__or__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(Self(o)._factory, o, other) : Any.NotImplemented)
            .Method("__ror__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(Self(o)._factory, other, o) : Any.NotImplemented)
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), Self(o)._factory.IsNone ? PyTuple.Empty : PyTuple.Of(Self(o)._factory), Any.None, Any.None, Operators.Iter(o.Invoke("items"))))
            .Property("default_factory", static o => Self(o)._factory, static (o, v) => Self(o)._factory = v)
            .Method("__missing__", "self, key, /", static (o, key) => Self(o).Make(key))
            .Method("copy", static o =>
            {
                var copy = new DefaultDict { _factory = Self(o)._factory };
                copy.UpdateAny(o);
                return copy;
            })
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({Operators.Repr(Self(o)._factory)}, {Self(o).Repr()})");
    }

    private static DefaultDict Merge(Any factory, Any a, Any b)
    {
        var made = new DefaultDict { _factory = factory };
        made.UpdateAny(a);
        made.UpdateAny(b);
        return made;
    }

    private Any Make(Any key)
    {
        if (_factory.IsNone)
            throw new KeyError(key);
        var value = _factory.Call();
        this[key] = value;
        return value;
    }

    protected override Any Missing(Any key)
    {
        if (IsExact)
            return Make(key);
        var hook = Class.Lookup("__missing__");
        return hook.Call(this, key);
    }
}

/// <summary><c>OrderedDict</c>.</summary>
internal sealed class OrderedDictType : PyDict<Any, Any>
{
    public static readonly PyType Type = CreateType();

    protected override PyType BuiltinClass => Type;

    private static PyDict<Any, Any> Self(Any o) => (PyDict<Any, Any>)o.Ref!;

    private static OrderedDictType Merge(Any a, Any b)
    {
        var made = new OrderedDictType();
        made.UpdateAny(a);
        made.UpdateAny(b);
        return made;
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("OrderedDict", DictType.Type, "collections");
        type.New(static (cls, _) =>
        {
            var made = new OrderedDictType();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Empty, o.Invoke("__getstate__"), Any.None, Operators.Iter(o.Invoke("items"))))
            .Method("move_to_end", "self, key, last=True", static (o, key, last) =>
            {
                var self = Self(o);
                if (!self.Remove(key, out var value))
                    throw new KeyError(key);
                if (last.Truth)
                {
                    self[key] = value;
                    return Any.None;
                }
                var rest = self.ToArray();
                self.Clear();
                self[key] = value;
                foreach (var (k, v) in rest)
                    self[k] = v;
                return Any.None;
            })
            .Method("popitem", "self, last=True", static (o, last) =>
            {
                var self = Self(o);
                if (self.Count == 0)
                    throw new KeyError("dictionary is empty");
                if (last.Truth)
                {
                    var (key, value) = self.PopItem();
                    return PyTuple.Of(key, value);
                }
                var first = self.First();
                self.Remove(first.Key);
                return PyTuple.Of(first.Key, first.Value);
            })
            .Method("copy", static o =>
            {
                var copy = new OrderedDictType();
                copy.UpdateAny(o);
                return copy;
            })
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is OrderedDictType b
                ? Self(o).Count == b.Count && Self(o).Zip(b).All(p => Operators.Equal(p.First.Key, p.Second.Key) && Operators.Equal(p.First.Value, p.Second.Value))
                : other.Ref is PyDict d ? Self(o).SameItems(d) : Any.NotImplemented)
            .Method("__ne__", "self, other, /", static (o, other) => PyType.Of(o).Lookup("__eq__").Call(o, other) is { IsNotImplemented: false } equal ? !equal.Truth : Any.NotImplemented)
            .Method("__or__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(o, other) : Any.NotImplemented)
            .Method("__ror__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(other, o) : Any.NotImplemented)
            .Method("keys", static o => new OrderedView(Self(o).Keys, "odict_keys"))
            .Method("values", static o => new OrderedView(Self(o).Values, "odict_values"))
            .Method("items", static o => new OrderedView(Self(o).Items, "odict_items"))
            .Attribute("__hash__", Any.None)
            .Method("__repr__", static o => Self(o).Count == 0 ? PyType.Of(o).Name + "()" : $"{PyType.Of(o).Name}({Self(o).Repr()})");
    }
}

/// <summary>The views of an <c>OrderedDict</c>, which have names of their own.</summary>
internal sealed class OrderedView(PyDictView view, string name) : PyObject, IPyIterable
{
    private static readonly Dictionary<string, PyType> s_types = [];

    public override PyType Class => TypeOf(name, view.Class);

    public PyDictView View => view;

    private static PyType TypeOf(string name, PyType plain)
    {
        lock (s_types)
        {
            if (s_types.TryGetValue(name, out var known))
                return known;
            var type = PyType.Builtin(name, plain);
            foreach (var (key, value) in plain.Namespace.ToArray())
                if (value.Ref is PyFunction function && Operators.Str(key) != "__repr__")
                    type.Define(Operators.Str(key), new PyFunction($"{name}.{function.Name}", "self, /, *args", (self, args) => function.Call(new Arguments(((PyTuple)args.Ref!).AsSpan()).WithFirst(((OrderedView)self.Ref!).View))) { IsBuiltin = true, IsMethod = true });
            type.Method("__repr__", static self => $"{PyType.Of(self).Name}({new PyList<Any>(Operators.ToList(self)).Repr()})");
            return s_types[name] = type;
        }
    }

    public PyIterator GetPyIterator() => view.GetPyIterator();
}

/// <summary><c>ChainMap</c>: several mappings as one.</summary>
internal sealed class ChainMap(PyList<Any> maps) : PyObject
{
    public static readonly PyType Type = CreateType();

    public override PyType Class => Type;

    private PyList<Any> Maps => maps;

    private static ChainMap Self(Any o) => (ChainMap)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("ChainMap", module: "collections");
        type.New("cls, *maps", static a => new ChainMap(((PyTuple)a[1].Ref!).Count == 0 ? [new PyDict<Any, Any>()] : new PyList<Any>((PyTuple)a[1].Ref!)));
        return type
            .Property("maps", static o => Self(o).Maps)
            .Property("parents", static o => new ChainMap(new PyList<Any>(Self(o).Maps.Skip(1))))
            .Method("new_child", "self, m=None, /", static (o, m) => new ChainMap(new PyList<Any>(Self(o).Maps.Prepend(m.IsNone ? new PyDict<Any, Any>() : m))))
            .Method("__getitem__", "self, key, /", static (o, key) => Self(o).Find(key) is { IsUnbound: false } value ? value : throw new KeyError(key))
            .Method("get", "self, key, default=None, /", static (o, key, fallback) => Self(o).Find(key) is { IsUnbound: false } value ? value : fallback)
            .Method("__contains__", "self, key, /", static (o, key) => !Self(o).Find(key).IsUnbound)
            .Method("__setitem__", "self, key, value, /", static (o, key, value) =>
            {
                Self(o).Maps[0L].SetItem(key, value);
                return Any.None;
            })
            .Method("__delitem__", "self, key, /", static (o, key) =>
            {
                Self(o).Maps[0L].DeleteItem(key);
                return Any.None;
            })
            .Method("pop", "self, key, default=, /", static a =>
            {
                var first = (PyDict)Self(a[0]).Maps[0L].Ref!;
                return first.RemoveAny(a[1], out var value) ? value : a[2].IsUnbound ? throw new KeyError($"Key not found in the first mapping: {Operators.Repr(a[1])}") : a[2];
            }, Any.Unbound)
            .Method("popitem", static o => Self(o).Maps[0L].Invoke("popitem"))
            .Method("clear", static o => Self(o).Maps[0L].Invoke("clear"))
            .Method("update", "self, other=(), /, **kwds", static a =>
            {
                foreach (var source in (Any[])[a[1], a[2]])
                {
                    var changes = new PyDict<Any, Any>();
                    changes.UpdateAny(source);
                    foreach (var (key, value) in changes)
                        Self(a[0]).Maps[0L].SetItem(key, value);
                }
                return Any.None;
            })
            .Method("setdefault", "self, key, default=None, /", static (o, key, value) =>
            {
                if (Self(o).Find(key) is { IsUnbound: false } known)
                    return known;
                Self(o).Maps[0L].SetItem(key, value);
                return value;
            })
            .Method("copy", static o => new ChainMap(new PyList<Any>(Self(o).Maps.Skip(1).Prepend(Self(o).Maps[0L].Invoke("copy")))))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is ChainMap b ? Self(o).Merged().SameItems(b.Merged()) : other.Ref is PyDict d ? Self(o).Merged().SameItems(d) : Any.NotImplemented)
            .Attribute("__hash__", Any.None)
            .Method("__bool__", static o => Self(o).Maps.Any(static m => m.Truth))
            .Method("__missing__", "self, key, /", static (_, key) => throw new KeyError(key))
            .Method("__or__", "self, other, /", static (o, other) => other.Ref is PyDict ? new ChainMap(new PyList<Any>(Self(o).Maps.Skip(1).Prepend(Self(o).Maps[0L] | other))) : Any.NotImplemented)
            .Method("__len__", static o => Self(o).Merged().Count)
            .Method("__iter__", static o => Self(o).Merged().GetPyIterator())
            .Method("keys", static o => Self(o).Merged().Keys)
            .Method("values", static o => Self(o).Merged().Values)
            .Method("items", static o => Self(o).Merged().Items)
            .Method("__repr__", static o => $"ChainMap({string.Join(", ", Self(o).Maps.Select(Operators.Repr))})");
    }

    private Any Find(Any key)
    {
        foreach (var map in maps)
            if (map.Contains(key))
                return map[key];
        return Any.Unbound;
    }

    private PyDict<Any, Any> Merged()
    {
        var result = new PyDict<Any, Any>();
        foreach (var map in maps.Reverse<Any>())
            result.UpdateAny(map);
        return result;
    }
}
