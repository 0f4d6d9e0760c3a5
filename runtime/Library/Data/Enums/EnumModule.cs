namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/enum.html">enum</see>.</summary>
internal static class EnumModule
{
    public static readonly PyType Enum = Root("Enum", [PyType.Object]);
    public static readonly PyType ReprEnum = Root("ReprEnum", [Enum]);
    public static readonly PyType IntEnum = Root("IntEnum", [IntType.Type, ReprEnum]);
    public static readonly PyType StrEnum = Root("StrEnum", [StrType.Type, ReprEnum]);
    private static readonly PyType s_boundary = Constants("FlagBoundary", StrEnum, "STRICT", "CONFORM", "EJECT", "KEEP");
    private static readonly PyType s_checks = Constants("EnumCheck", StrEnum, "CONTINUOUS", "NAMED_FLAGS", "UNIQUE");
    public static readonly PyType Flag = Root("Flag", [Enum], "STRICT");
    public static readonly PyType IntFlag = Root("IntFlag", [IntType.Type, ReprEnum, Flag], "KEEP");

    public static PyModule Build()
    {
        var module = new PyModule("enum")
            .Value("EnumMeta", EnumMeta.Type).Value("EnumType", EnumMeta.Type).Type(Enum).Type(ReprEnum).Type(IntEnum).Type(StrEnum).Type(Flag).Type(IntFlag)
            .Type(EnumAuto.Type).Value("property", EnumProperty.Type).Value("member", EnumWrapper.MemberType).Value("nonmember", EnumWrapper.OtherType)
            .Value("EnumDict", EnumNamespace.Type).Value("_EnumDict", EnumNamespace.Type).Value("FlagBoundary", s_boundary).Value("EnumCheck", s_checks)
            .Function("unique", static cls => EnumChecks.Unique((PyType)cls.Ref!))
            .Function("verify", "*checks", static a => EnumChecks.Verify((PyTuple)a[0].Ref!))
            .Function("show_flag_values", "value", static a => new PyList<Any>(SingleBits(Operators.ToInt(Value(a[0]))).Select(static b => (Any)b)))
            .Function("_iter_bits_lsb", "num", static a => new PyTuple([.. Bits(Value(a[0])).Select(static b => (Any)b)]).GetPyIterator())
            .Function("_is_dunder", "name", static a => EnumNamespace.IsDunder((string)a[0].Ref!))
            .Function("_is_sunder", "name", static a => EnumNamespace.IsSunder((string)a[0].Ref!))
            .Function("_is_private", "cls_name, name", static a => EnumNamespace.IsPrivate((string)a[0].Ref!, (string)a[1].Ref!))
            .Function("_is_descriptor", "obj", static a => EnumNamespace.IsDescriptor(a[0]))
            .Function("pickle_by_global_name", "self, proto", static a => a[0].Get("_name_"))
            .Function("_reduce_ex_by_global_name", "self, proto", static a => a[0].Get("_name_"))
            .Function("pickle_by_enum_name", "self, proto", static a => PyTuple.Of(Builtins.Get("getattr"), PyTuple.Of(PyType.Of(a[0]), a[0].Get("_name_"))))
            .Function("global_enum", "cls, update_str=False", static a => EnumChecks.Publish((PyType)a[0].Ref!, a[1].Truth))
            .Function("_simple_enum", "etype=, *, boundary=None, use_args=None", static a =>
            {
                var (type, boundary) = (a[0], a[1]);
                return new PyFunction("_simple_enum.<locals>.convert_class", "cls", (Any cls) => EnumChecks.FromClass((PyType)type.Ref!, (PyType)cls.Ref!, boundary));
            }, Enum)
            .Function("_test_simple_enum", "checked_enum, simple_enum", static a => EnumChecks.Compare((PyType)a[0].Ref!, (PyType)a[1].Ref!));
        foreach (var (name, member) in EnumMaking.Members(s_boundary).Concat(EnumMaking.Members(s_checks)))
            module.Value((string)name.Ref!, member);
        return module;
    }

    private static Any Value(Any flag) => PyType.Of(flag).IsSubclassOf(Enum) ? flag.Get("_value_") : flag;

    private static IEnumerable<PyInt> Bits(Any value)
    {
        var number = Operators.ToInt(value);
        return number >= 0 ? SingleBits(number) : throw new ValueError($"{Operators.Repr(value)} is not a positive integer");
    }

    public static IEnumerable<PyInt> SingleBits(PyInt value)
    {
        while (value > 0)
        {
            var bit = value & -value;
            yield return bit;
            value ^= bit;
        }
    }

    private static PyType Root(string name, PyType[] bases, string? boundary = null)
    {
        var space = EnumNamespace.Create(name, Any.None);
        Operators.SetItem(space, "__module__", "enum");
        Operators.SetItem(space, "__qualname__", name);
        var keywords = new PyDict<Any, Any>();
        if (boundary is not null)
            keywords["boundary"] = EnumMaking.Members(s_boundary)[boundary];
        var type = EnumMaking.Create(EnumMeta.Type, name, new PyTuple([.. bases.Select(static b => (Any)b)]), space, keywords);
        if (name == "Enum")
            DeclareEnum(type);
        else if (name == "Flag")
            EnumFlags.Declare(type);
        else if (name == "StrEnum")
            DeclareStrEnum(type);
        return type;
    }

    private static PyType Constants(string name, PyType root, params string[] members)
    {
        var space = EnumMaking.Prepare(name, PyTuple.Of(root));
        Operators.SetItem(space, "__module__", "enum");
        Operators.SetItem(space, "__qualname__", name);
        foreach (var member in members)
            Operators.SetItem(space, member, name == "EnumCheck" ? member.Replace('_', ' ').ToLowerInvariant() : member.ToLowerInvariant());
        return EnumMaking.Create(EnumMeta.Type, name, PyTuple.Of(root), space, new PyDict<Any, Any>());
    }

    private static void DeclareEnum(PyType type)
    {
        void Add(string name, string signature, Func<Any[], Any> body) => type.Define(name, new PyFunction("Enum." + name, signature, body) { Module = "enum" });
        type.Define("name", new EnumProperty(new PyFunction("Enum.name", "self", static (Any o) => o.Get("_name_")), Any.None, Any.None, Any.Unbound).Named("name"));
        type.Define("value", new EnumProperty(new PyFunction("Enum.value", "self", static (Any o) => o.Get("_value_")), Any.None, Any.None, Any.Unbound).Named("value"));
        type.Define("__new__", new StaticMethod(new PyFunction("Enum.__new__", "cls, value", static (Any cls, Any value) => EnumMeta.ByValue((PyType)cls.Ref!, value)) { Module = "enum" }));
        Add("__repr__", "self", static a =>
        {
            var cls = PyType.Of(a[0]);
            var value = a[0].Get("_value_");
            var shown = cls.Lookup("_value_repr_") is { IsNone: false, IsUnbound: false } repr ? Operators.Str(repr.Call(value)) : Operators.Repr(value);
            return $"<{cls.Name}.{Operators.Str(a[0].Get("_name_"))}: {shown}>";
        });
        Add("__str__", "self", static a => $"{PyType.Of(a[0]).Name}.{Operators.Str(a[0].Get("_name_"))}");
        Add("__hash__", "self", static a => Operators.Hash(a[0].Get("_name_")));
        Add("__format__", "self, format_spec", static a => Operators.Format(Operators.Str(a[0]), Operators.Str(a[1])));
        Add("__reduce_ex__", "self, proto", static a => PyTuple.Of(PyType.Of(a[0]), PyTuple.Of(a[0].Get("_value_"))));
        Add("__copy__", "self", static a => a[0]);
        Add("__deepcopy__", "self, memo", static a => a[0]);
        Add("__dir__", "self", static a => Dir(a[0]));
        Add("_add_alias_", "self, name", static a =>
        {
            EnumMaking.Publish(PyType.Of(a[0]), Operators.Str(a[1]), a[0]);
            return Any.None;
        });
        Add("_add_value_alias_", "self, value", static a =>
        {
            EnumMaking.AddValue(PyType.Of(a[0]), a[1], a[0]);
            return Any.None;
        });
        type.Define("_missing_", new ClassMethod(new PyFunction("Enum._missing_", "cls, value", static (Any _, Any _) => Any.None) { Module = "enum" }));
        type.Define("_generate_next_value_", new StaticMethod(new PyFunction("Enum._generate_next_value_", "name, start, count, last_values", static (Any[] a) => Next(a[1], Operators.ToList(a[3]))) { Module = "enum" }));
    }

    private static Any Next(Any start, List<Any> last)
    {
        if (last.Count == 0)
            return start;
        Any highest;
        try
        {
            highest = last.Aggregate(static (x, y) => Operators.Compare(Comparison.Lt, x, y).Truth ? y : x);
        }
        catch (TypeError)
        {
            throw new TypeError("unable to sort non-numeric values") { SuppressContext = true };
        }
        try
        {
            return highest + 1;
        }
        catch (TypeError)
        {
            throw new TypeError($"unable to increment {Operators.Repr(highest)}") { SuppressContext = true };
        }
    }

    private static PyList<Any> Dir(Any member)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { "__class__", "__doc__", "__eq__", "__hash__", "__module__" };
        var cls = PyType.Of(member);
        if (!ReferenceEquals(EnumMaking.DataType(cls), PyType.Object))
            names.UnionWith(Operators.ToList(PyType.Object.Lookup("__dir__").Call(member)).Select(Operators.Str));
        if (((IPyObject)member.Ref!).InstanceDict(create: false) is { } own)
            names.UnionWith(own.Entries().Select(static e => Operators.Str(e.Key)).Where(static n => n[0] != '_'));
        foreach (var parent in cls.Mro)
            foreach (var (name, value) in parent.Namespace.Entries())
                if (name.Ref is string text && text[0] != '_' && !(parent.Namespace.TryGetValue("_member_map_", out var map) && ((PyDict)map.Ref!).ContainsAny(name)) && (value.Ref is not EnumProperty property || !property.Getter.IsNone))
                    names.Add(text);
        return new PyList<Any>(names.Select(static n => (Any)n));
    }

    private static void DeclareStrEnum(PyType type)
    {
        type.Define("_new_member_", new StaticMethod(new PyFunction("StrEnum.__new__", "cls, *values", static (Any cls, Any values) =>
        {
            var given = Operators.ToList(values);
            if (given.Count > 3)
                throw new TypeError($"too many arguments for str(): {Operators.Repr(new PyTuple([.. given]))}");
            if (given.Count == 1 && given[0].Ref is not string && !PyType.Of(given[0]).IsSubclassOf(StrType.Type))
                throw new TypeError($"{Operators.Repr(given[0])} is not a string");
            if (given.Count >= 2 && given[1].Ref is not string)
                throw new TypeError($"encoding must be a string, not {Operators.Repr(given[1])}");
            if (given.Count == 3 && given[2].Ref is not string)
                throw new TypeError($"errors must be a string, not {Operators.Repr(given[2])}");
            var value = ((Any)StrType.Type).Call(new Arguments([.. given]));
            var member = EnumMaking.Bare((PyType)cls.Ref!, new Arguments { value });
            ((IPyObject)member.Ref!).InstanceDict(create: true)!["_value_"] = value;
            return member;
        })));
        type.Define("__new_member__", type.Namespace["_new_member_"]);
        type.Define("_generate_next_value_", new StaticMethod(new PyFunction("StrEnum._generate_next_value_", "name, start, count, last_values", static (Any[] a) => Str.Lower(Operators.Str(a[0]))) { Module = "enum" }));
    }
}
