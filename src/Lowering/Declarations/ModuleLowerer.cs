using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// A module: its classes, then a static class <c>Module</c> with its functions, its globals, and
/// <c>Run</c> with its top-level statements.
/// </summary>
internal sealed class ModuleLowerer
{
    private readonly List<LowDeclarationNode> _statics = [];
    private readonly HashSet<Py.Node> _declaring;
    private readonly HashSet<Symbol> _read = [];
    private readonly Dictionary<ClassSymbol, string> _cells = [];
    private readonly HashSet<string> _moduleNames;
    private readonly EarlyReads _earlyReads;

    public ModuleLowerer(SemanticModel model, HashSet<Py.Node> declaring)
    {
        Model = model;
        _declaring = declaring;
        Functions = new FunctionLowerer(this);
        Classes = new ClassLowerer(this);
        _moduleNames = Naming.NameAssigner.Assign(model, IsLocal);
        _earlyReads = new EarlyReads(model);
    }

    public SemanticModel Model { get; }

    public FunctionLowerer Functions { get; }

    public ClassLowerer Classes { get; }

    /// <summary>The value of <c>__module__</c>: what CPython says of the script it runs.</summary>
    public string PythonModuleName => Model.ModuleName;

    /// <summary>Whether annotations are kept as text: <c>from __future__ import annotations</c>.</summary>
    public bool HasStringAnnotations => Model.Module.Body.OfType<Py.ImportFrom>().Any(i => i.Module == "__future__" && i.Names.Any(n => n.Name == "annotations"));

    /// <summary>Whether a name is a C# local; names of the module that functions use are static members.</summary>
    public bool IsLocal(Symbol symbol) => symbol.Scope.Kind switch
    {
        ScopeKind.Module => !symbol.IsCaptured && symbol is not { Bindings: 1, Function.Decorators.Count: 0 } and not { Bindings: 1, Class.IsNative: true } && !symbol.IsDeleted && !symbol.Name.StartsWith("__", StringComparison.Ordinal),
        ScopeKind.Class => false,
        _ => true,
    };

    /// <summary>Whether the function is a method of the static class, or of a C# class.</summary>
    public bool IsMethod(FunctionSymbol function)
        => function.Class is { } cls ? cls.IsNative
            : function.ParentScope.Kind == ScopeKind.Module && SemanticModel.Resolve(function.ParentScope, function.Name) is { Bindings: 1 } && Model.Module.Body.Contains(function.Node);

    /// <summary>Whether this very assignment, loop or handler declares the local.</summary>
    public bool Declares(Py.Node node, Symbol symbol) => _declaring.Contains(node) && symbol.DeclaredInline && IsLocal(symbol);

    public bool IsModuleName(string name) => _moduleNames.Contains(name);

    public bool MayBeReadEarly(Symbol symbol) => _earlyReads.Contains(symbol);

    public void MarkRead(Symbol symbol) => _read.Add(symbol);

    public void AddStatic(LowDeclarationNode member) => _statics.Add(member);

    public void SetClassCell(ClassSymbol cls, string name) => _cells[cls] = name;

    public string ClassCell(ClassSymbol cls) => _cells[cls];

    public LowTrivia TriviaOf(Py.Node node)
        => new(BodyLowerer.Comments(Model.Trivia.Before(node)), null, true);

    public LowFile Lower(string @namespace)
    {
        Functions.PrepareDefaults();
        var classes = Model.Classes.Values.Where(c => c.IsNative).Select(LowDeclarationNode (c) => Classes.Lower(c)).ToList();
        var methods = new List<LowDeclarationNode>();
        foreach (var definition in Model.Module.Body.OfType<Py.FunctionDefinition>())
        {
            var function = Model.Functions[definition];
            if (!IsMethod(function))
                continue;
            methods.Add(Functions.Method(function, null, ["public", "static"]) with { Trivia = TriviaOf(definition) });
        }
        var main = new BodyLowerer(this, Model.ModuleScope, null);
        var body = main.Body(WithoutDefinitions(), Model.Module);
        body = body with { Statements = [.. body.Statements.Where(s => s.ImportedName is not Symbol symbol || _read.Contains(symbol))] };
        var extras = new List<LowDeclarationNode>();
        foreach (var function in Model.Functions.Values.Where(f => f.Class is null && f.Definition is not null && IsMethod(f)))
        {
            if (FunctionLowerer.NeedsCold(function))
                extras.Add(FunctionLowerer.Cold(function, ["public", "static"]));
            if (function.Escapes || function.NeedsObject || function.Decorators.Count > 0)
                extras.Add(new LowField(LowType.Any, function.ObjectName, Functions.Object(function, null)) { Modifiers = ["public", "static", "readonly"] });
        }
        var run = new LowMethod(LowType.Void, "Run", []) { Modifiers = ["internal", "static"], Body = body, Doc = "The module's top-level statements, in order." };
        var entry = new LowMethod(LowType.Named("int"), "Main", [new(new LowArrayType(LowType.Named("string")), "args")])
        {
            Modifiers = ["public", "static"],
            ExpressionBody = new LowInvoke(new LowName("Script.Main"), new LowLiteral(Path.GetFileName(Model.Source.Path)), new LowName("args"), new LowName("Run")),
            Doc = "Runs the program, with the script's exit code.",
        };
        var module = new LowClass("class", "Module", [], [.. Globals(), .. _statics, entry, .. methods, run, .. extras])
        {
            Modifiers = ["public", "static"],
            Doc = FunctionLowerer.CleanDoc(BodyLowerer.DocString(Model.Module.Body)),
            Trivia = LowTrivia.None with { BlankLineBefore = true },
        };
        return new LowFile(@namespace, [.. classes, module]) { Usings = Usings(@namespace) };
    }

    private static ImmutableArray<string> Usings(string @namespace) =>
    [
        "System", "System.Collections.Generic", "System.Diagnostics", "System.Linq", "System.Threading", "System.Threading.Tasks",
        "Pytocs.Runtime.Core", "Pytocs.Runtime.Async", "static Pytocs.Runtime.Core.Builtins", $"static {@namespace}.Module",
        // Names that .NET's own namespaces have too.
        "TimeoutError = Pytocs.Runtime.Core.TimeoutError",
    ];

    /// <summary>The statements of <c>Run</c>; methods and C# classes stand outside it.</summary>
    private ImmutableArray<Py.Statement> WithoutDefinitions()
        => [.. Model.Module.Body.Where(s => s is not Py.ClassDef cls || !Model.Classes[cls].IsNative).Where(s => s is not Py.FunctionDefinition f || NeedsStatement(Model.Functions[f]))];

    private bool NeedsStatement(FunctionSymbol function)
        => !IsMethod(function) || function.Decorators.Count > 0 || function.Parameters.Any(p => p.Default is { } d && !FunctionLowerer.IsConstant(d))
            || SemanticModel.Resolve(function.ParentScope, function.Name) is not { Bindings: 1, MayBeUnbound: false };

    /// <summary>Names of the module that its functions use, as static members.</summary>
    private IEnumerable<LowDeclarationNode> Globals()
    {
        foreach (var symbol in Model.ModuleScope.Symbols.Values)
        {
            if (IsLocal(symbol) || symbol.Bindings == 0 || symbol.Class is { IsNative: true } && symbol.Bindings == 1)
                continue;
            if (symbol.Function is { Decorators.Count: 0 } && symbol.Bindings == 1 && !symbol.MayBeUnbound)
                continue;
            if (!_read.Contains(symbol) && (symbol is { Import: not null, Bindings: 1 } || symbol.Name is "__name__" or "__file__" or "__doc__"))
                continue;
            var type = CsTypes.Of(symbol.Final);
            LowExpression? value = symbol.Name switch
            {
                "__name__" => new LowLiteral("__main__"),
                "__file__" => new LowLiteral(Path.GetFileName(Model.Source.Path)),
                "__doc__" => BodyLowerer.DocString(Model.Module.Body) is { } doc ? new LowLiteral(FunctionLowerer.CleanDoc(doc)) : new LowName("Any.None"),
                _ when CsTypes.IsAny(symbol.Final) => new LowName("Any.Unbound"),
                _ => CsTypes.Default(symbol.Final) is LowPostfix missing ? missing : null,
            };
            yield return new LowField(type, symbol.CsName, value) { Modifiers = ["internal", "static"] };
        }
    }

    public IEnumerable<LowStatement> Import(BodyLowerer body, Py.Import import)
    {
        foreach (var alias in import.Names)
        {
            var name = alias.Asname ?? alias.Name.Split('.')[0];
            var load = new LowInvoke(new LowName("Modules.Import"), new LowLiteral(alias.Name));
            LowExpression value = alias.Asname is null && alias.Name.Contains('.') ? new LowInvoke(new LowName("Modules.ImportRoot"), new LowLiteral(alias.Name)) : load;
            foreach (var statement in body.StoreNamed(alias, name, new Typed(value, StaticType.Any)))
                yield return Remember(statement, body.SymbolOf(name), Library.KnownModules.Contains(alias.Name));
        }
    }

    public IEnumerable<LowStatement> ImportFrom(BodyLowerer body, Py.ImportFrom import)
    {
        if (import.Module == "__future__")
            yield break;
        foreach (var alias in import.Names)
        {
            if (alias.Name == "*" || import.Level > 0)
            {
                Model.Report(Diagnostics.LoweringCatalogue.NotSupported, import, alias.Name == "*" ? "from ... import *" : "a relative import");
                continue;
            }
            var name = alias.Asname ?? alias.Name;
            var value = new LowInvoke(new LowName("Modules.ImportFrom"), new LowLiteral(import.Module), new LowLiteral(alias.Name));
            foreach (var statement in body.StoreNamed(alias, name, new Typed(value, StaticType.Any)))
                yield return Remember(statement, body.SymbolOf(name), Library.KnownModules.Contains(import.Module!));
        }
    }

    /// <summary>An import of a library module that nothing reads any more may go.</summary>
    private static LowStatement Remember(LowStatement statement, Symbol? symbol, bool isKnown)
        => symbol is { Bindings: 1 } && isKnown && symbol.Scope.Kind == ScopeKind.Module ? statement with { ImportedName = symbol } : statement;
}
