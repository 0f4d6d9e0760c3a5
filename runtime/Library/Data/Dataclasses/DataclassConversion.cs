namespace Pytocs.Runtime.Core;

/// <summary>Dataclass instances as dictionaries and tuples, and with other values.</summary>
internal static class DataclassConversion
{
    public static bool HasFields(Any o) => !Operators.GetAttr(o.Ref is PyType ? o : PyType.Of(o), "__dataclass_fields__", Any.Unbound).IsUnbound;

    public static bool IsInstance(Any o) => o.Ref is not PyType && HasFields(o);

    private static IEnumerable<DataclassField> All(Any o)
        => ((PyDict)Operators.GetAttr(o.Ref is PyType ? o : PyType.Of(o), "__dataclass_fields__").Ref!).Entries().Select(static e => (DataclassField)e.Value.Ref!);

    /// <summary>The fields of a dataclass or an instance, without class and init variables.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static IEnumerable<DataclassField> FieldsOf(Any o)
        => HasFields(o) ? All(o).Where(static f => f.Kind == FieldKind.Plain) : throw new TypeError("must be called with a dataclass type or instance");

    /// <summary>The fields that the object's generated <c>__repr__</c> shows; null where it has none or one of its own.</summary>
    public static List<(string Name, Any Value)>? Shown(Any o)
        => DataclassMethods.IsGenerated(PyType.Of(o).Lookup("__repr__")) && HasFields(o)
            ? [.. FieldsOf(o).Where(static f => f.Repr.Truth).Select(f => (f.Name!, o.Get(f.Name!)))]
            : null;

    public static Any AsDict(Any o, Any factory)
    {
        if (!IsInstance(o))
            throw new TypeError("asdict() should be called on dataclass instances");
        return Convert(o, (self, convert) =>
        {
            var result = new PyDict<Any, Any>();
            foreach (var field in FieldsOf(self))
                result[field.Name!] = convert(self.Get(field.Name!));
            return factory.IsNone || ReferenceEquals(factory.Ref, DictType.Type) ? result : factory.Call(new PyList<Any>(result.Entries().Select(static e => (Any)PyTuple.Of(e.Key, e.Value))));
        });
    }

    public static Any AsTuple(Any o, Any factory)
    {
        if (!IsInstance(o))
            throw new TypeError("astuple() should be called on dataclass instances");
        return Convert(o, (self, convert) =>
        {
            var values = FieldsOf(self).Select(f => convert(self.Get(f.Name!)));
            return factory.IsNone || ReferenceEquals(factory.Ref, TupleType.Type) ? new PyTuple([.. values]) : factory.Call(new PyList<Any>(values));
        });
    }

    private static Any Convert(Any o, Func<Any, Func<Any, Any>, Any> instance)
    {
        Any Inner(Any value) => Convert(value, instance);
        if (IsInstance(o))
            return instance(o, Inner);
        var type = PyType.Of(o);
        switch (o.Ref)
        {
            case PyTuple tuple when !type.Lookup("_fields").IsUnbound:
                return type.Call(new Arguments(tuple.Select(Inner).ToArray()));
            case PyTuple tuple:
                return ReferenceEquals(type, TupleType.Type) ? new PyTuple([.. tuple.Select(Inner)]) : type.Call(new PyTuple([.. tuple.Select(Inner)]));
            case PyList:
                var items = new PyList<Any>(Operators.ToList(o).Select(Inner));
                return ReferenceEquals(type, ListType.Type) ? items : type.Call(items);
            case PyDict dict:
                var pairs = dict.Entries().Select(e => (Key: Inner(e.Key), Value: Inner(e.Value))).ToList();
                if (!type.Lookup("default_factory").IsUnbound)
                {
                    var made = type.Call(o.Get("default_factory"));
                    foreach (var (key, value) in pairs)
                        made.SetItem(key, value);
                    return made;
                }
                if (!ReferenceEquals(type, DictType.Type))
                    return type.Call(new PyList<Any>(pairs.Select(static p => (Any)PyTuple.Of(p.Key, p.Value))));
                var result = new PyDict<Any, Any>();
                foreach (var (key, value) in pairs)
                    result[key] = value;
                return result;
            default:
                return Modules.Import("copy").Get("deepcopy").Call(o);
        }
    }

    public static Any Replace(Any o, PyDict changes)
    {
        if (!IsInstance(o))
            throw new TypeError("replace() should be called on dataclass instances");
        var arguments = new Arguments();
        foreach (var field in All(o))
        {
            if (field.Kind == FieldKind.ClassVariable)
                continue;
            if (changes.RemoveAny(field.Name!, out var value))
                arguments.Add(field.Name!, field.Init.Truth ? value : throw new TypeError($"field {field.Name} is declared with init=False, it cannot be specified with replace()"));
            else if (!field.Init.Truth)
                continue;
            else if (field.Kind == FieldKind.InitVariable && !field.HasPlainDefault)
                throw new TypeError($"InitVar {Operators.Repr(field.Name!)} must be specified with replace()");
            else
                arguments.Add(field.Name!, o.Get(field.Name!));
        }
        foreach (var (key, value) in changes.Entries())
            arguments.Add((string)key.Ref!, value);
        return PyType.Of(o).Call(arguments);
    }
}
