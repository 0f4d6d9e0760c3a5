using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>Finds out from the text whether a test uses fixtures that are made several times: those with <c>params</c>.</summary>
internal sealed class FixtureSearch
{
    private readonly Dictionary<string, List<Py.FunctionDefinition>> _fixtures = new(StringComparer.Ordinal);

    /// <param name="module">The module of the tests.</param>
    /// <param name="classes">The class of the tests, and its bases.</param>
    /// <param name="program">The modules of the program.</param>
    public FixtureSearch(ModuleFile module, IEnumerable<Py.ClassDef> classes, IReadOnlyDictionary<string, ModuleFile> program)
    {
        foreach (var type in classes)
            Add(type.Body);
        var packages = module.Name.Split('.');
        var conftests = Enumerable.Range(0, packages.Length).Select(i => program.GetValueOrDefault(string.Join('.', [.. packages[..i], "conftest"])));
        foreach (var home in conftests.Prepend(module).OfType<ModuleFile>())
        {
            Add(home.Parsed.Module.Body);
            // Fixtures that are imported are fixtures of the module too.
            foreach (var import in home.Parsed.Module.Body.OfType<Py.ImportFrom>())
                if (ModuleFile.Absolute(home.Package, import.Module, import.Level) is { } source && program.TryGetValue(source, out var other))
                    Add(other.Parsed.Module.Body);
        }
    }

    private void Add(IEnumerable<Py.Statement> body)
    {
        foreach (var function in TestFiles.Statements(body).OfType<Py.FunctionDefinition>())
        {
            if (function.DecoratorList.FirstOrDefault(IsFixture) is not { } decorator)
                continue;
            var name = (Keyword(decorator, "name") as Py.Constant)?.Value as string ?? function.Name;
            if (!_fixtures.TryGetValue(name, out var known))
                _fixtures[name] = known = [];
            known.Add(function);
        }
    }

    public static bool IsFixture(Py.Expression decorator) => decorator switch
    {
        Py.Call call => IsFixture(call.Func),
        Py.Attribute attribute => attribute.Attr == "fixture",
        Py.Name name => name.Id == "fixture",
        _ => false,
    };

    private static Py.Expression? Keyword(Py.Expression decorator, string name) => (decorator as Py.Call)?.Keywords.FirstOrDefault(k => k.Arg == name)?.Value;

    /// <summary>Whether a test with these parameters and fixtures is made several times by one of them.</summary>
    public bool IsRepeated(IEnumerable<string> names)
    {
        var queue = new Queue<string>(names.Concat(_fixtures.Where(static f => f.Value.Exists(static d => Keyword(d.DecoratorList.First(IsFixture), "autouse") is Py.Constant { Value: true })).Select(static f => f.Key)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var name))
        {
            if (!seen.Add(name) || !_fixtures.TryGetValue(name, out var definitions))
                continue;
            foreach (var definition in definitions)
            {
                if (Keyword(definition.DecoratorList.First(IsFixture), "params") is not null)
                    return true;
                foreach (var parameter in definition.Args.Posonlyargs.Concat(definition.Args.Args).Concat(definition.Args.Kwonlyargs))
                    queue.Enqueue(parameter.Arg);
            }
        }
        return false;
    }
}
