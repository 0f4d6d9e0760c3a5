namespace Pytocs.Lowering.Binding;

/// <summary>The modules of one program, and what is true of all of it.</summary>
public sealed class ProgramModel
{
    /// <summary>The modules by their dotted names, in the order in which they were found.</summary>
    public Dictionary<string, SemanticModel> Modules { get; } = new(StringComparer.Ordinal);

    /// <summary>Attribute names that the program assigns or deletes on objects of unknown class.</summary>
    public HashSet<string> DynamicStores { get; } = new(StringComparer.Ordinal);

    /// <summary>Method names that the program calls on objects of unknown class.</summary>
    public HashSet<string> DynamicCalls { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of library modules that the program replaces: <c>time.sleep</c>.</summary>
    public HashSet<string> PatchedLibrary { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether attributes are reached by names that only the run knows.</summary>
    public bool UsesReflection { get; set; }

    public SemanticModel? Find(string? name) => name is null ? null : Modules.GetValueOrDefault(name);
}
