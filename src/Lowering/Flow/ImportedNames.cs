using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Programs;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Names that one module takes from another which binds them under a condition only: each read of them is checked.
/// See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#the-import-statement">the import statement</see>.
/// </summary>
internal static class ImportedNames
{
    /// <summary>Marks them; needs to know what is bound when each module ends.</summary>
    /// <returns>Whether any is new: what is passed on by a star import may be unbound in turn.</returns>
    public static bool Run(ProgramModel program)
    {
        // A module alone has nothing of another.
        if (program.Modules.Count == 1)
            return false;
        var changed = false;
        foreach (var model in program.Modules.Values)
            foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
                foreach (var (home, name) in Taken(node, model))
                    if (home != model && home.BoundAtEnd?.Contains(name) == false
                        && home.ModuleScope.Symbols.GetValueOrDefault(name) is { Bindings: > 0, MayBeUnbound: false } symbol && program.Find($"{home.ModuleName}.{name}") is null)
                        changed = symbol.MayBeUnbound = true;
        return changed;
    }

    private static IEnumerable<(SemanticModel Home, string Name)> Taken(Py.Node node, SemanticModel model)
    {
        switch (node)
        {
            case Py.ImportFrom import when model.Program.Find(ModuleFile.Absolute(model.File.Package, import.Module, import.Level)) is { } home:
                return (import.Names[0].Name == "*" ? model.StarNames.GetValueOrDefault(import, []) : import.Names.Select(static a => a.Name)).Select(n => (home, n));
            case Py.Attribute { Ctx: Py.ExprContext.Load, Value: Py.Name owner } attribute when model.Names.GetValueOrDefault(owner)?.Denotes is ModuleType { Program: { } home }:
                return [(home, attribute.Attr)];
            default:
                return [];
        }
    }
}
