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
        .Method("bind", "self, /, *args, **kwargs", static a => BoundArguments.Of(Self(a[0]), Lib.Tuple(a[1]), Lib.Dict(a[2]), partial: false))
        .Method("bind_partial", "self, /, *args, **kwargs", static a => BoundArguments.Of(Self(a[0]), Lib.Tuple(a[1]), Lib.Dict(a[2]), partial: true))
        .Method("replace", "self, *, parameters=, return_annotation=", static a => new SignatureObject(a[1].IsUnbound ? Self(a[0]).Parameters : Named(a[1]), a[2].IsUnbound ? Self(a[0]).Returns : a[2]), Any.Unbound, Any.Unbound)
        .ClassMethod("from_callable", "cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False", static a => Of(a[1], a[2].Truth))
        .New("cls, parameters=None, *, return_annotation=", static a => new SignatureObject(a[1].IsNone ? new PyDict<Any, Any>() : Named(a[1]), a[2]), Empty)
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is SignatureObject ? Operators.Str(o) == Operators.Str(other) : Any.NotImplemented)
        .Method("__str__", static o => Self(o).Text)
        .Method("__repr__", static o => $"<Signature {Self(o).Text}>");

    public override PyType Class => Type;

    private PyDict<Any, Any> Parameters => parameters;

    private Any Returns => returns;

    private static SignatureObject Self(Any o) => (SignatureObject)o.Ref!;

    private static PyDict<Any, Any> Named(Any parameters)
    {
        var result = new PyDict<Any, Any>();
        foreach (var parameter in Operators.Iter(parameters))
            result[((ParameterObject)parameter.Ref!).Name] = parameter;
        return result;
    }

    public static void Declare(PyModule module) => module
        .Type(Type).Type(ParameterObject.Type).Type(BoundArguments.Type).Value("_empty", Empty)
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
            PyType { ConstructorFunction: { } constructor } => OfFunction(constructor, 0),
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

    /// <summary>The parameters in their order.</summary>
    public ParameterObject[] All => [.. parameters.Values.Select(static v => (ParameterObject)v.Ref!)];

    private IEnumerable<string> ParameterTexts()
    {
        var all = All;
        var starred = false;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Kind == ParameterKind.KeywordOnly && !starred)
            {
                yield return "*";
                starred = true;
            }
            starred |= all[i].Kind == ParameterKind.VarPositional;
            yield return all[i].Text;
            if (all[i].Kind == ParameterKind.PositionalOnly && (i + 1 == all.Length || all[i + 1].Kind != ParameterKind.PositionalOnly))
                yield return "/";
        }
    }

    private string Text => $"({string.Join(", ", ParameterTexts())}){(ReferenceEquals(returns.Ref, Empty) ? "" : $" -> {ParameterObject.Annotation(returns)}")}";
}
