using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Naming;

/// <summary>Gives every symbol its name in C#: unique where it can be seen, and always the same for the same source.</summary>
internal static class NameAssigner
{
    /// <summary>Names that emitted files use for the runtime.</summary>
    private static readonly string[] s_reserved =
    [
        "Any", "PyInt", "PyList", "PyDict", "PySet", "PyTuple", "PyBytes", "PyObject", "PyType", "PyFunction", "PyException", "BaseException", "Generic",
        "Builtins", "Operators", "Arguments", "Star", "StarStar", "Coroutine", "Coro", "Generator", "AsyncGenerator", "AsyncIO", "AsyncIteration",
        "AsyncContext", "Context", "Script", "Sequences", "Str", "Names", "Raise", "Except", "Matching", "Modules", "Identity", "Super", "Module", "Run", "Main",
        "Print", "Len", "Repr", "Format", "ToStr", "Ascii", "F", "Math", "Numbers", "PyFloat", "TextFormat", "Displays", "ClassBuilder", "PySlice", "ExceptStar",
        "Functions", "NativeGenerator", "NativeAsyncGenerator", "Comparison", "BinaryOperator", "System", "Type", "Task", "Func", "Action", "Enumerable",
        "Environment", "Console", "Object", "String", "Exception", "Thread", "Timer", "Random", "Path", "File", "Buffer", "Index", "Range", "Lock", "Tuple",
    ];

    /// <returns>The names of the module's own members.</returns>
    public static HashSet<string> Assign(SemanticModel model, Func<Symbol, bool> isLocal)
    {
        var module = new HashSet<string>(s_reserved, StringComparer.Ordinal);
        foreach (var cls in model.Classes.Values.Where(c => c.IsNative))
            cls.CsName = Unique(CsNames.Pascal(cls.Name), module);
        foreach (var symbol in model.ModuleScope.Symbols.Values.Where(s => !isLocal(s)))
        {
            if (symbol.Class is { IsNative: true } && symbol.Bindings == 1)
                continue;
            if (symbol.Function is { Decorators.Count: 0 } function && symbol.Bindings == 1)
                symbol.CsName = function.CsName = Unique(CsNames.Pascal(symbol.Name), module);
            else
                symbol.CsName = Unique(CsNames.Pascal(symbol.Name), module);
        }
        foreach (var function in model.Functions.Values.Where(f => f.ParentScope.Kind == ScopeKind.Module && f.Definition is not null && f.CsName == f.Name))
            function.CsName = Unique(SemanticModel.Resolve(model.ModuleScope, function.Name) is { Bindings: 1 } && function.Decorators.Count == 0 ? CsNames.Pascal(function.Name) : CsNames.Pascal(function.Name) + "Core", module);
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
