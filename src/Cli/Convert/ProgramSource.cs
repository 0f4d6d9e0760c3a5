using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Programs;
using Pytocs.Parser;
using Pytocs.Parser.Text;

namespace Pytocs.Cli.Convert;

/// <summary>What is converted together: a script, or all modules of a folder.</summary>
/// <param name="Name">The script or folder, as messages and the namespace name it.</param>
/// <param name="Roots">The modules to start from, the script first.</param>
/// <param name="Folder">Where the modules that they import are looked for first.</param>
internal sealed record ProgramSource(string Name, IReadOnlyList<ModuleFile> Roots, string Folder)
{
    private const string SourceFolder = "src";

    /// <summary>Further folders that imported modules are looked for in: those of tests that are in no package, as pytest has them on its path.</summary>
    public IReadOnlyList<string> TestFolders { get; init; } = [];

    /// <summary>The C# namespace of the script. One in a package stands inside the package's.</summary>
    public string Namespace => Conversion.NamespaceOf(Name) + (Roots[0].ScriptPackage is null ? "" : ".Program");

    /// <summary>A script.</summary>
    /// <returns>Null, with a finding, where it cannot be read.</returns>
    public static ProgramSource? OfScript(string path) => SourceReader.Read(path) is { } source ? OfText(source) : null;

    /// <summary>
    /// A script, or, where it holds tests, the module of its name: tests are imported by what runs them, with the <c>conftest.py</c> beside it.
    /// </summary>
    /// <returns>Null, with a finding, where it cannot be read.</returns>
    public static ProgramSource? OfScriptOrTests(string path)
    {
        if (OfScript(path) is not { Roots: [var script] } program)
            return null;
        var name = Path.GetFileNameWithoutExtension(path);
        if (!Tests.TestFiles.IsTest(script with { Name = name }) || !CsKeywords.IsIdentifier(name))
            return program;
        var conftest = Path.Combine(program.Folder, "conftest.py");
        var others = File.Exists(conftest) && SourceReader.Read(conftest) is { } source ? [Module("conftest", false, source)] : (ModuleFile[])[];
        return program with { Roots = [script with { Name = name }, .. others] };
    }

    /// <summary>A script whose text is known.</summary>
    public static ProgramSource OfText(SourceText source)
        => new(source.Path, [Module(ModuleFile.Main, false, source)], Path.GetDirectoryName(source.Path) is { Length: > 0 } folder ? folder : ".");

    /// <summary>
    /// All modules below a folder. One with <c>__init__.py</c> is a package, any other stands for the package root. The script is what
    /// the user names, else <c>__main__.py</c>, as for <c>python FOLDER</c>; without one there is a library.
    /// </summary>
    /// <returns>Null, with a finding, where something cannot be read.</returns>
    public static ProgramSource? OfFolder(string folder, string? main, IReadOnlyList<string>? exclude)
    {
        if (ScriptFiles.Find([folder], exclude) is not { } files)
            return null;
        var package = PackageOf(folder, out var root);
        var script = main ?? (Path.Combine(folder, "__main__.py") is var own && File.Exists(own) ? own : null);
        return OfFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), files, root, package, script);
    }

    /// <summary>The modules of given files.</summary>
    /// <param name="name">The name of the program.</param>
    /// <param name="files">The files; their relative paths are their modules' names.</param>
    /// <param name="root">Where imported modules are looked for.</param>
    /// <param name="package">The packages that the files are in.</param>
    /// <param name="script">The file that runs; null for a library.</param>
    /// <returns>Null, with a finding, where something cannot be read.</returns>
    public static ProgramSource? OfFiles(string name, IReadOnlyList<ScriptFile> files, string root, string[] package, string? script)
    {
        var named = new List<(string Name, bool IsPackage, SourceText Source)>();
        var unnameable = new List<(ScriptFile File, int At, string Name, SourceText Source)>();
        var strips = package.Length == 0 && HasSourceFolder(files, root);
        foreach (var file in files)
        {
            var isScript = script is not null && Path.GetFullPath(file.Path) == Path.GetFullPath(script);
            var parts = file.RelativePath[..^".py".Length].Split(Path.DirectorySeparatorChar);
            if (strips && parts is [SourceFolder, _, ..])
                parts = parts[1..];
            if (SourceReader.Read(file.Path) is not { } source)
                return null;
            var isPackage = parts[^1] == "__init__";
            var dotted = string.Join('.', [.. package, .. isPackage ? parts[..^1] : parts]);
            if (!isScript && !parts.All(CsKeywords.IsIdentifier))
            {
                unnameable.Add((file, named.Count, dotted, source));
                continue;
            }
            named.Insert(isScript ? 0 : named.Count, (isScript ? ModuleFile.Main : dotted, isPackage, source));
        }
        // No import statement can say such a name, yet a text can.
        var takesTexts = named.Exists(static m => m.Source.Text.Contains("import_module", StringComparison.Ordinal));
        foreach (var (file, at, dotted, source) in Enumerable.Reverse(unnameable))
        {
            if (takesTexts && Array.TrueForAll(file.RelativePath[..^".py".Length].Split(Path.DirectorySeparatorChar), static p => p.Length > 0 && char.IsLetter(p[0]) && !p.Contains('.', StringComparison.Ordinal)))
                named.Insert(at, (dotted, false, source));
            else
                Report.Write(ToolCatalogue.LeftOut, file.Path, "its name is no module name, so that nothing can import it; convert it by itself");
        }
        // As for CPython, a package goes before a module of its name.
        foreach (var (hidden, _, source) in named.Where(m => !m.IsPackage && named.Exists(p => p.IsPackage && p.Name == m.Name)).ToList())
        {
            named.RemoveAll(m => m.Source == source);
            Report.Write(ToolCatalogue.LeftOut, source.Path, $"the package {hidden} beside it is what an import of that name finds");
        }
        var modules = AllCores.Select(named, static m => Module(m.Name, m.IsPackage, m.Source));
        if (package.Length > 0 && modules is [{ Name: ModuleFile.Main } first, ..])
            modules[0] = first with { ScriptPackage = string.Join('.', package) };
        if (script is not null && modules.FirstOrDefault()?.Name != ModuleFile.Main)
        {
            Report.Write(ToolCatalogue.WrongUse, null, $"the script {script} is not among the Python files");
            return null;
        }
        if (modules.Length == 0)
        {
            Report.Write(ToolCatalogue.CannotRead, root, "no Python file is in the folder");
            return null;
        }
        var loose = files.Where(f => Array.Exists(modules, m => m.Source.Path == f.Path && Tests.TestFiles.IsForTests(m, root))).Select(static f => Path.GetDirectoryName(f.Path)!)
            .Where(static f => !File.Exists(Path.Combine(f, "__init__.py"))).Distinct();
        return new ProgramSource(name, modules, root) { TestFolders = [.. loose] };
    }

    /// <summary>
    /// Whether packages lie in a folder <c>src</c> that is none itself, so that its name is not part of theirs. See
    /// <see href="https://packaging.python.org/en/latest/discussions/src-layout-vs-flat-layout/">src layout</see>.
    /// </summary>
    private static bool HasSourceFolder(IReadOnlyList<ScriptFile> files, string root)
        => !File.Exists(Path.Combine(root, SourceFolder, "__init__.py"))
            && files.Any(static f => f.RelativePath.Split(Path.DirectorySeparatorChar) is [SourceFolder, _, "__init__.py"])
            && !files.Any(static f => SourceReader.Read(f.Path) is { } source && ImportScanner.Names(Module("", false, source)).Any(static n => n.Split('.')[0] == SourceFolder));

    /// <summary>The packages that a folder is: itself and those around it, as long as they have an <c>__init__.py</c>.</summary>
    private static string[] PackageOf(string folder, out string root)
    {
        var names = new List<string>();
        for (root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)); File.Exists(Path.Combine(root, "__init__.py")); root = Path.GetDirectoryName(root)!)
            names.Insert(0, Path.GetFileName(root));
        return [.. names];
    }

    private static ModuleFile Module(string name, bool isPackage, SourceText source) => new(name, isPackage, source, PythonParser.Parse(source));
}
