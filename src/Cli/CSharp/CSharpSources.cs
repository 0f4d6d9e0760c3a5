using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Cli.CSharp;

/// <summary>
/// The C# code of a project, whose classes its Python code may import from modules named like their namespaces. They are looked at only
/// where an import names such a namespace, through the compiler's symbols: nothing of them is loaded or run.
/// </summary>
/// <param name="files">The C# files.</param>
/// <param name="references">The assemblies that they use.</param>
/// <param name="symbols">The preprocessor symbols that are defined.</param>
internal sealed class CSharpSources(IReadOnlyList<string> files, IReadOnlyList<string> references, IReadOnlyList<string> symbols)
{
    /// <summary>Whether the program imports what is no module, so that a change of the C# code may matter to it.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>The classes of the project, if a module imports one of its namespaces.</summary>
    /// <param name="modules">The program.</param>
    /// <param name="isKnown">Whether a dotted name is a module of the program or the library.</param>
    public IReadOnlyList<CSharpClass> Used(IReadOnlyList<ModuleFile> modules, Func<string, bool> isKnown)
    {
        var asked = modules.SelectMany(Imports).Where(n => !isKnown(n)).ToHashSet(StringComparer.Ordinal);
        IsAsked = asked.Count > 0;
        if (asked.Count == 0 || files.Count == 0)
            return [];
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols);
        var trees = files.Where(File.Exists).Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f)), options, f));
        var compilation = CSharpCompilation.Create("Project", trees, references.Where(File.Exists).Select(static r => MetadataReference.CreateFromFile(r)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var classes = Types(compilation.Assembly.GlobalNamespace).Where(CSharpClass.IsUsable).ToList();
        var spaces = classes.Select(static t => t.ContainingNamespace.ToDisplayString()).ToHashSet(StringComparer.Ordinal);
        return asked.Overlaps(spaces) ? CSharpClass.Of(classes) : [];
    }

    private static IEnumerable<string> Imports(ModuleFile module) => Py.Tree.DescendantsAndSelf(module.Parsed.Module).SelectMany(static node => node switch
    {
        Py.Import import => import.Names.Select(static a => a.Name),
        Py.ImportFrom { Level: 0, Module: { } from } import => import.Names.Select(a => $"{from}.{a.Name}").Prepend(from),
        _ => (IEnumerable<string>)[],
    });

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space)
        => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
