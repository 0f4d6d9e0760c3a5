using System.Text.RegularExpressions;

namespace Pytocs.Runtime.Core;

/// <summary>What the decorator does to a class: fields, methods, slots.</summary>
internal static partial class DataclassMaking
{
    private const string Fields = "__dataclass_fields__";
    private const string Options = "__dataclass_params__";

    private static readonly Any s_setattr = PyType.Object.Lookup("__setattr__");

    public static PyType Process(PyType cls, DataclassOptions options)
    {
        var fields = new PyDict<Any, Any>();
        var (hasBases, anyFrozen, allFrozen) = Inherit(cls, fields);
        var own = Own(cls, options["kw_only"]);
        foreach (var field in own)
        {
            fields[field.Name!] = field;
            if (cls.Namespace.TryGetValue(field.Name!, out var given) && given.Ref is DataclassField)
            {
                if (field.HasPlainDefault)
                    cls.Define(field.Name!, field.Default);
                else
                    cls.Namespace.Remove(field.Name!);
                PyType.Changed();
            }
        }
        foreach (var (name, value) in cls.Namespace.Entries())
            if (value.Ref is DataclassField && !own.Exists(f => f.Name == (string)name.Ref!))
                throw new TypeError($"{Operators.Repr(name)} is a field but has no type annotation");
        if (hasBases && anyFrozen && !options["frozen"])
            throw new TypeError("cannot inherit non-frozen dataclass from a frozen one");
        if (hasBases && !allFrozen && options["frozen"])
            throw new TypeError("cannot inherit frozen dataclass from a non-frozen one");
        cls.Define(Fields, fields);
        cls.Define(Options, options);
        var all = fields.Entries().Select(static e => (DataclassField)e.Value.Ref!).ToList();
        var plain = all.FindAll(static f => f.Kind == FieldKind.Plain);
        if (options["order"] && !options["eq"])
            throw new ValueError("eq must be true if order is true");
        var hasHash = cls.Namespace.TryGetValue("__hash__", out var hash) && !(hash.IsNone && cls.Namespace.ContainsKey("__eq__"));
        if (options["init"])
            Default(cls, "__init__", DataclassMethods.Init(cls, all, options["frozen"], options["slots"]));
        Default(cls, "__replace__", new PyFunction("_replace", "self, /, **changes", static (Any self, Any changes) => DataclassConversion.Replace(self, (PyDict)changes.Ref!)) { Module = "dataclasses" });
        if (options["repr"])
            Default(cls, "__repr__", DataclassMethods.Repr(cls, plain.FindAll(static f => f.Repr.Truth)));
        var compared = plain.FindAll(static f => f.Compare.Truth);
        if (options["eq"])
            Default(cls, "__eq__", DataclassMethods.Equal(cls, compared));
        if (options["order"])
            foreach (var op in (Comparison[])[Comparison.Lt, Comparison.LtE, Comparison.Gt, Comparison.GtE])
                New(cls, OperatorNames.Compare[(int)op], DataclassMethods.Ordered(cls, op, compared), ". Consider using functools.total_ordering");
        if (options["frozen"])
        {
            New(cls, "__setattr__", DataclassMethods.Frozen(cls, plain, "assign to"));
            New(cls, "__delattr__", DataclassMethods.Frozen(cls, plain, "delete"));
        }
        Hash(cls, options, hasHash, plain.FindAll(static f => f.IsHashed));
        if (!cls.Namespace.TryGetValue("__doc__", out var doc) || !doc.Truth)
            cls.Define("__doc__", Doc(cls));
        var inits = all.FindAll(static f => f.Kind != FieldKind.ClassVariable && f.Init.Truth && !f.KeywordOnly.Truth);
        if (options["match_args"])
            Default(cls, "__match_args__", new PyTuple([.. inits.Select(static f => (Any)f.Name!)]));
        if (options["weakref_slot"] && !options["slots"])
            throw new TypeError("weakref_slot is True but slots is False");
        if (options["slots"])
            cls = WithSlots(cls, options, plain);
        return cls;
    }

    private static string Doc(PyType cls)
    {
        try
        {
            return cls.Name + Operators.Str(Modules.Import("inspect").Get("signature").Call(cls)).Replace(" -> None", "", StringComparison.Ordinal);
        }
        catch (PyException error) when (error is TypeError or ValueError)
        {
            return cls.Name;
        }
    }

    private static void Default(PyType cls, string name, Any value)
    {
        if (!cls.Namespace.ContainsKey(name))
            cls.Define(name, value);
    }

    /// <exception cref="TypeError">The class has the method already.</exception>
    private static void New(PyType cls, string name, Any value, string advice = "")
    {
        if (cls.Namespace.ContainsKey(name))
            throw new TypeError($"Cannot overwrite attribute {name} in class {cls.Name}{advice}");
        cls.Define(name, value);
    }

    private static (bool HasBases, bool AnyFrozen, bool AllFrozen) Inherit(PyType cls, PyDict<Any, Any> fields)
    {
        var (has, any, all) = (false, false, true);
        foreach (var parent in cls.Mro[1..].ToArray().Reverse())
        {
            if (!parent.Namespace.TryGetValue(Fields, out var inherited))
                continue;
            has = true;
            foreach (var (name, field) in ((PyDict)inherited.Ref!).Entries())
                fields[name] = field;
            var frozen = parent.Namespace.TryGetValue(Options, out var options) && ((DataclassOptions)options.Ref!)["frozen"];
            any |= frozen;
            all &= frozen;
        }
        return (has, any, all);
    }

    private static List<DataclassField> Own(PyType cls, bool keywordOnly)
    {
        var result = new List<DataclassField>();
        var sawMarker = false;
        if (!cls.Namespace.TryGetValue("__annotations__", out var annotations))
            return result;
        foreach (var (key, annotation) in ((PyDict)annotations.Ref!).Entries())
        {
            var name = (string)key.Ref!;
            if (Operators.Is(annotation, DataclassMarker.KeywordOnly) || (annotation.Ref is string text && Names(text, "dataclasses", "KW_ONLY")))
            {
                if (sawMarker)
                    throw new TypeError($"{Operators.Repr(name)} is KW_ONLY, but KW_ONLY has already been specified");
                sawMarker = keywordOnly = true;
                continue;
            }
            result.Add(Own(cls, name, annotation, keywordOnly));
        }
        return result;
    }

    private static DataclassField Own(PyType cls, string name, Any annotation, bool keywordOnly)
    {
        var value = Operators.GetAttr(cls, name, Any.Unbound);
        var field = value.Ref as DataclassField ?? new DataclassField { Default = value.IsUnbound || value.Ref is SlotDescriptor ? DataclassMarker.Missing : value };
        field.Name = name;
        field.Annotation = annotation;
        field.Kind = IsClassVariable(annotation) ? FieldKind.ClassVariable : IsInitVariable(annotation) ? FieldKind.InitVariable : FieldKind.Plain;
        if (field.Kind != FieldKind.Plain && field.HasFactory)
            throw new TypeError($"field {name} cannot have a default factory");
        var saysKeyword = !Operators.Is(field.KeywordOnly, DataclassMarker.Missing);
        if (field.Kind == FieldKind.ClassVariable && saysKeyword)
            throw new TypeError($"field {name} is a ClassVar but specifies kw_only");
        if (field.Kind != FieldKind.ClassVariable && !saysKeyword)
            field.KeywordOnly = keywordOnly;
        if (field.Kind == FieldKind.Plain && field.HasPlainDefault && PyType.Of(field.Default).Lookup("__hash__").IsNone)
            throw new ValueError($"mutable default {Operators.Repr(PyType.Of(field.Default))} for field {name} is not allowed: use default_factory");
        return field;
    }

    private static bool IsClassVariable(Any annotation)
        => annotation.Ref is string text ? Names(text, "typing", "ClassVar") : Operators.Repr(annotation) is var shown && (shown == "typing.ClassVar" || shown.StartsWith("typing.ClassVar[", StringComparison.Ordinal));

    private static bool IsInitVariable(Any annotation)
        => annotation.Ref is string text ? Names(text, "dataclasses", "InitVar") : annotation.Ref is InitVariable || ReferenceEquals(annotation.Ref, InitVariable.Type);

    /// <summary>Whether the text of an annotation begins with a name, by itself or as one of its module's.</summary>
    private static bool Names(string text, string module, string name)
        => Start().Match(text) is { Success: true } start && start.Groups[2].Value == name && (start.Groups[1].Value.Length == 0 || start.Groups[1].Value == module || start.Groups[1].Length <= 2);

    [GeneratedRegex(@"^(?:\s*(\w+)\s*\.)?\s*(\w+)")]
    private static partial Regex Start();

    private static void Hash(PyType cls, DataclassOptions options, bool hasHash, List<DataclassField> hashed)
    {
        if (options["unsafe_hash"])
        {
            if (hasHash)
                throw new TypeError($"Cannot overwrite attribute __hash__ in class {cls.Name}");
            cls.Define("__hash__", DataclassMethods.Hash(cls, hashed));
        }
        else if (options["eq"] && !hasHash)
        {
            cls.Define("__hash__", options["frozen"] ? DataclassMethods.Hash(cls, hashed) : Any.None);
        }
    }

    /// <summary>The same class once more, with <c>__slots__</c>.</summary>
    private static PyType WithSlots(PyType cls, DataclassOptions options, List<DataclassField> plain)
    {
        if (cls.Namespace.ContainsKey("__slots__"))
            throw new TypeError($"{cls.Name} already specifies __slots__");
        var inherited = cls.Mro[1..].ToArray().Where(static p => p.Namespace.ContainsKey("__slots__"))
            .SelectMany(static p => p.Namespace["__slots__"] is { Ref: string one } ? [one] : Operators.ToList(p.Namespace["__slots__"]).Select(Operators.Str)).ToHashSet();
        var names = plain.Select(static f => f.Name!).Concat(options["weakref_slot"] ? ["__weakref__"] : Array.Empty<string>()).Where(n => !inherited.Contains(n)).ToList();
        var space = new PyDict<Any, Any>();
        foreach (var (name, value) in cls.Namespace.Entries())
            if (!plain.Exists(f => f.Name == (string)name.Ref!) && (string)name.Ref! is not ("__dict__" or "__weakref__"))
                space[name] = value;
        space["__slots__"] = new PyTuple([.. names.Select(static n => (Any)n)]);
        space["__qualname__"] = cls.QualName;
        if (options["frozen"])
        {
            if (!space.ContainsKey("__getstate__"))
                space["__getstate__"] = new PyFunction("_dataclass_getstate", "self", static (Any self) => new PyList<Any>(DataclassConversion.FieldsOf(self).Select(f => self.Get(f.Name!))));
            if (!space.ContainsKey("__setstate__"))
                space["__setstate__"] = new PyFunction("_dataclass_setstate", "self, state", static (Any self, Any state) =>
                {
                    foreach (var (field, value) in DataclassConversion.FieldsOf(self).Zip(Operators.ToList(state)))
                        s_setattr.Call(self, field.Name!, value);
                    return Any.None;
                });
        }
        return (PyType)((Any)cls.Class).Call(cls.Name, ((Any)cls).Get("__bases__"), space).Ref!;
    }
}
