using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>One parameter of a signature. See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.Parameter">Parameter</see>.</summary>
internal sealed class ParameterObject(string name, ParameterKind kind, Any @default, Any annotation) : PyObject
{
    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    public ParameterKind Kind => kind;

    public string Name => name;

    public Any Default => @default;

    public bool HasDefault => !ReferenceEquals(@default.Ref, SignatureObject.Empty);

    public Any AnnotationValue => annotation;

    private static ParameterObject Self(Any o) => (ParameterObject)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("Parameter", module: "inspect").Attribute("empty", SignatureObject.Empty);
        foreach (var kind in Enum.GetValues<ParameterKind>())
            type.Attribute(ParameterKinds.Name(kind), ParameterKinds.Of(kind));
        type.New("cls, name, kind, *, default=, annotation=", static a => Checked(a[1], a[2], a[3], a[4]), SignatureObject.Empty, SignatureObject.Empty);
        return type
            .Property("name", static o => Self(o).Name)
            .Property("kind", static o => ParameterKinds.Of(Self(o).Kind))
            .Property("default", static o => Self(o).Default)
            .Property("annotation", static o => Self(o).AnnotationValue)
            .Method("replace", "self, *, name=, kind=, annotation=, default=", Replaced, Any.Unbound, Any.Unbound, Any.Unbound, Any.Unbound)
            .Method("__replace__", "self, *, name=, kind=, annotation=, default=", Replaced, Any.Unbound, Any.Unbound, Any.Unbound, Any.Unbound)
            .Method("__reduce__", static o => PyTuple.Of(
                Modules.ImportFrom("functools", "partial").Call(new Arguments { PyType.Of(o), { "default", Self(o).Default }, { "annotation", Self(o).AnnotationValue } }),
                PyTuple.Of(Self(o).Name, ParameterKinds.Of(Self(o).Kind))))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is ParameterObject b ? Self(o).Same(b) : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(PyTuple.Of([Self(o).Name, (int)Self(o).Kind, Self(o).AnnotationValue, Self(o).Default])))
            .Method("__str__", static o => Self(o).Text)
            .Method("__repr__", static o => $"<Parameter \"{Self(o).Text}\">");
    }

    private static Any Replaced(Any[] a) => Checked(
        a[1].IsUnbound ? Self(a[0]).Name : a[1], a[2].IsUnbound ? ParameterKinds.Of(Self(a[0]).Kind) : a[2], a[4].IsUnbound ? Self(a[0]).Default : a[4], a[3].IsUnbound ? Self(a[0]).AnnotationValue : a[3]);

    private static ParameterObject Checked(Any name, Any kind, Any @default, Any annotation)
    {
        if (!Operators.IsIndex(kind) || Lib.Int(kind) is not (>= 0 and <= 4 and var number))
            throw new ValueError($"value {Operators.Repr(kind)} is not a valid Parameter.kind");
        if (number is 2 or 4 && !ReferenceEquals(@default.Ref, SignatureObject.Empty))
            throw new ValueError($"{ParameterKinds.Description((ParameterKind)number)} parameters cannot have default values");
        if (ReferenceEquals(name.Ref, SignatureObject.Empty))
            throw new ValueError("name is a required attribute for Parameter");
        var text = name.Ref as string ?? throw new TypeError($"name must be a str, not a {PyType.Of(name).Name}");
        if (IsImplicit(text) && number != 1)
            throw new ValueError($"implicit arguments must be passed as positional or keyword arguments, not {ParameterKinds.Description((ParameterKind)number)}");
        if (IsImplicit(text))
            return new ParameterObject("implicit" + text[1..], ParameterKind.PositionalOnly, @default, annotation);
        return Str.IsIdentifier(text) && (number == 0 || !Modules.ImportFrom("keyword", "iskeyword").Call(text).Truth) ? new ParameterObject(text, (ParameterKind)number, @default, annotation) : throw new ValueError($"{Str.Repr(text)} is not a valid parameter name");
    }

    /// <summary>Whether it is the name that a comprehension's only parameter has.</summary>
    private static bool IsImplicit(string name) => name.Length > 1 && name[0] == '.' && name[1..].All(char.IsAsciiDigit);

    private bool Same(ParameterObject other)
        => name == other.Name && kind == other.Kind && Operators.Same(@default, other.Default) && Operators.Same(annotation, other.AnnotationValue);

    private string Prefix => kind switch { ParameterKind.VarPositional => "*", ParameterKind.VarKeyword => "**", _ => "" };

    public string Text => ReferenceEquals(annotation.Ref, SignatureObject.Empty)
        ? Prefix + name + (HasDefault ? "=" + Operators.Repr(@default) : "")
        : $"{Prefix}{name}: {Annotation(annotation)}{(HasDefault ? " = " + Operators.Repr(@default) : "")}";

    /// <summary>An annotation as signatures show it.</summary>
    public static string Annotation(Any annotation)
        => annotation.Ref is GenericAlias or UnionAlias ? Operators.Str(annotation) : annotation.Ref is PyType { Module: not "typing" } type ? type.Module is "builtins" ? type.QualName : $"{type.Module}.{type.QualName}" : Operators.Repr(annotation).Replace("typing.", "", StringComparison.Ordinal);
}
