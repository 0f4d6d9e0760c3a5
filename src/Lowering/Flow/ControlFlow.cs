using System.Collections.Immutable;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>Whether control can reach the end of a block.</summary>
internal static class ControlFlow
{
    /// <summary>Whether a block always returns, raises, breaks, continues or never ends.</summary>
    public static bool AlwaysLeaves(ImmutableArray<Py.Statement> body) => body.Any(AlwaysLeaves);

    private static bool AlwaysLeaves(Py.Statement statement) => statement switch
    {
        Py.Return or Py.Raise or Py.Break or Py.Continue => true,
        Py.If s => s.Orelse.Length > 0 && AlwaysLeaves(s.Body) && AlwaysLeaves(s.Orelse),
        Py.While s => s.Test is Py.Constant { Value: true } && !HasBreak(s.Body),
        Py.TryStatement s => AlwaysLeaves(s.Finalbody)
            || ((AlwaysLeaves(s.Body) || AlwaysLeaves(s.Orelse)) && s.Handlers.All(h => AlwaysLeaves(h.Body))),
        _ => false,
    };

    /// <summary>
    /// Whether C# sees a way to the end of a block that always leaves in Python: the else of a try
    /// stands behind a flag, and the parts of an except* behind tests.
    /// </summary>
    public static bool EndsOpenInCSharp(ImmutableArray<Py.Statement> body)
        => body.FirstOrDefault(AlwaysLeaves) is { } last && EndsOpenInCSharp(last);

    private static bool EndsOpenInCSharp(Py.Statement statement) => statement switch
    {
        Py.If s => EndsOpenInCSharp(s.Body) || EndsOpenInCSharp(s.Orelse),
        Py.TryStar => true,
        Py.TryStatement s => !AlwaysLeaves(s.Finalbody)
            && ((s.Handlers.Length > 0 && s.Orelse.Length > 0) || EndsOpenInCSharp(s.Body) || s.Handlers.Any(h => EndsOpenInCSharp(h.Body))),
        _ => false,
    };

    /// <summary>Whether a <c>break</c> of this very loop stands in its body.</summary>
    public static bool HasBreak(ImmutableArray<Py.Statement> body) => body.Any(HasBreak);

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
