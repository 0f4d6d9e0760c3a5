using Pytocs.Cli.Convert;
using Pytocs.Cli.CSharp;
using Pytocs.Cli.Convert.Tests;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Emit;
using Pytocs.Lowering;
using Pytocs.Lowering.Doctests;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Positions;
using Pytocs.Lowering.Programs;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli;

/// <summary>A module and the C# it became.</summary>
internal sealed record ConvertedModule(ModuleFile Module, string Text, LoweringResult Lowered)
{
    /// <summary>What tracebacks need to know of its Python text.</summary>
    public string Positions() => PositionTable.Write(Module.Parsed.Module, Module.Source, Lowered.Model.TypeOf);
}

/// <summary>A program on its way from Python to C#: the script first, then its other modules. A library has no script.</summary>
internal sealed record Conversion(IReadOnlyList<ConvertedModule> Modules, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The folder of its Python files.</summary>
    public string Folder { get; init; } = ".";

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>Classes of C# code that it imports.</summary>
    public IReadOnlyList<CSharpClass> CSharpClasses { get; init; } = [];

    /// <summary>Whether it runs source text.</summary>
    public bool UsesInterpreter => Modules.Any(static m => m.Lowered.Model.UsesInterpreter);

    /// <summary>The C# of the script.</summary>
    public string Text => Modules[0].Text;

    /// <summary>Whether it runs by itself.</summary>
    public bool HasScript => Modules.Count > 0 && Modules[0].Module.Name == ModuleFile.Main;

    /// <summary>Converts a script and reports the diagnostics.</summary>
    /// <returns>Null when a file cannot be read.</returns>
    public static Conversion? Of(string path, ConversionOptions options) => Of(path, () => ProgramSource.OfScript(path), options);

    /// <summary>Converts a program and reports the diagnostics.</summary>
    /// <param name="name">What messages about the whole program speak of.</param>
    /// <param name="read">Reads and parses it; null when a file cannot be read.</param>
    /// <param name="options">What the user asked for.</param>
    /// <returns>Null when it cannot be read, or for a defect of pytocs.</returns>
    public static Conversion? Of(string name, Func<ProgramSource?> read, ConversionOptions options)
    {
        try
        {
            if (read() is not { } program)
                return null;
            var conversion = Convert(program, options);
            foreach (var diagnostic in conversion.Diagnostics)
            {
                if (diagnostic.Severity == Severity.Error || !options.WarnsAsPython)
                    Report.Write(diagnostic);
                else if (diagnostic.Descriptor == Parser.Diagnostics.Catalogue.SyntaxWarning)
                    Console.Error.WriteLine(AsPython(diagnostic));
            }
            return conversion;
        }
        catch (Exception defect) when (Environment.GetEnvironmentVariable("PYTOCS_STACK_TRACE") is null)
        {
            // A defect of pytocs is one clear line too; the variable shows where it is.
            Report.Write(ToolCatalogue.Defect, name, $"a defect of pytocs: {defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    /// <summary>Converts a script.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public static Conversion? Convert(string path, ConversionOptions options)
        => ProgramSource.OfScript(path) is { } program ? Convert(program, options) : null;

    public static Conversion Convert(ProgramSource program, ConversionOptions options)
    {
        var finder = new ModuleFinder([program.Folder, .. options.SearchPath, .. options.Tests ? program.TestFolders : []], options.Library, LibraryNames.Has, SourceReader.Read);
        var loaded = ProgramLoader.Load(program.Roots, options.FollowImports ? finder.Find : _ => null, finder.IsLibrary);
        // As in CPython, a module that is no Python raises SyntaxError where it is imported.
        if (options.WarnsAsPython)
            loaded = [.. loaded.Where(static m => m.Name == ModuleFile.Main || !m.Parsed.Diagnostics.Any(static d => d.Severity == Severity.Error))];
        if (options.Tests)
            loaded = [.. loaded.Select(m => m.Name != ModuleFile.Main && TestFiles.IsForTests(m, program.Folder) ? m with { IsReflected = true } : m)];
        if (options.IsExact is { } isExact)
            loaded = [.. loaded.Select(m => m with { IsExact = isExact(m) })];
        var files = DoctestExpander.Expand(loaded, options.Doctests);
        var parsed = files.SelectMany(static f => f.Parsed.Diagnostics).ToList();
        if (parsed.Exists(d => d.Severity == Severity.Error))
            return new Conversion([], parsed);
        var classes = options.CSharp?.Used(files, n => files.Any(f => f.Name == n) || LibraryNames.Has(n)) ?? [];
        var lowered = PythonLowering.Lower(files, new LoweringOptions(options.Namespace ?? program.Namespace, options.ExactTier) { CSharpClasses = [.. classes.Select(static c => c.Typed)] });
        if (!options.WarnsAsPython)
            parsed.AddRange(Missing(files, finder, classes));
        List<Diagnostic> all = [.. parsed, .. lowered.SelectMany(l => Ordered(l.Diagnostics))];
        return all.Exists(d => d.Severity == Severity.Error)
            ? new Conversion([], all)
            : new Conversion(AllCores.Select([.. lowered.Zip(files)], m => Written(m.First, m.Second, options)), all) { Folder = program.Folder, CSharpClasses = classes };
    }

    private static ConvertedModule Written(LoweringResult lowered, ModuleFile module, ConversionOptions options)
        => new(module, CSharpEmitter.ToText(lowered.File!, options.LinePath?.Invoke(module) is { } path ? new LineDirectives(module.Source, path) : null), lowered);

    /// <summary>Imports that will fail; a module that lies beside the script is no such import, even where it is not followed.</summary>
    private static IEnumerable<Diagnostic> Missing(IReadOnlyList<ModuleFile> files, ModuleFinder finder, IReadOnlyList<CSharpClass> classes)
    {
        var names = files.Select(f => f.Name).ToHashSet();
        var spaces = classes.Select(static c => c.Module).ToHashSet(StringComparer.Ordinal);
        var imports = new MissingImports(
            n => names.Contains(n) || finder.Find(n) is not null,
            n => LibraryNames.Has(n) || spaces.Any(s => s == n || s.StartsWith(n + ".", StringComparison.Ordinal)),
            (m, n) => spaces.Contains(m) ? classes.Any(c => c.Module == m && c.Name == n) : LibraryNames.Has(m) && LibraryNames.Has(m, n));
        var uses = new LibraryUses(n => !names.Contains(n) && LibraryNames.Has(n), (m, n) => names.Contains($"{m}.{n}") || LibraryNames.Has(m, n));
        return files.SelectMany(f => imports.Find(f).Concat(uses.Find(f)).OrderBy(static d => d.Span.Start).Concat(PytestLimits.Find(f)));
    }

    /// <summary>A warning as the interpreter prints it when it compiles a script.</summary>
    public static string AsPython(Diagnostic diagnostic)
    {
        var source = diagnostic.Source!;
        var line = source.LineOf(diagnostic.ShownAt ?? diagnostic.Span.Start);
        return $"{Path.GetFullPath(source.Path)}:{line}: SyntaxWarning: {diagnostic.Message}\n  {source.Line(line).Trim()}";
    }

    private static IEnumerable<Diagnostic> Ordered(IEnumerable<Diagnostic> diagnostics) => diagnostics.OrderBy(d => d.Span.Start);

    /// <summary>The C# namespace of a script or folder: its name in C#'s style, also where it is given as <c>.</c>.</summary>
    public static string NamespaceOf(string path)
    {
        var last = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } own && own != "." ? own : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var name = CsNames.Pascal(new string([.. last.Select(c => char.IsLetterOrDigit(c) ? c : '_')]));
        return name.Length == 0 || !CsKeywords.IsIdentifier(name) || name[0] == '_' ? "Script" + name
            : name == "Main_" || ReservedNames.Contains(name, "") || Lowering.Declarations.NamespaceTypes.IsRuntime(name) ? name.TrimEnd('_') + "Script" : name;
    }
}

/// <summary>What the user asked of a conversion.</summary>
/// <param name="Namespace">The C# namespace of the script; by default its name.</param>
/// <param name="ExactTier">Whether every generator gets the exact tier.</param>
/// <param name="FollowImports">Whether the modules that the script imports, beside it or on the search path, become part of the program.</param>
internal sealed record ConversionOptions(string? Namespace = null, bool ExactTier = false, bool FollowImports = true)
{
    /// <summary>The name of a module's Python file in <c>#line</c> directives; null for none, in one module or in all.</summary>
    public Func<ModuleFile, string?>? LinePath { get; init; }

    /// <summary>The modules whose generators get the exact tier, where not all do.</summary>
    public Func<ModuleFile, bool>? IsExact { get; init; }

    /// <summary>Whether the only warnings shown are Python's own, in its form: the program's standard error is the script's.</summary>
    public bool WarnsAsPython { get; init; }

    /// <summary>Whether Python tests become xunit tests.</summary>
    public bool Tests { get; init; }

    /// <summary>Whether the examples in docstrings become xunit tests.</summary>
    public bool Doctests { get; init; }

    /// <summary>C# code whose classes the program may import; null for none.</summary>
    public CSharpSources? CSharp { get; init; }

    /// <summary>Folders that are searched for imported modules after the script's own.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } = [];

    /// <summary>Folders of Python's own library: modules that pytocs's library lacks become part of the program.</summary>
    public IReadOnlyList<string> Library { get; init; } = [];
}
