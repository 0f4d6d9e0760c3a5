namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.cached_property">functools.cached_property</see>.</summary>
internal sealed class CachedProperty(Any function) : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private string? _name;

    public override PyType Class => Type;

    public bool IsData => false;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("cached_property", module: "functools");
        type.New("cls, func", static a => new CachedProperty(a[1]));
        return type.Subscripted()
            .Property("func", static self => ((CachedProperty)self.Ref!).Function)
            .Property("attrname", static self => ((CachedProperty)self.Ref!)._name is { } name ? name : Any.None)
            .Property("__doc__", static self => Operators.GetAttr(((CachedProperty)self.Ref!).Function, "__doc__", Any.None))
            .Property("__module__", static self => Operators.GetAttr(((CachedProperty)self.Ref!).Function, "__module__", Any.None))
            .Method("__set_name__", "self, owner, name, /", static (self, _, name) =>
            {
                var property = (CachedProperty)self.Ref!;
                var given = Operators.Str(name);
                if (property._name is { } known && known != given)
                    throw new TypeError($"Cannot assign the same cached_property to two different names ({Str.Repr(known)} and {Str.Repr(given)}).");
                property._name = given;
                return Any.None;
            });
    }

    private Any Function => function;

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        if (_name is null)
            throw new TypeError("Cannot use cached_property instance without calling __set_name__ on it.");
        if (instance.Ref is PyType)
            throw new TypeError($"The '__dict__' attribute on {Str.Repr(PyType.Of(instance).Name)} instance does not support item assignment for caching {Str.Repr(_name)} property.");
        if (instance.Ref is not IPyObject o || o.InstanceDict(create: true) is not { } cache)
            throw new TypeError($"No '__dict__' attribute on {Str.Repr(PyType.Of(instance).Name)} instance to cache {Str.Repr(_name)} property.")
            {
                Context = new AttributeError($"'{PyType.Of(instance).ErrorName}' object has no attribute '__dict__'", "__dict__", instance),
                SuppressContext = true,
            };
        if (cache.TryGetValue(_name, out var known))
            return known;
        return cache[_name] = function.Call(instance);
    }

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}
