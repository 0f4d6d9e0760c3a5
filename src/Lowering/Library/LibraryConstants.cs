using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>Names of the library that stand for one number or text, which C# knows.</summary>
public static class LibraryConstants
{
    private static readonly Dictionary<string, (string CsName, StaticType Type)> s_constants = new(StringComparer.Ordinal)
    {
        ["asyncio.FIRST_COMPLETED"] = ("AsyncIO.FirstCompleted", StaticType.Str),
        ["asyncio.FIRST_EXCEPTION"] = ("AsyncIO.FirstException", StaticType.Str),
        ["asyncio.ALL_COMPLETED"] = ("AsyncIO.AllCompleted", StaticType.Str),
        ["math.pi"] = ("PyMath.Pi", StaticType.Float),
        ["math.e"] = ("PyMath.E", StaticType.Float),
        ["math.tau"] = ("PyMath.Tau", StaticType.Float),
        ["math.inf"] = ("PyMath.Infinity", StaticType.Float),
    };

    /// <summary>Every constant, for the test that each C# name exists.</summary>
    public static IEnumerable<KeyValuePair<string, (string CsName, StaticType Type)>> All => s_constants;

    /// <summary>What a name of the library stands for; null of one that is no constant, or that the program gives another value.</summary>
    public static (string CsName, StaticType Type)? Find(string fullName, SemanticModel model)
        => s_constants.TryGetValue(fullName, out var found) && !model.PatchedLibrary.Contains(fullName) ? found : null;
}
