using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>A parameter of a library function as typed code sees it.</summary>
/// <param name="Keeps">Whether the function may keep or change what it is given.</param>
public sealed record LibraryParameter(string Name, bool IsStar, bool IsKeywordOnly, bool IsOptional, bool Keeps)
{
    /// <summary>What it must be; Any where the function takes everything.</summary>
    public StaticType Type { get; init; } = StaticType.Any;

    /// <summary>The C# type that the value is cast to, where that is another than its static type's.</summary>
    public string? Cast { get; init; }

    /// <summary>Whether it becomes an item of the object.</summary>
    public bool IsItem { get; init; }

    /// <summary>The method that makes the C# value of one whose type is not known, or is another.</summary>
    public string? Converter { get; init; }

    /// <summary>The name in C#.</summary>
    public string CsName { get => field ?? Naming.CsNames.Camel(Name); init; }
}

/// <summary>A function of the library that is called as a C# method where the call is plain.</summary>
/// <param name="CsName">The C# method.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Result">What it gives, once awaited if it is a coroutine.</param>
/// <param name="IsCoroutine">Whether it is called under <c>await</c>.</param>
/// <param name="IsGetter">Whether it is a property in C#.</param>
public sealed record LibraryFunction(string CsName, LibraryParameter[] Parameters, StaticType Result, bool IsCoroutine, bool IsGetter = false)
{
    /// <summary>The method that makes what Python code awaits of what the C# method gives.</summary>
    public string? Awaiting { get; init; }

    /// <summary>The C# type that the result is cast to, where that is another than its static type's.</summary>
    public string? Cast { get; init; }

    /// <summary>What it gives where it is known what awaiting its first argument gives; C# then has it as a generic method.</summary>
    public Func<StaticType, StaticType>? ResultOf { get; init; }

    /// <summary>Whether it awaits each of its starred arguments, for a list of the results.</summary>
    public bool IsGather { get; init; }

    /// <summary>What the items of the list are that it makes; null where it makes none.</summary>
    public StaticType? ListOf { get; init; }

    /// <summary>Whether a method gives what awaiting the object gives.</summary>
    public bool GivesResult { get; init; }

    /// <summary>Whether a method gives an item of the object.</summary>
    public bool GivesItem { get; init; }

    /// <summary>The C# method that makes the coroutine of a coroutine function where it is not awaited at once; null where that is done dynamically.</summary>
    public string? Cold { get; init; }

    /// <summary>Whether it takes tasks or futures of one type, and gives sets of those that are done and of those that are not.</summary>
    public bool IsWait { get; init; }

    /// <summary>Whether it needs a loop of asyncio's own, and tasks that this makes.</summary>
    public bool NeedsOwnLoop { get; init; }

    /// <summary>How errors speak of it, where it takes starred arguments.</summary>
    public string? FullName { get; init; }

    /// <summary>Whether the arguments of a call stand for its parameters by name in C# as well.</summary>
    public bool TakesNames { get; init; }

    /// <summary>Reads a parameter list: <c>a, b?, *rest, key=</c>; <c>!</c> marks what the function keeps, <c>+</c> what becomes an item of the object.</summary>
    internal static LibraryFunction Read(string csName, string parameters, StaticType result, bool isCoroutine = false, bool isGetter = false)
    {
        var list = new List<LibraryParameter>();
        foreach (var part in parameters.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isStar = part.StartsWith('*');
            list.Add(new LibraryParameter(part.Trim('*', '?', '!', '=', '+'), isStar, part.EndsWith('=') || part.EndsWith("=!", StringComparison.Ordinal), part.Contains('?') || part.Contains('='), part.Contains('!')) { IsItem = part.EndsWith('+') });
        }
        return new LibraryFunction(csName, [.. list], result, isCoroutine, isGetter);
    }

    /// <summary>Argument for parameter, or null where the call must be bound at run time.</summary>
    public List<(Py.Expression Value, LibraryParameter Parameter)>? TryBind(Py.Call call)
    {
        if (call.Keywords.Any(static k => k.Arg is null))
            return null;
        var bound = new List<(Py.Expression, LibraryParameter)>(call.Args.Length + call.Keywords.Length);
        var index = 0;
        foreach (var argument in call.Args)
        {
            if (index >= Parameters.Length || Parameters[index].IsKeywordOnly || (argument is Py.Starred && !Parameters[index].IsStar))
                return null;
            bound.Add((argument, Parameters[index]));
            if (!Parameters[index].IsStar)
                index++;
        }
        foreach (var keyword in call.Keywords)
        {
            var parameter = Named(keyword.Arg);
            if (parameter is null || IsBound(bound, parameter))
                return null;
            bound.Add((keyword.Value, parameter));
        }
        foreach (var parameter in Parameters)
            if (!parameter.IsOptional && !parameter.IsStar && !IsBound(bound, parameter))
                return null;
        return bound;
    }

    private LibraryParameter? Named(string? name)
    {
        foreach (var parameter in Parameters)
            if (!parameter.IsStar && parameter.Name == name)
                return parameter;
        return null;
    }

    private static bool IsBound(List<(Py.Expression Value, LibraryParameter Parameter)> bound, LibraryParameter parameter)
    {
        foreach (var (_, taken) in bound)
            if (taken == parameter)
                return true;
        return false;
    }
}

/// <summary>
/// Library functions with a C# method of their own. The table is about speed and looks: what is
/// not in it is found in the module at run time.
/// </summary>
public static partial class LibraryTable
{
    private static readonly Dictionary<string, LibraryFunction> s_functions = new(Builtins().Concat(AsyncioLibrary.Functions()), StringComparer.Ordinal);

    private static readonly HashSet<string> s_modules =
    [
        "os.path", "collections.abc", "concurrent.futures", "importlib.util", "importlib.machinery", "importlib.abc", "importlib._bootstrap", "importlib._bootstrap_external", "importlib.metadata", "importlib.resources", "urllib.parse",
        "urllib.request", "urllib.error", "xml.etree", "xml.etree.ElementTree", "xml.dom", "xml.sax", "logging.handlers", "logging.config",
        "email.message", "http.client", "http.server", "unittest.mock", "asyncio.subprocess", "asyncio.exceptions", "multiprocessing.pool",
    ];

    /// <summary>Every function, for the test that each C# name exists.</summary>
    public static IEnumerable<KeyValuePair<string, LibraryFunction>> All => s_functions;

    public static LibraryFunction? Find(string fullName) => s_functions.GetValueOrDefault(fullName);

    /// <summary>Whether a dotted name of the library is a module rather than a member of one.</summary>
    public static bool IsModule(string name) => s_modules.Contains(name);
}
