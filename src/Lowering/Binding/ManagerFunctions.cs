using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Generator functions that <c>contextlib.contextmanager</c> or <c>asynccontextmanager</c> makes functions of which give context managers:
/// what they are called with and what entering gives is known, as of any other function.
/// See <see href="https://docs.python.org/3.13/library/contextlib.html#contextlib.contextmanager">contextmanager</see>.
/// </summary>
internal static class ManagerFunctions
{
    public static void Run(ProgramModel program)
    {
        foreach (var model in program.Modules.Values)
            foreach (var function in model.Functions.Values)
                if (function is { IsGenerator: true, Decorators: [var decorator], Definition: { } definition } && IsManager(decorator, function, model) && IsOnly(function, definition, decorator))
                    Take(function);
    }

    private static void Take(FunctionSymbol function)
    {
        function.GivesManager = true;
        function.Decorators.Clear();
        if (function.Class is not { } cls || cls.Decorated.GetValueOrDefault(function.AttributeName) != function)
            return;
        cls.Decorated.Remove(function.AttributeName);
        cls.Methods[function.AttributeName] = function;
    }

    /// <summary>Whether no other decorator but those that say how a method is called stands around it.</summary>
    private static bool IsOnly(FunctionSymbol function, Py.FunctionDefinition definition, Py.Expression decorator)
        => definition.DecoratorList[^1] == decorator && definition.DecoratorList.Length == (function.IsShared ? 2 : 1) && !function.IsProperty
            && !(function.Class is not null && function.Name.StartsWith("__", StringComparison.Ordinal) && function.Name.EndsWith("__", StringComparison.Ordinal));

    private static bool IsManager(Py.Expression decorator, FunctionSymbol function, SemanticModel model)
    {
        var name = function.IsAsync ? "asynccontextmanager" : "contextmanager";
        var isNamed = decorator switch
        {
            Py.Name own => model.Names.GetValueOrDefault(own) is { Bindings: 1, Import: LibraryType { Module: "contextlib" } imported } && imported.Name == name,
            Py.Attribute { Value: Py.Name module, Attr: var attribute } => attribute == name && model.Names.GetValueOrDefault(module) is { Bindings: 1, Import: ModuleType { Name: "contextlib", Program: null } },
            _ => false,
        };
        return isNamed && !model.Program.PatchedLibrary.Contains("contextlib." + name);
    }

    /// <summary>Whether what is raised in the block of such a manager always comes out: no handler and no other manager stands around a yield.</summary>
    public static bool LetsPass(FunctionSymbol function) => !Py.Tree.Own(function.Definition!).Any(static n => n switch
    {
        Py.TryStatement @try => (!@try.Handlers.IsEmpty && Yields(@try.Body)) || @try.Finalbody.SelectMany(Py.Tree.Nodes).Any(static f => f is Py.Return or Py.Break or Py.Continue),
        Py.WithStatement with => Yields(with.Body),
        _ => false,
    });

    private static bool Yields(IEnumerable<Py.Statement> body) => body.SelectMany(Py.Tree.Nodes).Any(static n => n is Py.Yield or Py.YieldFrom);
}
