using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>
/// Finds the tests of a program in its text, as pytest and unittest do when they have imported it. See
/// <see href="https://docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery">test discovery</see>.
/// </summary>
/// <param name="program">The modules of the program by name.</param>
internal sealed class TestDiscovery(IReadOnlyDictionary<string, ModuleFile> program)
{
    private sealed record Found(ModuleFile Module, Py.Statement Definition);

    /// <summary>The tests of a module: its functions first, then each of its classes.</summary>
    public IEnumerable<TestGroup> Find(ModuleFile module)
    {
        var skip = SkipOf(ModuleMarks(module));
        var members = Members(module).ToList();
        var functions = TestFiles.HasTestName(module) || members.Exists(static m => m.Definition is Py.FunctionDefinition f && f.DecoratorList.Any(IsPytestMark))
            ? members.Where(static m => m.Definition is Py.FunctionDefinition f && TestFiles.IsTestFunction(f)).ToList() : [];
        if (functions.Count > 0)
        {
            var fixtures = new FixtureSearch(module, [], program);
            yield return new TestGroup(module, null, Doc(module.Parsed.Module.Body), [.. functions.Select(f => Test((Py.FunctionDefinition)f.Definition, [], ModuleMarks(module), fixtures, skip))]);
        }
        foreach (var (home, type) in members.Where(static m => m.Definition is Py.ClassDef).Select(static m => (m.Module, (Py.ClassDef)m.Definition)))
            foreach (var group in OfClass(module, home, type, "", skip))
                yield return group;
    }

    private IEnumerable<TestGroup> OfClass(ModuleFile module, ModuleFile home, Py.ClassDef type, string prefix, string? skip)
    {
        var line = Line(home, type);
        var isCase = line.Any(static c => c.Type.Bases.Any(TestFiles.IsTestCaseName));
        if (type.Body.OfType<Py.Assign>().Any(static a => a is { Targets: [Py.Name { Id: "__test__" }], Value: Py.Constant { Value: false } }))
            yield break;
        var isPlain = type.Name.StartsWith("Test", StringComparison.Ordinal) && !line.Any(static c => c.Type.Body.OfType<Py.FunctionDefinition>().Any(static f => f.Name is "__init__" or "__new__"));
        if (!isCase && !isPlain)
            yield break;
        var marks = line.SelectMany(static c => c.Type.DecoratorList.Concat(Assigned(c.Type.Body))).Concat(ModuleMarks(module)).ToList();
        skip = SkipOf(type.DecoratorList.Concat(Assigned(type.Body))) ?? skip;
        var fixtures = new FixtureSearch(module, line.Select(static c => c.Type), program);
        var tests = new Dictionary<string, PythonTest?>(StringComparer.Ordinal);
        // What a class further down defines under a name stands for it.
        foreach (var statement in Enumerable.Reverse(line).SelectMany(static c => TestFiles.Statements(c.Type.Body)))
        {
            if (statement is Py.FunctionDefinition function && TestFiles.IsTestFunction(function))
                tests[function.Name] = Test(function, line, isCase ? [] : marks, fixtures, skip);
            else if (statement is Py.Assign { Targets: [Py.Name { Id: var name }], Value: Py.Constant { Value: null } } && tests.ContainsKey(name))
                tests[name] = null;
        }
        var found = tests.Values.OfType<PythonTest>();
        // unittest runs methods in the order of their names.
        if (tests.Count > 0)
            yield return new TestGroup(module, prefix + type.Name, Doc(type.Body), [.. isCase ? found.OrderBy(static t => t.Name, StringComparer.Ordinal) : found]);
        if (!isCase)
            foreach (var inner in TestFiles.Classes(type.Body))
                foreach (var group in OfClass(module, home, inner, $"{prefix}{type.Name}.", skip))
                    yield return group;
    }

    private static PythonTest Test(Py.FunctionDefinition function, IReadOnlyCollection<(ModuleFile, Py.ClassDef)> line, IReadOnlyList<Py.Expression> outer, FixtureSearch fixtures, string? skip)
    {
        IReadOnlyList<Py.Expression> marks = [.. function.DecoratorList.Reverse(), .. outer];
        var parameters = function.Args.Posonlyargs.Concat(function.Args.Args).Concat(function.Args.Kwonlyargs).Select(static a => a.Arg).Skip(line.Count > 0 ? 1 : 0).ToList();
        var used = marks.Where(static m => MarkName(m) == "usefixtures").SelectMany(static m => ((Py.Call)m).Args).Select(static a => (a as Py.Constant)?.Value as string).OfType<string>();
        var parametrized = marks.Where(static m => MarkName(m) == "parametrize").ToList();
        TestData? data = null;
        if (fixtures.IsRepeated(parameters.Concat(used)))
            data = new DynamicData();
        else if (parametrized.Count > 0)
            data = parametrized.TrueForAll(static m => m is Py.Call) && TestLiterals.Read([.. parametrized.Cast<Py.Call>()], parameters) is { } literal ? literal : new DynamicData();
        return new PythonTest(function.Name, Doc(function.Body), function is Py.AsyncFunctionDef, SkipOf(function.DecoratorList) ?? skip, data);
    }

    /// <summary>A class and those it is derived from, as far as the program has them, the nearest first.</summary>
    private List<(ModuleFile Home, Py.ClassDef Type)> Line(ModuleFile home, Py.ClassDef type)
    {
        var line = new List<(ModuleFile, Py.ClassDef)>();
        var open = new Queue<(ModuleFile Home, Py.ClassDef Type)>([(home, type)]);
        while (open.TryDequeue(out var next))
        {
            if (line.Contains(next))
                continue;
            line.Add(next);
            foreach (var parent in next.Type.Bases)
                if (Resolve(next.Home, parent) is { Definition: Py.ClassDef found } at)
                    open.Enqueue((at.Module, found));
        }
        return line;
    }

    private Found? Resolve(ModuleFile home, Py.Expression expression) => expression switch
    {
        Py.Name name => Members(home, name.Id).FirstOrDefault(),
        Py.Attribute { Value: var value, Attr: var member } when ModuleNamed(home, value) is { } other => Members(other, member).FirstOrDefault(),
        _ => null,
    };

    private ModuleFile? ModuleNamed(ModuleFile home, Py.Expression expression)
    {
        if (expression is not Py.Name name)
            return null;
        foreach (var statement in home.Parsed.Module.Body)
        {
            var full = statement switch
            {
                Py.Import import => import.Names.FirstOrDefault(a => (a.Asname ?? a.Name) == name.Id)?.Name,
                Py.ImportFrom import when import.Names.FirstOrDefault(a => (a.Asname ?? a.Name) == name.Id) is { } alias => $"{ModuleFile.Absolute(home.Package, import.Module, import.Level)}.{alias.Name}",
                _ => null,
            };
            if (full is not null && program.TryGetValue(full, out var found))
                return found;
        }
        return null;
    }

    /// <summary>The functions and classes of a module, imported ones included.</summary>
    private IEnumerable<Found> Members(ModuleFile module, string? name = null, int depth = 0)
    {
        const int deepest = 8;
        foreach (var statement in TestFiles.Statements(module.Parsed.Module.Body))
        {
            switch (statement)
            {
                case Py.FunctionDefinition function when name is null || function.Name == name:
                case Py.ClassDef type when name is null || type.Name == name:
                    yield return new Found(module, statement);
                    break;
                case Py.ImportFrom import when depth < deepest && ModuleFile.Absolute(module.Package, import.Module, import.Level) is { } source && program.TryGetValue(source, out var other):
                    foreach (var alias in import.Names.Where(a => a.Asname is null && (name is null || a.Name == "*" || a.Name == name)))
                        foreach (var found in Members(other, alias.Name == "*" ? name : alias.Name, depth + 1))
                            yield return found;
                    break;
            }
        }
    }

    private static List<Py.Expression> ModuleMarks(ModuleFile module) => [.. Assigned(module.Parsed.Module.Body)];

    /// <summary>What <c>pytestmark = ...</c> assigns.</summary>
    private static IEnumerable<Py.Expression> Assigned(IEnumerable<Py.Statement> body)
        => body.OfType<Py.Assign>().LastOrDefault(static a => a.Targets is [Py.Name { Id: "pytestmark" }])?.Value switch
        {
            Py.List list => list.Elts,
            Py.Tuple tuple => tuple.Elts,
            { } one => [one],
            null => [],
        };

    private static bool IsPytestMark(Py.Expression decorator) => MarkName(decorator) is not null;

    /// <summary>The name behind <c>pytest.mark.</c>; null for other decorators.</summary>
    private static string? MarkName(Py.Expression decorator) => decorator switch
    {
        Py.Call call => MarkName(call.Func),
        Py.Attribute { Value: Py.Attribute { Attr: "mark" } or Py.Name { Id: "mark" }, Attr: var name } => name,
        _ => null,
    };

    /// <summary>Why a test is always left out, if the text says so.</summary>
    private static string? SkipOf(IEnumerable<Py.Expression> decorators)
    {
        foreach (var decorator in decorators)
        {
            var callee = decorator is Py.Call call ? call.Func : decorator;
            var isUnittest = callee is Py.Attribute { Attr: "skip", Value: Py.Name { Id: "unittest" } } or Py.Name { Id: "skip" };
            if (MarkName(decorator) != "skip" && !isUnittest)
                continue;
            var argument = decorator is Py.Call { Args: [var first, ..] } ? first : (decorator as Py.Call)?.Keywords.FirstOrDefault(static k => k.Arg == "reason")?.Value;
            if (argument is null && !isUnittest)
                return "unconditional skip";
            if (argument is Py.Constant { Value: string { Length: > 0 } reason })
                return reason;
        }
        return null;
    }

    private static string? Doc(IReadOnlyList<Py.Statement> body)
        => body is [Py.ExprStatement { Value: Py.Constant { Value: string text } }, ..] && text.Trim() is { Length: > 0 } trimmed ? trimmed.Split('\n')[0].Trim() : null;
}
