using System.Collections.Immutable;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Whether the body of a function yields, the bodies of functions and classes inside it left out.</summary>
internal static class Yields
{
    public static bool In(ImmutableArray<Statement> body)
    {
        var pending = new Stack<Node>(body);
        while (pending.TryPop(out var node))
        {
            if (node is Yield or YieldFrom) return true;
            foreach (var child in Evaluated(node)) pending.Push(child);
        }
        return false;
    }

    /// <summary>The children of a node that are evaluated where it stands.</summary>
    private static IEnumerable<Node> Evaluated(Node node) => node switch
    {
        FunctionDefinition { TypeParams.IsEmpty: true } function => [.. function.DecoratorList, function.Args, .. function.Returns is { } returns ? [returns] : (Node[])[]],
        FunctionDefinition function => [.. function.DecoratorList, .. function.Args.Defaults, .. function.Args.KwDefaults.OfType<Node>()],
        ClassDef { TypeParams.IsEmpty: true } type => [.. type.DecoratorList, .. type.Bases, .. type.Keywords],
        ClassDef type => type.DecoratorList,
        Lambda lambda => [lambda.Args],
        GeneratorExp generator => [generator.Generators[0].Iter],
        _ => Tree.Children(node),
    };
}

/// <summary>Whether comprehensions are asynchronous.</summary>
internal static class Asynchronous
{
    /// <summary>Whether a comprehension awaits something, other than in its first iterable.</summary>
    public static bool IsComprehension(Expression comprehension)
    {
        var generators = GeneratorsOf(comprehension);
        if (generators.Any(g => g.IsAsync)) return true;
        var pending = new Stack<Node>();
        foreach (var child in Tree.Children(comprehension))
            if (child is not Comprehension) pending.Push(child);
        for (var i = 0; i < generators.Length; i++)
        {
            pending.Push(generators[i].Target);
            if (i > 0) pending.Push(generators[i].Iter);
            foreach (var condition in generators[i].Ifs) pending.Push(condition);
        }
        while (pending.TryPop(out var node))
        {
            switch (node)
            {
                case Await: return true;
                case Lambda: continue;
                case GeneratorExp inner:
                    pending.Push(inner.Generators[0].Iter);
                    continue;
                case ListComp or SetComp or DictComp:
                    if (IsComprehension((Expression)node)) return true;
                    pending.Push(GeneratorsOf((Expression)node)[0].Iter);
                    continue;
            }
            foreach (var child in Tree.Children(node)) pending.Push(child);
        }
        return false;
    }

    private static ImmutableArray<Comprehension> GeneratorsOf(Expression comprehension) => comprehension switch
    {
        ListComp comp => comp.Generators,
        SetComp comp => comp.Generators,
        DictComp comp => comp.Generators,
        GeneratorExp comp => comp.Generators,
        _ => [],
    };
}
