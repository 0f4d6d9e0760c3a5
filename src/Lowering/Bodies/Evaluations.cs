using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Diagnostics;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// Source text that the program runs: <c>exec</c>, <c>eval</c>, <c>compile</c>. The interpreter carries it out, with the names around the
/// call where it is given no others. See <see href="https://docs.python.org/3.13/library/functions.html#exec">exec</see>.
/// </summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The function of the interpreter that a name means.</summary>
    private LowName EvaluationFunction(Py.Expression place, string name)
    {
        Report(LoweringCatalogue.RunsSourceText, place, name);
        Model.UsesInterpreter = true;
        return new LowName($"Evaluation.{char.ToUpperInvariant(name[0])}{name[1..]}Function");
    }

    /// <summary><c>exec(text)</c> becomes <c>Evaluation.Exec(text, globals, locals)</c>.</summary>
    private Typed? EvaluationCall(Py.Call call)
    {
        if (call.Func is not Py.Name { Id: "exec" or "eval" } name || Model.Names.GetValueOrDefault(name) is not null || call.Args.Length is 0 or > 3 || call.Args.Any(static a => a is Py.Starred))
            return null;
        var arguments = new Py.Expression?[3];
        for (var i = 0; i < call.Args.Length; i++)
            arguments[i] = call.Args[i];
        foreach (var keyword in call.Keywords)
        {
            var at = keyword.Arg switch { "globals" => 1, "locals" => 2, _ => -1 };
            if (at < 0 || arguments[at] is not null || (at == 1 && arguments[2] is not null))
                return null;
            arguments[at] = keyword.Value;
        }
        var function = EvaluationFunction(name, name.Id).Name;
        var target = new LowName(function[..^"Function".Length]);
        var given = arguments.Select(a => a is null or Py.Constant { Value: null } ? null : AsAny(a)).ToArray();
        var result = new List<LowArgument> { new(given[0] ?? new LowName("Any.None")), new(given[1] ?? AroundCall("globals")) };
        if (given[2] is not null)
            result.Add(new(given[2]!));
        else if (given[1] is null && !(_scope.Owner.Kind == ScopeKind.Module && Namespace is null))
            result.Add(new(AroundCall("locals")));
        return new(new LowInvoke(target, [.. result]), StaticType.Any);

        LowExpression AroundCall(string what) => NamespaceCall(new Py.Call(call.Span, new Py.Name(call.Span, what, Py.ExprContext.Load), [], []))!.Value.Code;
    }
}
