using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Naming;

/// <summary>
/// Gives every symbol its name in C#: unique where it can be seen, and always the same for the
/// same source. Locals never hide a member of the module; members of classes may, and then the
/// module's are written <c>Module.X</c>.
/// </summary>
public sealed class NameAssigner
{
    private readonly SemanticModel _model;
    private readonly Func<Symbol, bool> _isLocal;
    private readonly Func<FunctionSymbol, bool> _isMethod;
    private readonly NameSet _module = new();
    private readonly NameSet _classes = new();
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);

    private NameAssigner(SemanticModel model, Func<Symbol, bool> isLocal, Func<FunctionSymbol, bool> isMethod)
    {
        _model = model;
        _isLocal = isLocal;
        _isMethod = isMethod;
    }

    /// <returns>The names of the module's own members, and all names given anywhere.</returns>
    public static (NameSet Module, HashSet<string> All) Assign(SemanticModel model, Func<Symbol, bool> isLocal, Func<FunctionSymbol, bool> isMethod)
    {
        var assigner = new NameAssigner(model, isLocal, isMethod);
        assigner.Assign();
        assigner._all.UnionWith(assigner._module.Own);
        return (assigner._module, assigner._all);
    }

    /// <summary>Names the C# classes of a program, each the only one of its name, so that any file can open any namespace.</summary>
    public static void AssignClasses(ProgramModel program)
    {
        var taken = new NameSet();
        taken.UnionWith(NamesOfModules(program));
        taken.UnionWith(NamesOfLibraryClasses(program));
        foreach (var model in program.Modules.Values)
        {
            foreach (var cls in model.Classes.Values.Where(c => c.IsNative))
            {
                var name = CsNames.Pascal(cls.Name);
                if (cls.IsInterface)
                    name = NamespaceTypes.Contains("I" + name) ? $"I{name}Protocol" : "I" + name;
                cls.CsName = Unique(taken.Contains(name) && !model.IsMain ? model.CsAlias[..^"Module".Length] + name : name, cls.Name, taken);
            }
        }
        var classes = program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => c.IsNative).ToList();
        var names = new NameSet();
        names.UnionWith(classes.Select(c => c.CsName));
        foreach (var cls in classes.OrderBy(Depth))
            Members(cls, names);
    }

    private static int Depth(ClassSymbol cls) => cls.Base is null ? 0 : Depth(cls.Base) + 1;

    /// <summary>The names of namespaces and modules of the program, which no member may hide.</summary>
    private static IEnumerable<string> NamesOfModules(ProgramModel program)
        => program.Modules.Count == 1 ? [] : program.Modules.Values.SelectMany(m => m.Namespace.Split('.').Append(m.CsAlias));

    /// <summary>The classes of the library that emitted code may name, where the program imports their modules.</summary>
    private static IEnumerable<string> NamesOfLibraryClasses(ProgramModel program)
    {
        var imported = program.Modules.Values.SelectMany(static m => Py.Tree.All<Py.Import>(m.Module).Concat<Py.Node>(Py.Tree.All<Py.ImportFrom>(m.Module)))
            .SelectMany(static n => n switch
            {
                Py.Import import => import.Names.Select(static a => a.Name),
                Py.ImportFrom { Module: { } module } => [module],
                _ => Enumerable.Empty<string>(),
            })
            .Select(static name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return LibraryClasses.All.Where(c => imported.Contains(c.Module)).Select(static c => c.CsName);
    }

    private void Assign()
    {
        _module.UnionWith(NamesOfModules(_model.Program));
        _classes.UnionWith(_model.Program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => c.IsNative).Select(c => c.CsName));
        _module.UnionWith(_classes.Own);
        foreach (var symbol in _model.ModuleScope.Symbols.Values.Where(s => !_isLocal(s)))
        {
            if (symbol is { IsDefinition: true, Class: not null })
                continue;
            if (symbol is { IsDefinition: true, Function: { } function })
            {
                NameFunction(function, Method(function), _module, true);
                symbol.CsName = function.CsName;
            }
            else
            {
                symbol.CsName = Unique(CsNames.Pascal(symbol.Name), symbol.Name, _module);
            }
        }
        foreach (var function in _model.ModuleScope.Children.Select(c => c.Function).OfType<FunctionSymbol>().Where(f => f.Definition is not null))
            if (SemanticModel.Resolve(_model.ModuleScope, function.Name) is not { IsDefinition: true })
                NameFunction(function, CsNames.Pascal(function.Name) + "Core", _module, _isMethod(function));
        var locals = new NameSet(_module);
        foreach (var symbol in _model.ModuleScope.Symbols.Values.Where(_isLocal))
            symbol.CsName = LocalName(symbol, locals);
        var ofRun = _model.ModuleScope.Symbols.Values.Where(_isLocal).Select(s => (s.CsName, s.Name)).ToArray();
        foreach (var child in _model.ModuleScope.Children)
            Scope(child, child.Class is { IsNative: true } || child.Function is { } function && _isMethod(function) ? [] : ofRun);
    }

    /// <param name="cls">The class whose members are named; its bases have their names.</param>
    /// <param name="classes">Names of C# classes, which a member of that name would hide.</param>
    private static void Members(ClassSymbol cls, NameSet classes)
    {
        var taken = new NameSet(classes);
        taken.UnionWith(["Type", "Class"]);
        if (cls.Enumeration is not null)
            taken.UnionWith([.. Enumeration.TakenNames]);
        for (var c = cls.Base; c is not null; c = c.Base)
            taken.UnionWith([.. c.Methods.Values.Concat(c.Decorated.Values).SelectMany(m => new[] { m.CsName, m.ColdName }), .. c.Fields.Values.Select(f => f.CsName), .. c.ClassAttributes.Values.Select(a => a.CsName)]);
        // Where "load" and "__load" meet, the one for everybody has the plain name.
        foreach (var isPrivate in (bool[])[false, true])
            foreach (var methods in (Dictionary<string, FunctionSymbol>[])[cls.Methods, cls.Decorated])
                foreach (var (name, method) in methods)
                    if (method.Name.StartsWith('_') == isPrivate)
                        Method(cls, name, method, taken);
        foreach (var deleter in cls.Deleters.Values)
            NameFunction(deleter, "Delete" + CsNames.Pascal(deleter.Name), taken, false, cls.Base?.FindDeleter(deleter.AttributeName)?.CsName);
        TypedSymbol[] members = [.. cls.Fields.Values, .. cls.ClassAttributes.Values];
        foreach (var member in members.Where(static m => !m.Name.StartsWith('_')).Concat(members.Where(static m => m.Name.StartsWith('_'))))
            member.CsName = cls.ClassAttributes.FirstOrDefault(a => a.Value == member).Key is { } name && cls.Base?.FindClassAttribute(name) is { } shared ? shared.CsName : Unique(CsNames.Pascal(member.Name), member.Name, taken);
    }

    private static void Method(ClassSymbol cls, string name, FunctionSymbol method, NameSet taken)
    {
        NameFunction(method, CsNames.Pascal(method.Name), taken, false, cls.Base?.FindMethod(name)?.CsName);
        if (method.NeedsOwnForm)
            method.OwnName = Unique($"{method.CsName}Of{cls.CsName}", method.Name, taken);
        foreach (var parameter in method.Parameters.Where(static p => p.Default is not null))
            parameter.DefaultName = $"{cls.CsName}.{Unique(CsNames.Pascal(parameter.DefaultName), parameter.Symbol.Name, taken)}";
    }

    /// <param name="scope">The scope whose names are given.</param>
    /// <param name="outer">Names of locals of the bodies around it, and what they are called in Python.</param>
    private void Scope(Scope scope, (string CsName, string Name)[] outer)
    {
        // What Python hides here, C# may hide too.
        outer = [.. outer.Where(o => scope.Kind == ScopeKind.Class || !scope.Symbols.ContainsKey(o.Name))];
        // What a method of a class that is built at run time hides of the module is written Module.X; C# classes are not.
        var own = new NameSet(scope.Kind != ScopeKind.Class ? _module : scope.Class is { IsNative: false } ? _classes : null);
        own.UnionWith(outer.Select(o => o.CsName));
        if (scope.Class is { IsNative: false } cls)
        {
            foreach (var child in scope.Children)
                if (child.Function is { Definition: not null } method)
                {
                    NameFunction(method, CsNames.Pascal(method.Name), own, false);
                    cls.BodyNames.Add(method.CsName);
                    cls.BodyNames.Add(method.ColdName);
                }
        }
        else if (scope.Kind != ScopeKind.Class)
        {
            // A generator's body hands its values to the yielder of that name.
            if (scope.Function is { IsGenerator: true })
                own.Add("y");
            if (scope.Function is { IsSetter: true, Class.IsNative: true } setter)
                own.Add("value");
            else
                setter = null;
            foreach (var symbol in scope.Symbols.Values.Where(_isLocal))
                if (symbol == setter?.Parameters[1].Symbol)
                    symbol.CsName = "value";
                else if (!symbol.IsDefinition)
                    symbol.CsName = LocalName(symbol, own);
            foreach (var child in scope.Children)
            {
                if (child.Function is not { Definition: not null } nested)
                    continue;
                NameFunction(nested, CsNames.Pascal(nested.Name), own, false);
                _all.UnionWith([nested.CsName, nested.ObjectName]);
                if (scope.Symbols.GetValueOrDefault(nested.Name) is { IsDefinition: true } symbol)
                    symbol.CsName = nested.CsName;
            }
            outer = [.. outer, .. scope.Symbols.Values.Where(_isLocal).Select(s => (s.CsName, s.Name)),
                .. scope.Children.Select(c => c.Function).OfType<FunctionSymbol>().Where(f => f.Definition is not null).Select(f => (f.CsName, f.Name))];
        }
        foreach (var child in scope.Children)
            Scope(child, outer);
    }

    private string LocalName(Symbol symbol, NameSet taken)
    {
        var name = symbol.IsDiscard ? "_" : Unique(CsNames.Camel(symbol.Name), symbol.Name, taken);
        _all.Add(name);
        return name;
    }

    /// <summary>A function takes its own name and those that are made of it.</summary>
    private static void NameFunction(FunctionSymbol function, string name, NameSet taken, bool isStatic, string? given = null)
    {
        // The object of a local function is a variable.
        string Styled(string text) => isStatic ? text : CsNames.Camel(text);
        var cold = function.GivesManager ? "Manager" : "Coroutine";
        function.CsName = given ?? Unique(name, function.Name, taken, candidate => !taken.Contains(candidate + cold));
        function.ColdName = function.CsName + cold;
        taken.UnionWith([function.CsName, function.ColdName]);
        function.ObjectName = Unique(Styled(function.CsName + "Function"), function.Name, taken);
        foreach (var parameter in function.Parameters.Where(p => p.Default is not null))
            parameter.DefaultName = Unique(Styled(function.CsName + CsNames.Pascal(parameter.Symbol.Name).TrimEnd('_')), parameter.Symbol.Name, taken);
    }

    /// <summary>The C# entry point is called Main, so Python's <c>main</c> says what it is.</summary>
    private static string Method(FunctionSymbol function)
        => function.Name != "main" ? CsNames.Pascal(function.Name) : function.IsCoroutine ? "MainAsync" : "RunMain";

    private static string Unique(string name, string pythonName, NameSet taken, Func<string, bool>? isFree = null)
    {
        var candidate = name;
        for (var i = 2; taken.Contains(candidate) || ReservedNames.Contains(candidate, pythonName) || isFree?.Invoke(candidate) == false; i++)
            candidate = name + (i == 2 ? "_" : i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        taken.Add(candidate);
        return candidate;
    }
}
