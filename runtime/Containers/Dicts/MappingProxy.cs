namespace Pytocs.Runtime.Core;

/// <summary>
/// A view of a mapping that cannot change it.
/// See <see href="https://docs.python.org/3.13/library/types.html#types.MappingProxyType">types.MappingProxyType</see>.
/// </summary>
internal sealed class MappingProxy(Any mapping) : PyObject, IPyIterable
{
    public static readonly PyType Type = CreateType();

    public override PyType Class => Type;

    private static Any Inner(Any o) => ((MappingProxy)o.Ref!).Mapping;

    private static Any Plain(Any o) => o.Ref is MappingProxy proxy ? proxy.Mapping : o;

    private Any Mapping => mapping;

    public PyIterator GetPyIterator() => Operators.Iter(mapping);

    private static PyType CreateType()
    {
        var type = PyType.Builtin("mappingproxy");
        type.New("cls, mapping", static a =>
        {
            if (a[1].Ref is PyList or PyTuple || PyType.Of(a[1]).Lookup("__getitem__").IsUnbound)
                throw new TypeError($"mappingproxy() argument must be a mapping, not {PyType.Of(a[1]).ErrorName}");
            return new MappingProxy(a[1]);
        });
        type.ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        foreach (var name in (string[])["keys", "values", "items", "copy", "__reversed__"])
            type.Method(name, self => Inner(self).Invoke(name));
        return type
            .Method("__getitem__", "self, key, /", static (self, key) => Operators.GetItem(Inner(self), key))
            .Method("__contains__", "self, key, /", static (self, key) => Operators.Contains(Inner(self), key))
            .Method("__len__", static self => Operators.Len(Inner(self)))
            .Method("__iter__", static self => Operators.Iter(Inner(self)))
            .Method("__hash__", static self => Operators.Hash(Inner(self)))
            .Method("__eq__", "self, other, /", static (self, other) => Operators.Equal(Inner(self), Plain(other)))
            .Method("__or__", "self, other, /", static (self, other) => Inner(self) | Plain(other))
            .Method("__ror__", "self, other, /", static (self, other) => Plain(other) | Inner(self))
            .Method("__ior__", "self, other, /", static (_, _) => throw new TypeError("'|=' is not supported by mappingproxy; use '|' instead"))
            .Method("get", "self, key, default=None, /", static a => Inner(a[0]).Invoke("get", a[1], a[2]))
            .Method("__str__", static self => Operators.Str(Inner(self)))
            .Method("__repr__", static self => $"mappingproxy({Operators.Repr(Inner(self))})");
    }
}
