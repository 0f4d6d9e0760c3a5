namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/enum.html">enum</see>.</summary>
internal static class EnumModule
{
    private static readonly PyType s_meta = CreateMeta();
    private static readonly PyType s_auto = CreateAuto();
    public static readonly PyType Enum = Root("Enum", PyType.Object);
    public static readonly PyType IntEnum = Root("IntEnum", Enum, IntType.Type);
    public static readonly PyType StrEnum = Root("StrEnum", Enum, StrType.Type);
    public static readonly PyType Flag = Root("Flag", Enum);
    public static readonly PyType IntFlag = Root("IntFlag", Flag, IntType.Type);

    private sealed class Auto : PyObject
    {
        public override PyType Class => s_auto;
    }

    private static PyType CreateAuto()
    {
        var type = PyType.Builtin("auto", module: "enum");
        type.New("cls, value=None", static _ => new Auto());
        return type;
    }

    public static PyModule Build() => new PyModule("enum")
        .Value("EnumMeta", s_meta).Value("EnumType", s_meta).Type(Enum).Type(IntEnum).Type(StrEnum).Type(Flag).Type(IntFlag).Type(s_auto)
        .Function("unique", static cls =>
        {
            var aliases = Members((PyType)cls.Ref!).Entries().Where(e => (string)e.Key.Ref! != (string)e.Value.Get("_name_").Ref!).ToList();
            return aliases.Count == 0 ? cls : throw new ValueError($"duplicate values found in {Operators.Repr(cls)}: {string.Join(", ", aliases.Select(a => $"{Operators.Str(a.Key)} -> {Operators.Str(a.Value.Get("_name_"))}"))}");
        })
        .Function("member", static v => v).Function("nonmember", static v => v)
        .Value("property", DescriptorTypes.Property);

    private static PyDict Members(PyType cls) => (PyDict)cls.Lookup("_member_map_").Ref!;

    private static PyType Root(string name, params PyType[] bases)
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "enum", ["_member_map_"] = new PyDict<Any, Any>(), ["_value2member_map_"] = new PyDict<Any, Any>() };
        var type = PyType.Build(s_meta, name, new PyTuple([.. bases.Reverse().Select(b => (Any)b)]), space, new Arguments());
        if (name == "Enum")
            DeclareEnum(type);
        if (name == "Flag")
            DeclareFlag(type);
        if (name is "IntEnum" or "IntFlag")
        {
            type.Define("__str__", new PyFunction("__str__", "self", static (Any o) => Operators.Str(o.Get("_value_"))));
            type.Define("__format__", new PyFunction("__format__", "self, spec", static (Any o, Any spec) => Operators.Format(o.Get("_value_"), (string)spec.Ref!)));
        }
        if (bases.Length > 1)
            type.Define("__repr__", Enum.Namespace["__repr__"]);
        if (name == "StrEnum")
        {
            type.Define("__str__", new PyFunction("__str__", "self", static (Any o) => o.Get("_value_")));
            type.Define("__format__", new PyFunction("__format__", "self, spec", static (Any o, Any spec) => Operators.Format(o.Get("_value_"), (string)spec.Ref!)));
        }
        return type;
    }

    private static void DeclareEnum(PyType type)
    {
        void Add(string name, string signature, Func<Any[], Any> body) => type.Define(name, new PyFunction("Enum." + name, signature, body));
        type.Define("name", new PyProperty(new PyFunction("name", "self", static (Any o) => o.Get("_name_")), Any.None, Any.None, Any.None));
        type.Define("value", new PyProperty(new PyFunction("value", "self", static (Any o) => o.Get("_value_")), Any.None, Any.None, Any.None));
        Add("__repr__", "self", static a => $"<{PyType.Of(a[0]).Name}.{Operators.Str(a[0].Get("_name_"))}: {Operators.Repr(a[0].Get("_value_"))}>");
        Add("__str__", "self", static a => $"{PyType.Of(a[0]).Name}.{Operators.Str(a[0].Get("_name_"))}");
        Add("__hash__", "self", static a => Operators.Hash(a[0].Get("_name_")));
        Add("__format__", "self, spec", static a => Operators.Format(Operators.Str(a[0]), (string)a[1].Ref!));
        Add("__reduce_ex__", "self, proto", static a => PyTuple.Of(PyType.Of(a[0]), PyTuple.Of(a[0].Get("_value_"))));
        Add("__copy__", "self", static a => a[0]);
        Add("__deepcopy__", "self, memo", static a => a[0]);
        type.Define("_missing_", new ClassMethod(new PyFunction("Enum._missing_", "cls, value", static (Any _, Any _) => Any.None)));
        type.Define("_generate_next_value_", new StaticMethod(new PyFunction("_generate_next_value_", "name, start, count, last_values", static (Any[] a) =>
            a[3].Ref is PyList { Count: > 0 } last ? Operators.ToList(last).Max(v => Operators.Index(v)) + 1 : a[1])));
    }

    private static void DeclareFlag(PyType type)
    {
        void Operator(string name, Func<PyInt, PyInt, PyInt> combine) => type.Define(name, new PyFunction(name, "self, other", (Any a, Any b) =>
            PyType.Of(a).IsSubclassOf(PyType.Of(b)) || PyType.Of(b).IsSubclassOf(PyType.Of(a)) || Operators.IsIntLike(b)
                ? Combined(PyType.Of(a), combine(Bits(a), Operators.IsIntLike(b) ? Operators.ToInt(b) : Bits(b)))
                : Any.NotImplemented));
        Operator("__or__", static (a, b) => a | b);
        Operator("__and__", static (a, b) => a & b);
        Operator("__xor__", static (a, b) => a ^ b);
        type.Define("__invert__", new PyFunction("__invert__", "self", static (Any o) => Combined(PyType.Of(o), All(PyType.Of(o)) & ~Bits(o))));
        type.Define("__contains__", new PyFunction("__contains__", "self, other", static (Any a, Any b) => (Bits(a) & Bits(b)) == Bits(b)));
        type.Define("__bool__", new PyFunction("__bool__", "self", static (Any o) => Bits(o) != 0));
        type.Define("__iter__", new PyFunction("__iter__", "self", static (Any o) => new PyTuple([.. Parts(o)]).GetPyIterator()));
        type.Define("__len__", new PyFunction("__len__", "self", static (Any o) => Parts(o).Count()));
        type.Define("__repr__", new PyFunction("__repr__", "self", static (Any o) => Label(o) is { Length: > 0 } label
            ? $"<{PyType.Of(o).Name}.{label}: {Operators.Repr(o.Get("_value_"))}>"
            : $"<{PyType.Of(o).Name}: {Operators.Repr(o.Get("_value_"))}>"));
        type.Define("__str__", new PyFunction("__str__", "self", static (Any o) => Label(o) is { Length: > 0 } label ? $"{PyType.Of(o).Name}.{label}" : $"{PyType.Of(o).Name}({Operators.Repr(o.Get("_value_"))})"));
        type.Define("_generate_next_value_", new StaticMethod(new PyFunction("_generate_next_value_", "name, start, count, last_values", static (Any[] a) =>
            a[3].Ref is PyList { Count: > 0 } last ? (PyInt)1 << (PyInt)Operators.ToList(last).Max(v => Operators.Index(v)).BitLength : a[1])));
    }

    private static PyInt Bits(Any flag) => Operators.Index(flag.Get("_value_"));

    private static PyInt All(PyType cls) => Members(cls).Entries().Aggregate((PyInt)0, static (bits, e) => bits | Bits(e.Value));

    private static IEnumerable<Any> Parts(Any flag)
        => Members(PyType.Of(flag)).Entries().Select(e => e.Value).Where(m => Bits(m) != 0 && (Bits(m) & (Bits(m) - 1)) == 0 && (Bits(flag) & Bits(m)) != 0);

    private static string Label(Any flag) => flag.Get("_name_") is { IsNone: false } name ? Operators.Str(name) : string.Join("|", Parts(flag).Select(p => Operators.Str(p.Get("_name_"))));

    private static Any Combined(PyType cls, PyInt bits)
    {
        var map = (PyDict<Any, Any>)cls.Lookup("_value2member_map_").Ref!;
        if (map.TryGetValue(bits, out var known))
            return known;
        var made = Make(cls, bits);
        ((IPyObject)made.Ref!).InstanceDict(create: true)!["_name_"] = Any.None;
        map[bits] = made;
        return made;
    }

    private static Any Make(PyType cls, Any value)
    {
        var member = cls.FindAllocator()(cls, value.Ref is PyTuple t && !IsTupleBased(cls) ? new Arguments(t.AsSpan()) : new Arguments { value });
        ((IPyObject)member.Ref!).InstanceDict(create: true)!["_value_"] = value.Ref is PyTuple { Count: 1 } single && member.Ref is PyValueInstance ? single[0] : value;
        return member;
    }

    private static bool IsTupleBased(PyType cls) => cls.IsSubclassOf(TupleType.Type);

    private static PyType CreateMeta()
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "enum" };
        void Add(string name, string signature, Func<Any[], Any> body) => space[name] = new PyFunction("EnumType." + name, signature, body);
        Add("__new__", "metacls, cls, bases, classdict, /, **kwds", static a => Create((PyType)a[0].Ref!, Operators.Str(a[1]), (PyTuple)a[2].Ref!, a[3]));
        Add("__init__", "cls, *args, **kwds", static _ => Any.None);
        Add("__call__", "cls, value, names=None, /, **kwds", static a => a[1].Ref is string && !a[2].IsNone ? Functional((PyType)a[0].Ref!, a[1], a[2]) : ByValue((PyType)a[0].Ref!, a[1]));
        Add("__getitem__", "cls, name", static a => Members((PyType)a[0].Ref!).TryGetAny(a[1], out var member) ? member : throw new KeyError(a[1]));
        Add("__iter__", "cls", static a => new PyTuple([.. Canonical((PyType)a[0].Ref!)]).GetPyIterator());
        Add("__reversed__", "cls", static a => new PyTuple([.. Canonical((PyType)a[0].Ref!).Reverse()]).GetPyIterator());
        Add("__len__", "cls", static a => Canonical((PyType)a[0].Ref!).Count());
        Add("__bool__", "cls", static _ => true);
        Add("__contains__", "cls, value", static a => PyType.Of(a[1]).IsSubclassOf((PyType)a[0].Ref!) || ((PyDict)((PyType)a[0].Ref!).Lookup("_value2member_map_").Ref!).ContainsAny(a[1]));
        Add("__repr__", "cls", static a => ((PyType)a[0].Ref!).IsSubclassOf(Flag ?? PyType.Object) && Flag is not null ? $"<flag '{((PyType)a[0].Ref!).Name}'>" : $"<enum '{((PyType)a[0].Ref!).Name}'>");
        Add("__setattr__", "cls, name, value", static a =>
        {
            if (((PyType)a[0].Ref!).Namespace.TryGetValue("_member_map_", out var map) && ((PyDict)map.Ref!).ContainsAny(a[1]))
                throw new AttributeError($"cannot reassign member {Operators.Repr(a[1])}");
            TypeAttributes.Set((PyType)a[0].Ref!, (string)a[1].Ref!, a[2]);
            return Any.None;
        });
        space["__members__"] = new PyProperty(new PyFunction("__members__", "cls", static (Any cls) => Members((PyType)cls.Ref!)), Any.None, Any.None, Any.None);
        return PyType.Build(PyType.Type, "EnumType", PyTuple.Of(PyType.Type), space, new Arguments());
    }

    private static IEnumerable<Any> Canonical(PyType cls)
        => Members(cls).Entries().Where(e => Operators.Equal(e.Key, e.Value.Get("_name_"))).Select(e => e.Value)
            .Where(m => Flag is null || !cls.IsSubclassOf(Flag) || (Bits(m) != 0 && (Bits(m) & (Bits(m) - 1)) == 0));

    private static Any Functional(PyType cls, Any name, Any names)
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "__main__" };
        var items = names.Ref is string text ? Core.Str.Split(text.Replace(',', ' ')).Select((n, i) => (Name: (Any)n, Value: (Any)(long)(i + 1)))
            : names.Ref is PyDict dict ? dict.Entries().Select(e => (Name: e.Key, e.Value))
            : Operators.ToList(names).Select((n, i) => n.Ref is string ? (Name: n, Value: (Any)(long)(i + 1)) : (Name: n[0], Value: n[1]));
        foreach (var (member, value) in items)
            space[member] = value;
        return cls.Class.Call(new Arguments { name, PyTuple.Of(cls), space });
    }

    private static Any ByValue(PyType cls, Any value)
    {
        if (PyType.Of(value).IsSubclassOf(cls))
            return value;
        foreach (var (_, member) in Members(cls).Entries())
            if (Operators.Equal(member.Get("_value_"), value))
                return member;
        if (cls.IsSubclassOf(Flag) && Operators.IsIntLike(value) && (Operators.ToInt(value) & ~All(cls)) == 0)
            return Combined(cls, Operators.ToInt(value));
        var missing = ((Any)cls).Invoke("_missing_", value);
        if (!missing.IsNone)
            return missing;
        throw new ValueError($"{Operators.Repr(value)} is not a valid {cls.QualName}");
    }

    private static Any Create(PyType meta, string name, PyTuple bases, Any space)
    {
        foreach (var parent in bases)
            if (parent.Ref is PyType p && p.Namespace.TryGetValue("_member_map_", out var map) && ((PyDict)map.Ref!).Count > 0)
                throw new TypeError($"<enum '{name}'> cannot extend {Operators.Repr(parent)}");
        var own = new PyDict<Any, Any>();
        var values = new List<(string Name, Any Value)>();
        foreach (var (key, value) in Operators.MappingItems(space))
        {
            var member = (string)key.Ref!;
            var isMember = !(member.StartsWith('_') && (member.EndsWith('_') || member.StartsWith("__", StringComparison.Ordinal))) && value.Ref is not (PyFunction or IDescriptor) && !(value.Ref is PyType t && t.QualName.Contains('.', StringComparison.Ordinal))
                && (value.Ref is not IPyObject || PyType.Of(value).Lookup("__get__").IsUnbound);
            if (isMember)
                values.Add((member, value));
            else
                own[key] = value;
        }
        own["_member_map_"] = new PyDict<Any, Any>();
        own["_value2member_map_"] = new PyDict<Any, Any>();
        var cls = PyType.Build(meta, name, bases, own, new Arguments());
        if (values.Count > 0)
            Fill(cls, values);
        return cls;
    }

    private static void Fill(PyType cls, List<(string Name, Any Value)> values)
    {
        var members = (PyDict<Any, Any>)Members(cls);
        var byValue = (PyDict<Any, Any>)cls.Lookup("_value2member_map_").Ref!;
        var seen = new PyList<Any>();
        foreach (var (name, given) in values)
        {
            var value = given;
            if (value.Ref is Auto)
                value = cls.IsSubclassOf(StrEnum ?? cls) && StrEnum is not null ? Core.Str.Lower(name) : ((Any)cls).Invoke("_generate_next_value_", new Arguments { name, 1, seen.Count, seen.Copy() });
            var init = cls.Lookup("__init__");
            var make = cls.Lookup("__new__");
            var custom = make.Ref is StaticMethod { Function.Ref: PyFunction { IsBuiltin: false } } ? make : Any.Unbound;
            var member = custom.IsUnbound ? Make(cls, value) : ((StaticMethod)custom.Ref!).Function.Call(new Arguments { cls, new Star(value.Ref is PyTuple ? value : PyTuple.Of(value)) });
            var dict = ((IPyObject)member.Ref!).InstanceDict(create: true)!;
            if (!dict.ContainsKey("_value_"))
                dict["_value_"] = value;
            dict["_name_"] = name;
            if (init.Ref is PyFunction { IsBuiltin: false })
                init.Call(new Arguments { member, new Star(value.Ref is PyTuple ? value : PyTuple.Of(value)) });
            value = dict["_value_"];
            Any known = Any.Unbound;
            foreach (var (_, other) in members)
                if (Operators.Equal(other.Get("_value_"), value))
                    known = other;
            if (!known.IsUnbound)
                member = known;
            seen.Append(value);
            members[name] = member;
            cls.Define(name, member);
            try
            {
                if (known.IsUnbound)
                    byValue[value] = member;
            }
            catch (TypeError)
            {
                // An unhashable value is found by comparison.
            }
        }
    }
}
