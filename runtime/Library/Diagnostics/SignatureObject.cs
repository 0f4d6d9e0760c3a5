using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <c>inspect.signature</c> gives. See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.Signature">Signature</see>.</summary>
internal sealed class SignatureObject(PyDict<Any, Any> parameters, Any returns) : PyObject
{
    /// <summary>Stands for "nothing given".</summary>
    public static readonly PyType Empty = PyType.Builtin("_empty", module: "inspect");

    public static readonly PyType Type = PyType.Builtin("Signature", module: "inspect")
        .Attribute("empty", Empty)
        .Property("parameters", static o => Self(o).Parameters)
        .Property("return_annotation", static o => Self(o).Returns)
        .Method("bind", "self, /, *args, **kwargs", static a => Self(a[0]).Bind(Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is SignatureObject ? Operators.Str(o) == Operators.Str(other) : Any.NotImplemented)
        .Method("__str__", static o => Self(o).Text)
        .Method("__repr__", static o => $"<Signature {Self(o).Text}>");

    public override PyType Class => Type;

    private PyDict<Any, Any> Parameters => parameters;

    private Any Returns => returns;

    private static SignatureObject Self(Any o) => (SignatureObject)o.Ref!;

    public static void Declare(PyModule module) => module
        .Type(Type).Type(ParameterObject.Type).Value("_empty", Empty)
        .Function("signature", "obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False", static a => Of(a[0], a[1].Truth));

    /// <summary>The signature of a callable.</summary>
    /// <exception cref="TypeError">The object is not callable.</exception>
    private static SignatureObject Of(Any o, bool follow)
    {
        if (!Builtins.Callable(o))
            throw new TypeError($"{Operators.Repr(o)} is not a callable object");
        if (follow && o.Ref is not PyType && Operators.GetAttr(o, "__wrapped__", Any.Unbound) is { IsUnbound: false } wrapped)
            return Of(wrapped, follow);
        return o.Ref switch
        {
            PyFunction function => OfFunction(function, 0),
            BoundMethod { Function.Ref: PyFunction function } => OfFunction(function, 1),
            PyType type when type.Lookup("__init__").Ref is PyFunction { IsBuiltin: false } init => OfFunction(init, 1),
            PyType => new SignatureObject(new PyDict<Any, Any>(), Empty),
            _ when PyType.Of(o).Lookup("__call__").Ref is PyFunction call => OfFunction(call, 1),
            _ => throw new ValueError($"no signature found for {Operators.Repr(o)}"),
        };
    }

    private static SignatureObject OfFunction(PyFunction function, int skip)
    {
        var result = new PyDict<Any, Any>();
        for (var i = skip; i < function.Signature.Parameters.Length; i++)
        {
            var parameter = function.Signature.Parameters[i];
            var annotation = Any.Unbound;
            function.Annotations?.TryGetValue(parameter.Name, out annotation);
            result[parameter.Name] = new ParameterObject(parameter.Name, parameter.Kind, function.Defaults[i].IsUnbound ? Empty : function.Defaults[i], annotation.IsUnbound || annotation.Equals(default) ? Empty : annotation);
        }
        return new SignatureObject(result, function.Annotations?.TryGetValue("return", out var returns) == true ? returns : Empty);
    }

    /// <summary>A kind as an int with a name.</summary>
    public static Any Kind(ParameterKind kind) => (int)kind;

    private Any Bind(PyTuple args, PyDict kwargs)
    {
        var signature = string.Join(", ", ParameterTexts(withAnnotations: false));
        var function = new PyFunction("bind", System.Text.RegularExpressions.Regex.Replace(signature, "=[^,]*", "=None"), static (Any[] a) => new PyTuple(a));
        return Lib.Call(function, args, kwargs);
    }

    private IEnumerable<string> ParameterTexts(bool withAnnotations)
    {
        var all = parameters.Values.Select(static v => (ParameterObject)v.Ref!).ToArray();
        var starred = false;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Kind == ParameterKind.KeywordOnly && !starred)
            {
                yield return "*";
                starred = true;
            }
            starred |= all[i].Kind == ParameterKind.VarPositional;
            yield return withAnnotations ? all[i].Text : all[i].Bare;
            if (all[i].Kind == ParameterKind.PositionalOnly && (i + 1 == all.Length || all[i + 1].Kind != ParameterKind.PositionalOnly))
                yield return "/";
        }
    }

    private string Text => $"({string.Join(", ", ParameterTexts(withAnnotations: true))}){(ReferenceEquals(returns.Ref, Empty) ? "" : $" -> {ParameterObject.Annotation(returns)}")}";
}

/// <summary>One parameter of a signature.</summary>
internal sealed class ParameterObject(string name, ParameterKind kind, Any @default, Any annotation) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("Parameter", module: "inspect")
        .Attribute("empty", SignatureObject.Empty)
        .Attribute("POSITIONAL_ONLY", 0).Attribute("POSITIONAL_OR_KEYWORD", 1).Attribute("VAR_POSITIONAL", 2).Attribute("KEYWORD_ONLY", 3).Attribute("VAR_KEYWORD", 4)
        .Property("name", static o => Self(o).Name)
        .Property("kind", static o => SignatureObject.Kind(Self(o).Kind))
        .Property("default", static o => Self(o).Default)
        .Property("annotation", static o => Self(o).AnnotationValue)
        .Method("__str__", static o => Self(o).Text)
        .Method("__repr__", static o => $"<Parameter \"{Self(o).Text}\">");

    public override PyType Class => Type;

    public ParameterKind Kind => kind;

    private string Name => name;

    private Any Default => @default;

    private Any AnnotationValue => annotation;

    private static ParameterObject Self(Any o) => (ParameterObject)o.Ref!;

    /// <summary>The parameter without its annotation.</summary>
    public string Bare => Prefix + name + (ReferenceEquals(@default.Ref, SignatureObject.Empty) ? "" : "=" + Operators.Repr(@default));

    private string Prefix => kind switch { ParameterKind.VarPositional => "*", ParameterKind.VarKeyword => "**", _ => "" };

    public string Text => ReferenceEquals(annotation.Ref, SignatureObject.Empty)
        ? Bare
        : $"{Prefix}{name}: {Annotation(annotation)}{(ReferenceEquals(@default.Ref, SignatureObject.Empty) ? "" : " = " + Operators.Repr(@default))}";

    /// <summary>An annotation as signatures show it.</summary>
    public static string Annotation(Any annotation)
        => annotation.Ref is PyType type ? type.Module is "builtins" ? type.QualName : $"{type.Module}.{type.QualName}" : Operators.Repr(annotation).Replace("typing.", "", StringComparison.Ordinal);
}
