using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The class <see href="https://docs.python.org/3.13/library/collections.html#collections.defaultdict">collections.defaultdict</see>.</summary>
internal static class DefaultDictType
{
    public static readonly PyType Type = Create();

    private static PyDict Self(Any o) => (PyDict)o.Ref!;

    private static IDefaultDict Default(Any o) => (IDefaultDict)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("defaultdict", DictType.Type, "collections");
        type.New(static (cls, _) =>
        {
            var made = new PyDefaultDict<Any, Any>(Any.None);
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, default_factory=None, /, *args, **kwargs", static a =>
            {
                if (!a[1].IsNone && !Builtins.Callable(a[1]))
                    throw new TypeError("first argument must be callable or None");
                Default(a[0]).Factory = a[1];
                foreach (var mapping in a[2])
                    Self(a[0]).UpdateAny(mapping);
                Self(a[0]).UpdateAny(a[3]);
                return Any.None;
            })
            .Method("__or__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(Default(o).Factory, o, other) : Any.NotImplemented)
            .Method("__ror__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(Default(o).Factory, other, o) : Any.NotImplemented)
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), Default(o).Factory.IsNone ? PyTuple.Empty : PyTuple.Of(Default(o).Factory), Any.None, Any.None, Operators.Iter(o.Invoke("items"))))
            .Property("default_factory", static o => Default(o).Factory, static (o, v) => Default(o).Factory = v)
            .Method("__missing__", "self, key, /", static (o, key) => Default(o).Make(key))
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(Default(o).Factory, o))
            .Method("__copy__", static o => ((Any)PyType.Of(o)).Call(Default(o).Factory, o))
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({FactoryText(Default(o))}, {Self(o).Repr()})");
    }

    private static PyDefaultDict<Any, Any> Merge(Any factory, Any a, Any b)
    {
        var made = new PyDefaultDict<Any, Any>(factory);
        made.UpdateAny(a);
        made.UpdateAny(b);
        return made;
    }

    /// <summary>The factory's repr; a bound method of the dict itself would show the dict again.</summary>
    private static string FactoryText(IDefaultDict dict)
    {
        if (!Operators.EnterRepr(dict.Shown))
            return "...";
        try
        {
            return Operators.Repr(dict.Factory);
        }
        finally
        {
            Operators.LeaveRepr(dict.Shown);
        }
    }
}

/// <summary>What a dict with a factory is, whatever its keys and values are.</summary>
internal interface IDefaultDict
{
    Any Factory { get; set; }

    /// <summary>Stands for the factory while it is shown.</summary>
    object Shown { get; }

    /// <summary>Makes the value of a key that is missing.</summary>
    Any Make(Any key);
}
