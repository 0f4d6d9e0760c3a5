namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>The kinds of scopes that names live in.</summary>
internal enum ScopeKind { Module, Class, Function, Comprehension, TypeParameters, TypeVariable, TypeAlias, Annotation }

/// <summary>What is known of a name in a scope.</summary>
[Flags]
internal enum NameUse
{
    None = 0,
    Parameter = 1,
    Assigned = 2,
    Used = 4,
    Annotated = 8,
    Imported = 16,
    Global = 32,
    Nonlocal = 64,
    Iteration = 128,
    TypeParameter = 256,

    /// <summary>Bound in the scope itself.</summary>
    Bound = Parameter | Assigned | Imported | Iteration | TypeParameter,
}

/// <summary>A scope: its names, and the declarations that can only be judged when all is known.</summary>
internal sealed class Scope(ScopeKind kind, Scope? outer, string description)
{
    public ScopeKind Kind { get; } = kind;

    public Scope? Outer { get; } = outer;

    /// <summary>What it is, as messages call it.</summary>
    public string Description { get; } = description;

    /// <summary>The name of the class whose private names are mangled here.</summary>
    public string? PrivateOf { get; init; }

    public Dictionary<string, NameUse> Names { get; } = [];

    public List<(string Name, Statement Statement)> Declarations { get; } = [];

    /// <summary>How many iterables of comprehensions are being visited.</summary>
    public int Iterables { get; set; } = outer?.Iterables ?? 0;

    public NameUse this[string name] => Names.GetValueOrDefault(name);

    public void Add(string name, NameUse use) => Names[name] = this[name] | use;

    /// <summary>The name with the class's name before it, if it is private to a class.</summary>
    public string Mangle(string name)
    {
        if (PrivateOf is null || !name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.'))
            return name;
        var owner = PrivateOf.TrimStart('_');
        return owner.Length == 0 ? name : $"_{owner}{name}";
    }
}
