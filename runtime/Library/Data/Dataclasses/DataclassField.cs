namespace Pytocs.Runtime.Core;

/// <summary>What kind of attribute a field stands for.</summary>
internal enum FieldKind
{
    /// <summary>An attribute of instances.</summary>
    Plain,

    /// <summary>An attribute of the class.</summary>
    ClassVariable,

    /// <summary>An argument that only <c>__post_init__</c> gets.</summary>
    InitVariable,
}

/// <summary>A name with a meaning of its own: MISSING, KW_ONLY, and what tells the kinds of fields apart.</summary>
internal sealed class DataclassMarker(string? shown, PyType type) : PyObject
{
    /// <summary>The class of what <c>_field_type</c> of a field says.</summary>
    public static readonly PyType KindType = PyType.Builtin("_FIELD_BASE", module: "dataclasses").Property("name", static o => ((DataclassMarker)o.Ref!).Shown!).Method("__repr__", static o => ((DataclassMarker)o.Ref!).Shown!);

    public static readonly Any Plain = new DataclassMarker("_FIELD", KindType);
    public static readonly Any ClassVariable = new DataclassMarker("_FIELD_CLASSVAR", KindType);
    public static readonly Any InitVariable = new DataclassMarker("_FIELD_INITVAR", KindType);

    private DataclassMarker(string? shown, string typeName)
        : this(shown, shown is null ? PyType.Builtin(typeName, module: "dataclasses") : PyType.Builtin(typeName, module: "dataclasses").Method("__repr__", _ => shown))
    {
    }

    public static readonly Any Missing = new DataclassMarker(null, "_MISSING_TYPE");
    public static readonly Any KeywordOnly = new DataclassMarker(null, "_KW_ONLY_TYPE");
    public static readonly Any Factory = new DataclassMarker("<factory>", "_HAS_DEFAULT_FACTORY_CLASS");

    private string? Shown => shown;

    public override PyType Class => type;
}

/// <summary><see href="https://docs.python.org/3.13/library/dataclasses.html#dataclasses.Field">Field</see>.</summary>
internal sealed class DataclassField : PyObject
{
    public static readonly PyType Type = PyType.Builtin("Field", module: "dataclasses").Subscripted()
        .Property("name", static o => Self(o).Name is { } name ? name : Any.None, static (o, v) => Self(o).Name = Operators.Str(v))
        .Property("type", static o => Self(o).Annotation, static (o, v) => Self(o).Annotation = v)
        .Property("default", static o => Self(o).Default, static (o, v) => Self(o).Default = v)
        .Property("default_factory", static o => Self(o).Factory)
        .Property("init", static o => Self(o).Init)
        .Property("repr", static o => Self(o).Repr)
        .Property("compare", static o => Self(o).Compare)
        .Property("hash", static o => Self(o).Hash)
        .Property("kw_only", static o => Self(o).KeywordOnly)
        .Property("metadata", static o => Self(o).Metadata)
        .Property("_field_type", static o => Self(o).KindMarker)
        .Method("__set_name__", "self, owner, name", static (self, owner, name) =>
        {
            var value = Self(self).Default;
            if (PyType.Of(value).Lookup("__set_name__") is { IsUnbound: false } hook)
                hook.Call(value, owner, name);
            return Any.None;
        })
        .Method("__repr__", static o => Self(o).Text);

    public string? Name { get; set; }

    public Any Annotation { get; set; } = Any.None;

    public Any Default { get; set; } = DataclassMarker.Missing;

    public Any Factory { get; init; } = DataclassMarker.Missing;

    public Any Init { get; init; } = true;

    public Any Repr { get; init; } = true;

    public Any Compare { get; init; } = true;

    public Any Hash { get; init; } = Any.None;

    public Any KeywordOnly { get; set; } = DataclassMarker.Missing;

    public Any Metadata { get; init; } = new PyDict<Any, Any>();

    public FieldKind Kind { get; set; }

    public override PyType Class => Type;

    public bool HasFactory => !Operators.Is(Factory, DataclassMarker.Missing);

    public bool HasPlainDefault => !Operators.Is(Default, DataclassMarker.Missing);

    public bool HasDefault => HasPlainDefault || HasFactory;

    public bool IsHashed => Hash.IsNone ? Compare.Truth : Hash.Truth;

    /// <summary>What kind of field it is; None until a class has it.</summary>
    private Any KindMarker => Name is null ? Any.None : Kind switch { FieldKind.ClassVariable => DataclassMarker.ClassVariable, FieldKind.InitVariable => DataclassMarker.InitVariable, _ => DataclassMarker.Plain };

    private static DataclassField Self(Any o) => (DataclassField)o.Ref!;

    private string Text
    {
        get
        {
            if (!Operators.EnterRepr(this))
                return "...";
            try
            {
                return Written();
            }
            finally
            {
                Operators.LeaveRepr(this);
            }
        }
    }

    private string Written()
    {
        static string R(Any value) => Operators.Repr(value);
        return $"Field(name={(Name is null ? "None" : R(Name))},type={R(Annotation)},default={R(Default)},default_factory={R(Factory)},init={R(Init)},repr={R(Repr)},hash={R(Hash)},"
            + $"compare={R(Compare)},metadata=mappingproxy({R(Metadata)}),kw_only={R(KeywordOnly)},_field_type={R(KindMarker)})";
    }
}

/// <summary>The options that a class was decorated with: <c>__dataclass_params__</c>.</summary>
internal sealed class DataclassOptions : PyObject
{
    private static readonly string[] s_names = ["init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot"];

    public static readonly PyType Type = CreateType();

    private readonly Any[] _values;

    /// <param name="values">One value an option, in the order of the decorator's parameters.</param>
    public DataclassOptions(ReadOnlySpan<Any> values) => _values = values.ToArray();

    public override PyType Class => Type;

    public bool this[string name] => _values[Array.IndexOf(s_names, name)].Truth;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("_DataclassParams", module: "dataclasses");
        for (var i = 0; i < s_names.Length; i++)
        {
            var index = i;
            type.Property(s_names[i], o => ((DataclassOptions)o.Ref!)._values[index]);
        }
        return type.Method("__repr__", static o => $"_DataclassParams({string.Join(",", s_names.Zip(((DataclassOptions)o.Ref!)._values, static (n, v) => $"{n}={Operators.Repr(v)}"))})");
    }
}

/// <summary><c>InitVar[type]</c>.</summary>
internal sealed class InitVariable(Any type) : PyObject
{
    public static readonly PyType Type = CreateType();

    public override PyType Class => Type;

    private static PyType CreateType()
    {
        var made = PyType.Builtin("InitVar", module: "dataclasses");
        made.New("cls, type", static a => new InitVariable(a[1]));
        return made.ClassMethod("__class_getitem__", "cls, type, /", static a => new InitVariable(a[1]))
            .Property("type", static o => ((InitVariable)o.Ref!).Inner)
            .Method("__repr__", static o => $"dataclasses.InitVar[{(((InitVariable)o.Ref!).Inner is { Ref: PyType t } ? t.Name : Operators.Repr(((InitVariable)o.Ref!).Inner))}]");
    }

    private Any Inner => type;
}
