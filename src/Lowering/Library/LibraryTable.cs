using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>A parameter of a library function as typed code sees it.</summary>
/// <param name="Keeps">Whether the function may keep or change what it is given.</param>
public sealed record LibraryParameter(string Name, bool IsStar, bool IsKeywordOnly, bool IsOptional, bool Keeps)
{
    /// <summary>The name in C#.</summary>
    public string CsName => Naming.CsNames.Camel(Name);
}

/// <summary>A function of the library that is called as a C# method where the call is plain.</summary>
public sealed record LibraryFunction(string CsName, LibraryParameter[] Parameters, StaticType Result, bool IsCoroutine)
{
    /// <summary>Argument for parameter, or null where the call must be bound at run time.</summary>
    public List<(Py.Expression Value, LibraryParameter Parameter)>? TryBind(Py.Call call)
    {
        if (call.Args.Any(a => a is Py.Starred) || call.Keywords.Any(k => k.Arg is null))
            return null;
        var bound = new List<(Py.Expression, LibraryParameter)>();
        var index = 0;
        foreach (var argument in call.Args)
        {
            if (index >= Parameters.Length || Parameters[index].IsKeywordOnly)
                return null;
            bound.Add((argument, Parameters[index]));
            if (!Parameters[index].IsStar)
                index++;
        }
        foreach (var keyword in call.Keywords)
        {
            var parameter = Array.Find(Parameters, p => p.Name == keyword.Arg && !p.IsStar);
            if (parameter is null || bound.Exists(b => b.Item2 == parameter))
                return null;
            bound.Add((keyword.Value, parameter));
        }
        return Parameters.All(p => p.IsOptional || p.IsStar || bound.Exists(b => b.Item2 == p)) ? bound : null;
    }
}

/// <summary>
/// Library functions with a C# method of their own. The table is about speed and looks: what is
/// not in it is found in the module at run time.
/// </summary>
public static partial class LibraryTable
{
    private static readonly Dictionary<string, LibraryFunction> s_functions = Create();

    private static readonly HashSet<string> s_modules =
    [
        "os.path", "collections.abc", "concurrent.futures", "importlib.util", "importlib.metadata", "importlib.resources", "urllib.parse",
        "urllib.request", "urllib.error", "xml.etree", "xml.etree.ElementTree", "xml.dom", "xml.sax", "logging.handlers", "logging.config",
        "email.message", "http.client", "http.server", "unittest.mock", "asyncio.subprocess", "asyncio.exceptions", "multiprocessing.pool",
    ];

    public static LibraryFunction? Find(string fullName) => s_functions.GetValueOrDefault(fullName);

    /// <summary>Whether a dotted name of the library is a module rather than a member of one.</summary>
    public static bool IsModule(string name) => s_modules.Contains(name);

    /// <summary>Reads a parameter list: <c>a, b?, *rest, key=</c>; <c>!</c> marks what the function keeps.</summary>
    private static LibraryFunction Function(string csName, string parameters, StaticType result, bool isCoroutine = false)
    {
        var list = new List<LibraryParameter>();
        foreach (var part in parameters.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isStar = part.StartsWith('*');
            list.Add(new LibraryParameter(part.Trim('*', '?', '!', '='), isStar, part.EndsWith('='), part.Contains('?') || part.Contains('='), part.Contains('!')));
        }
        return new LibraryFunction(csName, [.. list], result, isCoroutine);
    }
}
