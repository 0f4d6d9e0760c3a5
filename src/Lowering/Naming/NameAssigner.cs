using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Naming;

/// <summary>Gives every symbol its name in C#: unique where it can be seen, and always the same for the same source.</summary>
public static class NameAssigner
{
    /// <summary>Names that emitted files use for the runtime.</summary>
    private static readonly string[] s_reserved =
    [
        "Any", "PyInt", "PyList", "PyDict", "PySet", "PyTuple", "PyBytes", "PyObject", "PyType", "PyFunction", "PyException", "BaseException", "Generic",
        "Builtins", "Operators", "Arguments", "Star", "StarStar", "Coroutine", "Coro", "Generator", "AsyncGenerator", "AsyncIO", "AsyncIteration",
        "AsyncContext", "Context", "Script", "Sequences", "Str", "Names", "Definition", "Raise", "Except", "Matching", "Modules", "Identity", "Super", "Module", "Run", "Main",
        "Print", "Len", "Repr", "Format", "ToStr", "Ascii", "F", "Math", "Numbers", "PyFloat", "TextFormat", "Displays", "ClassBuilder", "PySlice", "ExceptStar",
        "Functions", "NativeGenerator", "NativeAsyncGenerator", "Comparison", "BinaryOperator", "System", "Type", "Task", "Func", "Action", "Enumerable",
        "Environment", "Console", "Object", "String", "Exception", "Thread", "Timer", "Random", "Path", "File", "Buffer", "Index", "Range", "Lock", "Tuple",
    ];

    /// <summary>Whether emitted code uses the name itself.</summary>
    public static bool IsReserved(string name) => s_reserved.Contains(name);

    /// <summary>Names the C# classes of a program, each the only one of its name, so that any file can open any namespace.</summary>
    public static void AssignClasses(ProgramModel program)
    {
        var taken = Reserved(program);
        foreach (var model in program.Modules.Values)
        {
            foreach (var cls in model.Classes.Values.Where(c => c.IsNative))
            {
                var name = CsNames.Pascal(cls.Name);
                cls.CsName = Unique(taken.Contains(name) && !model.IsMain ? model.CsAlias[..^"Module".Length] + name : name, taken);
            }
        }
    }

    /// <summary>What no member may be called: the runtime's names, and those of namespaces and modules of the program.</summary>
    private static HashSet<string> Reserved(ProgramModel program)
        => [.. s_reserved, .. program.Modules.Values.SelectMany(m => m.Namespace.Split('.').Append(m.CsAlias))];

    /// <returns>The names of the module's own members.</returns>
    public static HashSet<string> Assign(SemanticModel model, Func<Symbol, bool> isLocal)
    {
        var module = Reserved(model.Program);
        module.UnionWith(model.Program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => c.IsNative).Select(c => c.CsName));
        foreach (var symbol in model.ModuleScope.Symbols.Values.Where(s => !isLocal(s)))
        {
            if (symbol.Class is { IsNative: true } && symbol.Bindings == 1)
                continue;
            if (symbol.Function is { Decorators.Count: 0 } function && symbol.Bindings == 1)
                symbol.CsName = function.CsName = Unique(Method(function), module);
            else
                symbol.CsName = Unique(CsNames.Pascal(symbol.Name), module);
        }
        foreach (var function in model.Functions.Values.Where(f => f.ParentScope.Kind == ScopeKind.Module && f.Definition is not null && f.CsName == f.Name))
            function.CsName = Unique(SemanticModel.Resolve(model.ModuleScope, function.Name) is { Bindings: 1 } && function.Decorators.Count == 0 ? Method(function) : CsNames.Pascal(function.Name) + "Core", module);
        var classes = model.Classes.Values.Where(c => c.IsNative).Select(c => c.CsName).ToArray();
        foreach (var cls in model.Classes.Values)
            Members(cls, classes);
        var locals = new HashSet<string>(module, StringComparer.Ordinal);
        foreach (var symbol in model.ModuleScope.Symbols.Values.Where(s => isLocal(s)))
            symbol.CsName = symbol is { Function: not null, Bindings: 1 } ? symbol.CsName : Unique(CsNames.Camel(symbol.Name), locals);
        foreach (var child in model.ModuleScope.Children)
            Locals(child, child.Kind == ScopeKind.Comprehension ? locals : module, isLocal);
        return module;
    }

    /// <summary>The C# entry point is called Main, so Python's <c>main</c> says what it is.</summary>
    private static string Method(FunctionSymbol function)
        => function.Name != "main" ? CsNames.Pascal(function.Name) : function.IsCoroutine ? "MainAsync" : "RunMain";

    private static void Members(ClassSymbol cls, string[] classes)
    {
        // A member named as a class would hide the class.
        var taken = new HashSet<string>(classes, StringComparer.Ordinal) { cls.CsName, "Type", "Class" };
        if (!cls.IsNative)
        {
            foreach (var method in cls.Methods.Values)
                method.CsName = Unique(CsNames.Pascal(method.Name), taken);
            return;
        }
        foreach (var (name, method) in cls.Methods)
            method.CsName = cls.Base?.FindMethod(name) is { } overridden && name != "__init__" ? CsNames.Pascal(overridden.Name) : Unique(CsNames.Pascal(name), taken);
        foreach (var (name, field) in cls.Fields)
            field.CsName = Unique(CsNames.Pascal(name), taken);
        foreach (var (name, attribute) in cls.ClassAttributes)
            attribute.CsName = Unique(CsNames.Pascal(name), taken);
    }

    private static void Locals(Scope scope, HashSet<string> outer, Func<Symbol, bool> isLocal)
    {
        var taken = new HashSet<string>(outer, StringComparer.Ordinal);
        if (scope.Kind is ScopeKind.Function or ScopeKind.Lambda)
            taken.Add("y");
        foreach (var symbol in scope.Symbols.Values.Where(isLocal))
        {
            if (symbol.Function is { Decorators.Count: 0 } function && symbol.Bindings == 1)
                symbol.CsName = function.CsName = Unique(CsNames.Pascal(symbol.Name), taken);
            else
                symbol.CsName = Unique(CsNames.Camel(symbol.Name), taken);
        }
        foreach (var child in scope.Children)
        {
            if (child.Function is { Class: null, Definition: not null } nested && nested.CsName == nested.Name && scope.Kind != ScopeKind.Module)
                nested.CsName = Unique(CsNames.Pascal(nested.Name), taken);
            Locals(child, taken, isLocal);
        }
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var candidate = name;
        for (var i = 2; !taken.Add(candidate); i++)
            candidate = name + (i == 2 ? "_" : i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return candidate;
    }
}
