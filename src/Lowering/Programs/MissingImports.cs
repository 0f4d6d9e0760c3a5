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
        => ImportGuards.Unguarded(file.Parsed.Module, Expected).SelectMany(n => n switch
        {
            Py.Import import => Check(file, import),
            Py.ImportFrom import => Check(file, import),
            _ => [],
        });

    /// <summary>What the program expects to fail, of a node's children.</summary>
    private static IEnumerable<Py.Node> Expected(Py.Node node) => node switch
    {
        Py.TryStatement attempt when attempt.Handlers.Any(static h => ImportGuards.Catches(h.Type, s_caught)) => attempt.Body,
        Py.If branch when ImportGuards.IsAboutPlace(branch.Test) => Py.Tree.Children(branch),
        _ => [],
    };

    private IEnumerable<Diagnostic> Check(ModuleFile file, Py.Import import) => import.Names.Where(a => !Exists(a.Name)).Select(a => Missing(file, a, a.Name));

    private IEnumerable<Diagnostic> Check(ModuleFile file, Py.ImportFrom import)
    {
        if (import.Module == "__future__" || ModuleFile.Absolute(file.Package, import.Module, import.Level) is not { } source)
            return [];
        if (!Exists(source))
            return [Missing(file, import, source)];
        return isProgram(source) || !isLibrary(source)
            ? []
            : import.Names.Where(a => a.Name != "*" && !hasName(source, a.Name) && !Exists($"{source}.{a.Name}"))
                .Select(a => new Diagnostic(LoweringCatalogue.MissingName, file.Source, a.Span, source, a.Name, "importing it raises ImportError"))
                .Concat(import.Names.Select(a => LibraryUses.Limit(file, a, source, a.Name)).OfType<Diagnostic>());
    }

    private bool Exists(string name) => isProgram(name) || isLibrary(name);

    private static Diagnostic Missing(ModuleFile file, Py.Node node, string name) => new(LoweringCatalogue.MissingModule, file.Source, node.Span, name);
}
