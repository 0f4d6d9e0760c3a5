using System.Numerics;
using System.Text.RegularExpressions;
using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Doctests;

/// <summary>One object whose docstring may hold examples.</summary>
/// <param name="Name">Its dotted name below the module; empty for the module.</param>
/// <param name="Line">The line that its docstring begins in, counted from 0; null where it has none.</param>
/// <param name="Text">The docstring as Python keeps it.</param>
internal sealed record DocTest(string Name, int? Line, string Text)
{
    /// <summary>The key of <c>__test__</c> that it is one of only if the run finds it there; null for the others.</summary>
    public string? Key { get; init; }
}

/// <summary>
/// Finds what <c>doctest.DocTestFinder</c> finds in a module: its own docstring, those of its functions and classes, and <c>__test__</c>.
/// See <see href="https://docs.python.org/3.13/library/doctest.html#which-docstrings-are-examined">which docstrings are examined</see>.
/// </summary>
internal static partial class DocTestFinder
{
    public static IEnumerable<DocTest> Find(ModuleFile module)
    {
        var lines = module.Source.Text.Split('\n');
        var tree = module.Parsed.Module;
        yield return new DocTest("", DocLine(lines, 0), Doc(tree.Body) ?? "");
        foreach (var test in Members(tree.Body, "", module, lines))
            yield return test;
        foreach (var (key, text) in Listed(tree))
            yield return new DocTest($"__test__.{key}", null, text);
        foreach (var (key, text) in Gathered(tree))
            yield return new DocTest($"__test__.{key}", null, text) { Key = key };
    }

    private static IEnumerable<DocTest> Members(IEnumerable<Py.Statement> body, string prefix, ModuleFile module, string[] lines)
    {
        foreach (var statement in body)
        {
            var (name, inner, decorators) = statement switch
            {
                Py.FunctionDefinition f => (f.Name, f.Body, f.DecoratorList),
                Py.ClassDef c => (c.Name, c.Body, c.DecoratorList),
                _ => ("", [], []),
            };
            if (name.Length == 0)
                continue;
            var first = statement is Py.FunctionDefinition && decorators.Length > 0 ? decorators[0].Span.Start : statement.Span.Start;
            var text = Doc(inner);
            yield return new DocTest(prefix + name, text is null ? null : DocLine(lines, module.Source.LineOf(first) - 1), text ?? "");
            if (statement is Py.ClassDef cls)
                foreach (var test in Members(cls.Body, $"{prefix}{name}.", module, lines))
                    yield return test;
        }
    }

    private static string? Doc(IReadOnlyList<Py.Statement> body)
        => body is [Py.ExprStatement { Value: Py.Constant { Value: string text } }, ..] ? Declarations.Docstrings.AsKept(text) : null;

    /// <summary>The first line from a given one on that begins with a quote, as doctest looks for it.</summary>
    private static int? DocLine(string[] lines, int start)
    {
        for (var i = start; i < lines.Length; i++)
            if (QuoteFirst().IsMatch(lines[i]))
                return i;
        return null;
    }

    /// <summary>The strings of the module that a <c>__test__</c> may hold which an expression makes: <c>{n: v for n, v in locals().items() if ...}</c>.</summary>
    private static IEnumerable<(string Key, string Text)> Gathered(Py.Module module)
    {
        var assigned = module.Body.OfType<Py.Assign>().Where(static a => a.Targets is [Py.Name]).ToList();
        if (assigned.LastOrDefault(static a => a.Targets is [Py.Name { Id: "__test__" }]) is not { Value: not Py.Dict })
            return [];
        return assigned.Select(static a => (((Py.Name)a.Targets[0]).Id, Text: (a.Value as Py.Constant)?.Value as string ?? "")).Where(static a => DocExamples.Sources(a.Text).Any())
            .GroupBy(static a => a.Id).Select(static g => g.Last());
    }

    /// <summary>The strings in the module's <c>__test__</c> dictionary.</summary>
    private static IEnumerable<(string Key, string Text)> Listed(Py.Module module)
    {
        // A condition may choose between an empty one and that with the tests.
        if (module.Body.SelectMany(static s => s is Py.If ? Py.Tree.Nodes(s) : [s]).OfType<Py.Assign>().Where(static a => a.Targets is [Py.Name { Id: "__test__" }]).Select(static a => a.Value as Py.Dict).LastOrDefault(static d => d?.Keys.Length != 0) is not { } listed)
            yield break;
        for (var i = 0; i < listed.Keys.Length; i++)
        {
            var value = listed.Values[i] is Py.Name name
                ? module.Body.OfType<Py.Assign>().LastOrDefault(a => a.Targets is [Py.Name target] && target.Id == name.Id)?.Value
                : listed.Values[i];
            if (listed.Keys[i] is Py.Constant { Value: string key } && value is Py.Constant { Value: string text })
                yield return (key, text);
        }
    }

    [GeneratedRegex(@"(^|.*:)\s*\w*(""|')", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteFirst();
}
