using System.Numerics;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Functions under <c>functools.cache</c> or <c>lru_cache</c>: they are called through what keeps their results, with parameters and results of
/// the types of any other function. See <see href="https://docs.python.org/3.13/library/functools.html#functools.lru_cache">lru_cache</see>.
/// </summary>
public static class CachedFunctions
{
    /// <summary>What programs ask of what keeps the results; none of it gives the function away.</summary>
    private static readonly HashSet<string> s_questions = new(StringComparer.Ordinal) { "cache_info", "cache_clear", "cache_parameters" };

    internal static void Run(ProgramModel program)
    {
        foreach (var model in program.Modules.Values)
            foreach (var function in model.Functions.Values)
                if (function is { IsGenerator: false, IsAsync: false, Class: null, ParentScope.Kind: not ScopeKind.Class, Decorators: [var decorator], Definition.DecoratorList.Length: 1 } && Read(decorator, model) is { } cache)
                {
                    function.Cache = cache;
                    function.NeedsObject = true;
                    function.Decorators.Clear();
                }
    }

    /// <summary>Whether an attribute of a function only asks for what is kept of its results.</summary>
    public static bool IsQuestion(FunctionSymbol function, Py.Attribute attribute) => function.Cache is not null && s_questions.Contains(attribute.Attr);

    private static FunctionCache? Read(Py.Expression decorator, SemanticModel model) => decorator switch
    {
        Py.Call { Func: var called } call when NameOf(called, model) == "lru_cache" => Read(call),
        _ => NameOf(decorator, model) switch
        {
            "cache" => new FunctionCache(null, false),
            "lru_cache" => new FunctionCache(128, false),
            _ => null,
        },
    };

    private static FunctionCache? Read(Py.Call call)
    {
        long? size = 128;
        var isTyped = false;
        if (call.Args.Length > 2)
            return null;
        for (var i = 0; i < call.Args.Length + call.Keywords.Length; i++)
        {
            var (name, value) = i < call.Args.Length ? (i == 0 ? "maxsize" : "typed", call.Args[i]) : (call.Keywords[i - call.Args.Length].Arg, call.Keywords[i - call.Args.Length].Value);
            switch (name, value)
            {
                case ("maxsize", Py.Constant { Value: null }):
                    size = null;
                    break;
                case ("maxsize", Py.Constant { Value: BigInteger number }) when number <= int.MaxValue:
                    size = (long)number;
                    break;
                case ("typed", Py.Constant { Value: bool typed }):
                    isTyped = typed;
                    break;
                default:
                    return null;
            }
        }
        return new FunctionCache(size, isTyped);
    }

    private static string? NameOf(Py.Expression decorator, SemanticModel model)
    {
        var name = decorator switch
        {
            Py.Name own when model.Names.GetValueOrDefault(own) is { Bindings: 1, Import: LibraryType { Module: "functools" } imported } => imported.Name,
            Py.Attribute { Value: Py.Name module, Attr: var attribute } when model.Names.GetValueOrDefault(module) is { Bindings: 1, Import: ModuleType { Name: "functools", Program: null } } => attribute,
            _ => null,
        };
        return name is null || model.Program.PatchedLibrary.Contains("functools." + name) ? null : name;
    }
}

/// <summary>How results of a function are kept.</summary>
/// <param name="Size">How many; null for any number.</param>
/// <param name="IsTyped">Whether arguments of different types are told apart.</param>
public sealed record FunctionCache(long? Size, bool IsTyped);
