namespace Pytocs.Runtime.Core;

/// <summary>
/// Classes that programs make step by step, as the class statement does.
/// See <see href="https://docs.python.org/3.13/library/types.html#dynamic-type-creation">dynamic type creation</see>.
/// </summary>
internal static class DynamicClasses
{
    /// <summary>Adds <c>new_class</c>, <c>prepare_class</c> and <c>resolve_bases</c>.</summary>
    public static PyModule Add(PyModule module) => module
        .Function("resolve_bases", "bases", static a => Resolved(a[0]))
        .Function("prepare_class", "name, bases=(), kwds=None", static a =>
        {
            var (meta, space, keywords) = Prepare(a[0], a[1], a[2]);
            return PyTuple.Of(meta, space, keywords);
        })
        .Function("new_class", "name, bases=(), kwds=None, exec_body=None", static a =>
        {
            var bases = Resolved(a[1]);
            var (meta, space, keywords) = Prepare(a[0], bases, a[2]);
            if (!a[3].IsNone)
                a[3].Call(space);
            if (!ReferenceEquals(bases.Ref, a[1].Ref))
                Operators.SetItem(space, "__orig_bases__", a[1]);
            // Without Python code of a metaclass the class belongs to the module that makes it.
            if (ReferenceEquals(meta.Ref, PyType.Type) && !Operators.Contains(space, "__module__"))
                Operators.SetItem(space, "__module__", "types");
            return meta.Call(new Arguments { a[0], bases, space, new StarStar(keywords) });
        });

    /// <summary>The bases with what those that are no classes stand for; the same object where all are.</summary>
    private static Any Resolved(Any bases)
    {
        var arguments = new Arguments();
        foreach (var one in Operators.Iter(bases))
            arguments.Add(one);
        var resolved = ClassBuilder.ResolveBases(arguments, out var original);
        return ReferenceEquals(resolved, original) ? bases : resolved;
    }

    private static (Any Meta, Any Space, Any Keywords) Prepare(Any name, Any bases, Any given)
    {
        var keywords = given.IsNone ? new PyDict<Any, Any>() : (PyDict<Any, Any>)((Any)DictType.Type).Call(given).Ref!;
        var parents = Operators.ToList(bases);
        Any meta = parents.Count > 0 ? PyType.Of(parents[0]) : PyType.Type;
        if (keywords.TryGetValue("metaclass", out var chosen))
        {
            meta = chosen;
            keywords.Remove("metaclass");
        }
        if (meta.Ref is PyType type)
            meta = PyType.Winner(type, parents.Select(static p => PyType.Of(p)));
        var prepare = Operators.GetAttr(meta, "__prepare__", Any.Unbound);
        Any space = prepare.IsUnbound ? new PyDict<Any, Any>() : prepare.Call(new Arguments { name, bases, new StarStar(keywords) });
        return (meta, space, keywords);
    }
}
