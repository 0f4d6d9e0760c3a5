namespace Pytocs.Runtime.Core;

/// <summary>What every class can do: the methods of <c>type</c>. See <see href="https://docs.python.org/3.13/library/functions.html#type">type</see>.</summary>
internal static class TypeType
{
    private static PyType Self(Any o) => (PyType)o.Ref!;

    public static void Declare(PyType type)
    {
        type.New("cls, name, bases=(), namespace=None, /, **kwargs", static a =>
        {
            if (a[3].IsNone)
                return PyType.Of(a[1]);
            var arguments = new Arguments();
            foreach (var (key, value) in ((PyDict)a[4].Ref!).Entries())
                arguments.Add((string)key.Ref!, value);
            return PyType.Build((PyType)a[0].Ref!, (string)a[1].Ref!, (PyTuple)a[2].Ref!, a[3], arguments);
        });
        type.Method("__init__", "self, /, *args, **kwargs", static _ => Any.None)
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => Self(self).Instantiate(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("__repr__", static self => $"<class '{Self(self).FullName}'>")
            .Method("__hash__", static self => Identity.Of(self.Ref!))
            .Method("mro", static self => new PyList<Any>(Self(self).Mro.ToArray().Select(t => (Any)t)))
            .Method("__subclasses__", static self => new PyList<Any>(Self(self).Subclasses.Select(w => w.TryGetTarget(out var t) ? (Any)t : Any.None).Where(t => !t.IsNone)))
            .Method("__instancecheck__", "self, instance, /", static (self, instance) => PyType.Of(instance).IsSubclassOf(Self(self)))
            .Method("__subclasscheck__", "self, subclass, /", static (self, cls) => cls.Ref is PyType t && t.IsSubclassOf(Self(self)))
            .Method("__or__", "self, other, /", static (self, other) => UnionAlias.Of(self, other))
            .Method("__ror__", "self, other, /", static (self, other) => UnionAlias.Of(other, self))
            .ClassMethod("__prepare__", "cls, /, *args, **kwargs", static _ => new PyDict<Any, Any>())
            .Property("__name__", static self => Self(self).Name, static (self, v) => Self(self).Name = (string)v.Ref!)
            .Property("__qualname__", static self => Self(self).QualName, static (self, v) => Self(self).QualName = (string)v.Ref!)
            .Property("__module__", static self => Self(self).Namespace.TryGetValue("__module__", out var m) && m.Ref is not NativeProperty ? m : Self(self).Module, static (self, v) =>
            {
                Self(self).Define("__module__", v);
                Self(self).Module = v.Ref as string ?? "";
            })
            .Property("__text_signature__", static _ => Any.None)
            .Property("__mro__", static self => new PyTuple([.. Self(self).Mro.ToArray().Select(t => (Any)t)]))
            .Property("__bases__", static self => new PyTuple([.. Self(self).Bases.Select(t => (Any)t)]), static (self, v) => Self(self).ReplaceBases(v))
            .Property("__base__", static self => Self(self).Bases.Length == 0 ? Any.None : Self(self).Bases[0])
            .Property("__dict__", static self => new MappingProxy(Self(self).Attributes()))
            .Property("__doc__", static self => Self(self).Namespace.TryGetValue("__doc__", out var doc) && doc.Ref is not NativeProperty ? doc : Any.None, static (self, v) => Self(self).Define("__doc__", v))
            .Property("__annotations__", static self => Annotations(Self(self)), static (self, v) => Self(self).Define("__annotations__", v))
            .Property("__abstractmethods__", static self => Self(self).Namespace.TryGetValue("__abstractmethods__", out var names) ? names : throw new AttributeError("__abstractmethods__"), static (self, v) => Self(self).Define("__abstractmethods__", v));
    }

    private static Any Annotations(PyType type)
    {
        if (type.Namespace.TryGetValue("__annotations__", out var known))
            return known;
        var made = new PyDict<Any, Any>();
        if (!type.IsBuiltin)
            type.Define("__annotations__", made);
        return made;
    }
}
