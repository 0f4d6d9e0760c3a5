namespace Pytocs.Runtime.Core;

/// <summary>A mapping that may only be read: <see href="https://docs.python.org/3.13/library/types.html#types.MappingProxyType">MappingProxyType</see>.</summary>
internal sealed class MappingProxy(Any mapping) : PyObject
{
    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    public Any Mapping => mapping;

    private static Any Inner(Any o) => o.Ref is MappingProxy proxy ? proxy.Mapping : o;

    private static PyType Create()
    {
        var type = PyType.Builtin("mappingproxy");
        type.New("cls, mapping", static a => a[1].Ref is PyDict || (Operators.IsMapping(a[1]) && a[1].Ref is not (PyTuple or PyList)) ? new MappingProxy(a[1])
            : throw new TypeError($"mappingproxy() argument must be a mapping, not {PyType.Of(a[1]).Name}"));
        foreach (var name in (string[])["keys", "values", "items", "copy"])
            type.Method(name, o => Inner(o).Invoke(name));
        return type
            .Method("get", "self, key, default=None, /", static a => Inner(a[0]).Invoke("get", a[1], a[2]), Any.None)
            .Method("__getitem__", "self, key, /", static (o, key) => Operators.GetItem(Inner(o), key))
            .Method("__contains__", "self, key, /", static (o, key) => Operators.Contains(Inner(o), key))
            .Method("__iter__", static o => Operators.Iter(Inner(o)))
            .Method("__reversed__", static o => Inner(o).Invoke("__reversed__"))
            .Method("__len__", static o => Inner(o).Invoke("__len__"))
            .Method("__eq__", "self, other, /", static (o, other) => Operators.Equal(Inner(o), Inner(other)))
            .Method("__or__", "self, other, /", static (o, other) => Inner(o) | Inner(other))
            .Method("__ror__", "self, other, /", static (o, other) => Inner(other) | Inner(o))
            .Method("__ior__", "self, other, /", static (_, _) => throw new TypeError("'|=' is not supported by mappingproxy; use '|' instead"))
            .Method("__hash__", static o => Operators.Hash(Inner(o)))
            .Method("__str__", static o => Operators.Str(Inner(o)))
            .Method("__repr__", static o => $"mappingproxy({Operators.Repr(Inner(o))})")
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }
}
