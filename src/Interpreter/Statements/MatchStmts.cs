using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>A case clause.</summary>
internal sealed record Case(Pattern Pattern, Expr? Guard, Block Body);

/// <summary><c>match</c>. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement">match</see>.</summary>
internal sealed class MatchStmt(Expr subject, Case[] cases) : Stmt
{
    public override bool Suspends { get; } = subject.Suspends || cases.Any(static c => c.Guard?.Suspends == true || c.Body.Suspends);

    private static bool Fits(Frame f, Case one, Any value)
    {
        var captures = new List<(Target Target, Any Value)>();
        if (!one.Pattern.Matches(f, value, captures))
            return false;
        foreach (var (target, captured) in captures)
            target.Store(f, captured);
        return true;
    }

    public override Flow Exec(Frame f)
    {
        var value = subject.Eval(f);
        foreach (var one in cases)
            if (Fits(f, one, value) && (one.Guard is null || one.Guard.Test(f)))
                return one.Body.Exec(f);
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var value = subject.Suspends ? await subject.EvalAsync(f) : subject.Eval(f);
        foreach (var one in cases)
        {
            if (!Fits(f, one, value))
                continue;
            if (one.Guard is { } guard && !(guard.Suspends ? (await guard.EvalAsync(f)).Truth : guard.Test(f)))
                continue;
            return one.Body.Suspends ? await one.Body.ExecAsync(f) : one.Body.Exec(f);
        }
        return Flow.Next;
    }
}

/// <summary>A pattern. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#patterns">patterns</see>.</summary>
internal abstract class Pattern
{
    /// <param name="f">The frame.</param>
    /// <param name="value">The subject.</param>
    /// <param name="captures">What is bound once the whole pattern matches.</param>
    public abstract bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures);
}

internal sealed class ValuePattern(Expr expected, bool isIdentity, int at) : Pattern
{
    public override bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures)
    {
        var other = expected.Eval(f);
        f.At = at;
        return isIdentity ? Operators.Is(value, other) : Operators.Equal(value, other);
    }
}

/// <summary>A capture, a wildcard, or a pattern with a name.</summary>
internal sealed class AsPattern(Pattern? inner, Target? name) : Pattern
{
    public override bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures)
    {
        if (inner is not null && !inner.Matches(f, value, captures))
            return false;
        if (name is not null)
            captures.Add((name, value));
        return true;
    }
}

internal sealed class OrPattern(Pattern[] alternatives) : Pattern
{
    public override bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures)
    {
        var before = captures.Count;
        foreach (var alternative in alternatives)
        {
            if (alternative.Matches(f, value, captures))
                return true;
            captures.RemoveRange(before, captures.Count - before);
        }
        return false;
    }
}

internal sealed class SequencePattern(Pattern[] patterns, int star, int at) : Pattern
{
    public override bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures)
    {
        f.At = at;
        if (!(star < 0 ? Matching.Sequence(value, patterns.Length, out var items) : Matching.Sequence(value, star, patterns.Length - star - 1, out items)))
            return false;
        for (var i = 0; i < patterns.Length; i++)
            if (!patterns[i].Matches(f, items[i], captures))
                return false;
        return true;
    }
}

internal sealed class MappingPattern(Expr[] keys, Pattern[] patterns, Target? rest, int at) : Pattern
{
    public override bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures)
    {
        var wanted = new Any[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            wanted[i] = keys[i].Eval(f);
        f.At = at;
        if (!Matching.Mapping(value, wanted, out var values))
            return false;
        for (var i = 0; i < patterns.Length; i++)
            if (!patterns[i].Matches(f, values[i], captures))
                return false;
        if (rest is not null)
            captures.Add((rest, Matching.Rest(value, wanted)));
        return true;
    }
}

internal sealed class ClassPattern(Expr type, Pattern[] patterns, int positional, string[] names, int at) : Pattern
{
    public override bool Matches(Frame f, Any value, List<(Target Target, Any Value)> captures)
    {
        var cls = type.Eval(f);
        f.At = at;
        if (!Matching.Class(value, cls, positional, names, out var values))
            return false;
        for (var i = 0; i < patterns.Length; i++)
            if (!patterns[i].Matches(f, values[i], captures))
                return false;
        return true;
    }
}
