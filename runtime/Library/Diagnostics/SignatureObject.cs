using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <c>inspect.signature</c> gives. See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.Signature">Signature</see>.</summary>
internal sealed class SignatureObject(PyType type, PyDict<Any, Any> parameters, Any returns) : PyObject
{
    /// <summary>Stands for "nothing given".</summary>
    public static readonly PyType Empty = PyType.Builtin("_empty", module: "inspect");

    public static readonly PyType Type = Create();

    public override PyType Class => type;

    private PyDict<Any, Any> Parameters => parameters;

    private Any Returns => returns;

    private static SignatureObject Self(Any o) => (SignatureObject)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("Signature", module: "inspect");
        return type
            .Attribute("empty", Empty)
            .Property("parameters", static o => new MappingProxy(Self(o).Listed()))
            .Property("return_annotation", static o => Self(o).Returns)
            .Method("bind", "self, /, *args, **kwargs", static a => BoundArguments.Of(Self(a[0]), Lib.Tuple(a[1]), Lib.Dict(a[2]), partial: false))
            .Method("bind_partial", "self, /, *args, **kwargs", static a => BoundArguments.Of(Self(a[0]), Lib.Tuple(a[1]), Lib.Dict(a[2]), partial: true))
            .Method("replace", "self, *, parameters=, return_annotation=", static a => Self(a[0]).With(a[1], a[2]), Any.Unbound, Any.Unbound)
            .Method("__replace__", "self, *, parameters=, return_annotation=", static a => Self(a[0]).With(a[1], a[2]), Any.Unbound, Any.Unbound)
            .ClassMethod("from_callable", "cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False",
                static a => new SignatureFinder((PyType)a[0].Ref!, a[2].Truth, AnnotationReader.Of(a[3], a[4], a[5])).Of(a[1]))
            .New("cls, parameters=None, *, return_annotation=, __validate_parameters__=True", static a => new SignatureObject((PyType)a[0].Ref!, a[1].IsNone ? new PyDict<Any, Any>() : Checked(Operators.ToList(a[1])), a[2]), Empty)
            .Method("format", "self, *, max_width=None", static (o, width) => Self(o).Format(width.IsNone ? null : Lib.Int(width)))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is SignatureObject b ? Self(o).IsSame(b) : Any.NotImplemented)
            .Method("__hash__", static o => PyTuple.Of(new PyTuple([.. Ordered(Self(o))]), Self(o).Returns).PyHash())
            .Method("__reduce__", static o => PyTuple.Of(Modules.ImportFrom("functools", "partial").Call(new Arguments { PyType.Of(o), { "return_annotation", Self(o).Returns } }), PyTuple.Of(new PyTuple([.. Self(o).Parameters.Values]))))
            .Method("__str__", static o => Self(o).Format(null))
            .Method("__repr__", static o => $"<{PyType.Of(o).Name} {Self(o).Format(null)}>");
    }

    /// <summary>The parameters by their names.</summary>
    /// <exception cref="ValueError">They do not go together.</exception>
    private static PyDict<Any, Any> Checked(List<Any> all)
    {
        var result = new PyDict<Any, Any>();
        var (top, hasDefault) = (ParameterKind.PositionalOnly, false);
        foreach (var one in all)
        {
            var parameter = one.Ref as ParameterObject ?? throw new TypeError($"'{PyType.Of(one).Name}' object is no Parameter");
            if (parameter.Kind < top)
                throw new ValueError($"wrong parameter order: {ParameterKinds.Description(top)} parameter before {ParameterKinds.Description(parameter.Kind)} parameter");
            top = parameter.Kind;
            if (parameter.Kind is ParameterKind.PositionalOnly or ParameterKind.PositionalOrKeyword)
            {
                if (hasDefault && !parameter.HasDefault)
                    throw new ValueError("non-default argument follows default argument");
                hasDefault |= parameter.HasDefault;
            }
            if (result.ContainsKey(parameter.Name))
                throw new ValueError($"duplicate parameter name: {Str.Repr(parameter.Name)}");
            result[parameter.Name] = one;
        }
        return result;
    }

    public static void Declare(PyModule module) => module
        .Type(Type).Type(ParameterObject.Type).Type(BoundArguments.Type).Value("_empty", Empty).Value("_ParameterKind", PyType.Of(ParameterKinds.Of(ParameterKind.KeywordOnly)))
        .Function("signature", "obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False", static a => new SignatureFinder(Type, a[1].Truth, AnnotationReader.Of(a[2], a[3], a[4])).Of(a[0]))
        .Function("formatannotation", "annotation, base_module=None, *, quote_annotation_strings=True", static a => ParameterObject.Annotation(a[0]))
        .Function("getfullargspec", "func", static a => SignatureFinder.FullSpec(a[0]));

    /// <summary>The parameters by their names, for programs to read.</summary>
    private OrderedDictType Listed()
    {
        var result = new OrderedDictType();
        foreach (var (name, parameter) in parameters)
            result[name] = parameter;
        return result;
    }

    public SignatureObject With(Any replaced, Any result)
        => new(type, replaced.IsUnbound ? parameters : Checked(Operators.ToList(replaced)), result.IsUnbound ? returns : result);

    /// <summary>The parameters in their order.</summary>
    public ParameterObject[] All => [.. parameters.Values.Select(static v => (ParameterObject)v.Ref!)];

    /// <summary>The parameters for a comparison: keyword-only ones may stand in any order.</summary>
    private static List<Any> Ordered(SignatureObject s)
        => [.. s.All.Where(static p => p.Kind != ParameterKind.KeywordOnly).Concat(s.All.Where(static p => p.Kind == ParameterKind.KeywordOnly).OrderBy(static p => p.Name, StringComparer.Ordinal)).Select(static p => (Any)p)];

    private bool IsSame(SignatureObject other)
    {
        var (mine, others) = (Ordered(this), Ordered(other));
        return mine.Count == others.Count && mine.Zip(others).All(static p => Operators.Same(p.First, p.Second)) && Operators.Same(returns, other.Returns);
    }

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

    private string Format(long? width)
    {
        var texts = ParameterTexts().ToList();
        var line = $"({string.Join(", ", texts)})";
        if (width is { } most && line.Length > most)
            line = $"(\n    {string.Join(",\n    ", texts)}\n)";
        return line + (ReferenceEquals(returns.Ref, Empty) ? "" : $" -> {ParameterObject.Annotation(returns)}");
    }
}
