using System.Collections.Immutable;
using System.Text;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>Functions as objects: their signatures, defaults and annotations, and how calls of them reach the C# methods.</summary>
internal sealed partial class FunctionLowerer
{
    /// <summary><c>new PyFunction("name", "signature", (Any a) => F(a))</c>.</summary>
    public LowExpression Object(FunctionSymbol function, BodyLowerer? body)
        => function.Cache is { } cache ? Cached(cache, Plain(function, body))
            : function.GivesManager ? new LowInvoke(new LowName(function.IsAsync ? "ManagerFunction.OfAsync" : "ManagerFunction.Of"), Plain(function, body)) : Plain(function, body);

    private static LowExpression Cached(FunctionCache cache, LowExpression function)
    {
        var arguments = new List<LowArgument> { new(function) };
        if (cache.Size is { } size)
            arguments.Add(new(new LowLiteral(size), "maxSize"));
        if (cache.IsTyped)
            arguments.Add(new(new LowLiteral(true), "typed"));
        return new LowInvoke(new LowName("CachedFunction.Of"), [.. arguments]);
    }

    /// <summary>The function as the <c>def</c> makes it, before any decorator.</summary>
    private LowNew Plain(FunctionSymbol function, BodyLowerer? body)
    {
        var parameters = function.Class is { IsNative: true } ? function.Parameters : function.Parameters;
        var isSimple = parameters.Count <= 3 && parameters.All(p => p.Kind is ParameterKind.Positional or ParameterKind.PositionalOnly);
        LowLambda lambda;
        if (isSimple)
        {
            var names = parameters.Select(p => p.Symbol.CsName).ToArray();
            lambda = new LowLambda([.. names.Select(n => new LowParameter(LowType.Any, n))], Invoke(function, [.. names.Select(LowExpression (n) => new LowName(n))]));
        }
        else
        {
            lambda = new LowLambda([new(new LowArrayType(LowType.Any), "a")], Invoke(function, [.. parameters.Select((_, i) => (LowExpression)new LowIndex(new LowName("a"), [new LowLiteral((long)i)]))]));
        }
        return new LowNew(LowType.Named("PyFunction"), [new(new LowLiteral(function.QualName)), new(new LowLiteral(SignatureText(function, 0))), new(lambda), .. DefaultArguments(function, 0)])
        {
            Initializers =
            [
                .. Properties(function, body),
                .. body is not null && function.Class is not { IsNative: true } && UsesTypeParameters(function)
                    ? [new([new LowAssign("=", new LowName("TypeParameters"), module.TypeParameters.Tuple(body, function.Definition!.TypeParams))])]
                    : ImmutableArray<LowInitializer>.Empty,
                .. Closures.Cells(function, body) is { } cells ? [cells] : ImmutableArray<LowInitializer>.Empty,
            ],
        };
    }

    /// <summary>What a function's calls make, where they do not run its body at once.</summary>
    public static string? Flavour(FunctionSymbol function) => function.IsCoroutine ? "coroutine" : !function.IsGenerator ? null : function.IsAsync ? "async generator" : "generator";

    public ImmutableArray<LowInitializer> Properties(FunctionSymbol function, BodyLowerer? body = null)
    {
        var result = new List<LowInitializer>();
        if (Flavour(function) is { } flavour)
            result.Add(new([new LowAssign("=", new LowName("Flavour"), new LowLiteral(flavour))]));
        if (function.Definition is { } d && BodyLowerer.DocString(d.Body) is { } doc)
            result.Add(new([new LowAssign("=", new LowName("Doc"), new LowLiteral(Docstrings.AsKept(doc)))]));
        if (!Model.IsMain)
            result.Add(new([new LowAssign("=", new LowName("Module"), new LowLiteral(Model.ModuleName))]));
        if (body is { IsClassBody: true } && function.ObservedAnnotations.Any(a => body.ReadsClassNames(a.Value)))
            result.Add(new([new LowAssign("=", new LowName("Annotations"), AnnotationTable(function, body))]));
        else if (Annotations(function) is { } annotations)
            result.Add(new([new LowAssign("=", new LowName("AnnotationSource"), annotations)]));
        return [.. result];
    }

    /// <summary>
    /// A lambda that makes the dictionary of the function's annotations when the program asks for it; null where nobody does.
    /// Names of a class body's namespace are gone by then, so that annotations with such names are evaluated at once.
    /// </summary>
    public LowLambda? Annotations(FunctionSymbol function)
    {
        if (!function.ObservedAnnotations.Any())
            return null;
        return new LowLambda([], AnnotationTable(function, new BodyLowerer(module, function.ParentScope, null) { MemberOfClass = function.Class }));
    }

    private LowNew AnnotationTable(FunctionSymbol function, BodyLowerer lowerer)
    {
        var entries = function.ObservedAnnotations.Select(a => new LowInitializer(
            [new LowLiteral(Mangling.Mangle(a.Name, function.ParentScope)), module.HasStringAnnotations ? new LowLiteral(Parser.Dump.AnnotationText.Of(a.Value, Model.Source)) : a.Value is Py.Starred starred ? new LowInvoke(new LowName("TypeParameters.Unpacked"), lowerer.AsAny(starred.Value)) : lowerer.AsAny(a.Value)], IsIndexer: true));
        return new LowNew(LowType.Named("PyDict", LowType.Any, LowType.Any), []) { Initializers = [.. entries] };
    }

    /// <summary>The call of the C# method, from dynamic arguments to a dynamic result, or none where the method gives nothing.</summary>
    public static LowExpression Invoke(FunctionSymbol function, LowExpression[] arguments)
    {
        var values = new List<LowArgument>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = function.Parameters[i].Symbol.Final;
            values.Add(new(CsTypes.IsAny(type) ? arguments[i] : new LowInvoke(new LowMember(arguments[i], "As") { TypeArguments = [CsTypes.Of(type)] })));
        }
        LowExpression target;
        if (function.Class is { IsNative: true } cls)
        {
            if (function.IsShared)
            {
                target = new LowName(cls.CsName + "." + CalledName(function));
                if (function.KnowsClass)
                    values.RemoveAt(0);
            }
            else
            {
                target = new LowMember(values[0].Value, function.OwnName ?? CalledName(function));
                values.RemoveAt(0);
            }
        }
        else
        {
            target = new LowName(CalledName(function));
        }
        LowExpression call = new LowInvoke(target, [.. values]);
        if (function.IsGenerator && function.Tier == Tier.Native)
            return Wrapped(function, call);
        if (function is { IsCoroutine: true, OwnName: not null })
            return new LowInvoke(new LowName("Coroutine.Of"), new LowLiteral(function.Name), new LowLiteral(function.QualName), new LowLambda([], call));
        if (function.IsGenerator || function.IsCoroutine)
            return call;
        return function.Returns.Final.ConvertsByCall ? new LowInvoke(new LowName("Generic.ToAny"), call) : call;
    }

    private static string CalledName(FunctionSymbol function) => function.IsCoroutine ? function.ColdName : function.CsName;

    /// <summary>The parameters as Python writes them; defaults that are no literals stay open (<c>x=</c>).</summary>
    public string SignatureText(FunctionSymbol function, int skip)
    {
        var text = new StringBuilder();
        var parameters = function.Parameters.Skip(skip).ToArray();
        var sawStar = false;
        for (var i = 0; i < parameters.Length; i++)
        {
            var p = parameters[i];
            if (text.Length > 0)
                text.Append(", ");
            if (p.Kind == ParameterKind.KeywordOnly && !sawStar)
            {
                text.Append("*, ");
                sawStar = true;
            }
            text.Append(p.Kind switch { ParameterKind.Star => "*", ParameterKind.DoubleStar => "**", _ => "" });
            sawStar |= p.Kind == ParameterKind.Star;
            text.Append(Mangling.Mangle(p.Symbol.Name, function.ParentScope));
            if (p.Default is not null)
                text.Append('=').Append(IsLiteral(p.Default) ? LiteralText(p.Default) : "");
            if (p.Kind == ParameterKind.PositionalOnly && (i + 1 == parameters.Length || parameters[i + 1].Kind != ParameterKind.PositionalOnly))
                text.Append(", /");
        }
        return text.ToString();
    }

    /// <summary>The same with every default left open, as lambdas supply them.</summary>
    public string OpenSignature(FunctionSymbol function)
    {
        var text = new StringBuilder();
        var sawStar = false;
        foreach (var p in function.Parameters)
        {
            text.Append(text.Length > 0 ? ", " : "");
            if (p.Kind == ParameterKind.KeywordOnly && !sawStar)
                text.Append("*, ");
            sawStar |= p.Kind is ParameterKind.KeywordOnly or ParameterKind.Star;
            text.Append(p.Kind switch { ParameterKind.Star => "*", ParameterKind.DoubleStar => "**", _ => "" }).Append(Mangling.Mangle(p.Symbol.Name, function.ParentScope));
            text.Append(p.Default is null ? "" : "=");
        }
        return text.ToString();
    }

    private static string LiteralText(Py.Expression literal) => literal switch
    {
        Py.UnaryOp unary => "-" + LiteralText(unary.Operand),
        Py.Constant { Value: bool value } => value ? "True" : "False",
        Py.Constant { Value: System.Numerics.BigInteger value } => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "None",
    };

    private static bool IsLiteral(Py.Expression value)
        => value is Py.Constant { Value: null or bool or System.Numerics.BigInteger } or Py.UnaryOp { Op: Py.UnaryOperator.USub, Operand: Py.Constant { Value: System.Numerics.BigInteger } };

    public IEnumerable<LowArgument> DefaultArguments(FunctionSymbol function, int skip)
        => function.Parameters.Skip(skip).Where(p => p.Default is not null && !IsLiteral(p.Default)).Select(p => new LowArgument(
            p.Symbol.Final.ConvertsByCall ? new LowInvoke(new LowName("Generic.ToAny"), p.DefaultCode!) : p.DefaultCode!));

    /// <summary>The object of a generator function that is a C# iterator.</summary>
    public static LowInvoke Wrapped(FunctionSymbol function, LowExpression call)
        => new(new LowName(function.IsAsync ? "AsyncGenerator.Of" : "Generator.Of"), [new(new LowLiteral(function.Name)), .. function.Name == function.QualName ? [] : (ImmutableArray<LowArgument>)[new(new LowLiteral(function.QualName))], new(call)]);
}
