using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Pytocs.Lowering.Programs;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Doctests;

/// <summary>
/// Gives a module of a program that uses <c>doctest</c> a function for each docstring with examples, and <c>_doctests</c>, which
/// lists them. The examples' text is put behind the module's, so that every node has its place in one source.
/// <code>
/// def _doctest_f(run):                    for the examples of f
///     if run.begin(0):
///         try: run.show(f(1))
///         except BaseException as _doctest_error: run.caught(_doctest_error)
///         run.end()
/// </code>
/// </summary>
public static class DoctestExpander
{
    private const string Prefix = "_doctest_";
    private const string Run = "run";
    private const string Error = "_doctest_error";

    /// <summary>Whether a function holds examples, which see its names as those of their module.</summary>
    internal static bool IsExamples(Py.Node node) => node is Py.FunctionDef { Span.Length: 0 } function && function.Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Expands every module if one of them imports <c>doctest</c>.</summary>
    /// <param name="modules">The modules of a program.</param>
    /// <param name="isAsked">Whether the examples of each docstring are run as tests: then those that have some are expanded anyway.</param>
    public static IReadOnlyList<ModuleFile> Expand(IReadOnlyList<ModuleFile> modules, bool isAsked = false)
        => modules.Any(ImportsDoctest) ? [.. modules.Select(Expand)]
            : isAsked ? [.. modules.Select(static m => Names(m).Any() ? Expand(m) with { IsReflected = true } : m)] : modules;

    /// <summary>The dotted names of all objects of a module whose docstrings have examples; empty for the module itself.</summary>
    public static IEnumerable<string> Names(ModuleFile module)
        => module.Parsed.Diagnostics.Any(static d => d.Severity == Severity.Error) ? [] : DocTestFinder.Find(module).Where(static t => t.Key is null && DocExamples.Sources(t.Text).Any()).Select(static t => t.Name);

    private static bool ImportsDoctest(ModuleFile module)
        => ImportScanner.Names(module).Any(n => n == "doctest" || n.StartsWith("doctest.", StringComparison.Ordinal));

    private static ModuleFile Expand(ModuleFile module)
    {
        if (module.Parsed.Diagnostics.Any(d => d.Severity == Severity.Error))
            return module;
        var tests = DocTestFinder.Find(module).Select(t => (Test: t, Sources: DocExamples.Sources(t.Text).Select(Checked).ToList())).ToList();
        var text = new StringBuilder(module.Source.Text).Append('\n');
        var own = text.Length;
        var starts = new List<(int Start, int Test, int Example)>();
        for (var i = 0; i < tests.Count; i++)
        {
            for (var k = 0; k < tests[i].Sources.Count; k++)
            {
                starts.Add((text.Length, i, k));
                text.Append(tests[i].Sources[k]).Append('\n');
            }
        }
        var source = new SourceText(module.Source.Path, text.ToString());
        var parsed = PythonParser.Parse(source);
        var examples = parsed.Module.Body.Where(s => s.Span.Start >= own)
            .ToLookup(s => starts.FindLast(e => e.Start <= s.Span.Start) is var (_, test, example) ? (test, example) : default);
        var at = new TextSpan(own, 0);
        var builder = new Builder(at);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var functions = new List<Py.Statement>();
        var entries = new List<Py.Expression>();
        for (var i = 0; i < tests.Count; i++)
        {
            var (test, sources) = tests[i];
            Py.Expression function = builder.Constant(null);
            if (sources.Count > 0)
            {
                var name = Prefix + (test.Name.Length == 0 ? "module" : test.Name.Replace('.', '_'));
                while (!names.Add(name))
                    name += "_";
                functions.Add(builder.Function(name, [Run], [.. sources.SelectMany((_, k) => builder.Example(k, [.. examples[(i, k)]]))]));
                function = builder.Name(name);
            }
            var entry = builder.Tuple(builder.Constant(test.Name), builder.Constant(test.Line is { } line ? (BigInteger)line : null), builder.Constant(test.Text), function);
            entries.Add(test.Key is { } key ? builder.IfListed(key, test.Text, entry) : entry);
        }
        functions.Add(builder.Function("_doctests", [], [new Py.Return(at, new Py.List(at, [.. entries], Py.ExprContext.Load))]));
        var body = parsed.Module.Body.Where(s => s.Span.Start < own).ToList();
        // Where the program looks at its namespace, functions are bound in the order of the text: they are needed where the tests run.
        var place = body.FindIndex(RunsTests);
        body.InsertRange(place < 0 ? body.Count : place, functions);
        var tree = new Py.Module(parsed.Module.Span, [.. body], parsed.Module.TypeIgnores);
        // Warnings about the examples are the docstrings' own.
        var diagnostics = parsed.Diagnostics.Where(d => d.Span.Start < own || d.Severity == Severity.Error).ToImmutableArray();
        return module with { Source = source, Parsed = new ParseResult(tree, diagnostics, parsed.Trivia) };
    }

    /// <summary>Whether a statement of a module may run the examples: it says so, or begins what only scripts do.</summary>
    private static bool RunsTests(Py.Statement statement) => statement switch
    {
        Py.Import or Py.ImportFrom or Py.FunctionDefinition or Py.ClassDef => false,
        Py.If { Test: Py.Compare { Left: Py.Name { Id: "__name__" } } } => true,
        _ => Py.Tree.DescendantsAndSelf(statement).Any(static n => n is Py.Attribute { Attr: "testmod" or "DocTestSuite" or "run_docstring_examples" } or Py.Name { Id: "testmod" or "DocTestSuite" or "run_docstring_examples" }),
    };

    /// <summary>An example that is no Python raises SyntaxError when it is its turn.</summary>
    private static string Checked(string example)
    {
        var parsed = PythonParser.Parse(new SourceText("<doctest>", example + "\n"));
        return parsed.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error
            ? $"raise SyntaxError({Quoted(error.Message)})"
            : example.Split('\n').All(l => l.StartsWith("from __future__", StringComparison.Ordinal)) ? "pass" : example;
    }

    private static string Quoted(string text) => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "'";

    /// <summary>Makes the nodes that no text stands for.</summary>
    private sealed class Builder(TextSpan at)
    {
        public Py.Constant Constant(object? value) => new(at, value, null);

        public Py.Name Name(string name) => new(at, name, Py.ExprContext.Load);

        public Py.Tuple Tuple(params ReadOnlySpan<Py.Expression> items) => new(at, [.. items], Py.ExprContext.Load);

        /// <summary>An entry that is one only if the module's <c>__test__</c> has the text: <c>*([entry] if __test__.get(key) == text else [])</c>.</summary>
        public Py.Starred IfListed(string key, string text, Py.Expression entry)
        {
            var found = new Py.Call(at, new Py.Attribute(at, Name("__test__"), "get", Py.ExprContext.Load), [Constant(key)], []);
            var test = new Py.Compare(at, found, [Py.CompareOperator.Eq], [Constant(text)]);
            return new Py.Starred(at, new Py.IfExp(at, test, new Py.List(at, [entry], Py.ExprContext.Load), new Py.List(at, [], Py.ExprContext.Load)), Py.ExprContext.Load);
        }

        public Py.FunctionDef Function(string name, string[] parameters, ImmutableArray<Py.Statement> body)
            => new(at, name, new Py.Arguments(at, [], [.. parameters.Select(p => new Py.Argument(at, p, null, null))], null, [], [], null, []), body, [], null, null, []);

        public IEnumerable<Py.Statement> Example(int index, ImmutableArray<Py.Statement> body)
        {
            var handler = new Py.ExceptHandler(at, Name("BaseException"), Error, [Statement("caught", Name(Error))]);
            ImmutableArray<Py.Statement> shown = body.Length == 0 ? [new Py.Pass(at)] : Shown(body);
            yield return new Py.If(at, Call("begin", Constant((BigInteger)index)), [new Py.Try(at, shown, [handler], [], []), Statement("end")], []);
        }

        private Py.Call Call(string method, params ReadOnlySpan<Py.Expression> arguments) => new(at, new Py.Attribute(at, Name(Run), method, Py.ExprContext.Load), [.. arguments], []);

        private Py.ExprStatement Statement(string method, params ReadOnlySpan<Py.Expression> arguments) => new(at, Call(method, arguments));

        /// <summary>The interactive interpreter shows the value of every expression statement outside of functions and classes.</summary>
        private ImmutableArray<Py.Statement> Shown(ImmutableArray<Py.Statement> body) => [.. body.Select(Shown)];

        private Py.Statement Shown(Py.Statement statement) => statement switch
        {
            Py.ExprStatement s => new Py.ExprStatement(s.Span, Call("show", s.Value)),
            Py.If s => new Py.If(s.Span, s.Test, Shown(s.Body), Shown(s.Orelse)),
            Py.While s => new Py.While(s.Span, s.Test, Shown(s.Body), Shown(s.Orelse)),
            Py.For s => new Py.For(s.Span, s.Target, s.Iter, Shown(s.Body), Shown(s.Orelse), s.TypeComment),
            Py.With s => new Py.With(s.Span, s.Items, Shown(s.Body), s.TypeComment),
            Py.Try s => new Py.Try(s.Span, Shown(s.Body), [.. s.Handlers.Select(h => new Py.ExceptHandler(h.Span, h.Type, h.Name, Shown(h.Body)))], Shown(s.Orelse), Shown(s.Finalbody)),
            Py.Match s => new Py.Match(s.Span, s.Subject, [.. s.Cases.Select(c => new Py.MatchCase(c.Span, c.Pattern, c.Guard, Shown(c.Body)))]),
            _ => statement,
        };
    }
}
