using System.Collections.Immutable;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Programs;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Ties what modules import to what it names, and spells out <c>from module import *</c>.
/// See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#the-import-statement">the import statement</see>.
/// </summary>
internal static class ImportLinker
{
    public static void Run(ProgramModel program)
    {
        // A star import may bring what another one brought, so the names grow round by round.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var model in program.Modules.Values)
                foreach (var import in model.Module.Body.SelectMany(StarImports))
                    changed |= Expand(model, import);
        }
        foreach (var model in program.Modules.Values)
            foreach (var symbol in model.ModuleScope.Symbols.Values.Concat(InnerSymbols(model.ModuleScope)))
                LinkSubmodule(symbol);
    }

    /// <summary>Says what a from-import binds a symbol to.</summary>
    public static void Link(SemanticModel model, Py.ImportFrom import, string name, Symbol symbol)
    {
        symbol.Bindings++;
        var module = ModuleFile.Absolute(model.File.Package, import.Module, import.Level);
        if (model.Program.Find(module) is { } source)
            symbol.Source = (source, name);
        else
            symbol.Import = module is null ? null : new LibraryType(module, name);
    }

    /// <summary><c>from package import module</c>, which may stand in the package itself.</summary>
    private static void LinkSubmodule(Symbol symbol)
    {
        if (symbol.Source is not var (source, name) || (source.ModuleScope.Symbols.TryGetValue(name, out var found) && found != symbol))
            return;
        symbol.Import = Submodule(source, name);
        symbol.Source = null;
    }

    private static ModuleType? Submodule(SemanticModel package, string name)
        => package.Program.Find($"{package.ModuleName}.{name}") is { } found ? new ModuleType(found.ModuleName) { Program = found } : null;

    /// <summary>Star imports stand only at the module's level, though maybe under a condition.</summary>
    private static IEnumerable<Py.ImportFrom> StarImports(Py.Statement statement)
        => statement is Py.FunctionDefinition or Py.ClassDef ? [] : Py.Tree.DescendantsAndSelf(statement).OfType<Py.ImportFrom>().Where(i => i.Names[0].Name == "*");

    private static bool Expand(SemanticModel model, Py.ImportFrom import)
    {
        var module = ModuleFile.Absolute(model.File.Package, import.Module, import.Level);
        var names = model.Program.Find(module) is { } source ? ModuleExports.Of(source) : StarExports.Of(module ?? "");
        var known = model.StarNames.GetValueOrDefault(import, []);
        if (names.Length == known.Length)
            return false;
        model.StarNames[import] = names;
        foreach (var name in names.Except(known))
            Link(model, import, name, model.ModuleScope.Declare(name));
        return true;
    }

    private static IEnumerable<Symbol> InnerSymbols(Scope scope) => scope.Children.SelectMany(c => c.Symbols.Values.Concat(InnerSymbols(c)));
}
