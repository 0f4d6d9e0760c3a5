using Microsoft.Build.Framework;
using Pytocs.Cli;
using Pytocs.Cli.Convert;
using Pytocs.Cli.CSharp;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Cli.Templates;
using Task = Microsoft.Build.Utilities.Task;

namespace Pytocs.MSBuild;

/// <summary>Converts the Python files of a project as one program, or as a library for its C# code.</summary>
public sealed class TranspilePython : Task
{
    /// <summary>To the compiler <c>.g.cs</c> files are generated code, where the project's setting does not reach.</summary>
    private const string Nullable = "#nullable enable\n";

    /// <summary>
    /// The Python files. Their metadata overrides the project's options for a file: <c>Tier</c>, <c>Lines</c>, and <c>NoWarn</c>, which adds to it.
    /// </summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The folder that module names count from.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>Where the C# goes; files in it that no Python file became are removed.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The project's C# files, whose classes the Python files may import.</summary>
    public ITaskItem[] CSharpFiles { get; set; } = [];

    /// <summary>The assemblies that the project refers to.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The project's preprocessor symbols.</summary>
    public string? DefineConstants { get; set; }

    /// <summary>The script that runs; empty for a library.</summary>
    public string? Main { get; set; }

    /// <summary>The C# namespace of the script; by default its name.</summary>
    public string? Namespace { get; set; }

    /// <summary>Whether every generator gets the exact tier.</summary>
    public bool IsExact { get; set; }

    /// <summary>Whether the C# has <c>#line</c> directives.</summary>
    public bool HasLines { get; set; } = true;

    /// <summary>A folder with templates of the user's own; empty for none.</summary>
    public string? Templates { get; set; }

    /// <summary>Codes of warnings that are not shown.</summary>
    public string? NoWarn { get; set; }

    /// <summary>Codes of warnings that are errors.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>Whether all warnings are errors; MSBuild does not apply this to the warnings of tasks itself.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The <c>.editorconfig</c> and <c>.globalconfig</c> files that may say how severe a warning is.</summary>
    public ITaskItem[] ConfigFiles { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var severities = ConfiguredSeverities.Read(Paths(ConfigFiles));
        Report.Use(new TaskFindings(Log, severities, (path, code) => _noWarn.Contains(code) || (path is not null && _noWarnOf.GetValueOrDefault(Path.GetFullPath(path))?.Contains(code) == true), Codes(WarningsAsErrors), TreatWarningsAsErrors));
        _noWarn.UnionWith(Codes(NoWarn));
        foreach (var file in Files)
            _noWarnOf[file.GetMetadata("FullPath")] = Codes(file.GetMetadata("NoWarn"));
        // Expressions may nest deep, and converting them recurses.
        var done = false;
        var thread = new Thread(() => done = Convert(), DeepStack.Size);
        thread.Start();
        thread.Join();
        Report.Finish();
        return done && !Log.HasLoggedErrors;
    }

    private readonly HashSet<string> _noWarn = [];
    private readonly Dictionary<string, HashSet<string>> _noWarnOf = new(StringComparer.Ordinal);

    private static HashSet<string> Codes(string? list)
        => [.. (list ?? "").Split([';', ',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private bool Convert()
    {
        if (TemplateSet.Open(string.IsNullOrEmpty(Templates) ? null : Path.Combine(ProjectFolder, Templates)) is not { } templates)
            return false;
        var output = Path.GetFullPath(Path.Combine(ProjectFolder, OutputFolder));
        var main = string.IsNullOrEmpty(Main) ? null : Path.GetFullPath(Path.Combine(ProjectFolder, Main));
        var files = Files.Select(f => new ScriptFile(f.GetMetadata("FullPath"), ProjectFolder)).Where(f => File.Exists(f.Path)).ToList();
        var options = new ConversionOptions(string.IsNullOrEmpty(Namespace) ? null : Namespace);
        var sources = new CSharpSources(Paths(CSharpFiles), Paths(References), (DefineConstants ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        options = options with { CSharp = sources };
        var given = Files.ToDictionary(static f => f.GetMetadata("FullPath"), StringComparer.Ordinal);
        string Option(Lowering.Programs.ModuleFile module, string name) => given.GetValueOrDefault(Path.GetFullPath(module.Source.Path))?.GetMetadata(name) ?? "";
        bool Lines(Lowering.Programs.ModuleFile module) => Option(module, "Lines") is { Length: > 0 } lines ? lines.Equals("true", StringComparison.OrdinalIgnoreCase) : HasLines;
        options = options with
        {
            IsExact = m => Option(m, "Tier") is { Length: > 0 } tier ? tier == "exact" : IsExact,
            LinePath = m => !Lines(m) ? null : Path.GetRelativePath(Path.GetDirectoryName(Path.Combine(output, CsFile(m, "script.cs")))!, Path.GetFullPath(m.Source.Path)).Replace('\\', '/'),
        };
        if (Conversion.Of(ProjectFolder, () => ProgramSource.OfFiles(Path.GetFileName(main ?? ProjectFolder), files, ProjectFolder, [], main), options) is not { HasErrors: false } conversion)
            return false;
        var writer = new OutputWriter(force: true, root: output);
        var script = FileNames.OfScript(conversion.Modules.Select(static m => m.Module));
        foreach (var module in conversion.Modules.Where(m => m.Module.Source.Text.Length > 0 || m.Module.IsPackage))
        {
            var file = CsFile(module.Module, script);
            writer.Add(Path.Combine(output, file), Nullable + module.Text, module.Module.Source.Path);
            if (module.Module.Source.Text.Length > 0)
                TraceTable.Add(writer, output, file, module, Lines(module.Module), Nullable);
        }
        if (conversion.CSharpClasses.Count > 0)
            writer.Add(Path.Combine(output, CSharpModules.Name), CSharpModules.Text(conversion.CSharpClasses), ProjectFolder);
        if (!conversion.HasScript)
            writer.Add(Path.Combine(output, Path.ChangeExtension(LibraryFile.Name, ".g.cs")), LibraryFile.Text(conversion, templates), ProjectFolder);
        if (!writer.Commit())
            return false;
        File.WriteAllLines(Path.Combine(output, "pytocs.outputs"), writer.Paths.Select(p => Path.GetRelativePath(output, p)));
        // Its presence makes the C# files inputs of the next build.
        var mark = Path.Combine(output, "pytocs.csharp");
        if (sources.IsAsked)
            File.WriteAllText(mark, "");
        else
            File.Delete(mark);
        var kept = writer.Paths.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        foreach (var old in ((string[])["*.g.cs", "*.positions"]).SelectMany(p => Directory.EnumerateFiles(output, p, SearchOption.AllDirectories)).Where(f => !kept.Contains(f)).ToList())
            File.Delete(old);
        return true;
    }

    private static string[] Paths(ITaskItem[] items) => [.. items.Select(static i => i.GetMetadata("FullPath"))];

    private static string CsFile(Lowering.Programs.ModuleFile module, string script) => Path.ChangeExtension(FileNames.Of(module, script), ".g.cs");
}
