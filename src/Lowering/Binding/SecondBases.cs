using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Finds the built-in exception classes that a class of the program has beside its first base. An instance has the C# class of the
/// first, so that clauses which name one of the others ask for the Python class.
/// </summary>
internal static class SecondBases
{
    public static HashSet<string> Of(ProgramModel program)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in program.Modules.Values)
            foreach (var cls in model.Classes.Keys.Where(static c => c.Bases.Length > 1))
                result.UnionWith(cls.Bases.Skip(1).SelectMany(b => Errors(b, model, 0)));
        return result;
    }

    /// <summary>The built-in exception classes that a base is or derives from; every exception is one of C#'s Exception.</summary>
    private static IEnumerable<string> Errors(Py.Expression @base, SemanticModel model, int depth)
    {
        if (@base is not Py.Name name || depth > 20)
            return [];
        if (model.Names.GetValueOrDefault(name)?.Origin is not { } symbol)
            return ExceptionTypes.Ancestors(name.Id);
        return symbol.Class is { } cls ? cls.Definition.Bases.SelectMany(b => Errors(b, cls.Home, depth + 1)) : [];
    }
}
