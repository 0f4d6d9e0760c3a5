namespace Pytocs.Runtime.Core;

/// <summary>
/// How an enum class comes to be: its data type, its members, what it takes from its bases. See
/// <see href="https://docs.python.org/3.13/howto/enum.html#enum-class-differences">how enum classes differ</see>.
/// </summary>
internal static partial class EnumMaking
{
    public static Any Attribute(PyType cls, string name) => cls.Lookup(name);

    public static PyDict<Any, Any> Members(PyType cls) => (PyDict<Any, Any>)cls.Lookup("_member_map_").Ref!;

    public static PyType DataType(PyType cls) => (PyType)cls.Lookup("_member_type_").Ref!;

    public static bool IsFlag(PyType cls) => EnumModule.Flag is { } flag && cls.IsSubclassOf(flag);

    public static bool IsEnum(Any value) => value.Ref is PyType type && type.Class.IsSubclassOf(EnumMeta.Type);

    /// <summary><c>EnumType.__prepare__</c>.</summary>
    public static Any Prepare(string name, PyTuple bases)
    {
        CheckExtension(name, bases);
        var (_, first) = Mixins(name, bases);
        var generate = first is null ? Any.None : Operators.GetAttr(first, "_generate_next_value_", Any.None);
        return EnumNamespace.Create(name, generate);
    }

    private static readonly HashSet<string> s_inProgress = new(StringComparer.Ordinal);

    /// <summary>Whether the members of a class are just being made.</summary>
    public static bool IsInProgress(PyType cls) => s_inProgress.Contains(cls.Name);

    /// <summary><c>EnumType.__new__</c>.</summary>
    /// <param name="meta">The metaclass.</param>
    /// <param name="name">The name of the class.</param>
    /// <param name="bases">Its bases.</param>
    /// <param name="given">What its body has defined.</param>
    /// <param name="keywords">The keywords of the class statement.</param>
    /// <param name="made">The objects that are the members, where there are such already.</param>
    public static PyType Create(PyType meta, string name, PyTuple bases, Any given, PyDict keywords, params IEnumerable<PyEnum> made)
    {
        var space = given;
        if (!EnumNamespace.IsOne(space))
        {
            space = Prepare(name, bases);
            foreach (var (key, value) in Operators.MappingItems(given))
                Operators.SetItem(space, key, value);
        }
        var names = EnumNamespace.Of(space);
        var body = new PyDict<Any, Any>();
        foreach (var (key, value) in ((PyDict)space.Ref!).Entries())
            if (!names.Ignored.Contains((string)key.Ref!))
                body[key] = value;
        var invalid = names.Members.Where(static n => n is "mro" or "").ToList();
        if (invalid.Count > 0)
            throw new ValueError("invalid enum member name(s) " + string.Join(",", invalid.Select(static n => Operators.Repr(n))));
        var order = body.TryGetValue("_order_", out var wanted) ? wanted : Any.None;
        body.Remove("_order_");
        if (body.TryGetValue("_generate_next_value_", out var generate) && generate.Ref is not StaticMethod)
            body["_generate_next_value_"] = new StaticMethod(generate);
        var (dataType, first) = Mixins(name, bases);
        var (make, saves, usesArguments) = FindNew(body, dataType, first);
        foreach (var member in names.Members)
            body[member] = new Proto(body[member], made.FirstOrDefault(m => m.Name == member));
        var boundary = keywords.RemoveAny("boundary", out var chosen) && !chosen.IsNone ? chosen : first is null ? Any.None : Operators.GetAttr(first, "_boundary_", Any.None);
        keywords.RemoveAny("_simple", out _);
        body["_new_member_"] = make.IsUnbound ? Any.None : make.Ref is StaticMethod ? make : new StaticMethod(make);
        body["_use_args_"] = usesArguments;
        body["_member_names_"] = new PyList<Any>();
        body["_member_map_"] = new PyDict<Any, Any>();
        body["_value2member_map_"] = new PyDict<Any, Any>();
        body["_unhashable_values_"] = new PyList<Any>();
        body["_member_type_"] = dataType;
        body["_value_repr_"] = ValueRepr(name, bases);
        body["_boundary_"] = boundary;
        body["_flag_mask_"] = 0;
        body["_singles_mask_"] = 0;
        body["_all_bits_"] = 0;
        body["_inverted_"] = Any.None;
        if (saves)
        {
            body["__new_member__"] = make.Ref is StaticMethod ? make : new StaticMethod(make);
            body.Remove("__new__");
        }
        var rest = new Arguments();
        foreach (var (key, value) in keywords.Entries())
            rest.Add((string)key.Ref!, value);
        PyType cls;
        s_inProgress.Add(name);
        try
        {
            cls = PyType.Build(meta, name, bases, body, rest);
        }
        finally
        {
            s_inProgress.Remove(name);
        }
        if (first is not null)
            Inherit(cls, body, bases, dataType, first);
        if (!order.IsNone)
            CheckOrder(cls, order);
        return cls;
    }

    /// <exception cref="TypeError">A base has members.</exception>
    private static void CheckExtension(string name, PyTuple bases)
    {
        foreach (var chain in bases.Select(static b => b.Ref).OfType<PyType>())
            foreach (var parent in chain.Mro)
                if (IsEnum(parent) && parent.Namespace.TryGetValue("_member_names_", out var members) && members.Truth)
                    throw new TypeError($"<enum {Operators.Repr(name)}> cannot extend {Operators.Repr(parent)}");
    }

    private static (PyType DataType, PyType? First) Mixins(string name, PyTuple bases)
    {
        if (bases.Count == 0 || EnumModule.Enum is null)
            return (bases.Select(static b => b.Ref).OfType<PyType>().FirstOrDefault(static b => !IsEnum(b)) ?? PyType.Object, EnumModule.Enum);
        if (!IsEnum(bases[^1]))
            throw new TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`");
        return (FindDataType(name, bases) ?? PyType.Object, (PyType)bases[^1].Ref!);
    }

    private static PyType? FindDataType(string name, PyTuple bases)
    {
        var found = new List<PyType>();
        foreach (var chain in bases.Select(static b => b.Ref).OfType<PyType>())
        {
            PyType? candidate = null;
            foreach (var parent in chain.Mro)
            {
                if (ReferenceEquals(parent, PyType.Object))
                    continue;
                PyType? type = null;
                if (IsEnum(parent))
                {
                    if (!ReferenceEquals(DataType(parent), PyType.Object))
                        type = DataType(parent);
                    else
                        continue;
                }
                else if (parent.IsBuiltin || parent.Namespace.ContainsKey("__new__") || parent.Namespace.ContainsKey("__dataclass_fields__"))
                {
                    type = candidate ?? parent;
                }
                else
                {
                    candidate ??= parent;
                    continue;
                }
                if (!found.Contains(type))
                    found.Add(type);
                break;
            }
        }
        return found.Count <= 1 ? found.FirstOrDefault()
            : throw new TypeError($"too many data types for {Operators.Repr(name)}: {{{string.Join(", ", found.Select(static t => Operators.Repr(t)))}}}");
    }

    /// <summary>What makes members, whether the class itself defines it, and whether it takes the value.</summary>
    private static (Any Make, bool Saves, bool UsesArguments) FindNew(PyDict<Any, Any> body, PyType dataType, PyType? first)
    {
        if (body.TryGetValue("__new__", out var own))
            return (own, first is not null, true);
        foreach (var name in (string[])["__new_member__", "__new__"])
            foreach (var possible in (PyType?[])[dataType, first])
                if (possible?.Lookup(name) is { IsUnbound: false, IsNone: false } target && !IsPlain(target))
                    return (target, false, true);
        return (Any.Unbound, false, !ReferenceEquals(dataType, PyType.Object) && dataType.IsBuiltin);
    }

    private static bool IsPlain(Any make)
        => ReferenceEquals(make.Ref, PyType.Object.Lookup("__new__").Ref) || (EnumModule.Enum is { } root && root.Namespace.TryGetValue("__new__", out var lookup) && ReferenceEquals(make.Ref, lookup.Ref));

    private static Any ValueRepr(string name, PyTuple bases)
    {
        foreach (var chain in bases.Select(static b => b.Ref).OfType<PyType>())
        {
            foreach (var parent in chain.Mro)
            {
                if (ReferenceEquals(parent, PyType.Object))
                    continue;
                if (IsEnum(parent))
                {
                    if (parent.Lookup("_value_repr_") is { IsNone: false, IsUnbound: false } known)
                        return known;
                }
                else if (parent.Namespace.TryGetValue("__repr__", out var repr))
                {
                    // A dataclass shows its fields without its own name.
                    return parent.Namespace.ContainsKey("__dataclass_fields__") && parent.Namespace.TryGetValue("__dataclass_params__", out var how) && ((DataclassOptions)how.Ref!)["repr"]
                        ? new PyFunction("_dataclass_repr", "self", static (Any self) => DataclassRepr(self))
                        : repr;
                }
            }
        }
        return Any.None;
    }

    private static Any DataclassRepr(Any self)
    {
        var fields = ((PyDict)PyType.Of(self).Lookup("__dataclass_fields__").Ref!).Entries();
        return string.Join(", ", fields.Where(static f => Operators.GetAttr(f.Value, "repr", true).Truth).Select(f => $"{Operators.Str(f.Key)}={Operators.Repr(self.Get((string)f.Key.Ref!))}"));
    }

    /// <summary>How members are shown comes from the enum, not from the data type, unless the class says otherwise.</summary>
    private static void Inherit(PyType cls, PyDict<Any, Any> body, PyTuple bases, PyType dataType, PyType first)
    {
        if (bases.Any(static b => EnumModule.ReprEnum is { } repr && ReferenceEquals(b.Ref, repr)))
        {
            if (ReferenceEquals(dataType, PyType.Object))
                throw new TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)");
            if (!body.ContainsKey("__format__"))
                cls.Define("__format__", dataType.Lookup("__format__"));
            if (!body.ContainsKey("__str__"))
                cls.Define("__str__", ReferenceEquals(dataType.Lookup("__str__").Ref, PyType.Object.Lookup("__str__").Ref) ? dataType.Lookup("__repr__") : dataType.Lookup("__str__"));
        }
        foreach (var name in (string[])["__repr__", "__str__", "__format__", "__reduce_ex__"])
        {
            if (body.ContainsKey(name) || cls.Namespace.ContainsKey(name))
                continue;
            var found = cls.Lookup(name);
            if (ReferenceEquals(found.Ref, dataType.Lookup(name).Ref) || ReferenceEquals(found.Ref, PyType.Object.Lookup(name).Ref))
                cls.Define(name, first.Lookup(name));
        }
        if (!IsFlag(cls))
            return;
        foreach (var name in (string[])["__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"])
            if (!body.ContainsKey(name))
                cls.Define(name, EnumModule.Flag.Lookup(name));
        var values = Operators.ToList(cls.Lookup("_member_names_")).Select(n => Members(cls)[n].Get("_value_")).ToList();
        for (var i = 1; i < values.Count; i++)
            if (Operators.Index(values[i]) < Operators.Index(values[i - 1]))
                cls.Define("_iter_member_", EnumModule.Flag.Lookup("_iter_member_by_def_"));
    }

    private static void CheckOrder(PyType cls, Any order)
    {
        var wanted = order.Ref is string text ? Str.Split(text.Replace(',', ' ')).ToList() : Operators.ToList(order).Select(Operators.Str).ToList();
        var members = Operators.ToList(cls.Lookup("_member_names_")).Select(Operators.Str).ToList();
        if (IsFlag(cls))
            wanted = wanted.Where(n => !Members(cls).ContainsKey(n) || members.Contains(n)).ToList();
        if (!wanted.SequenceEqual(members))
            throw new TypeError($"member order does not match _order_:\n  [{string.Join(", ", wanted.Select(static n => Operators.Repr(n)))}]\n  [{string.Join(", ", members.Select(static n => Operators.Repr(n)))}]");
    }
}
