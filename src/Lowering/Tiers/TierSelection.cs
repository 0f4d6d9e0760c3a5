using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Flow;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Tiers;

/// <summary>
/// Decides for each generator whether a C# iterator does exactly what Python does. It does when
/// nobody can tell the difference: no yield has a value, none stands where a thrown exception or
/// an early end would be seen.
/// </summary>
public static class TierSelection
{
    /// <param name="program">The program.</param>
    /// <param name="exactOnly">Gives every generator the exact tier; the program must print the same.</param>
    public static void Run(ProgramModel program, bool exactOnly)
    {
        var generators = program.Modules.Values.SelectMany(m => m.Functions.Values).Where(f => f.IsGenerator).ToList();
        var (asksAsync, asksPlain) = (Mentions(program, "ag_await", "ag_frame", "ag_suspended", "cr_await"), Mentions(program, "gi_frame"));
        foreach (var function in generators)
        {
            var reason = exactOnly || function.Home.File.IsExact ? "the exact tier was asked for"
                : (function.IsAsync ? asksAsync : asksPlain) ? "the program asks generators where they have stopped"
                : ReasonForExact(function);
            function.Tier = reason is null ? Tier.Native : Tier.Exact;
            function.TierReason = reason ?? "every yield is a plain statement outside try and with";
        }
        // What delegates or overrides is native only together with what it delegates to and what it overrides.
        var isDriven = Mentions(program, "send", "gi_yieldfrom");
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var function in generators)
            {
                if (function.Tier == Tier.Native && Delegations(function).Any(d => isDriven || !Delegation.IsNative(function.Home, d)))
                    changed |= MakeExact(function, "it delegates to what is no C# iterator");
                if (function is { Tier: Tier.Native, IsAsync: true } && LoopsThatYield(function).Any(l => !Delegation.HasNothingToClose(function.Home, l)))
                    changed |= MakeExact(function, "it yields in a loop over an asynchronous generator, which is closed when the loop is left");
                if (function.Class?.Base?.FindMethod(function.Name) is { IsGenerator: true } overridden && overridden.Tier != function.Tier)
                    changed |= MakeExact(function.Tier == Tier.Native ? function : overridden, "a method that it overrides, or that overrides it, has the exact tier");
            }
        }
    }

    /// <summary>Whether some code of the program names one of the attributes.</summary>
    private static bool Mentions(ProgramModel program, params string[] attributes)
        => program.Modules.Values.Any(m => m.Module.Mentions(attributes) && Py.Tree.All<Py.Attribute>(m.Module).Any(n => attributes.Contains(n.Attr)));

    private static bool MakeExact(FunctionSymbol function, string reason)
    {
        function.Tier = Tier.Exact;
        function.TierReason = reason;
        return true;
    }

    private static IEnumerable<Py.YieldFrom> Delegations(FunctionSymbol function) => function.Definition is { } definition ? Py.Tree.Own(definition).OfType<Py.YieldFrom>() : [];

    private static IEnumerable<Py.AsyncFor> LoopsThatYield(FunctionSymbol function) => function.Definition is { } definition
        ? Py.Tree.Own(definition).OfType<Py.AsyncFor>().Where(static l => Py.Tree.DescendantsAndSelf(l).Any(static n => n is Py.Yield))
        : [];

    private static string? ReasonForExact(FunctionSymbol function)
    {
        if (function.Definition is not { } definition)
            return "it is a lambda";
        if (function.Name == "__await__")
            return "an awaitable's generator is driven by hand";
        if (!HasYield(definition.Body))
            return "its yields never run";
        return Block(definition.Body, false, function.IsAsync);
    }

    /// <summary>Whether a yield, or a return, is left in the code that C# keeps.</summary>
    private static bool HasYield(ImmutableArray<Py.Statement> body)
    {
        foreach (var statement in body)
        {
            if (statement switch
            {
                Py.FunctionDefinition or Py.ClassDef => false,
                Py.If s when ControlFlow.ConstantTruth(s.Test) is { } truth => HasYield(truth ? s.Body : s.Orelse),
                Py.While s when ControlFlow.ConstantTruth(s.Test) == false => HasYield(s.Orelse),
                Py.If s => HasYield(s.Body) || HasYield(s.Orelse),
                Py.While s => HasYield(s.Body) || HasYield(s.Orelse),
                Py.ForStatement s => HasYield(s.Body) || HasYield(s.Orelse),
                _ => Py.Tree.DescendantsAndSelf(statement).Any(n => n is Py.Yield or Py.YieldFrom or Py.Return),
            })
                return true;
            if (ControlFlow.AlwaysLeaves([statement]))
                return false;
        }
        return false;
    }

    private static string? Block(ImmutableArray<Py.Statement> body, bool isProtected, bool isAsync)
    {
        foreach (var statement in body)
            if (Statement(statement, isProtected, isAsync) is { } reason)
                return reason;
        return null;
    }

    private static string? Statement(Py.Statement statement, bool isProtected, bool isAsync)
    {
        switch (statement)
        {
            case Py.ExprStatement { Value: Py.Yield yield }:
                return isProtected ? "a yield stands inside try or with" : yield.Value is null ? null : Expression(yield.Value);
            case Py.ExprStatement { Value: Py.YieldFrom yield }:
                return isProtected ? "a yield stands inside try or with" : Expression(yield.Value);
            case Py.Return { Value: not null } when !isAsync:
                return "it returns a value";
            case Py.FunctionDefinition or Py.ClassDef:
                return null;
            case Py.If s:
                return Expression(s.Test) ?? Block(s.Body, isProtected, isAsync) ?? Block(s.Orelse, isProtected, isAsync);
            case Py.While s:
                return Expression(s.Test) ?? Block(s.Body, isProtected, isAsync) ?? Block(s.Orelse, isProtected, isAsync);
            case Py.ForStatement s:
                return Expression(s.Iter) ?? Block(s.Body, isProtected, isAsync) ?? Block(s.Orelse, isProtected, isAsync);
            case Py.WithStatement s:
                return s.Items.Select(i => Expression(i.ContextExpr)).FirstOrDefault(r => r is not null) ?? Block(s.Body, true, isAsync);
            case Py.TryStatement s:
                return Block(s.Body, true, isAsync) ?? Block(s.Orelse, true, isAsync) ?? Block(s.Finalbody, true, isAsync)
                    ?? s.Handlers.Select(h => Block(h.Body, true, isAsync)).FirstOrDefault(r => r is not null);
            case Py.Match s:
                return Expression(s.Subject) ?? s.Cases.Select(c => Block(c.Body, isProtected, isAsync)).FirstOrDefault(r => r is not null);
            default:
                return Expression(statement);
        }
    }

    private static string? Expression(Py.Node node)
    {
        foreach (var inner in Py.Tree.DescendantsAndSelf(node))
        {
            switch (inner)
            {
                case Py.Yield:
                    return "the value of a yield is used";
                case Py.YieldFrom:
                    return "the result of a delegation is used";
                case Py.Call { Func: Py.Name { Id: "next" }, Args.Length: 1 } or Py.Name { Id: "StopIteration" or "StopAsyncIteration" }:
                    // PEP 479: inside a generator StopIteration becomes RuntimeError.
                    return "StopIteration may be raised in it";
                case Py.Call { Func: Py.Name { Id: "anext" }, Args.Length: 1 }:
                    return "StopAsyncIteration may be raised in it";
            }
        }
        return null;
    }
}
