namespace Pytocs.Lowering.Naming;

/// <summary>Names that are taken somewhere: its own, and those of what lies around it, which it does not copy.</summary>
/// <param name="around">The names around; null for none.</param>
public sealed class NameSet(NameSet? around = null)
{
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    /// <summary>Its names without those around it.</summary>
    public IReadOnlyCollection<string> Own => _own;

    /// <summary>Whether the name is taken here or around.</summary>
    public bool Contains(string name) => _own.Contains(name) || around?.Contains(name) == true;

    /// <summary>Takes a name.</summary>
    public void Add(string name) => _own.Add(name);

    /// <summary>Takes several names.</summary>
    public void UnionWith(IEnumerable<string> names) => _own.UnionWith(names);
}
