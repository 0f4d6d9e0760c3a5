using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html">collections</see>.</summary>
internal static class CollectionsModule
{
    /// <summary>Modules that import <c>collections.abc</c> themselves, after which it is an attribute of its package.</summary>
    private static readonly string[] s_importers =
        ["collections.abc", "typing", "unittest", "asyncio", "inspect", "dataclasses", "logging", "traceback", "configparser", "concurrent.futures", "selectors", "socket", "subprocess"];

    public static PyModule Build()
    {
        return new PyModule("collections")
            .Type(DefaultDict.Type).Type(OrderedDictType.Type).Type(CounterType.Type).Type(Deque.Type)
            .Function("_count_elements", "mapping, iterable, /", static (mapping, items) => Lib.Do(() =>
            {
                foreach (var item in Operators.Iter(items))
                    mapping.SetItem(item, mapping.Invoke("get", item, 0) + 1);
            }))
            .Function("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None", static a => NamedTuples.FromCall(a))
            .Member("abc", static () => s_importers.Any(static m => Modules.Loaded.ContainsKey(m)) ? Modules.Import("collections.abc") : Any.Unbound)
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
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(Self(o)._factory, o))
            .Method("__copy__", static o => ((Any)PyType.Of(o)).Call(Self(o)._factory, o))
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({Self(o).FactoryText()}, {Self(o).Repr()})");
    }

    private static DefaultDict Merge(Any factory, Any a, Any b)
    {
        var made = new DefaultDict { _factory = factory };
        made.UpdateAny(a);
        made.UpdateAny(b);
        return made;
    }

    /// <summary>The factory's repr; a bound method of the dict itself would show the dict again.</summary>
    private string FactoryText()
    {
        if (!Operators.EnterRepr(_shown))
            return "...";
        try
        {
            return Operators.Repr(_factory);
        }
        finally
        {
            Operators.LeaveRepr(_shown);
        }
    }

    private readonly object _shown = new();

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

    /// <summary>Takes the entries of a mapping or of pairs, then those given by keyword.</summary>
    /// <exception cref="ValueError">An item is no pair.</exception>
    private static void Fill(Any o, PyTuple args, PyDict keywords)
    {
        if (args.Count > 1)
            throw new TypeError($"expected at most 1 arguments, got {args.Count}");
        var isPairs = args.Count == 1 && args[0].Ref is not PyDict && Operators.GetAttr(args[0], "keys", Any.Unbound).IsUnbound && Operators.GetAttr(args[0], "items", Any.Unbound).IsUnbound;
        if (args.Count == 1 && !isPairs)
            Self(o).UpdateAny(args[0]);
        else if (isPairs)
            foreach (var item in Operators.Iter(args[0]))
            {
                var pair = Operators.ToList(item);
                Operators.SetItem(o, pair.Count == 2 ? pair[0] : throw new ValueError(pair.Count > 2
                    ? "too many values to unpack (expected 2)" : $"need more than {pair.Count} value{(pair.Count == 1 ? "" : "s")} to unpack"), pair[1]);
            }
        Self(o).UpdateAny(keywords);
    }

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
        type.HasInstanceDict = true;
        type.New(static (cls, _) =>
        {
            var made = new OrderedDictType();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, /, *args, **kwargs", static (o, args, keywords) => Lib.Do(() => Fill(o, (PyTuple)args.Ref!, (PyDict)keywords.Ref!)))
            .Method("update", "self, /, *args, **kwargs", static (o, args, keywords) => Lib.Do(() => Fill(o, (PyTuple)args.Ref!, (PyDict)keywords.Ref!)))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Empty, o.Invoke("__getstate__"), Any.None, Operators.Iter(o.Invoke("items"))))
            .Method("move_to_end", "self, key, last=True", static (o, key, last) =>
            {
                var self = Self(o);
                if (!self.Take(key, out key, out var value))
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
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(o))
            .Method("__copy__", static o => ((Any)PyType.Of(o)).Call(o))
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
                    type.Define(Operators.Str(key), new PyFunction($"{name}.{function.Name}", "self, /, *args", (self, args) => function.Call(new Arguments([.. ((PyTuple)args.Ref!).Select(Plain)]).WithFirst(((OrderedView)self.Ref!).View))) { IsBuiltin = true, IsMethod = true });
            type.Method("__repr__", static self => $"{PyType.Of(self).Name}({new PyList<Any>(Operators.ToList(self)).Repr()})");
            return s_types[name] = type;
        }
    }

    /// <summary>What it is a view of, as a view of a dict; other values as they are.</summary>
    private static Any Plain(Any value) => value.Ref is OrderedView ordered ? ordered.View : value;

    public PyIterator GetPyIterator() => view.GetPyIterator();
}
