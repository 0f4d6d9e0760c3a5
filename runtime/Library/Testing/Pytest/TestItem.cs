using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>A test function or method, with all that is known before it runs.</summary>
internal sealed class TestItem
{
    private static readonly Dictionary<(string, string?, string), TestItem> s_items = [];

    private IReadOnlyList<Parametrization>? _parametrizations;

    private TestItem(string module, string? type, string name)
    {
        (ModuleName, Name) = (module, name);
        Module = Modules.Import(module);
        Class = type is null ? null : (PyType)type.Split('.').Aggregate(Module, static (home, part) => home.Get(part)).Ref!;
        Function = Class is null ? Module.Get(name) : Class.Lookup(name);
        if (Function.IsUnbound)
            throw new AttributeError($"type object '{Class!.Name}' has no attribute '{name}'", name, Class);
        IsTestCase = Class?.IsSubclassOf(TestCaseType.Type) == true;
        Fixtures = FixtureTable.Of(module, Class);
        Marks = [.. Mark.Of(Function), .. Class is null ? [] : Mark.OfClass(Class), .. Mark.Of(Module)];
    }

    public string ModuleName { get; }

    public Any Module { get; }

    public PyType? Class { get; }

    public string Name { get; }

    /// <summary>The function; of a class as its namespace has it.</summary>
    public Any Function { get; }

    /// <summary>Whether unittest runs it.</summary>
    public bool IsTestCase { get; }

    public FixtureTable Fixtures { get; }

    /// <summary>Its marks, the nearest first: of the function, its class, its module.</summary>
    public IReadOnlyList<Mark> Marks { get; }

    public string File => ModuleName.Replace('.', '/') + ".py";

    private bool HasSelf => Class is not null && Function.Ref is not StaticMethod;

    /// <summary>What it asks for by its parameters.</summary>
    public IReadOnlyList<string> Parameters => IsTestCase ? [] : CallParameters.Required(Function, HasSelf ? 1 : 0);

    /// <summary>What takes several values, one after the other: the marks of the test, then fixtures with parameters.</summary>
    public IReadOnlyList<Parametrization> Parametrizations => _parametrizations ??= FindParametrizations();

    public static TestItem Of(string module, string? type, string name)
        => s_items.TryGetValue((module, type, name), out var item) ? item : s_items[(module, type, name)] = new TestItem(module, type, name);

    /// <summary>All fixtures that it uses, those that are kept longest first.</summary>
    public List<string> Closure(IEnumerable<Mark> marks, IReadOnlyCollection<string> given)
    {
        var names = new List<string>();
        var queue = new Queue<(string Name, int Below)>([
            .. Fixtures.Automatic.Select(static n => (n, int.MaxValue)),
            .. marks.Where(static m => m.Name == "usefixtures").SelectMany(static m => m.Args).Select(static n => (Operators.Str(n), int.MaxValue)),
            .. Parameters.Select(static n => (n, int.MaxValue)),
        ]);
        var seen = new HashSet<(string, int)>();
        while (queue.TryDequeue(out var next))
        {
            if (!seen.Add(next) || (given.Contains(next.Name) && next.Below == int.MaxValue))
                continue;
            if (!names.Contains(next.Name))
                names.Add(next.Name);
            if (Fixtures.Find(next.Name, next.Below) is not var (fixture, layer))
                continue;
            foreach (var asked in CallParameters.Required(fixture.Function, Fixtures.IsOfClass(layer) && fixture.Function.Ref is not StaticMethod ? 1 : 0))
                queue.Enqueue((asked, asked == next.Name ? layer : int.MaxValue));
        }
        return [.. names.OrderBy(n => Fixtures.Find(n)?.Fixture.Scope ?? FixtureScope.Function)];
    }

    private List<Parametrization> FindParametrizations()
    {
        List<Parametrization> own = [.. Marks.Where(static m => m.Name == "parametrize").Select(Parametrization.OfMark)];
        var named = own.SelectMany(static p => p.Names).ToHashSet();
        foreach (var name in named.Where(n => !Parameters.Contains(n) && !Closure(Marks, []).Contains(n)))
            throw new FailedError($"In {Name}: function uses no argument '{name}'");
        var direct = own.SelectMany(static p => p.Names.Where(n => !p.IsIndirect(n))).ToHashSet();
        own.AddRange(Closure(Marks, direct).Where(n => !named.Contains(n)).Select(n => Fixtures.Find(n)?.Fixture).Where(static f => f?.Parameters is not null).Select(static f => Parametrization.OfFixture(f!)));
        return own;
    }
}
