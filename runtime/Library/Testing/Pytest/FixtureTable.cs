using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// The fixtures that a test can see: pytest's own, those of the <c>conftest.py</c> of each folder, of its module, of its class. See
/// <see href="https://docs.pytest.org/en/stable/reference/fixtures.html#fixture-availability">fixture availability</see>.
/// </summary>
internal sealed class FixtureTable
{
    private static readonly Dictionary<(string, PyType?), FixtureTable> s_tables = [];

    /// <summary>What each place defines, the outermost first.</summary>
    private readonly List<IReadOnlyDictionary<string, FixtureDefinition>> _layers = [BuiltInFixtures.All];

    private readonly int _classLayer;

    private FixtureTable(string module, PyType? type)
    {
        foreach (var conftest in Conftests(module))
            _layers.Add(OfModule(Modules.Import(conftest)));
        _layers.Add(OfModule(Modules.Import(module)));
        _classLayer = _layers.Count;
        foreach (var cls in type is null ? [] : type.Mro.ToArray().Reverse())
            _layers.Add(ByName(cls.Namespace.Select(static p => (Operators.Str(p.Key), p.Value))));
    }

    /// <summary>Names of fixtures that every test uses without being asked, the outermost first.</summary>
    public IEnumerable<string> Automatic => _layers.SelectMany(static l => l.Values.Where(static f => f.IsAutomatic).Select(static f => f.Name)).Distinct();

    public static FixtureTable Of(string module, PyType? type)
        => s_tables.TryGetValue((module, type), out var table) ? table : s_tables[(module, type)] = new FixtureTable(module, type);

    /// <summary>The nearest fixture of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="below">The layer that must be further out: a fixture that asks for its own name gets the one that it replaces.</param>
    public (FixtureDefinition Fixture, int Layer)? Find(string name, int below = int.MaxValue)
    {
        for (var i = Math.Min(_layers.Count, below) - 1; i >= 0; i--)
            if (_layers[i].TryGetValue(name, out var fixture))
                return (fixture, i);
        return null;
    }

    /// <summary>Whether the fixtures of a layer are methods.</summary>
    public bool IsOfClass(int layer) => layer >= _classLayer;

    /// <summary>Whether a layer is that of the class, or of a module without one.</summary>
    public bool IsNearest(int layer) => layer >= (_layers.Count > _classLayer ? _classLayer : _classLayer - 1);

    public IEnumerable<string> Names => _layers.SelectMany(static l => l.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The modules <c>conftest</c> of the packages around a module.</summary>
    private static IEnumerable<string> Conftests(string module)
    {
        if (Modules.Has("conftest") && module != "conftest")
            yield return "conftest";
        for (var dot = module.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = module.IndexOf('.', dot + 1))
            if (Modules.Has(module[..dot] + ".conftest"))
                yield return module[..dot] + ".conftest";
    }

    private static Dictionary<string, FixtureDefinition> OfModule(Any module)
        => ByName(Operators.ToList(Builtins.Dir(module)).Select(static n => Operators.Str(n)).Select(n => (n, Operators.GetAttr(module, n, Any.Unbound))));

    private static Dictionary<string, FixtureDefinition> ByName(IEnumerable<(string, Any Value)> members)
    {
        var result = new Dictionary<string, FixtureDefinition>(StringComparer.Ordinal);
        foreach (var (_, value) in members)
            if (value.Ref is FixtureDefinition fixture)
                result[fixture.Name] = fixture;
        return result;
    }
}
