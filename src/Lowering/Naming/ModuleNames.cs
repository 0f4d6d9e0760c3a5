using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;

namespace Pytocs.Lowering.Naming;

/// <summary>Gives every module its namespace, and the name that other modules call it by.</summary>
internal static class ModuleNames
{
    /// <param name="program">The program.</param>
    /// <param name="main">The namespace of the script.</param>
    public static void Assign(ProgramModel program, string main)
    {
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in program.Modules.Values)
        {
            var name = model.IsMain ? main : string.Join('.', model.ModuleName.Split('.').Select(Segment));
            while (!namespaces.Add(name))
                name += "_";
            model.Namespace = name;
        }
        // An alias that is a namespace too would mean that.
        var segments = namespaces.SelectMany(static n => n.Split('.')).ToHashSet(StringComparer.Ordinal);
        foreach (var model in program.Modules.Values)
        {
            var parts = model.Namespace.Split('.');
            // As many of the packages around it as it takes to be the only one of its name.
            var taken = 1;
            var alias = parts[^1] + "Module";
            while (segments.Contains(alias) || ReservedNames.Contains(alias, "") || NamespaceTypes.IsRuntime(alias) || !aliases.Add(alias))
                alias = ++taken <= parts.Length ? string.Concat(parts[^taken..]) + "Module" : alias + "_";
            model.CsAlias = alias;
        }
    }

    /// <summary>A part of a dotted name in C#'s style; never a name that the emitted code uses itself.</summary>
    private static string Segment(string part)
    {
        // Modules that are imported by a text may have any name.
        var name = CsNames.Pascal(string.Concat(part.Select(static c => char.IsLetterOrDigit(c) ? c : '_')));
        return ReservedNames.Contains(name, "") || NamespaceTypes.IsRuntime(name) ? name + "Module" : name;
    }
}
