using Pytocs.Lowering.Diagnostics;
using Pytocs.Parser.Diagnostics;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Programs;

/// <summary>
/// Warns of imports that will fail when the program runs: modules that neither the program nor pytocs's library has, and
/// names that a module of the library lacks. An import that the program itself expects to fail is not warned of.
/// </summary>
/// <param name="isProgram">Whether a dotted name is a module of the program.</param>
/// <param name="isLibrary">Whether it is a module of the library.</param>
/// <param name="hasName">Whether a module of the library has a name.</param>
public sealed class MissingImports(Func<string, bool> isProgram, Func<string, bool> isLibrary, Func<string, string, bool> hasName)
{
    private static readonly HashSet<string> s_caught = ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"];

    /// <summary>The warnings about one module, in the order of its text.</summary>
    public IEnumerable<Diagnostic> Find(ModuleFile file)
    {
        var open = new Stack<Py.Node>();
        open.Push(file.Parsed.Module);
        while (open.TryPop(out var node))
        {
            foreach (var found in Check(file, node))
                yield return found;
            foreach (var child in Children(node).Reverse())
                open.Push(child);
        }
    }

    private static IEnumerable<Py.Node> Children(Py.Node node) => node switch
    {
        Py.TryStatement attempt when attempt.Handlers.Any(static h => ImportGuards.Catches(h.Type, s_caught)) => [.. attempt.Handlers, .. attempt.Orelse, .. attempt.Finalbody],
        Py.If branch when ImportGuards.IsAboutPlace(branch.Test) => [],
        Py.Expression => [],
        _ => Py.Tree.Children(node),
    };

    private IEnumerable<Diagnostic> Check(ModuleFile file, Py.Node node)
    {
        switch (node)
        {
            case Py.Import import:
                return import.Names.Where(a => !Exists(a.Name)).Select(a => Missing(file, a, a.Name));
            case Py.ImportFrom { Module: not "__future__" } import when ModuleFile.Absolute(file.Package, import.Module, import.Level) is { } source:
                if (!Exists(source))
                    return [Missing(file, import, source)];
                return isProgram(source) || !isLibrary(source)
                    ? []
                    : import.Names.Where(a => a.Name != "*" && !hasName(source, a.Name) && !Exists($"{source}.{a.Name}"))
                        .Select(a => new Diagnostic(LoweringCatalogue.MissingName, file.Source, a.Span, source, a.Name, "importing it raises ImportError"))
                        .Concat(import.Names.Select(a => LibraryUses.Limit(file, a, source, a.Name)).OfType<Diagnostic>());
            default:
                return [];
        }
    }

    private bool Exists(string name) => isProgram(name) || isLibrary(name);

    private static Diagnostic Missing(ModuleFile file, Py.Node node, string name) => new(LoweringCatalogue.MissingModule, file.Source, node.Span, name);
}
