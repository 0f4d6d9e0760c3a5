using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The namespace that the body of an enum class fills: it tells members from what is none, and gives <c>auto()</c> its values. See
/// <see href="https://docs.python.org/3.13/library/enum.html#supported-dunder-names">names in enums</see>.
/// </summary>
internal sealed class EnumNamespace
{
    private static readonly HashSet<string> s_hooks = new(StringComparer.Ordinal)
    {
        "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
        "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_", "_member_names_",
    };

    private static readonly ConditionalWeakTable<object, EnumNamespace> s_all = [];

    /// <summary>The class of these namespaces.</summary>
    public static readonly PyType Type = CreateType();

    private readonly List<Any> _values = [];
    private bool _madeValues;

    /// <summary>The name of the class that is being made.</summary>
    public string ClassName { get; private init; } = "";

    /// <summary>The names of the members, in their order.</summary>
    public List<string> Members { get; } = [];

    /// <summary>Names that belong to the body alone.</summary>
    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>auto()</c> asks for a value.</summary>
    public Any Generate { get; private set; }

    private static PyType CreateType()
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "enum" };
        space["__setitem__"] = new PyFunction("EnumDict.__setitem__", "self, key, value", static (Any self, Any key, Any value) =>
        {
            Of(self).Set((PyDict)self.Ref!, (string)key.Ref!, value);
            return Any.None;
        });
        space["member_names"] = new PyProperty(new PyFunction("EnumDict.member_names", "self", static (Any self) => new PyList<Any>(Of(self).Members.Select(static n => (Any)n))), Any.None, Any.None, Any.None);
        space["_member_names"] = space["member_names"];
        return PyType.Build(PyType.Type, "EnumDict", PyTuple.Of(DictType.Type), space, new Arguments());
    }

    /// <summary>A new namespace for a class.</summary>
    /// <param name="className">The class's name.</param>
    /// <param name="generate">The base class's way to make values.</param>
    public static Any Create(string className, Any generate)
    {
        var made = ((Any)Type).Call();
        s_all.Add(made.Ref!, new EnumNamespace { ClassName = className, Generate = generate });
        return made;
    }

    public static EnumNamespace Of(Any mapping) => s_all.GetValue(mapping.Ref!, static _ => new EnumNamespace());

    public static bool IsOne(Any mapping) => mapping.Ref is not null && s_all.TryGetValue(mapping.Ref, out _);

    public static bool IsDunder(string name) => name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal) && name[2] != '_' && name[^3] != '_';

    public static bool IsSunder(string name) => name.Length > 2 && name[0] == '_' && name[^1] == '_' && name[1] != '_' && name[^2] != '_';

    public static bool IsPrivate(string className, string name)
    {
        var start = $"_{className}__";
        return name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal) && (name[^1] != '_' || name[^2] != '_');
    }

    public static bool IsDescriptor(Any value)
        => value.Ref is PyFunction or IDescriptor
            || (value.Ref is IPyObject and not PyType && PyType.Of(value) is var type && (!type.Lookup("__get__").IsUnbound || !type.Lookup("__set__").IsUnbound || !type.Lookup("__delete__").IsUnbound));

    private void Set(PyDict dict, string key, Any value)
    {
        if (IsPrivate(ClassName, key))
        {
            dict.SetAny(key, value);
            return;
        }
        if (IsSunder(key))
        {
            Hook(key, value);
        }
        else if (IsDunder(key))
        {
            if (key == "__order__")
                key = "_order_";
        }
        else if (Members.Contains(key))
        {
            throw Again(dict, key);
        }
        else if (!Ignored.Contains(key))
        {
            if (value.Ref is EnumWrapper { IsMember: false } plain)
                value = plain.Value;
            else if (!IsDescriptor(value) && !(value.Ref is PyType inner && inner.QualName.EndsWith($"{ClassName}.{inner.Name}", StringComparison.Ordinal)))
                value = Member(dict, key, value);
        }
        dict.SetAny(key, value);
    }

    private void Hook(string key, Any value)
    {
        if (!s_hooks.Contains(key))
            throw new ValueError($"_sunder_ names, such as '{key}', are reserved for future Enum use");
        if (key == "_generate_next_value_")
        {
            if (_madeValues)
                throw new TypeError("_generate_next_value_ must be defined before members");
            Generate = value.Ref is StaticMethod shared ? shared.Function : value;
        }
        else if (key == "_ignore_")
        {
            var names = value.Ref is string text ? Str.Split(text.Replace(',', ' ')).ToList() : Operators.ToList(value).Select(Operators.Str).ToList();
            Ignored.UnionWith(names);
            var already = names.Where(Members.Contains).ToHashSet();
            if (already.Count > 0)
                throw new ValueError($"_ignore_ cannot specify already set names: {{{string.Join(", ", already.Select(static n => Operators.Repr(n)))}}}");
        }
    }

    private Any Member(PyDict dict, string key, Any value)
    {
        if (dict.ContainsAny(key))
            throw Again(dict, key);
        if (value.Ref is EnumWrapper { IsMember: true } wrapped)
            value = wrapped.Value;
        var isMade = false;
        if (value.Ref is EnumAuto auto)
            (value, isMade) = (Next(key, auto), true);
        else if (value.Ref is PyTuple tuple && tuple.Any(static v => v.Ref is EnumAuto))
            (value, isMade) = (Filled(key, value, tuple), true);
        Members.Add(key);
        if (!isMade)
            _values.Add(value);
        return value;
    }

    private Any Filled(string key, Any value, PyTuple tuple)
    {
        Any[] items = [.. tuple.Select(v => v.Ref is EnumAuto auto ? Next(key, auto) : v)];
        var type = PyType.Of(value);
        return ReferenceEquals(type, TupleType.Type) ? new PyTuple(items)
            : type.Lookup("_fields").IsUnbound ? ((Any)type).Call(new PyTuple(items)) : ((Any)type).Call(new Arguments(items));
    }

    private Any Next(string key, EnumAuto auto)
    {
        if (auto.Value.IsUnbound)
        {
            auto.Value = Generate.Call(new Arguments { key, 1, Members.Count, new PyList<Any>(_values) });
            _madeValues = true;
        }
        _values.Add(auto.Value);
        return auto.Value;
    }

    private static TypeError Again(PyDict dict, string key)
        => new($"{Operators.Repr(key)} already defined as {Operators.Repr(dict.TryGetAny(key, out var known) ? known : Any.None)}");
}

/// <summary><c>auto()</c>: a member's value that is made for it.</summary>
internal sealed class EnumAuto : PyObject
{
    public static readonly PyType Type = CreateType();

    public Any Value { get; set; } = Any.Unbound;

    public override PyType Class => Type;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("auto", module: "enum");
        type.New("cls, value=", static a => new EnumAuto { Value = a[1] }, Any.Unbound);
        type.Property("value", static o => ((EnumAuto)o.Ref!).Value, static (o, v) => ((EnumAuto)o.Ref!).Value = v);
        return type;
    }
}

/// <summary><c>member(value)</c> and <c>nonmember(value)</c>: what a value in an enum's body is meant to be.</summary>
internal sealed class EnumWrapper(bool isMember, Any value) : PyObject
{
    public static readonly PyType MemberType = CreateType("member", true);
    public static readonly PyType OtherType = CreateType("nonmember", false);

    public bool IsMember => isMember;

    public Any Value => value;

    public override PyType Class => isMember ? MemberType : OtherType;

    private static PyType CreateType(string name, bool isMember)
    {
        var type = PyType.Builtin(name, module: "enum");
        type.New("cls, value", a => new EnumWrapper(isMember, a[1]));
        type.Property("value", static o => ((EnumWrapper)o.Ref!).Value);
        return type;
    }
}
