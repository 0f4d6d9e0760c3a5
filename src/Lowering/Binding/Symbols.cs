using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Something with an inferred type: a variable, a parameter, a field, a result.</summary>
public class TypedSymbol(string name)
{
    public string Name { get; } = name;

    /// <summary>The type found so far.</summary>
    public StaticType Type { get; set; } = StaticType.Never;

    /// <summary>What an annotation promises, if anything.</summary>
    public StaticType? Declared { get; set; }

    /// <summary>The promise was seen broken, so the type is found as if there were none.</summary>
    public bool IsWidened { get; set; }

    /// <summary>The type that the C# code uses; <see cref="StaticType.Never"/> while inference knows nothing of it.</summary>
    public StaticType Final => Declared is { } declared && !IsWidened ? declared : Type;

    /// <summary>The name in C#.</summary>
    public string CsName { get; set; } = name;
}

/// <summary>A name of a scope.</summary>
public sealed class Symbol(string name, Scope scope) : TypedSymbol(name)
{
    public Scope Scope => scope;

    public bool IsParameter { get; set; }

    /// <summary>How many places bind the name.</summary>
    public int Bindings { get; set; }

    /// <summary>The function whose <c>def</c> is the name's only binding.</summary>
    public FunctionSymbol? Function { get; set; }

    /// <summary>The class whose statement is the name's only binding.</summary>
    public ClassSymbol? Class { get; set; }

    /// <summary>The module or library name that an import statement, the only binding, gives.</summary>
    public StaticType? Import { get; set; }

    /// <summary>The name of another module of the program that a from-import, the only binding, takes.</summary>
    public (SemanticModel Module, string Name)? Source { get; set; }

    /// <summary>The symbol that the name stands for, through any number of modules that pass it on.</summary>
    public Symbol Origin
    {
        get
        {
            var symbol = this;
            // Modules that import a name from each other in a circle give it no origin.
            for (var hops = 0; hops < 100 && symbol is { Bindings: 1, MayBeUnbound: false, Source: var (module, name) }; hops++)
            {
                if (!module.ModuleScope.Symbols.TryGetValue(name, out var next))
                    break;
                symbol = next;
            }
            return symbol;
        }
    }

    /// <summary>The function, class, module or library name that the symbol always is; null for a variable.</summary>
    public StaticType? Denotes
    {
        get
        {
            var origin = Origin;
            if (origin.IsDefinition)
                return origin.Class is { } cls ? new ClassType(cls) : new FunctionType(origin.Function!);
            return origin is { Bindings: 1, MayBeUnbound: false } ? origin.Import : null;
        }
    }

    /// <summary>Whether an import gives the name what has a place of its own, so that no variable is needed.</summary>
    public bool IsAlias => Bindings == 1 && !(Scope.Kind == ScopeKind.Module && Scope.Home.KeepsNamespace) && !MayBeUnbound && (Source is not null || Import is not null) && Denotes is FunctionType or ClassType or ModuleType { Program: not null };

    /// <summary>How many of the places that bind the name run only where the module is the script.</summary>
    public int ScriptBindings { get; set; }

    /// <summary>The star import that declares the variable, if one does.</summary>
    public Py.Node? DeclaringStar { get; set; }

    /// <summary>Whether lowered code reads it as a variable.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether some place of the source reads it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether code elsewhere may look the name up: an attribute of a class, or of a module that is exposed.</summary>
    public bool IsSeenOutside => Scope.Kind == ScopeKind.Class || (Scope.Kind == ScopeKind.Module && Scope.Home.IsExposed);

    /// <summary>Whether it is a type parameter, which only its definition can name.</summary>
    public bool IsTypeParameter { get; init; }

    /// <summary>How many of the bindings are assignments of a constant.</summary>
    public int ConstantBindings { get; set; }

    /// <summary>Whether it only ever gets constants, which nothing reads: C# warns of such locals.</summary>
    public bool IsUnusedConstant => !IsUsed && Bindings > 0 && ConstantBindings == Bindings;

    /// <summary>A local that nothing reads is C#'s discard, if it is called so or holds but constants.</summary>
    public bool IsDiscard => (Name == "_" || (IsUnusedConstant && !(IsCaptured && Scope.Home.ReadsClosures) && Scope.Kind != ScopeKind.Module)) && !IsUsed && !IsParameter && !IsSeenOutside;

    /// <summary>
    /// The name is its <c>def</c> or <c>class</c>, for good and wherever it is used, so that C# code says the name of the
    /// method or class.
    /// </summary>
    public bool IsDefinition { get; set; }

    /// <summary>Whether an inner function uses it.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>Whether some use may find it without a value, or <c>del</c> removes it.</summary>
    public bool MayBeUnbound { get; set; }

    /// <summary>Whether a <c>del</c> statement names it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Whether its C# declaration stands at its first assignment.</summary>
    public bool DeclaredInline { get; set; }
}

public enum ScopeKind
{
    Module, Class, Function, Lambda, Comprehension, TypeParameters,
}

/// <summary>A block of the program that has names of its own. See <see href="https://docs.python.org/3.13/reference/executionmodel.html#naming-and-binding">Naming and binding</see>.</summary>
public sealed class Scope(ScopeKind kind, Scope? parent, Py.Node node)
{
    public ScopeKind Kind => kind;

    public Scope? Parent => parent;

    public Py.Node Node => node;

    public Dictionary<string, Symbol> Symbols { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that a <c>global</c> statement sends to the module.</summary>
    public HashSet<string> Globals { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that a <c>nonlocal</c> statement sends to an outer function.</summary>
    public HashSet<string> Nonlocals { get; } = new(StringComparer.Ordinal);

    public FunctionSymbol? Function { get; init; }

    public ClassSymbol? Class { get; init; }

    public List<Scope> Children { get; } = [];

    public Scope Module => parent is null ? this : parent.Module;

    /// <summary>The module that a module scope is the scope of.</summary>
    public SemanticModel? Model { get; init; }

    /// <summary>The module that the scope lies in.</summary>
    public SemanticModel Home => Module.Model!;

    /// <summary>The nearest function or lambda, or the module.</summary>
    public Scope Owner => kind is ScopeKind.Comprehension or ScopeKind.Class or ScopeKind.TypeParameters ? parent!.Owner : this;

    /// <summary>The scope that a definition in this one belongs to.</summary>
    public Scope Holder => kind == ScopeKind.TypeParameters ? parent!.Holder : this;

    public Symbol Declare(string name)
    {
        if (!Symbols.TryGetValue(name, out var symbol))
            Symbols[name] = symbol = new Symbol(name, this);
        return symbol;
    }
}
