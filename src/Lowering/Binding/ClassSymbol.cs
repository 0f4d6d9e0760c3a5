using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>A class statement.</summary>
public sealed class ClassSymbol(Py.ClassDef definition, Scope parent)
{
    public string Name => definition.Name;

    public Py.ClassDef Definition => definition;

    public Scope ParentScope => parent;

    /// <summary>The module that it is defined in.</summary>
    public SemanticModel Home => parent.Home;

    public Scope Scope { get; set; } = null!;

    public required string QualName { get; init; }

    /// <summary>The base, when it is one class of the program.</summary>
    public ClassSymbol? Base { get; set; }

    /// <summary>The C# name of the library class it derives from (an exception class), if any.</summary>
    public string? LibraryBase { get; set; }

    /// <summary>Why the class is built at run time; null when it becomes a C# class.</summary>
    public string? DynamicReason { get; set; }

    public bool IsNative => DynamicReason is null;

    /// <summary>The methods, by attribute: a private name is mangled.</summary>
    public Dictionary<string, FunctionSymbol> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>Instance attributes that <c>__init__</c> always sets, by attribute.</summary>
    public Dictionary<string, TypedSymbol> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that a method which <c>__init__</c> calls sets.</summary>
    public HashSet<TypedSymbol> LateFields { get; } = [];

    /// <summary>Attributes of the class itself, by attribute.</summary>
    public Dictionary<string, TypedSymbol> ClassAttributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What patterns of positions read, where the class says it; see <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__match_args__">__match_args__</see>.</summary>
    public System.Collections.Immutable.ImmutableArray<string> MatchArgs { get; set; } = [];

    /// <summary>The dataclass that it is; null for other classes.</summary>
    public Dataclasses.WrittenDataclass? Dataclass => Home.File.Dataclasses.GetValueOrDefault(definition);

    public List<ClassSymbol> Subclasses { get; } = [];

    /// <summary>Whether the class is used as a value, so that unseen code may call it.</summary>
    public bool Escapes { get; set; }

    public string CsName { get; set; } = definition.Name;

    /// <summary>The C# local functions in the body of a class that is built at run time.</summary>
    public HashSet<string> BodyNames { get; } = new(StringComparer.Ordinal);

    public FunctionSymbol? Init => FindMethod("__init__");

    public bool IsException => LibraryBase is not null || Base is { IsException: true };

    public bool IsSubclassOf(ClassSymbol other)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c == other)
                return true;
        return false;
    }

    public ClassSymbol? CommonBase(ClassSymbol other)
    {
        for (var c = this; c is not null; c = c.Base)
            if (other.IsSubclassOf(c))
                return c;
        return null;
    }

    /// <summary>Whether the C# class, or one it derives from, has a member of that name.</summary>
    public bool HasMember(string csName)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Methods.Values.Any(m => m.CsName == csName || m.ColdName == csName) || c.Fields.Values.Any(f => f.CsName == csName) || c.ClassAttributes.Values.Any(a => a.CsName == csName))
                return true;
        return false;
    }

    public FunctionSymbol? FindMethod(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Methods.TryGetValue(name, out var method))
                return method;
        return null;
    }

    /// <summary>The <c>__anext__</c> of what <c>__aiter__</c> returns, when both are plain to see.</summary>
    public FunctionSymbol? AsyncNext
        => FindMethod("__aiter__") is { IsAsync: false, IsGenerator: false, Returns.Final: Types.InstanceType { Class: var iterator } }
            && iterator.FindMethod("__anext__") is { IsCoroutine: true } next ? next : null;

    public TypedSymbol? FindField(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Fields.TryGetValue(name, out var field))
                return field;
        return null;
    }

    public TypedSymbol? FindClassAttribute(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.ClassAttributes.TryGetValue(name, out var attribute))
                return attribute;
        return null;
    }
}
