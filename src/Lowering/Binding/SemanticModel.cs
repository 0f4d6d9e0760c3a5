using System.Collections.Immutable;
using Pytocs.Lowering.Programs;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>What binding and inference found out about one module.</summary>
public sealed class SemanticModel
{
    public SemanticModel(ModuleFile file, ProgramModel program)
    {
        File = file;
        Program = program;
        ModuleScope = new Scope(ScopeKind.Module, null, file.Parsed.Module) { Model = this };
    }

    public ModuleFile File { get; }

    /// <summary>The program that the module belongs to.</summary>
    public ProgramModel Program { get; }

    public SourceText Source => File.Source;

    public Py.Module Module => File.Parsed.Module;

    /// <summary>The module's variable of the same name as one of a class body's.</summary>
    public static Symbol? GlobalOf(Symbol symbol) => symbol.Scope.Kind == ScopeKind.Class ? symbol.Scope.Home.ModuleScope.Symbols.GetValueOrDefault(symbol.Name) : null;

    /// <summary>Whether annotations are kept as text: <c>from __future__ import annotations</c>.</summary>
    public bool HasStringAnnotations => _hasStringAnnotations ??= Module.Body.OfType<Py.ImportFrom>().Any(static i => i.Module == "__future__" && i.Names.Any(static n => n.Name == "annotations"));

    private bool? _hasStringAnnotations;

    public TriviaTable Trivia => File.Parsed.Trivia;

    /// <summary>The dotted name under which the module is imported, <c>__main__</c> for the script that runs.</summary>
    public string ModuleName => File.Name;

    public bool IsMain => ModuleName == ModuleFile.Main;

    public Scope ModuleScope { get; }

    /// <summary>The C# namespace of the module.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>What other modules call the module's static class.</summary>
    public string CsAlias { get; set; } = "";

    /// <summary>Whether the module's names are reached from outside its text: by other modules, through <c>globals()</c>, by a test runner.</summary>
    public bool IsExposed { get; set; }

    /// <summary>Whether the module as an object reaches code that may look up any name in it.</summary>
    public bool Escapes { get; set; }

    /// <summary>Whether the module's names are kept in a dictionary, since it takes them as one: <c>globals()</c>.</summary>
    public bool KeepsNamespace { get; set; }

    /// <summary>Whether the program looks into the closures of functions.</summary>
    public bool ReadsClosures { get; set; }

    /// <summary>Whether the module uses the interpreter of source text; known when it is lowered.</summary>
    public bool UsesInterpreter { get; set; }

    /// <summary>Every name that is written, with the scope it is written in.</summary>
    public List<(Py.Name Name, Scope Scope)> NamesUsed { get; } = [];

    /// <summary>What the only assignment of a name gives it, or the iterable of the loop that is its only binding.</summary>
    public Dictionary<Symbol, Py.Expression> SingleValues { get; } = [];

    /// <summary>The names that each <c>from module import *</c> brings.</summary>
    public Dictionary<Py.ImportFrom, ImmutableArray<string>> StarNames { get; } = [];

    /// <summary>Names that an assignment of a constant stores in a variable of their own, which nothing reads there: C# would warn of it.</summary>
    public HashSet<Py.Node> UnreadStores { get; } = [];

    /// <summary>The names that are bound once the module has run, whatever happened; null where it never ends.</summary>
    public ImmutableHashSet<string>? BoundAtEnd { get; set; }

    /// <summary>Whether the module looks at the dictionaries of objects, which tell in what order attributes were set.</summary>
    public bool ShowsInstances => _showsInstances ??= Module.Mentions("__dict__", "__getstate__", "vars") && Py.Tree.DescendantsAndSelf(Module).Any(static n => n is Py.Attribute { Attr: "__dict__" or "__getstate__" } or Py.Name { Id: "vars" });

    private bool? _showsInstances;

    /// <summary>Whether a name comes from a star import of a module that may not have bound it.</summary>
    public bool IsPassedOnUnbound(string name)
        => ModuleScope.Symbols.GetValueOrDefault(name)?.Source is var (home, original) && home.ModuleScope.Symbols.GetValueOrDefault(original) is { MayBeUnbound: true };

    /// <summary>The scope that a function, class, lambda or comprehension opens.</summary>
    public Dictionary<Py.Node, Scope> Scopes { get; } = [];

    /// <summary>What a name stands for; null when it is a built-in or nothing.</summary>
    public Dictionary<Py.Name, Symbol?> Names { get; } = [];

    /// <summary>The variables of type parameters.</summary>
    public Dictionary<Py.TypeParam, Symbol> TypeParameters { get; } = [];

    /// <summary>What is evaluated later, as lambdas.</summary>
    public Dictionary<Py.Expression, Py.Lambda> Thunks { get; } = [];

    public Dictionary<Py.Node, FunctionSymbol> Functions { get; } = [];

    public Dictionary<Py.ClassDef, ClassSymbol> Classes { get; } = [];

    public Dictionary<Py.Expression, StaticType> Types { get; } = [];

    /// <summary>The methods that locals keep only to call them; see <see cref="Flow.KeptMethods"/>.</summary>
    internal Dictionary<Symbol, Py.Attribute> KeptMethods { get; } = [];

    private readonly Dictionary<Py.Call, Py.Call> _keptCalls = [];

    /// <summary>The call of the method itself, where a call is one of a method that a local keeps.</summary>
    internal Py.Call? KeptCall(Py.Call call)
    {
        if (KeptMethods.Count == 0 || call.Func is not Py.Name name || Names.GetValueOrDefault(name) is not { } symbol || !KeptMethods.TryGetValue(symbol, out var method))
            return null;
        return _keptCalls.TryGetValue(call, out var direct) ? direct : _keptCalls[call] = new Py.Call(call.Span, method, call.Args, call.Keywords);
    }

    /// <summary>Whether a local only keeps a method of a built-in container, and so is no local.</summary>
    internal bool IsKeptMethod(Symbol symbol) => KeptMethods.TryGetValue(symbol, out var method) && TypeOf(method.Value) is ListType or SetType or DictType;

    /// <summary>The calls of the library that become calls of one C# method.</summary>
    public Dictionary<Py.Call, Library.TypedCall> Calls { get; } = [];

    /// <summary>Names read where they may have no value.</summary>
    public HashSet<Py.Name> MaybeUnbound { get; } = [];

    /// <summary>Memoryviews that nothing holds once the operation around them has ended.</summary>
    public HashSet<Py.Expression> MomentaryViews { get; } = [];

    /// <summary>The with statements that swallow no exception.</summary>
    public HashSet<Py.WithStatement> PassingWiths { get; } = [];

    /// <summary>Those whose C# form has a way to its end all the same.</summary>
    public HashSet<Py.WithStatement> OpenWiths { get; } = [];

    /// <summary>Calls of <c>as_completed</c> at the head of loops, with what these hand out.</summary>
    public Dictionary<Py.Call, LibraryInstance> CompletedItems { get; } = [];

    /// <summary>Calls of regular expressions that become calls of C# methods.</summary>
    public Dictionary<Py.Call, Library.RegexCall> RegexCalls { get; } = [];

    /// <summary>Calls that hand a function and its arguments to another thread, with the call that is made there.</summary>
    public Dictionary<Py.Call, Py.Call> ThreadedCalls { get; } = [];

    /// <summary>Reads of what a test has shown not to be None; true where the test was one of truth.</summary>
    public Dictionary<Py.Expression, bool> NotNone { get; } = [];

    /// <summary>Reads of what a test has shown to be an object of a class.</summary>
    public Dictionary<Py.Expression, ClassSymbol> KnownClass { get; } = [];

    /// <summary>The C# class of what is read from a place, where a test tells more of it than the place's type.</summary>
    public ClassSymbol? ClassAt(Py.Expression read, StaticType place)
        => KnownClass.TryGetValue(read, out var cls) && cls is { IsNative: true } && (!cls.IsInterface || cls.IsMixin) && place switch
        {
            { IsAny: true } => true,
            InstanceType { Class: var known } => cls != known && cls.IsSubclassOf(known),
            OptionalType { Inner: InstanceType { Class: var known } } => cls.IsSubclassOf(known),
            _ => false,
        } ? cls : null;

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <inheritdoc cref="ProgramModel.DynamicStores"/>
    public HashSet<string> DynamicStores => Program.DynamicStores;

    /// <inheritdoc cref="ProgramModel.DynamicCalls"/>
    public HashSet<string> DynamicCalls => Program.DynamicCalls;

    /// <summary>Built-in names that other code may give the module as its own: <c>patch("tool.open")</c>.</summary>
    public HashSet<string> ReplacedBuiltins { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a name is a built-in that the module may have as its own.</summary>
    public bool IsReplacedBuiltin(Py.Name name) => ReplacedBuiltins.Contains(name.Id) && Names.GetValueOrDefault(name) is null;

    /// <inheritdoc cref="ProgramModel.PatchedLibrary"/>
    public HashSet<string> PatchedLibrary => Program.PatchedLibrary;

    /// <inheritdoc cref="ProgramModel.UsesReflection"/>
    public bool UsesReflection => Program.UsesReflection;

    public StaticType TypeOf(Py.Expression expression) => Types.GetValueOrDefault(expression, StaticType.Any);

    public void Report(Descriptor descriptor, Py.Node node, params object?[] arguments)
        => Diagnostics.Add(new Diagnostic(descriptor, Source, node.Span, [.. arguments]));

    /// <summary>A call that reads all local names: <c>locals()</c>, <c>vars()</c>, <c>dir()</c>, and source text that is given no others.</summary>
    public static bool IsLocalsCall(Py.Call call) => call is { Func: Py.Name { Id: "exec" or "eval" }, Args: [_] or [_, Py.Constant { Value: null }, ..] } or { Func: Py.Name { Id: "locals" or "vars" or "dir" }, Args.Length: 0, Keywords.Length: 0 };

    /// <summary>Finds a name from a scope outwards by Python's rules; null is built-in or nothing.</summary>
    public static Symbol? Resolve(Scope scope, string name)
    {
        if (scope.Globals.Contains(name))
            return scope.Module.Symbols.GetValueOrDefault(name);
        if (!scope.Nonlocals.Contains(name) && scope.Symbols.TryGetValue(name, out var own))
            return own;
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            // A class body's names are invisible to the functions in it, though not to their type parameters.
            if (outer.Kind == ScopeKind.Class && !(scope.Kind == ScopeKind.TypeParameters && scope.Parent == outer))
                continue;
            if (outer.Globals.Contains(name))
                return outer.Module.Symbols.GetValueOrDefault(name);
            if (!outer.Nonlocals.Contains(name) && outer.Symbols.TryGetValue(name, out var symbol))
                return symbol;
        }
        return null;
    }
}
