namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html">collections</see>.</summary>
internal static class CollectionsModule
{
    public static PyModule Build() => new PyModule("collections")
        .Type(DefaultDict.Type).Type(OrderedDictType.Type).Type(CounterType.Type).Type(Deque.Type)
        .Function("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None", static a => NamedTuples.FromCall([a[0], a[1], a[2], a[3]]))
        .Value("ChainMap", ChainMap.Type);

    /// <summary>The abstract classes, by what they ask of a class.</summary>
    public static PyModule BuildAbc()
    {
        var module = new PyModule("collections.abc");
        foreach (var (name, methods) in ((string, string[])[])
        [
            ("Hashable", ["__hash__"]), ("Iterable", ["__iter__"]), ("Iterator", ["__iter__", "__next__"]), ("Generator", ["send", "throw", "close"]), ("Sized", ["__len__"]),
            ("Container", ["__contains__"]), ("Callable", ["__call__"]), ("Collection", ["__len__", "__iter__", "__contains__"]), ("Reversible", ["__reversed__"]),
            ("Sequence", ["__getitem__", "__len__", "index", "count"]), ("MutableSequence", ["__setitem__", "insert", "append"]), ("Set", ["__contains__", "isdisjoint"]),
            ("MutableSet", ["add", "discard"]), ("Mapping", ["__getitem__", "keys", "items"]), ("MutableMapping", ["__setitem__", "keys", "popitem"]), ("ByteString", ["hex"]),
            ("Awaitable", ["__await__"]), ("Coroutine", ["__await__", "send", "throw", "close"]), ("AsyncIterable", ["__aiter__"]), ("AsyncIterator", ["__aiter__", "__anext__"]),
            ("AsyncGenerator", ["asend", "athrow", "aclose"]), ("KeysView", ["isdisjoint"]), ("ItemsView", ["isdisjoint"]), ("ValuesView", ["mapping"]), ("Buffer", ["__buffer__"]),
        ])
            module.Value(name, AbstractByMethods.Make(name, methods));
        return module;
    }
}

/// <summary>Abstract base classes whose instances are those with certain methods.</summary>
internal static class AbstractByMethods
{
    private static readonly PyType s_meta = CreateMeta();

    private static PyType CreateMeta()
    {
        var meta = PyType.Build(PyType.Type, "ABCMeta", PyTuple.Of(PyType.Type), new PyDict<Any, Any> { ["__module__"] = "abc" }, new Arguments());
        meta.Define("__instancecheck__", new PyFunction("__instancecheck__", "cls, instance, /", static (Any cls, Any o) => Has((PyType)cls.Ref!, PyType.Of(o))));
        meta.Define("__subclasscheck__", new PyFunction("__subclasscheck__", "cls, subclass, /", static (Any cls, Any o) => o.Ref is PyType t && Has((PyType)cls.Ref!, t)));
        return meta;
    }

    public static PyType Make(string name, string[] methods)
    {
        var space = new PyDict<Any, Any>
        {
            ["__module__"] = "collections.abc",
            ["_required"] = new PyTuple([.. methods.Select(m => (Any)m)]),
            ["__class_getitem__"] = new PyFunction("__class_getitem__", "cls, item, /", static (Any cls, Any item) => GenericAlias.Of(cls, item)),
        };
        return PyType.Build(s_meta, name, PyTuple.Of(PyType.Object), space, new Arguments());
    }

    private static bool Has(PyType cls, PyType type)
    {
        if (type.IsSubclassOf(cls))
            return true;
        if (!cls.Namespace.TryGetValue("_required", out var required))
            return false;
        foreach (var method in required)
            if (type.Lookup((string)method.Ref!) is { IsUnbound: true } or { IsNone: true })
                return false;
        return true;
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
            .Property("default_factory", static o => Self(o)._factory, static (o, v) => Self(o)._factory = v)
            .Method("__missing__", "self, key, /", static (o, key) => Self(o).Make(key))
            .Method("copy", static o =>
            {
                var copy = new DefaultDict { _factory = Self(o)._factory };
                copy.UpdateAny(o);
                return copy;
            })
            .Method("__repr__", static o => $"{PyType.Of(o).ErrorName}({Operators.Repr(Self(o)._factory)}, {Self(o).Repr()})");
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
            .Attribute("__hash__", Any.None)
            .Method("__repr__", static o => Self(o).Count == 0 ? PyType.Of(o).Name + "()" : $"{PyType.Of(o).ErrorName}({Self(o).Repr()})");
    }
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
