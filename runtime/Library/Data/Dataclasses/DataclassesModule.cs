namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/dataclasses.html">dataclasses</see>.</summary>
internal static class DataclassesModule
{
    private const string Options = "init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False";

    public static PyModule Build() => new PyModule("dataclasses")
        .Value("MISSING", DataclassMarker.Missing).Value("KW_ONLY", DataclassMarker.KeywordOnly).Type(DataclassField.Type).Type(InitVariable.Type)
        .Value("_FIELDS", "__dataclass_fields__").Value("_PARAMS", "__dataclass_params__").Value("_POST_INIT_NAME", "__post_init__").Value("_HAS_DEFAULT_FACTORY", DataclassMarker.Factory)
        .Value("_FIELD", DataclassMarker.Plain).Value("_FIELD_CLASSVAR", DataclassMarker.ClassVariable).Value("_FIELD_INITVAR", DataclassMarker.InitVariable)
        .Type(DataclassMarker.KindType).Type(PyType.Of(DataclassMarker.Missing)).Type(PyType.Of(DataclassMarker.KeywordOnly)).Type(PyType.Of(DataclassMarker.Factory))
        .Value("FrozenInstanceError", DataclassMethods.FrozenError)
        .Function("field", "*, default=, default_factory=, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=", static a => MakeField(a), DataclassMarker.Missing, DataclassMarker.Missing, DataclassMarker.Missing)
        .Function("dataclass", "cls=None, /, *, " + Options, static a =>
        {
            var options = new DataclassOptions(a.AsSpan(1));
            return a[0].IsNone
                ? new PyFunction("dataclass.<locals>.wrap", "cls", (Any cls) => DataclassMaking.Process(Class(cls), options))
                : DataclassMaking.Process(Class(a[0]), options);
        })
        .Function("fields", "class_or_instance", static a => new PyTuple([.. DataclassConversion.FieldsOf(a[0]).Select(static f => (Any)f)]))
        .Function("is_dataclass", "obj", static a => DataclassConversion.HasFields(a[0]))
        .Function("asdict", "obj, *, dict_factory=None", static a => DataclassConversion.AsDict(a[0], a[1]))
        .Function("astuple", "obj, *, tuple_factory=None", static a => DataclassConversion.AsTuple(a[0], a[1]))
        .Function("replace", "obj, /, **changes", static a => DataclassConversion.Replace(a[0], (PyDict)a[1].Ref!))
        .Function("make_dataclass", "cls_name, fields, *, bases=(), namespace=None, " + Options + ", module=None", static a => Make(a), PyTuple.Empty);

    private static PyType Class(Any cls) => cls.Ref as PyType ?? throw new AttributeError($"'{PyType.Of(cls).ErrorName}' object has no attribute '__mro__'. Did you mean: '__ror__'?");

    private static DataclassField MakeField(Any[] a)
    {
        if (!Operators.Is(a[0], DataclassMarker.Missing) && !Operators.Is(a[1], DataclassMarker.Missing))
            throw new ValueError("cannot specify both default and default_factory");
        return new DataclassField
        {
            Default = a[0], Factory = a[1], Init = a[2], Repr = a[3], Hash = a[4], Compare = a[5], Metadata = a[6].IsNone ? new PyDict<Any, Any>() : a[6], KeywordOnly = a[7],
        };
    }

    private static Any Make(Any[] a)
    {
        var space = new PyDict<Any, Any>();
        var annotations = new PyDict<Any, Any>();
        var values = new PyDict<Any, Any>();
        foreach (var item in a[1])
        {
            var parts = item.Ref is string ? [item] : Operators.ToList(item);
            if (parts.Count is < 1 or > 3)
                throw new TypeError($"Invalid field: {Operators.Repr(item)}");
            if (parts[0].Ref is not string name || !((Any)name).Invoke("isidentifier").Truth)
                throw new TypeError($"Field names must be valid identifiers: {Operators.Repr(parts[0])}");
            if (Modules.Import("keyword").Get("iskeyword").Call(name).Truth)
                throw new TypeError($"Field names must not be keywords: {Operators.Repr(name)}");
            if (annotations.ContainsKey(name))
                throw new TypeError($"Field name duplicated: {Operators.Repr(name)}");
            annotations[name] = parts.Count > 1 ? parts[1] : "typing.Any";
            if (parts.Count > 2)
                values[name] = parts[2];
        }
        if (!a[3].IsNone)
            space.UpdateAny(a[3]);
        space.UpdateAny(values);
        space["__annotations__"] = annotations;
        space["__module__"] = a[14].IsNone ? "__main__" : a[14];
        var bases = PyTuple.From(a[2]);
        var meta = bases.Select(static b => b.Ref).OfType<PyType>().Select(static b => b.Class).FirstOrDefault(static m => !ReferenceEquals(m, PyType.Type)) ?? PyType.Type;
        var cls = ((Any)meta).Call(a[0], bases, space);
        return DataclassMaking.Process((PyType)cls.Ref!, new DataclassOptions(a.AsSpan(4, 10)));
    }
}
