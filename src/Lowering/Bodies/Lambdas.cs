using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Lambdas: function objects whose body is written in place.</summary>
internal sealed partial class BodyLowerer
{
    public LowExpression Lambda(Py.Lambda lambda)
    {
        var own = Model.Functions[lambda];
        var defaults = new List<LowArgument>();
        foreach (var parameter in own.Parameters)
            if (parameter.Default is { } value)
            {
                parameter.DefaultCode = AsAny(value);
                defaults.Add(new(parameter.DefaultCode));
            }
        var inner = new BodyLowerer(module, own.Scope, own) { Outer = this, YieldStyle = own.IsGenerator ? YieldStyle.Exact : YieldStyle.None };
        var code = inner.Exactly(lambda.Body, StaticType.Any) with { Origin = lambda.Body.Span };
        var isSimple = own.Parameters.Count <= 3 && own.Parameters.All(p => p.Kind is ParameterKind.Positional or ParameterKind.PositionalOnly);
        var statements = inner.Hoisted().Concat(inner._prologue).Concat(inner._localFunctions).ToList();
        if (own.IsGenerator)
        {
            (statements, code) = FunctionLowerer.GeneratorBody(own, LowType.Any, new LowBlock([.. statements, new LowReturn(code) { Origin = lambda.Body.Span }]));
            statements = [.. statements];
        }
        LowLambda body;
        if (isSimple)
        {
            ImmutableArray<LowParameter> parameters = [.. own.Parameters.Select(p => new LowParameter(LowType.Any, p.Symbol.CsName))];
            body = new LowLambda(parameters, statements.Count == 0 ? code : new LowBlock([.. statements, new LowReturn(code) { Origin = lambda.Body.Span }]));
        }
        else
        {
            var array = inner.Fresh("a");
            var unpacked = own.Parameters.Select((p, i) =>
            {
                var item = new LowIndex(new LowName(array), [new LowLiteral((long)i)]);
                return (LowStatement)new LowLocal(CsTypes.Of(p.Symbol.Final), p.Symbol.CsName, Convert(new Typed(item, StaticType.Any), p.Symbol.Final));
            });
            body = new LowLambda([new(new LowArrayType(LowType.Any), array)], new LowBlock([.. unpacked, .. statements, new LowReturn(code) { Origin = lambda.Body.Span }]));
        }
        return new LowNew(LowType.Named("PyFunction"), [new(new LowLiteral(own.QualName)), new(new LowLiteral(module.Functions.OpenSignature(own))), new(body), .. defaults]) 
        {
            Initializers = Closures.Cells(own, this) is { } cells ? [.. module.Functions.Properties(own), cells] : module.Functions.Properties(own),
        };
    }
}
