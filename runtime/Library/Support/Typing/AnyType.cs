using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The class <see href="https://docs.python.org/3.13/library/typing.html#typing.Any">typing.Any</see>: classes may derive from it, but it has no instances.</summary>
internal static class AnyType
{
    public static readonly PyType Type = Create();

    /// <summary>Stands for any name while a text is only read.</summary>
    public static readonly Any Placeholder = new Anything();

    private static PyType Create()
    {
        var meta = new ClassMaker("_AnyMeta", "typing")
            .Method("__instancecheck__", "obj", static (cls, o) => ReferenceEquals(cls.Ref, Type) ? throw new TypeError("typing.Any cannot be used with isinstance()") : PyType.Of(o).IsSubclassOf((PyType)cls.Ref!))
            .Method("__repr__", static cls => ReferenceEquals(cls.Ref, Type) ? "typing.Any" : PyType.Type.Lookup("__repr__").Call(cls))
            .Make(PyType.Type);
        var space = new PyDict<Any, Any> { ["__module__"] = "typing", ["__qualname__"] = "Any" };
        space["__new__"] = new PyFunction("Any.__new__", "cls, *args, **kwargs", static (Any cls, Any args, Any kwargs) => ReferenceEquals(cls.Ref, Type)
            ? throw new TypeError("Any cannot be instantiated")
            : ((PyType)cls.Ref!).FindAllocator()((PyType)cls.Ref!, new Arguments())) { Module = "typing" };
        return (PyType)((Any)meta).Call("Any", PyTuple.Of(PyType.Object), space).Ref!;
    }

    /// <summary>An object that has every attribute and item.</summary>
    private sealed class Anything : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("name")
            .Method("__getattr__", "self, name, /", static (o, _) => o)
            .Method("__getitem__", "self, item, /", static (o, _) => o)
            .Method("__or__", "self, other, /", static (o, _) => o)
            .Method("__ror__", "self, other, /", static (o, _) => o);

        public override PyType Class => s_type;
    }
}
