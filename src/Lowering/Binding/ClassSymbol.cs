using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>A class statement.</summary>
public sealed partial class ClassSymbol(Py.ClassDef definition, Scope parent)
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

    /// <summary>The enumeration that a C# class is; null for other classes.</summary>
    public Enumeration? Enumeration { get => IsNative ? field : null; set; }

    /// <summary>The methods, by attribute: a private name is mangled.</summary>
    public Dictionary<string, FunctionSymbol> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>Methods that are what decorators make of them, as the class statement is run.</summary>
    public Dictionary<string, FunctionSymbol> Decorated { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether its class statement does something at its place.</summary>
    public bool RunsStatement => Computed.Count > 0 || ComputedDefaults.Count > 0 || Decorated.Count > 0 || (Dataclass is null && Enumeration is null && !IsInterface && Definition.DecoratorList.Length > 0);

    /// <summary>Methods that the class has under another name too: <c>__repr__ = __str__</c>.</summary>
    public Dictionary<string, FunctionSymbol> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it derives from <c>abc.ABC</c> itself, or has its metaclass.</summary>
    public bool IsAbc { get; set; }

    /// <summary>Whether abstract methods count: the class or one that it derives from is an <c>abc.ABC</c>.</summary>
    public bool IsAbstractLine => IsAbc || Base is { IsAbstractLine: true };

    /// <summary>Whether no object of the class can be made, for some of its methods are abstract.</summary>
    public bool IsAbstract => AbstractClasses.Open(this).Any();

    /// <summary>The names of its type parameters.</summary>
    public List<string> TypeParameters { get; } = [];

    /// <summary>The generic classes that its methods call with its own type parameters as arguments, which C# leaves out.</summary>
    public HashSet<ClassSymbol> Arguments { get; } = [];

    public bool IsGeneric => TypeParameters.Count > 0 || Base is { IsGeneric: true };

    /// <summary>What its <c>__slots__</c> say, by attribute; null where it has none.</summary>
    public List<string>? Slots { get; set; }

    /// <summary>What its body assigns to <c>__slots__</c>.</summary>
    public Py.Expression? SlotsAsWritten { get; set; }

    /// <summary>What sets its properties, by attribute.</summary>
    public Dictionary<string, FunctionSymbol> Setters { get; } = new(StringComparer.Ordinal);

    /// <summary>What deletes its properties, by attribute.</summary>
    public Dictionary<string, FunctionSymbol> Deleters { get; } = new(StringComparer.Ordinal);

    /// <summary>Instance attributes that <c>__init__</c> always sets, by attribute.</summary>
    public Dictionary<string, TypedSymbol> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that a method which <c>__init__</c> calls sets.</summary>
    public HashSet<TypedSymbol> LateFields { get; } = [];

    /// <summary>Those that an object may not have yet, or no longer.</summary>
    public HashSet<TypedSymbol> UnsureFields { get; } = [];

    /// <summary>Attributes of the class itself, by attribute.</summary>
    public Dictionary<string, TypedSymbol> ClassAttributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The values that the class body gives them.</summary>
    public Dictionary<TypedSymbol, Py.Expression> AttributeValues { get; } = [];

    /// <summary>The values that properties have from the start: those of class attributes that objects replace.</summary>
    public Dictionary<TypedSymbol, Py.Expression> DefaultValues { get; } = [];

    /// <summary>Those of them that code assigns through the class.</summary>
    public HashSet<TypedSymbol> Assigned { get; } = [];

    /// <summary>Those of them whose value the class statement evaluates where it stands.</summary>
    public HashSet<TypedSymbol> Computed { get; } = [];

    /// <summary>Parameters of its methods whose defaults the class statement evaluates where the methods stand.</summary>
    public HashSet<Parameter> ComputedDefaults { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What patterns of positions read, where the class says it; see <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__match_args__">__match_args__</see>.</summary>
    public System.Collections.Immutable.ImmutableArray<string> MatchArgs { get; set; } = [];

    /// <summary>The dataclass that it is; null for other classes.</summary>
    public Dataclasses.WrittenDataclass? Dataclass => Home.File.Dataclasses.GetValueOrDefault(definition);

    /// <summary>The classes that derive from it; of a protocol, those that have its members.</summary>
    public List<ClassSymbol> Subclasses { get; } = [];

    /// <summary>Whether C# has it as an interface: a protocol, or a mixin.</summary>
    public bool IsInterface { get => IsNative && field; set; }

    /// <summary>Whether it is a class that C# has as an interface, because others derive from it beside another class.</summary>
    public bool IsMixin { get => IsInterface && field; set; }

    /// <summary>The interfaces that it, and no class that it derives from, is the first to implement.</summary>
    public List<ClassSymbol> Interfaces { get; } = [];

    /// <summary>Whether its constructor makes the object before it runs <c>__init__</c>, which calls the base's at a place of its own.</summary>
    public bool StartsBare { get; set; }

    /// <summary>Whether it has a constructor that runs no <c>__init__</c>, for classes that derive from it.</summary>
    public bool HasBareConstructor { get; set; }

    /// <summary>Whether the class is used as a value, so that unseen code may call it.</summary>
    public bool Escapes { get; set; }

    /// <summary>Whether objects of the class reach code that may do to them what the program's text does not show.</summary>
    public bool IsPassedOn { get; set; }

    /// <summary>Whether that is so of the class or of one in its line, with which it shares methods.</summary>
    public bool IsLinePassedOn => Line().Any(static c => c.IsPassedOn || c.Escapes);

    public string CsName { get; set; } = definition.Name;

    /// <summary>The C# local functions in the body of a class that is built at run time.</summary>
    public HashSet<string> BodyNames { get; } = new(StringComparer.Ordinal);

    public FunctionSymbol? Init => FindMethod("__init__");

    public bool IsException => LibraryBase is not null || Base is { IsException: true };

    public bool IsSubclassOf(ClassSymbol other)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c == other || c.Interfaces.Contains(other))
                return true;
        return false;
    }

    /// <summary>The nearest class that both derive from; else the first protocol that both implement.</summary>
    public ClassSymbol? CommonBase(ClassSymbol other)
    {
        if (other.IsInterface && IsSubclassOf(other))
            return other;
        for (var c = this; c is not null; c = c.Base)
            if (other.IsSubclassOf(c))
                return c;
        for (var c = this; c is not null; c = c.Base)
            if (c.Interfaces.Find(other.IsSubclassOf) is { } protocol)
                return protocol;
        return null;
    }

    /// <summary>Whether the C# class, or one it derives from, has a member of that name.</summary>
    public bool HasMember(string csName)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Methods.Values.Concat(c.Deleters.Values).Concat(c.Decorated.Values).Any(m => m.CsName == csName || m.ColdName == csName) || c.Fields.Values.Any(f => f.CsName == csName) || c.ClassAttributes.Values.Any(a => a.CsName == csName))
                return true;
        return false;
    }

    public FunctionSymbol? FindMethod(string name, bool withAliases = true)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Methods.TryGetValue(name, out var method) || (withAliases && c.Aliases.TryGetValue(name, out method)) || c.FindGiven(name, out method))
                return method;
        return null;
    }

    /// <summary>A method with a body that an interface of the class gives it.</summary>
    private bool FindGiven(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FunctionSymbol? method)
    {
        method = null;
        foreach (var mixin in Interfaces)
            if (mixin.IsMixin && mixin.Methods.TryGetValue(name, out method) && !method.IsAbstract)
                return true;
        return false;
    }

    public FunctionSymbol? FindDecorated(string name) => Decorated.GetValueOrDefault(name) ?? Base?.FindDecorated(name);

    /// <summary>The method that deletes a property of the class.</summary>
    public FunctionSymbol? FindDeleter(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Methods.ContainsKey(name))
                return c.Deleters.GetValueOrDefault(name);
        return null;
    }

    /// <summary>Whether classes above or below have an attribute of the same name, so that its value depends on the object.</summary>
    public bool SharesAttribute(string name)
        => HasAttributeBelow(name) || (ClassAttributes.ContainsKey(name) ? Base?.FindClassAttribute(name) is not null : Base?.SharesAttribute(name) == true);

    private bool HasAttributeBelow(string name) => Subclasses.Any(s => s.ClassAttributes.ContainsKey(name) || s.HasAttributeBelow(name));

    /// <summary>Whether a class attribute is a C# property that derived classes override: all of its line have constants there.</summary>
    public bool IsVirtualAttribute(string name) => SharesAttribute(name) && Line().All(c => !c.ClassAttributes.TryGetValue(name, out var a) || (!c.Assigned.Contains(a) && ClassBodies.IsConstant(c.AttributeValues[a])));

    /// <summary>Whether a class attribute has a C# setter: code gives it another value, or the class statement its first.</summary>
    public bool HasSetter(TypedSymbol attribute) => Assigned.Contains(attribute) || Computed.Contains(attribute);

    /// <summary>The class attribute that C# reads where it is read through an object; null where only the run knows what that gives.</summary>
    public TypedSymbol? ReadThroughObject(string name, Py.Expression owner)
        => FindClassAttribute(name) is { } attribute && !Home.Program.SetsUnknownNames && IsPlain(attribute) && (IsVirtualAttribute(name) || (!SharesAttribute(name) && owner is Py.Name)) ? attribute : null;

    /// <summary>The class attribute that C# reads where it is read through the class; null where only the run knows what that gives.</summary>
    public TypedSymbol? ReadThroughClass(string name)
        => FindClassAttribute(name) is { } attribute && IsPlain(attribute) && !IsVirtualAttribute(name) ? attribute : null;

    /// <summary>Whether the attribute is no function or other descriptor, of which reading it would give something else.</summary>
    private bool IsPlain(TypedSymbol attribute)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.AttributeValues.TryGetValue(attribute, out var value))
                return !(attribute.Final.IsAny || ReferenceEquals(attribute.Final, StaticType.Object)) || (!c.Assigned.Contains(attribute) && IsPlain(value));
        return false;
    }

    private static readonly HashSet<string> s_plainModules = new(StringComparer.Ordinal)
    {
        "itertools", "collections", "re", "logging", "threading", "decimal", "fractions", "datetime", "random", "pathlib", "weakref", "asyncio", "string", "time", "uuid", "queue",
    };

    private bool IsPlain(Py.Expression value) => value switch
    {
        Py.Call { Func: Py.Attribute { Value: Py.Name module } } => Home.Names.GetValueOrDefault(module)?.Denotes is ModuleType { Program: null, Name: var name } && s_plainModules.Contains(name),
        Py.Call { Func: Py.Name called } => Home.Names.GetValueOrDefault(called) is { } symbol ? symbol.Denotes is LibraryType { Module: var home } && s_plainModules.Contains(home)
            : called.Id is "dict" or "list" or "set" or "frozenset" or "tuple" or "range" or "object" or "int" or "float" or "str" or "bytes" or "sum" or "len" or "sorted" or "max" or "min",
        _ => false,
    };

    /// <summary>The classes of its line of inheritance.</summary>
    public IEnumerable<ClassSymbol> Line()
    {
        var root = this;
        while (root.Base is not null)
            root = root.Base;
        return root.WithSubclasses();
    }

    /// <summary>The class and all that derive from it.</summary>
    public IEnumerable<ClassSymbol> WithSubclasses() => Subclasses.SelectMany(static s => s.WithSubclasses()).Prepend(this);

    /// <summary>The method that sets a property of the class.</summary>
    public FunctionSymbol? FindSetter(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Methods.ContainsKey(name))
                return c.Setters.GetValueOrDefault(name);
        return null;
    }

    /// <summary>Whether a class derived from it has a method of its own of that name.</summary>
    public bool IsOverridden(string name) => Subclasses.Any(s => s.Methods.ContainsKey(name) || s.IsOverridden(name));

    public TypedSymbol? FindField(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Fields.TryGetValue(name, out var field))
                return field;
        return null;
    }

    /// <summary>The field of a name that an object surely has, wherever code runs that knows its class.</summary>
    public TypedSymbol? FindSureField(string name)
    {
        for (var c = this; c is not null; c = c.Base)
            if (c.Fields.TryGetValue(name, out var field))
                return c.UnsureFields.Contains(field) ? null : field;
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
