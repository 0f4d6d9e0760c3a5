using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>The methods that a dataclass gets.</summary>
internal static class DataclassMethods
{
    private static readonly ConditionalWeakTable<PyFunction, object> s_shown = [];
    private static readonly PyType s_frozenError = PyType.Exception("FrozenInstanceError", AttributeError.Type, static args => new AttributeError(args), "dataclasses");

    public static PyType FrozenError => s_frozenError;

    public static PyFunction Init(PyType cls, List<DataclassField> all, bool frozen, bool slots)
    {
        var given = all.FindAll(static f => f.Kind != FieldKind.ClassVariable && f.Init.Truth);
        var plain = given.FindAll(static f => !f.KeywordOnly.Truth);
        var keywords = given.FindAll(static f => f.KeywordOnly.Truth);
        DataclassField? defaulted = null;
        foreach (var field in plain)
            if (field.HasDefault)
                defaulted = field;
            else if (defaulted is not null)
                throw new TypeError($"non-default argument {Operators.Repr(field.Name!)} follows default argument {Operators.Repr(defaulted.Name!)}");
        var self = all.Exists(static f => f.Name == "self") ? "__dataclass_self__" : "self";
        static string Text(DataclassField f) => ", " + f.Name + (f.HasDefault ? "=" : "");
        var signature = self + string.Concat(plain.Select(Text)) + (keywords.Count > 0 ? ", *" + string.Concat(keywords.Select(Text)) : "");
        var arguments = plain.Concat(keywords).ToList();
        var defaults = arguments.Where(static f => f.HasDefault).Select(static f => f.HasFactory ? DataclassMarker.Factory : f.Default).ToArray();
        var stored = all.Where(static f => f.Kind == FieldKind.Plain).Select(f => (Field: f, Index: arguments.IndexOf(f) + 1)).Where(f => f.Index > 0 || f.Field.HasFactory || (slots && f.Field.HasPlainDefault)).ToArray();
        var passed = all.Where(static f => f.Kind == FieldKind.InitVariable).Select(f => (Field: f, Index: arguments.IndexOf(f) + 1)).ToArray();
        var hasPost = !cls.Lookup("__post_init__").IsUnbound;
        return new PyFunction(cls.QualName + ".__init__", signature, (Any[] a) =>
        {
            foreach (var (field, index) in stored)
            {
                var value = index > 0 && !Operators.Is(a[index], DataclassMarker.Factory) ? a[index] : field.HasFactory ? field.Factory.Call() : field.Default;
                if (frozen)
                    Operators.GenericSet(a[0], field.Name!, value);
                else
                    Operators.SetAttr(a[0], field.Name!, value);
            }
            if (hasPost)
                a[0].Invoke("__post_init__", new Arguments([.. passed.Select(p => p.Index > 0 ? a[p.Index] : p.Field.Default)]));
            return Any.None;
        }, defaults)
        {
            Module = cls.Module,
            AnnotationSource = () =>
            {
                var annotations = new PyDict<Any, Any>();
                foreach (var field in arguments)
                    annotations[field.Name!] = field.Annotation;
                annotations["return"] = Any.None;
                return annotations;
            },
        };
    }

    public static PyFunction Repr(PyType cls, List<DataclassField> shown)
    {
        var repr = new PyFunction(cls.QualName + ".__repr__", "self", (Any self) =>
        {
            if (!Operators.EnterRepr(self.Ref!))
                return "...";
            try
            {
                return PyType.Of(self).QualName + "(" + string.Join(", ", shown.Select(f => $"{f.Name}={Operators.Repr(self.Get(f.Name!))}")) + ")";
            }
            finally
            {
                Operators.LeaveRepr(self.Ref!);
            }
        }) { Module = cls.Module };
        s_shown.Add(repr, repr);
        return repr;
    }

    /// <summary>Whether a <c>__repr__</c> is one that this module made: pprint then lays out the fields itself.</summary>
    public static bool IsGenerated(Any repr) => repr.Ref is PyFunction function && s_shown.TryGetValue(function, out _);

    public static PyFunction Equal(PyType cls, List<DataclassField> compared) => new(cls.QualName + ".__eq__", "self, other", (Any a, Any b) =>
    {
        if (Operators.Is(a, b))
            return true;
        if (!ReferenceEquals(PyType.Of(a), PyType.Of(b)))
            return Any.NotImplemented;
        Any result = true;
        foreach (var field in compared)
        {
            result = Operators.Compare(Comparison.Eq, a.Get(field.Name!), b.Get(field.Name!));
            if (!result.Truth)
                return result;
        }
        return result;
    })
    { Module = cls.Module };

    public static PyFunction Ordered(PyType cls, Comparison op, List<DataclassField> compared)
        => new($"{cls.QualName}.{OperatorNames.Compare[(int)op]}", "self, other", (Any a, Any b) => ReferenceEquals(PyType.Of(a), PyType.Of(b))
            ? PyTuple.Compare(op, Values(a, compared), Values(b, compared))
            : Any.NotImplemented) { Module = cls.Module };

    public static PyFunction Hash(PyType cls, List<DataclassField> hashed)
        => new(cls.QualName + ".__hash__", "self", (Any self) => Values(self, hashed).PyHash()) { Module = cls.Module };

    private static PyTuple Values(Any self, List<DataclassField> fields) => new([.. fields.Select(f => self.Get(f.Name!))]);

    /// <summary>A frozen class's <c>__setattr__</c> or <c>__delattr__</c>.</summary>
    public static PyFunction Frozen(PyType cls, List<DataclassField> fields, string what)
    {
        var names = fields.Select(static f => f.Name!).ToHashSet(StringComparer.Ordinal);
        void Check(Any self, Any name)
        {
            if (ReferenceEquals(PyType.Of(self), cls) || names.Contains(Operators.Str(name)))
                throw (BaseException)s_frozenError.Call($"cannot {what} field {Operators.Repr(name)}").Ref!;
        }
        if (what == "delete")
            return new PyFunction(cls.QualName + ".__delattr__", "self, name", (Any self, Any name) =>
            {
                Check(self, name);
                return ((Any)new Super(cls, self)).Invoke("__delattr__", name);
            }) { Module = cls.Module };
        return new PyFunction(cls.QualName + ".__setattr__", "self, name, value", (Any self, Any name, Any value) =>
        {
            Check(self, name);
            return ((Any)new Super(cls, self)).Invoke("__setattr__", name, value);
        }) { Module = cls.Module };
    }
}
