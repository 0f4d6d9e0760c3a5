using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The base of generic classes: <see href="https://docs.python.org/3.13/library/typing.html#typing.Generic">Generic</see>.</summary>
internal static class GenericClass
{
    public static readonly PyType Base = Create();

    private static PyType Create()
    {
        var type = PyType.Build(PyType.Type, "Generic", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "typing", ["__slots__"] = PyTuple.Empty }, new Arguments());
        type.Define("_is_protocol", false);
        type.Define("__class_getitem__", new ClassMethod(new PyFunction("Generic.__class_getitem__", "cls, args, /", static (Any cls, Any item) => Subscript((PyType)cls.Ref!, item)) { Module = "typing" }));
        type.Define("__init_subclass__", new ClassMethod(new PyFunction("Generic.__init_subclass__", "cls, /, *args, **kwargs", static (Any[] a) =>
        {
            var cls = (PyType)a[0].Ref!;
            HandOn(Base, cls, a[2]);
            Describe(cls);
            return Any.None;
        }) { Module = "typing" }));
        return type;
    }

    /// <summary>Calls the next <c>__init_subclass__</c>.</summary>
    public static void HandOn(PyType after, PyType cls, Any keywords)
    {
        var next = cls.LookupAfter(after, "__init_subclass__");
        if (next.Ref is ClassMethod { Function.Ref: PyFunction { IsBuiltin: false } } hook)
            Lib.Call(hook.Get(Any.Unbound, cls), PyTuple.Empty, Lib.Dict(keywords));
        else if (Lib.Dict(keywords).Count > 0)
            throw new TypeError($"{cls.QualName}.__init_subclass__() takes no keyword arguments");
    }

    private static bool IsOpen(PyType cls) => ReferenceEquals(cls, Base) || ReferenceEquals(cls, Protocols.Base);

    private static TypingAlias Subscript(PyType cls, Any item)
    {
        var given = new PyTuple([.. (item.Ref as PyTuple ?? PyTuple.Of(item)).Select(static t => TypingChecks.Convert(t))]);
        if (IsOpen(cls))
        {
            if (given.Count == 0)
                throw new TypeError($"Parameter list to {cls.QualName}[...] cannot be empty");
            if (!given.All(static t => (TypeSubstitution.IsParameter(t) && t.Ref is not TypeParameter { IsVariadic: true }) || TypeSubstitution.IsUnpackedParameter(t)))
                throw new TypeError($"Parameters to {cls.Name}[...] must all be type variables or parameter specification variables.");
            if (new PySet<Any>(given).Count != given.Count)
                throw new TypeError($"Parameters to {cls.Name}[...] must all be unique");
            TypeSubstitution.Parameters(given, ordered: true);
            return new TypingAlias(cls, given);
        }
        var parameters = cls.Lookup("__parameters__").Ref as PyTuple ?? PyTuple.Empty;
        if (parameters.Count == 0)
            throw new TypeError($"{Operators.Repr(cls)} is not a generic class");
        var least = parameters.Count(static p => p.Ref is not TypeParameter { HasDefault: true });
        given = TypeSubstitution.Unpack(given);
        if (given.Count < least && parameters.All(static p => p.Ref is TypeParameter { IsVariadic: false, IsParamSpec: false }))
            throw new TypeError($"Too few arguments for {Operators.Repr(cls)}; actual {given.Count}, expected at least {least}");
        var values = TypeSubstitution.Prepare(cls, parameters, given);
        TypingChecks.CheckCount(cls, values.Count, parameters.Count, least);
        var arguments = new List<Any>();
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Ref is TypeParameter { IsVariadic: true })
                arguments.AddRange(Operators.ToList(values[i]));
            else if (parameters[i].Ref is TypeParameter { IsParamSpec: false })
                arguments.Add(parameters[i].Get("__typing_subst__").Call(values[i]));
            else
                arguments.Add(values[i]);
        }
        return new TypingAlias(cls, new PyTuple([.. arguments]));
    }

    /// <summary>Works out <c>__parameters__</c> of a new class.</summary>
    private static void Describe(PyType cls)
    {
        var written = cls.Namespace.TryGetValue("__orig_bases__", out var original) ? Operators.ToList(original) : null;
        if (written is null ? cls.Bases.Contains(Base) && cls.Name != "Protocol" && !TypedDicts.IsOne(cls) : written.Exists(static b => ReferenceEquals(b.Ref, Base)))
            throw new TypeError("Cannot inherit from plain Generic");
        if (written is null)
        {
            cls.Define("__parameters__", PyTuple.Empty);
            return;
        }
        var mentioned = TypeSubstitution.Parameters(written, ordered: true);
        PyTuple? declared = null;
        var isGeneric = false;
        foreach (var one in written)
        {
            if (one.Ref is not TypingAlias { Origin.Ref: PyType origin } alias || !IsOpen(origin))
                continue;
            if (!ReferenceEquals(origin, Base))
            {
                // Protocol[T] beside Generic[T] says the same once more.
                declared ??= alias.Parameters;
                continue;
            }
            if (isGeneric)
                throw new TypeError("Cannot inherit from Generic[...] multiple times.");
            isGeneric = true;
            declared = alias.Parameters;
        }
        if (declared is not null && mentioned.Where(p => !declared.Contains(p)).ToList() is { Count: > 0 } open)
        {
            var name = written.Exists(static b => b.Ref is TypingAlias alias && ReferenceEquals(alias.Origin.Ref, Base)) ? "Generic" : "Protocol";
            throw new TypeError($"Some type variables ({string.Join(", ", open.Select(Operators.Str))}) are not listed in {name}[{string.Join(", ", declared.Select(Operators.Str))}]");
        }
        cls.Define("__parameters__", declared ?? mentioned);
    }
}
