using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Dictionaries whose keys have types: <see href="https://docs.python.org/3.13/library/typing.html#typing.TypedDict">TypedDict</see>. Calling one makes a plain dict.</summary>
internal static class TypedDicts
{
    public static readonly PyType Meta = CreateMeta();

    /// <summary>The base that <c>class M(TypedDict)</c> gets.</summary>
    private static readonly PyType s_base = CreateBase();

    /// <summary>The function <c>TypedDict</c>, which may stand as a base.</summary>
    public static readonly PyFunction Function = CreateFunction();

    private static PyType CreateMeta()
    {
        static TypeError NoChecks() => new("TypedDict does not support instance and class checks");
        return new ClassMaker("_TypedDictMeta", "typing")
            .Method("__new__", "cls, name, bases, ns, total=True", static a => Make(Operators.Str(a[1]), (PyTuple)a[2].Ref!, (PyDict)a[3].Ref!, a[4].Truth))
            .Method("__init__", "cls, *args, **kwargs", static _ => Any.None)
            .Method("__call__", "cls, /, *args, **kwargs", static a => Lib.Call(DictType.Type, (PyTuple)a[1].Ref!, (PyDict)a[2].Ref!))
            .Method("__instancecheck__", "other", static (_, _) => throw NoChecks())
            .Method("__subclasscheck__", "other", static (_, _) => throw NoChecks())
            .Make(PyType.Type);
    }

    private static PyType CreateBase()
    {
        var type = PyType.Build(PyType.Type, "TypedDict", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "typing" }, new Arguments());
        type.Metaclass = Meta;
        return type;
    }

    private static PyFunction CreateFunction()
    {
        var function = new PyFunction("TypedDict", "typename, fields=, /, *, total=True", static (Any[] a) =>
        {
            var name = Operators.Str(a[0]);
            if (a[1].IsUnbound || a[1].IsNone)
                Modules.ImportFrom("warnings", "warn").Call(
                    $"{(a[1].IsNone ? "Passing `None` as the 'fields' parameter" : "Failing to pass a value for the 'fields' parameter")} is deprecated and will be disallowed in Python 3.15. To create a TypedDict class with 0 fields using the functional syntax, pass an empty dictionary, e.g. `{name} = TypedDict({Core.Str.Repr(name)}, {{}})`.",
                    DeprecationWarning.Type, 3);
            var space = new PyDict<Any, Any> { ["__annotations__"] = a[1].IsUnbound || a[1].IsNone ? new PyDict<Any, Any>() : DictType.Type.Call(a[1]), ["__module__"] = CallingModule.Name };
            var made = Make(name, PyTuple.Of(s_base), space, a[2].Truth);
            made.Define("__orig_bases__", PyTuple.Of(Function!));
            return made;
        }, Any.Unbound) { Module = "typing" };
        Operators.SetAttr(function, "__mro_entries__", new PyFunction("TypedDict.__mro_entries__", "bases", static (Any _) => PyTuple.Of(s_base)) { Module = "typing" });
        return function;
    }

    public static bool IsOne(Any type) => type.Ref is PyType t && ReferenceEquals(t.Metaclass, Meta) && !ReferenceEquals(t, s_base);

    private static PyType Make(string name, PyTuple bases, PyDict given, bool total)
    {
        if (bases.Any(static b => !ReferenceEquals(b.Ref, s_base) && !IsOne(b) && !ReferenceEquals(b.Ref, GenericClass.Base)))
            throw new TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class");
        var space = new PyDict<Any, Any>();
        foreach (var (key, value) in given.Entries())
            space[key] = value;
        if (!space.ContainsKey("__orig_bases__"))
            space["__orig_bases__"] = bases;
        var keys = new KeySets();
        foreach (var parent in bases.Where(static b => IsOne(b)))
            keys.Inherit(parent);
        var annotations = new PyDict<Any, Any>();
        foreach (var parent in bases.Where(static b => IsOne(b)))
            annotations.UpdateAny(((PyType)parent.Ref!).Namespace["__annotations__"]);
        if (given.TryGetAny("__annotations__", out var own))
            foreach (var (key, type) in ((PyDict)own.Ref!).Entries())
            {
                var checkedType = TypingChecks.Check(type, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", module: given.TryGetAny("__module__", out var module) ? module : default);
                annotations[key] = checkedType;
                keys.Add(key, [.. Marks(checkedType)], total);
            }
        space["__annotations__"] = annotations;
        space["__total__"] = total;
        space["__required_keys__"] = new PyFrozenSet(keys.Required);
        space["__optional_keys__"] = new PyFrozenSet(keys.Optional);
        space["__readonly_keys__"] = new PyFrozenSet(keys.ReadOnly);
        space["__mutable_keys__"] = new PyFrozenSet(keys.Mutable);
        var isGeneric = bases.Any(static b => b.Ref is PyType type && type.IsSubclassOf(GenericClass.Base));
        return PyType.Build(Meta, name, isGeneric ? PyTuple.Of(GenericClass.Base, DictType.Type) : PyTuple.Of(DictType.Type), space, new Arguments());
    }

    /// <summary>The qualifiers around a type: <c>Required[ReadOnly[int]]</c>.</summary>
    private static IEnumerable<string> Marks(Any type)
    {
        while (type.Ref is TypingAlias alias)
        {
            if (alias.Kind != AliasKind.Annotated && alias.Origin.Ref is not TypingForm { Name: "Required" or "NotRequired" or "ReadOnly" })
                yield break;
            yield return alias.Kind == AliasKind.Annotated ? "Annotated" : ((TypingForm)alias.Origin.Ref!).Name;
            type = alias.Arguments[0];
        }
    }

    /// <summary>Which keys there must be, and which may change.</summary>
    private sealed class KeySets
    {
        public List<Any> Required { get; } = [];

        public List<Any> Optional { get; } = [];

        public List<Any> ReadOnly { get; } = [];

        public List<Any> Mutable { get; } = [];

        public void Inherit(Any parent)
        {
            Move(Operators.ToList(parent.Get("__required_keys__")), Required, Optional);
            Move(Operators.ToList(parent.Get("__optional_keys__")), Optional, Required);
            ReadOnly.AddRange(Operators.ToList(parent.Get("__readonly_keys__")));
            Mutable.AddRange(Operators.ToList(parent.Get("__mutable_keys__")));
        }

        public void Add(Any key, List<string> marks, bool total)
        {
            var isRequired = marks.Contains("Required") || (total && !marks.Contains("NotRequired"));
            Move([key], isRequired ? Required : Optional, isRequired ? Optional : Required);
            if (marks.Contains("ReadOnly"))
            {
                if (Mutable.Contains(key))
                    throw new TypeError($"Cannot override mutable key {Operators.Repr(key)} with read-only key");
                ReadOnly.Add(key);
                return;
            }
            Move([key], Mutable, ReadOnly);
        }

        private static void Move(List<Any> keys, List<Any> into, List<Any> from)
        {
            from.RemoveAll(keys.Contains);
            into.AddRange(keys.Where(k => !into.Contains(k)));
        }
    }
}
