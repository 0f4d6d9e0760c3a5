using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>Whether control can reach the end of a block.</summary>
internal static class ControlFlow
{
    /// <summary>Whether a block always returns, raises, breaks, continues or never ends.</summary>
    public static bool AlwaysLeaves(ImmutableArray<Py.Statement> body, SemanticModel? model = null)
    {
        foreach (var statement in body)
            if (AlwaysLeaves(statement, model))
                return true;
        return false;
    }

    private static bool AlwaysLeaves(Py.Statement statement, SemanticModel? model) => statement switch
    {
        Py.Return or Py.Raise or Py.Break or Py.Continue => true,
        Py.If s when ConstantTruth(s.Test) is { } truth => AlwaysLeaves(truth ? s.Body : s.Orelse, model),
        Py.If s => s.Orelse.Length > 0 && AlwaysLeaves(s.Body, model) && AlwaysLeaves(s.Orelse, model),
        Py.While s => (ConstantTruth(s.Test) == true || AlwaysLeaves(s.Orelse, model)) && !HasBreak(s.Body),
        Py.ForStatement s => AlwaysLeaves(s.Orelse, model) && !HasBreak(s.Body),
        Py.Match s => AlwaysLeaves(s, model),
        Py.Assert s => ConstantTruth(s.Test) == false,
        Py.TryStatement s => AlwaysLeaves(s, model),
        Py.WithStatement s => model?.PassingWiths.Contains(s) == true && AlwaysLeaves(s.Body, model),
        _ => false,
    };

    private static bool AlwaysLeaves(Py.Match match, SemanticModel? model)
        => match.Cases.All(c => AlwaysLeaves(c.Body, model)) && match.Cases[^1] is { Guard: null } last && DefiniteAssignment.IsIrrefutable(last.Pattern);

    private static bool AlwaysLeaves(Py.TryStatement @try, SemanticModel? model)
        => AlwaysLeaves(@try.Finalbody, model)
            || ((AlwaysLeaves(@try.Body, model) || AlwaysLeaves(@try.Orelse, model)) && @try.Handlers.All(h => AlwaysLeaves(h.Body, model)));

    /// <summary>
    /// Whether C# sees a way to the end of a block that always leaves in Python: the else of a try
    /// stands behind a flag, and the parts of an except* behind tests, as does what leaves a context that may swallow exceptions.
    /// </summary>
    public static bool EndsOpenInCSharp(ImmutableArray<Py.Statement> body, SemanticModel? model = null)
        => body.FirstOrDefault(s => AlwaysLeaves(s, model)) is { } last && EndsOpenInCSharp(last, model);

    private static bool EndsOpenInCSharp(Py.Statement statement, SemanticModel? model) => statement switch
    {
        Py.If s when ConstantTruth(s.Test) is { } truth => EndsOpenInCSharp(truth ? s.Body : s.Orelse, model),
        Py.If s => EndsOpenInCSharp(s.Body, model) || EndsOpenInCSharp(s.Orelse, model),
        Py.ForStatement s => EndsOpenInCSharp(s.Orelse, model),
        Py.While s => EndsOpenInCSharp(s.Orelse, model),
        Py.Match s => s.Cases[^1].Pattern is not Py.MatchAs { Pattern: null } || s.Cases.Any(c => EndsOpenInCSharp(c.Body, model)),
        Py.TryStar => true,
        Py.TryStatement s when LeavesFinally(s.Finalbody) => !AlwaysLeaves(s.Finalbody, model) || EndsOpenInCSharp(s.Finalbody, model),
        Py.TryStatement s => !AlwaysLeaves(s.Finalbody, model)
            && ((s.Handlers.Length > 0 && s.Orelse.Length > 0) || EndsOpenInCSharp(s.Body, model) || s.Handlers.Any(h => EndsOpenInCSharp(h.Body, model))),
        Py.WithStatement s => model?.OpenWiths.Contains(s) == true || EndsOpenInCSharp(s.Body, model),
        _ => false,
    };

    /// <summary>Whether a <c>break</c> of this very loop stands in its body.</summary>
    public static bool HasBreak(ImmutableArray<Py.Statement> body) => body.Any(HasBreak);

    /// <summary>Whether a <c>continue</c> of this very loop stands in its body.</summary>
    public static bool HasContinue(ImmutableArray<Py.Statement> body) => Has(body, s => s is Py.Continue, intoLoops: false);

    /// <summary>Whether a <c>return</c> stands in the block, outside inner functions.</summary>
    public static bool HasReturn(ImmutableArray<Py.Statement> body) => Has(body, s => s is Py.Return, intoLoops: true);

    /// <summary>Whether a finally body may end by leaving the try statement.</summary>
    public static bool LeavesFinally(ImmutableArray<Py.Statement> body) => HasBreak(body) || HasContinue(body) || HasReturn(body);

    private static bool Has(ImmutableArray<Py.Statement> body, Func<Py.Statement, bool> test, bool intoLoops)
        => body.Any(s => test(s) || Blocks(s, intoLoops).Any(b => Has(b, test, intoLoops)));

    private static IEnumerable<ImmutableArray<Py.Statement>> Blocks(Py.Statement statement, bool intoLoops) => statement switch
    {
        Py.If s => [s.Body, s.Orelse],
        Py.WithStatement s => [s.Body],
        Py.TryStatement s => [s.Body, s.Orelse, s.Finalbody, .. s.Handlers.Select(h => h.Body)],
        Py.ForStatement s => intoLoops ? [s.Body, s.Orelse] : [s.Orelse],
        Py.While s => intoLoops ? [s.Body, s.Orelse] : [s.Orelse],
        Py.Match s => s.Cases.Select(c => c.Body),
        _ => [],
    };

    /// <summary>The outcome of a condition that is a constant.</summary>
    public static bool? ConstantTruth(Py.Expression test) => test switch
    {
        Py.Constant { Value: bool b } => b,
        Py.Constant { Value: System.Numerics.BigInteger n } => !n.IsZero,
        Py.Constant { Value: null } => false,
        Py.Constant { Value: string s } => s.Length > 0,
        Py.UnaryOp { Op: Py.UnaryOperator.Not, Operand: var operand } => !ConstantTruth(operand),
        Py.Name { Id: "__debug__" } => true,
        _ => null,
    };

    private static bool HasBreak(Py.Statement statement) => statement switch
    {
        Py.Break => true,
        Py.If s => HasBreak(s.Body) || HasBreak(s.Orelse),
        Py.WithStatement s => HasBreak(s.Body),
        Py.TryStatement s => HasBreak(s.Body) || HasBreak(s.Orelse) || HasBreak(s.Finalbody) || s.Handlers.Any(h => HasBreak(h.Body)),
        Py.ForStatement s => HasBreak(s.Orelse),
        Py.While s => HasBreak(s.Orelse),
        Py.Match s => s.Cases.Any(c => HasBreak(c.Body)),
        _ => false,
    };
}
