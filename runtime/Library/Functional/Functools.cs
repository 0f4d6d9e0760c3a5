namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html">functools</see>.</summary>
internal static class FunctoolsModule
{
    private static readonly string[] s_assigned = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"];

    public static PyModule Build() => TotalOrdering.Add(new PyModule("functools"))
        .Value("WRAPPER_ASSIGNMENTS", new PyTuple([.. s_assigned.Select(n => (Any)n)]))
        .Value("WRAPPER_UPDATES", PyTuple.Of("__dict__"))
        .Type(Partial.Type).Type(CachedProperty.Type)
        .Function("reduce", "function, iterable, initial=, /", static a => Reduce(a[0], Operators.IsIterable(a[1]) ? Operators.Iter(a[1]) : throw new TypeError("reduce() arg 2 must support iteration"), a[2]), Any.Unbound)
        .Function("update_wrapper", "wrapper, wrapped, assigned=, updated=", static a => UpdateWrapper(a[0], a[1], a[2], a[3]), Any.Unbound, Any.Unbound)
        .Function("wraps", "wrapped, assigned=, updated=", static a => new PyFunction("partial", "wrapper", (Any wrapper) => UpdateWrapper(wrapper, a[0], a[1], a[2])), Any.Unbound, Any.Unbound)
        .Function("lru_cache", "maxsize=128, typed=False", static a => Builtins.Callable(a[0])
            ? new LruCache(a[0], 128, false)
            : new PyFunction("lru_cache.<locals>.decorating_function", "user_function", (Any f) => new LruCache(f, a[0].IsNone ? null : (long)Operators.Index(a[0]), a[1].Truth)))
        .Function("cache", "user_function, /", static a => new LruCache(a[0], null, false))
        .Value("_CacheInfo", LruCache.Info)
        .Function("cmp_to_key", "mycmp", static a => CmpKey.Make(a[0]))
        .Function("total_ordering", static o => TotalOrdering.Complete((PyType)o.Ref!))
        .Function("singledispatch", static f => new SingleDispatch(f).Decorate(f))
        .Type(PartialMethod.Type).Type(SingleDispatchMethod.Type);

    private static Any Reduce(Any function, PyIterator items, Any initial)
    {
        var value = initial;
        if (value.IsUnbound && !items.TryNext(out value))
            throw new TypeError("reduce() of empty iterable with no initial value");
        while (items.TryNext(out var item))
            value = function.Call(value, item);
        return value;
    }

    internal static Any UpdateWrapper(Any wrapper, Any wrapped) => UpdateWrapper(wrapper, wrapped, Any.Unbound, Any.Unbound);

    private static Any UpdateWrapper(Any wrapper, Any wrapped, Any assigned, Any updated)
    {
        foreach (var name in assigned.IsUnbound ? s_assigned : Operators.ToList(assigned).Select(static n => Operators.Str(n)))
        {
            // Annotations that nobody has asked for are not evaluated for this.
            if (name == "__annotations__" && (wrapped.Ref as PyFunction, wrapper.Ref as PyFunction) is ({ } from, { } to))
            {
                to.TakeAnnotations(from);
                continue;
            }
            var value = Operators.GetAttr(wrapped, name, Any.Unbound);
            if (!value.IsUnbound)
                wrapper.Set(name, value);
        }
        foreach (var name in updated.IsUnbound ? ["__dict__"] : Operators.ToList(updated).Select(static n => Operators.Str(n)))
            Merge(wrapper, wrapped, name);
        wrapper.Set("__wrapped__", wrapped);
        return wrapper;
    }

    /// <summary>Adds the entries of one of the wrapped object's dictionaries.</summary>
    private static void Merge(Any wrapper, Any wrapped, string name)
    {
        if (name != "__dict__")
        {
            wrapper.Get(name).Invoke("update", Operators.GetAttr(wrapped, name, new PyDict<Any, Any>()));
            return;
        }
        if (wrapped.Ref is not IPyObject o || o.InstanceDict(create: false) is not { } dict)
            return;
        // A class has entries, __dict__ itself among them, that are no attributes of what takes them.
        var own = wrapper.Ref is PyFunction or PyInstance ? ((IPyObject)wrapper.Ref).InstanceDict(create: true) : null;
        foreach (var (key, value) in dict)
            if (own is not null)
                own[key] = value;
            else if (Descriptor.Of(value) is null)
                wrapper.Set((string)key.Ref!, value);
    }
}
