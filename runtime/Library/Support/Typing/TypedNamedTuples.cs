using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Named tuples whose fields have types: <see href="https://docs.python.org/3.13/library/typing.html#typing.NamedTuple">NamedTuple</see>.</summary>
internal static class TypedNamedTuples
{
    private static readonly HashSet<string> s_own =
        ["__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"];

    private static readonly PyType s_meta = new ClassMaker("NamedTupleMeta", "typing")
        .Method("__new__", "cls, typename, bases, ns", static a => FromClass(Operators.Str(a[1]), (PyTuple)a[2].Ref!, (PyDict)a[3].Ref!))
        .Method("__init__", "cls, *args, **kwargs", static (Any[] _) => Any.None)
        .Make(PyType.Type);

    /// <summary>The base that <c>class P(NamedTuple)</c> gets; its metaclass makes the tuple class.</summary>
    private static readonly PyType s_base = CreateBase();

    /// <summary>The function <c>NamedTuple</c>, which may stand as a base.</summary>
    public static readonly PyFunction Function = CreateFunction();

    private static PyType CreateBase()
    {
        var type = PyType.Build(PyType.Type, "_NamedTuple", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "typing" }, new Arguments());
        type.Metaclass = s_meta;
        return type;
    }

    private static PyFunction CreateFunction()
    {
        var function = new PyFunction("NamedTuple", "typename, fields=, /, **kwargs", static (Any[] a) => FromCall(a[0], a[1], (PyDict)a[2].Ref!), Any.Unbound) { Module = "typing" };
        Operators.SetAttr(function, "__mro_entries__", new PyFunction("_namedtuple_mro_entries", "bases", static (Any _) => PyTuple.Of(s_base)) { Module = "typing" });
        return function;
    }

    private static PyType Make(string name, List<(string Name, Any Type)> fields, Any[] defaults, Any module, PyTuple? bases, Any original)
    {
        var types = new PyDict<Any, Any>();
        foreach (var (field, type) in fields)
            types[field] = TypingChecks.Check(type, $"field {field} annotation must be a type");
        var extra = new PyDict<Any, Any> { ["__module__"] = module, ["__annotations__"] = types, ["__orig_bases__"] = original };
        NamedTuples.CheckNames(name, [.. fields.Select(static f => f.Name)]);
        var made = NamedTuples.Make(name, [.. fields.Select(static f => f.Name)], defaults, bases, extra);
        ((PyFunction)((StaticMethod)made.Namespace["__new__"].Ref!).Function.Ref!).Annotations = types;
        return made;
    }

    private static Any FromCall(Any name, Any given, PyDict keywords)
    {
        const string advice = " is deprecated and will be disallowed in Python 3.15. ";
        var text = Operators.Str(name);
        if (!given.IsUnbound && !given.IsNone && keywords.Count > 0)
            throw new TypeError("Either list of fields or keywords can be provided to NamedTuple, not both");
        if (given.IsUnbound && keywords.Count > 0)
            Warn("Creating NamedTuple classes using keyword arguments" + advice + "Use the class-based or functional syntax instead.");
        else if (given.IsUnbound || given.IsNone)
            Warn((given.IsNone ? "Passing `None` as the 'fields' parameter" : "Failing to pass a value for the 'fields' parameter") + advice + $"To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, e.g. `{text} = NamedTuple({Core.Str.Repr(text)}, [])`.");
        if (given.IsNone && keywords.Count > 0)
            throw new TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments");
        var fields = given.IsUnbound || given.IsNone
            ? keywords.Entries().Select(static e => (Operators.Str(e.Key), e.Value)).ToList()
            : Operators.ToList(given).Select(static p => (Operators.Str(p[0]), p[1])).ToList();
        return Make(text, fields, [], CallingModule.Name, null, PyTuple.Of(Function));
    }

    private static void Warn(string message) => Modules.ImportFrom("warnings", "warn").Call(message, DeprecationWarning.Type, 3);

    private static Any FromClass(string name, PyTuple bases, PyDict space)
    {
        if (bases.Any(static b => !ReferenceEquals(b.Ref, s_base) && !ReferenceEquals(b.Ref, GenericClass.Base)))
            throw new TypeError("can only inherit from a NamedTuple type and Generic");
        var fields = space.TryGetAny("__annotations__", out var annotations) ? ((PyDict)annotations.Ref!).Entries().Select(static e => (Name: Operators.Str(e.Key), Type: e.Value)).ToList() : [];
        var withDefault = new List<string>();
        foreach (var (field, _) in fields)
        {
            if (space.ContainsAny(field))
                withDefault.Add(field);
            else if (withDefault.Count > 0)
                throw new TypeError($"Non-default namedtuple field {field} cannot follow default field{(withDefault.Count > 1 ? "s" : "")} {string.Join(", ", withDefault)}");
        }
        foreach (var (key, _) in space.Entries())
            if (s_own.Contains(Operators.Str(key)))
                throw new AttributeError("Cannot overwrite NamedTuple attribute " + Operators.Str(key));
        var original = space.TryGetAny("__orig_bases__", out var written) ? written : PyTuple.Of(Function);
        var isGeneric = bases.Any(static b => ReferenceEquals(b.Ref, GenericClass.Base));
        var made = Make(name, fields, [.. withDefault.Select(f => space.GetAny(f))], space.GetAny("__module__"), isGeneric ? PyTuple.Of(TupleType.Type, GenericClass.Base) : null, original);
        foreach (var (key, value) in space.Entries())
        {
            var member = Operators.Str(key);
            if (member is "__module__" or "__name__" or "__annotations__" or "__orig_bases__" || fields.Exists(f => f.Name == member))
                continue;
            if (member == "__qualname__")
            {
                made.QualName = Operators.Str(value);
                continue;
            }
            made.Define(member, value);
            NameMember(made, name, member, value);
        }
        return made;
    }

    private static void NameMember(PyType made, string name, string member, Any value)
    {
        if (value.Ref is not IPyObject || PyType.Of(value).Lookup("__set_name__") is not { IsUnbound: false } hook)
            return;
        try
        {
            hook.Call(value, made, member);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            ((Any)e).Invoke("add_note", $"Error calling __set_name__ on {Core.Str.Repr(PyType.Of(value).Name)} instance {Core.Str.Repr(member)} in {Core.Str.Repr(name)}");
            throw;
        }
    }
}
