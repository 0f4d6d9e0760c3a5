using Pytocs.Lowering.Types;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>What binding and inference found out about one module.</summary>
public sealed class SemanticModel(SourceText source, Py.Module module, TriviaTable trivia, string moduleName)
{
    public SourceText Source => source;

    public Py.Module Module => module;

    public TriviaTable Trivia => trivia;

    /// <summary>The dotted name under which the module is imported; <c>__main__</c> is a matter of running it.</summary>
    public string ModuleName => moduleName;

    public Scope ModuleScope { get; } = new(ScopeKind.Module, null, module);

    /// <summary>The scope that a function, class, lambda or comprehension opens.</summary>
    public Dictionary<Py.Node, Scope> Scopes { get; } = [];

    /// <summary>What a name stands for; null when it is a built-in or nothing.</summary>
    public Dictionary<Py.Name, Symbol?> Names { get; } = [];

    public Dictionary<Py.Node, FunctionSymbol> Functions { get; } = [];

    public Dictionary<Py.ClassDef, ClassSymbol> Classes { get; } = [];

    public Dictionary<Py.Expression, StaticType> Types { get; } = [];

    /// <summary>Names read where they may have no value.</summary>
    public HashSet<Py.Name> MaybeUnbound { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Attribute names that the program assigns or deletes on objects of unknown class.</summary>
    public HashSet<string> DynamicStores { get; } = new(StringComparer.Ordinal);

    /// <summary>Method names that the program calls on objects of unknown class.</summary>
    public HashSet<string> DynamicCalls { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of library modules that the program replaces: <c>time.sleep</c>.</summary>
    public HashSet<string> PatchedLibrary { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether attributes are reached by names that only the run knows.</summary>
    public bool UsesReflection { get; set; }

    public StaticType TypeOf(Py.Expression expression) => Types.GetValueOrDefault(expression, StaticType.Any);

    public void Report(Descriptor descriptor, Py.Node node, params object?[] arguments)
        => Diagnostics.Add(new Diagnostic(descriptor, source, node.Span, [.. arguments]));

    /// <summary>Finds a name from a scope outwards by Python's rules; null is built-in or nothing.</summary>
    public static Symbol? Resolve(Scope scope, string name)
    {
        if (scope.Globals.Contains(name))
            return scope.Module.Symbols.GetValueOrDefault(name);
        if (!scope.Nonlocals.Contains(name) && scope.Symbols.TryGetValue(name, out var own))
            return own;
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            // A class body's names are invisible to the functions in it.
            if (outer.Kind == ScopeKind.Class)
                continue;
            if (outer.Globals.Contains(name))
                return outer.Module.Symbols.GetValueOrDefault(name);
            if (!outer.Nonlocals.Contains(name) && outer.Symbols.TryGetValue(name, out var symbol))
                return symbol;
        }
        return null;
    }
}
