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
