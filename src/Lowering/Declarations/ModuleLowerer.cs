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
/// <c>Run</c> with its top-level statements. First all modules of a program are made, which gives
/// everything its name; then all are lowered, and last each is finished with what the others use of it.
/// </summary>
internal sealed class ModuleLowerer
{
    private readonly List<LowDeclarationNode> _statics = [];
    private readonly HashSet<Py.Node> _declaring;
    private readonly Dictionary<ClassSymbol, string> _cells = [];

    private readonly HashSet<ClassSymbol> _readCells = [];
    private readonly Naming.NameSet _moduleNames;
    private readonly HashSet<string> _allNames;
    private readonly EarlyReads _earlyReads;
    private readonly ModuleObject _object;
    private ImmutableArray<LowDeclarationNode> _classes = [];
    private ImmutableArray<LowDeclarationNode> _methods = [];
    private LowBlock _body = new([]);

    public ModuleLowerer(SemanticModel model, HashSet<Py.Node> declaring)
    {
        Model = model;
        _declaring = declaring;
        Functions = new FunctionLowerer(this);
        Classes = new ClassLowerer(this);
        Imports = new ImportLowerer(this);
        TypeParameters = new TypeParameterLowerer(this);
        _object = new ModuleObject(this);
        (_moduleNames, _allNames) = Naming.NameAssigner.Assign(model, IsLocal, IsMethod);
        _earlyReads = new EarlyReads(model);
    }

    public SemanticModel Model { get; }

    public FunctionLowerer Functions { get; }

    public ClassLowerer Classes { get; }

    public TypeParameterLowerer TypeParameters { get; }

    public ImportLowerer Imports { get; }

    /// <summary>The value of <c>__module__</c>: what CPython says of the script it runs.</summary>
    public string PythonModuleName => Model.ModuleName;

    /// <summary>Whether annotations are kept as text: <c>from __future__ import annotations</c>.</summary>
    public bool HasStringAnnotations => Model.HasStringAnnotations;

    /// <summary>Whether a name is a C# local; names of the module that functions use are static members.</summary>
    public bool IsLocal(Symbol symbol) => symbol.Scope.Kind switch
    {
        ScopeKind.Module => !Model.IsExposed && !symbol.IsCaptured && !symbol.IsDefinition && !symbol.IsUnusedConstant && !symbol.IsDeleted && !symbol.Name.StartsWith("__", StringComparison.Ordinal),
        ScopeKind.Class => false,
        _ => true,
    };

    /// <summary>Whether the function is a method of the static class, or of a C# class.</summary>
    public bool IsMethod(FunctionSymbol function)
        => function.Class is { } cls ? cls.IsNative
            : function.IsTopLevel && SemanticModel.Resolve(function.ParentScope, function.Name) is { Bindings: 1 };

    /// <summary>Whether this very assignment, loop or handler declares the local.</summary>
    public bool Declares(Py.Node node, Symbol symbol)
        => (node is Py.ImportFrom ? symbol.DeclaringStar == node : _declaring.Contains(node)) && symbol.DeclaredInline && IsLocal(symbol);

    public bool IsModuleName(string name) => _moduleNames.Contains(name);

    /// <summary>A name that nothing else in the file has.</summary>
    public string UnusedName(string name)
    {
        var candidate = name;
        for (var i = 2; !_allNames.Add(candidate); i++)
            candidate = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return candidate;
    }

    public bool MayBeReadEarly(Symbol symbol) => _earlyReads.Contains(symbol);

    public void AddStatic(LowDeclarationNode member) => _statics.Add(member);

    public void SetClassCell(ClassSymbol cls, string name) => _cells[cls] = name;

    public string ClassCell(ClassSymbol cls)
    {
        _readCells.Add(cls);
        return _cells[cls];
    }

    /// <summary>Whether a method of the class has asked for its cell.</summary>
    public bool ReadsClassCell(ClassSymbol cls) => _readCells.Contains(cls);

    public LowTrivia TriviaOf(Py.Node node)
        => new(BodyLowerer.Comments(Model.Trivia.Before(node)), null, true);

    /// <summary>Lowers all code of the module.</summary>
    public void Lower()
    {
        _classes = [.. Model.Classes.Values.Where(c => c.IsNative).Select(LowDeclarationNode (c) => c.IsInterface ? new InterfaceLowerer(this).Lower(c) : Classes.Lower(c))];
        var methods = ImmutableArray.CreateBuilder<LowDeclarationNode>();
        foreach (var definition in Model.Module.Body.OfType<Py.FunctionDefinition>())
        {
            var function = Model.Functions[definition];
            if (!IsMethod(function))
                continue;
            methods.Add(Functions.Method(function, null, ["public", "static"]) with { Trivia = TriviaOf(definition) });
        }
        _methods = methods.ToImmutable();
        _body = new BodyLowerer(this, Model.ModuleScope, null).Body(WithoutDefinitions(), Model.Module);
    }

    /// <summary>The C# file.</summary>
    public LowFile Finish()
    {
        LowDeclarationNode[] self = _object.IsNeeded ? [_object.Field()] : [];
        var body = ImportLowerer.WithoutUnread(_body);
        var extras = new List<LowDeclarationNode>();
        foreach (var function in Model.Functions.Values.Where(f => f.Class is null && f.Definition is not null && IsMethod(f)))
        {
            if (FunctionLowerer.NeedsCold(function))
                extras.Add(FunctionLowerer.Cold(function, ["public", "static"]));
            if (function.IsObjectMadeAtDef)
                extras.Add(new LowField(LowType.Any, function.ObjectName, new LowName("Any.Unbound")) { Modifiers = ["public", "static"] });
            else if (FunctionLowerer.HasObject(function))
                extras.Add(new LowField(LowType.Any, function.ObjectName, Functions.Object(function, null)) { Modifiers = ["public", "static", "readonly"] });
        }
        var run = new LowMethod(LowType.Void, "Run", []) { Modifiers = ["internal", "static"], Body = body, Doc = "The module's top-level statements, in order." };
        LowDeclarationNode[] entry = Model.IsMain ? [Entry()] : [];
        var module = new LowClass("class", "Module", [], [.. Globals(), .. _statics, .. self, .. entry, .. _methods, run, .. extras])
        {
            Modifiers = ["public", "static"],
            Doc = Docstrings.ForReaders(BodyLowerer.DocString(Model.Module.Body)),
            Trivia = LowTrivia.None with { BlankLineBefore = true },
        };
        return new LowFile(Model.Namespace, [.. _classes, module]) { Usings = _classes.Length > 0 ? Usings.Always.Add("static Module") : Usings.Always, UsingsIfMentioned = WithoutTwins([.. OtherModules(), .. Usings.IfMentioned]) };
    }

    /// <summary><c>Main</c>: makes the program's modules known, then runs the script.</summary>
    private LowMethod Entry()
    {
        var run = new LowInvoke(
            new LowName("Script.Main"), new LowLiteral(Path.GetFileName(Model.Source.Path)), new LowName("args"), new LowName(_object.IsNeeded ? ModuleObject.Name : "Run"));
        var others = Model.Program.Modules.Values.Where(m => m != Model).Select(m => new LowArgument(new LowName($"{m.CsAlias}.{ModuleObject.Name}"))).ToList();
        var entry = new LowMethod(LowType.Named("int"), "Main", [new(new LowArrayType(LowType.Named("string")), "args")])
        {
            Modifiers = ["public", "static"], Doc = "Runs the program, with the script's exit code.",
        };
        return others.Count == 0
            ? entry with { ExpressionBody = run }
            : entry with { Body = new LowBlock([new LowExpressionStatement(new LowInvoke(new LowName("Modules.Add"), [.. others])), new LowReturn(run)]) };
    }

    /// <summary>What the file opens of the program's other modules, if it mentions them.</summary>
    private IEnumerable<LowUsingDirective> OtherModules()
    {
        foreach (var other in Model.Program.Modules.Values.Where(m => m != Model))
        {
            yield return new LowUsingDirective($"{other.CsAlias} = {other.Namespace}.Module", [other.CsAlias]);
            var classes = other.Classes.Values.Where(static c => c.IsNative).Select(static c => c.CsName).ToArray();
            yield return new LowUsingDirective(other.Namespace, [.. classes]);
            foreach (var name in classes.Where(NamespaceTypes.Contains))
                yield return new LowUsingDirective($"{name} = {other.Namespace}.{name}", [name]);
        }
    }

    /// <summary>One alias for a name: the first.</summary>
    private static ImmutableArray<LowUsingDirective> WithoutTwins(ImmutableArray<LowUsingDirective> directives)
        => [.. directives.DistinctBy(static d => d.Text.IndexOf(" = ", StringComparison.Ordinal) is >= 0 and var end ? d.Text[..end] : d.Text)];

    /// <summary>The statements of <c>Run</c>; methods and C# classes stand outside it.</summary>
    private ImmutableArray<Py.Statement> WithoutDefinitions()
        => [.. Model.Module.Body.Where(s => s is not Py.ClassDef cls || !Model.Classes[cls].IsNative || Model.Classes[cls].RunsStatement || Model.KeepsNamespace).Where(s => s is not Py.FunctionDefinition f || NeedsStatement(Model.Functions[f]))];

    private bool NeedsStatement(FunctionSymbol function)
        => !IsMethod(function) || Model.KeepsNamespace || function.Decorators.Count > 0 || FunctionLowerer.HasKeptDefaults(function) || Functions.UsesTypeParameters(function)
            || SemanticModel.Resolve(function.ParentScope, function.Name) is not { IsDefinition: true };

    /// <summary>Names of the module that its functions use, as static members.</summary>
    private IEnumerable<LowDeclarationNode> Globals()
    {
        foreach (var symbol in Model.ModuleScope.Symbols.Values)
        {
            if (IsLocal(symbol) || symbol.Bindings == 0 || symbol.IsDefinition || symbol.IsAlias)
                continue;
            if (!symbol.IsRead && !Model.IsExposed && symbol is { Import: not null, Bindings: 1 })
                continue;
            if (!symbol.IsRead && symbol.Bindings == 2 && FirstNames.Has(symbol.Name))
                continue;
            var type = CsTypes.Of(symbol.Final);
            if (Model.KeepsNamespace)
            {
                yield return InNamespace(symbol, type);
                continue;
            }
            LowExpression? value = symbol.Name switch
            {
                "__name__" => new LowLiteral(Model.ModuleName),
                "__file__" => Model.File.IsNamespace ? new LowName("Any.None") : new LowInvoke(new LowName("Script.PathOf"), new LowLiteral(Model.File.RelativePath)),
                "__doc__" => BodyLowerer.DocString(Model.Module.Body) is { } doc ? new LowLiteral(Docstrings.AsKept(doc)) : CsTypes.IsAny(symbol.Final) ? new LowName("Any.None") : CsTypes.Default(symbol.Final),
                "__spec__" or "__package__" or "__loader__" or "__cached__" when CsTypes.IsAny(symbol.Final) => Origin(symbol.Name),
                _ when CsTypes.IsAny(symbol.Final) => new LowName("Any.Unbound"),
                _ => CsTypes.Default(symbol.Final) is LowPostfix missing ? missing : null,
            };
            yield return new LowField(type, symbol.CsName, value) { Modifiers = ["internal", "static"] };
        }
    }

    /// <summary>What the import system says of the module.</summary>
    private LowInvoke Origin(string name)
    {
        var own = new LowLiteral(Model.ModuleName);
        var file = new LowLiteral(Model.File.RelativePath);
        var isPackage = new LowLiteral(Model.File.IsPackage);
        return name switch
        {
            "__spec__" => new(new LowName("ModuleOrigin.Spec"), own, file, isPackage),
            "__package__" => new(new LowName("ModuleOrigin.Package"), own, isPackage),
            "__loader__" => new(new LowName("ModuleOrigin.Loader"), own, file),
            _ => new(new LowName("ModuleOrigin.Cached"), own, file),
        };
    }

    /// <summary>A global of a module that takes its names as a dictionary: a property over the dictionary.</summary>
    private static LowProperty InNamespace(Symbol symbol, LowType type)
    {
        var name = new LowLiteral(symbol.Name);
        LowExpression got = new LowInvoke(new LowName($"{ModuleObject.Name}.Load"), name);
        return new LowProperty(type, symbol.CsName)
        {
            Modifiers = ["internal", "static"],
            Getter = new LowBlock([new LowReturn(BodyLowerer.FromAny(got, symbol.Final))]),
            Setter = new LowBlock([new LowExpressionStatement(new LowInvoke(new LowName($"{ModuleObject.Name}.Store"), name, BodyLowerer.ToAny(new LowName("value"), symbol.Final)))]),
        };
    }
}
