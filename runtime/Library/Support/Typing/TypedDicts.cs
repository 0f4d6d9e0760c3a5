namespace Pytocs.Runtime.Core;

/// <summary>Dictionaries whose keys have types: <see href="https://docs.python.org/3.13/library/typing.html#typing.TypedDict">TypedDict</see>. Calling one makes a plain dict.</summary>
internal static class TypedDicts
{
    private static readonly PyType s_meta = CreateMeta();

    /// <summary>The base that <c>class M(TypedDict)</c> gets.</summary>
    public static readonly PyType Base = CreateBase();

    private static PyType CreateMeta()
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "typing" };
        void Add(string name, string signature, Func<Any[], Any> body, params Any[] defaults) => space[name] = new PyFunction("_TypedDictMeta." + name, signature, body, defaults);
        Add("__new__", "cls, name, bases, ns, total=True", static a => Make(Operators.Str(a[1]), (PyTuple)a[2].Ref!, (PyDict)a[3].Ref!, a[4].Truth));
        Add("__init__", "cls, *args, **kwargs", static _ => Any.None);
        Add("__call__", "cls, /, *args, **kwargs", static a =>
        {
            var arguments = new Arguments(((PyTuple)a[1].Ref!).AsSpan());
            foreach (var (key, value) in ((PyDict)a[2].Ref!).Entries())
                arguments.Add((string)key.Ref!, value);
            return DictType.Type.Call(arguments);
        });
        Add("__instancecheck__", "cls, other", static _ => throw new TypeError("TypedDict does not support instance and class checks"));
        Add("__subclasscheck__", "cls, other", static _ => throw new TypeError("TypedDict does not support instance and class checks"));
        return PyType.Build(PyType.Type, "_TypedDictMeta", PyTuple.Of(PyType.Type), space, new Arguments());
    }

    private static PyType CreateBase()
    {
        var type = PyType.Build(PyType.Type, "TypedDict", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "typing" }, new Arguments());
        type.Metaclass = s_meta;
        return type;
    }

    public static bool IsOne(Any type) => type.Ref is PyType t && ReferenceEquals(t.Metaclass, s_meta) && !ReferenceEquals(t, Base);

    /// <summary><c>TypedDict("M", {"key": type})</c>.</summary>
    public static PyType Functional(Any name, Any fields, bool total)
        => Make(Operators.Str(name), PyTuple.Empty, new PyDict<Any, Any> { ["__annotations__"] = fields, ["__module__"] = "__main__" }, total);

    private static PyType Make(string name, PyTuple bases, PyDict given, bool total)
    {
        var space = new PyDict<Any, Any>();
        foreach (var (key, value) in given.Entries())
            space[key] = value;
        var annotations = new PyDict<Any, Any>();
        var (needed, optional, fixedKeys, changeable) = (new List<Any>(), new List<Any>(), new List<Any>(), new List<Any>());
        foreach (var parent in bases.Where(static b => IsOne(b)))
        {
            annotations.UpdateAny(parent.Get("__annotations__"));
            needed.AddRange(Operators.ToList(parent.Get("__required_keys__")));
            optional.AddRange(Operators.ToList(parent.Get("__optional_keys__")));
            fixedKeys.AddRange(Operators.ToList(parent.Get("__readonly_keys__")));
            changeable.AddRange(Operators.ToList(parent.Get("__mutable_keys__")));
        }
        if (space.TryGetValue("__annotations__", out var own))
            foreach (var (key, type) in ((PyDict)own.Ref!).Entries())
            {
                annotations[key] = type.IsNone ? SingletonTypes.NoneType : type;
                var marks = Marks(type).ToList();
                (needed.Contains(key) ? needed : optional).Remove(key);
                (marks.Contains("Required") || (total && !marks.Contains("NotRequired")) ? needed : optional).Add(key);
                (marks.Contains("ReadOnly") ? fixedKeys : changeable).Add(key);
            }
        space["__annotations__"] = annotations;
        space["__total__"] = total;
        space["__required_keys__"] = new PyFrozenSet(needed);
        space["__optional_keys__"] = new PyFrozenSet(optional);
        space["__readonly_keys__"] = new PyFrozenSet(fixedKeys);
        space["__mutable_keys__"] = new PyFrozenSet(changeable);
        return PyType.Build(s_meta, name, PyTuple.Of(DictType.Type), space, new Arguments());
    }

    /// <summary>The qualifiers around a type: <c>Required[ReadOnly[int]]</c>.</summary>
    private static IEnumerable<string> Marks(Any type)
    {
        while (type.Ref is GenericAlias alias && Operators.GetAttr(alias.Origin, "_name", Any.Unbound).Ref is string name and ("Required" or "NotRequired" or "ReadOnly" or "Annotated"))
        {
            yield return name;
            type = alias.Arguments[0];
        }
    }
}
