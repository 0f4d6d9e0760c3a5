using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// What reads source text at run time: the assembly <c>Pytocs.Interpreter</c>, which lies beside programs that import a module which
/// needs it (<c>ast</c>, <c>logging.config</c>) or run source text themselves.
/// </summary>
public static class SourceReader
{
    /// <summary>From source text, file name, mode and flags to a tree of <c>ast</c>'s nodes; the interpreter sets it.</summary>
    public static Func<Any, Any, string, Any, Any>? Parse { get; set; }

    /// <summary>The value of a text that is a literal: <c>ast.literal_eval</c>.</summary>
    public static Func<Any, Any>? Literal { get; set; }

    /// <summary>Whether it lies beside the program.</summary>
    public static bool IsPresent => Parse is not null || s_type.Value is not null;

    private static readonly Lazy<Type?> s_type = new(static () => Type.GetType("Pytocs.Interpreter.Evaluation, Pytocs.Interpreter"));

    /// <summary>Loads the assembly, unless that is done.</summary>
    /// <exception cref="ModuleNotFoundError">It does not lie beside the program.</exception>
    public static void Require()
    {
        if (Parse is not null)
            return;
        if (s_type.Value is not { } type)
            throw new ModuleNotFoundError("No module named 'Pytocs.Interpreter': reading source text at run time needs that assembly beside the program") { Name = "Pytocs.Interpreter" };
        RuntimeHelpers.RunClassConstructor(type.TypeHandle);
    }
}
