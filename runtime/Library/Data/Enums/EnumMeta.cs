namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/enum.html#enum.EnumType">EnumType</see>, the class of enum classes.</summary>
internal static class EnumMeta
{
    private static readonly Any s_notGiven = Any.Unbound;

    public static readonly PyType Type = Create();

    private static PyType Self(Any cls) => (PyType)cls.Ref!;

    private static PyType Create()
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "enum" };
        void Add(string name, string signature, Func<Any[], Any> body, params Any[] defaults) => space[name] = new PyFunction("EnumType." + name, signature, body, defaults) { Module = "enum" };
        space["__prepare__"] = new ClassMethod(new PyFunction("EnumType.__prepare__", "metacls, cls, bases, /, **kwds", static (Any[] a) => EnumMaking.Prepare(Operators.Str(a[1]), (PyTuple)a[2].Ref!)));
        Add("__new__", "metacls, cls, bases, classdict, /, **kwds", static a => EnumMaking.Create(Self(a[0]), Operators.Str(a[1]), (PyTuple)a[2].Ref!, a[3], (PyDict)a[4].Ref!));
        Add("__init__", "cls, *args, **kwds", static _ => Any.None);
        Add(
            "__call__", "cls, value=, names=, /, *values, module=None, qualname=None, type=None, start=1, boundary=None",
            static a => Call(Self(a[0]), a[1], a[2], (PyTuple)a[3].Ref!, a[4], a[5], a[6], a[7], a[8]), s_notGiven, s_notGiven);
        Add("__bool__", "cls", static _ => true);
        Add("__len__", "cls", static a => (long)Names(a[0]).Count);
        Add("__iter__", "cls", static a => new PyTuple([.. Ordered(Self(a[0]))]).GetPyIterator());
        Add("__reversed__", "cls", static a => new PyTuple([.. Ordered(Self(a[0])).Reverse()]).GetPyIterator());
        Add("__getitem__", "cls, name", static a => EnumMaking.Members(Self(a[0])).TryGetValue(a[1], out var member) ? member : throw new KeyError(a[1]));
        Add("__contains__", "cls, value", static a => Contains(Self(a[0]), a[1]));
        Add("__repr__", "cls", static a => $"<{(EnumMaking.IsFlag(Self(a[0])) ? "flag" : "enum")} {Operators.Repr(Self(a[0]).Name)}>");
        Add("__dir__", "cls", static a => Dir(Self(a[0])));
        Add("__setattr__", "cls, name, value", static a =>
        {
            if (Self(a[0]).Namespace.TryGetValue("_member_map_", out var map) && ((PyDict)map.Ref!).ContainsAny(a[1]))
                throw new AttributeError($"cannot reassign member {Operators.Repr(a[1])}");
            TypeAttributes.Set(Self(a[0]), (string)a[1].Ref!, a[2]);
            return Any.None;
        });
        Add("__delattr__", "cls, attr", static a =>
        {
            if (Self(a[0]).Namespace.TryGetValue("_member_map_", out var map) && ((PyDict)map.Ref!).ContainsAny(a[1]))
                throw new AttributeError($"{Operators.Repr(Self(a[0]).Name)} cannot delete member {Operators.Repr(a[1])}.");
            PyType.Type.Lookup("__delattr__").Call(a[0], a[1]);
            return Any.None;
        });
        space["__members__"] = new PyProperty(new PyFunction("EnumType.__members__", "cls", static (Any cls) => EnumMaking.Members(Self(cls)).Copy()), Any.None, Any.None, Any.None);
        space["_add_member_"] = new PyFunction("EnumType._add_member_", "cls, name, member", static (Any cls, Any name, Any member) =>
        {
            EnumMaking.Publish(Self(cls), Operators.Str(name), member);
            return Any.None;
        });
        return PyType.Build(PyType.Type, "EnumType", PyTuple.Of(PyType.Type), space, new Arguments());
    }

    private static PyList<Any> Names(Any cls) => (PyList<Any>)Self(cls).Lookup("_member_names_").Ref!;

    /// <summary>The members without aliases, in the order of their definition.</summary>
    public static IEnumerable<Any> Ordered(PyType cls) => Names(cls).Select(n => EnumMaking.Members(cls)[n]);

    private static Any Contains(PyType cls, Any value)
    {
        if (PyType.Of(value).IsSubclassOf(cls))
            return true;
        if (!EnumMaking.Find(cls, value).IsUnbound)
            return true;
        try
        {
            return PyType.Of(ByValue(cls, value)).IsSubclassOf(cls);
        }
        catch (ValueError)
        {
            return false;
        }
    }

    private static PyList<Any> Dir(PyType cls)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal)
        {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__",
        };
        names.UnionWith(Names(cls).Select(Operators.Str));
        if (!cls.Lookup("_new_member_").IsNone && cls.Namespace.ContainsKey("__new_member__"))
            names.Add("__new__");
        if (!ReferenceEquals(EnumMaking.DataType(cls), PyType.Object))
            names.UnionWith(Operators.ToList(PyType.Type.Lookup("__dir__").Call(EnumMaking.DataType(cls))).Select(Operators.Str));
        return new PyList<Any>(names.Select(static n => (Any)n));
    }

    private static Any Call(PyType cls, Any value, Any names, PyTuple values, Any module, Any qualName, Any type, Any start, Any boundary)
    {
        if (EnumMaking.Members(cls).Count > 0)
        {
            if (!names.IsUnbound)
                value = new PyTuple([value, names, .. values]);
            return value.IsUnbound ? throw new TypeError("EnumType.__call__() missing 1 required positional argument: 'value'") : ByValue(cls, value);
        }
        if (names.IsUnbound && type.IsNone)
            throw new TypeError($"{Operators.Repr(cls)} has no members; specify `names=()` if you meant to create a new, empty, enum");
        return Functional(cls, value, names.IsUnbound ? Any.None : names, values, module, qualName, type, start, boundary);
    }

    /// <summary><c>Enum("Name", "A B C")</c>.</summary>
    private static Any Functional(PyType cls, Any name, Any names, PyTuple values, Any module, Any qualName, Any type, Any start, Any boundary)
    {
        var className = Operators.Str(name);
        var bases = type.IsNone ? PyTuple.Of(cls) : PyTuple.Of(type, cls);
        var space = ((Any)cls.Class).Get("__prepare__").Call(name, bases);
        IEnumerable<(Any Name, Any Value)> items;
        if (values.Count > 0)
            items = Numbered(cls, [names, .. values], start);
        else if (names.Ref is string text)
            items = Numbered(cls, Operators.ToList((Any)new PyList<Any>(Str.Split(text.Replace(',', ' ')).Select(static n => (Any)n))), start);
        else if (names.IsNone)
            items = [];
        else if (names.Ref is PyDict dict)
            items = dict.Entries().Select(static e => (e.Key, e.Value));
        else if (Operators.ToList(names) is { Count: > 0 } list && list[0].Ref is string)
            items = Numbered(cls, list, start);
        else
            items = Operators.ToList(names).Select(static n => n.Ref is string ? (n, Any.None) : (n[0], n[1]));
        foreach (var (member, value) in items)
            Operators.SetItem(space, member, value);
        Operators.SetItem(space, "__module__", module.IsNone ? "__main__" : module);
        if (!qualName.IsNone)
            Operators.SetItem(space, "__qualname__", qualName);
        var call = new Arguments { (Any)cls.Class, className, bases, space };
        if (!boundary.IsNone)
            call.Add("boundary", boundary);
        return EnumMaking.Create(cls.Class, className, bases, space, boundary.IsNone ? new PyDict<Any, Any>() : new PyDict<Any, Any> { ["boundary"] = boundary });
    }

    private static IEnumerable<(Any Name, Any Value)> Numbered(PyType cls, List<Any> names, Any start)
    {
        var last = new List<Any>();
        var result = new List<(Any, Any)>();
        for (var i = 0; i < names.Count; i++)
        {
            var value = ((Any)cls).Invoke("_generate_next_value_", new Arguments { names[i], start, (long)i, new PyList<Any>(last) });
            last.Add(value);
            result.Add((names[i], value));
        }
        return result;
    }

    /// <summary>The member with a value: <c>Enum.__new__</c>.</summary>
    /// <exception cref="ValueError">There is none.</exception>
    public static Any ByValue(PyType cls, Any value)
    {
        if (ReferenceEquals(PyType.Of(value), cls))
            return value;
        var known = EnumMaking.Find(cls, value);
        if (!known.IsUnbound)
            return known;
        if (EnumMaking.Members(cls).Count == 0)
            throw new TypeError(EnumMaking.IsInProgress(cls) ? "do not use `super().__new__; call the appropriate __new__ directly" : $"{Operators.Repr(cls)} has no members defined");
        var invalid = new ValueError($"{Operators.Repr(value)} is not a valid {cls.QualName}");
        Any result;
        try
        {
            result = ((Any)cls).Invoke("_missing_", value);
        }
        catch (PyException error) when (error is not ValueError)
        {
            error.Context = invalid;
            throw;
        }
        if (PyType.Of(result).IsSubclassOf(cls) || (EnumMaking.IsFlag(cls) && EnumFlags.Is(cls, "EJECT") && Operators.IsIntLike(result)))
            return result;
        throw result.IsNone ? invalid
            : new TypeError($"error in {cls.Name}._missing_: returned {Operators.Repr(result)} instead of None or a valid member") { Context = invalid };
    }
}
