using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;

namespace Pytocs.Cli.Convert;

/// <summary>
/// The files of packages that are no code: what programs read beside their modules, by <c>importlib.resources</c>, <c>pkgutil.get_data</c> or
/// <c>__file__</c>. A project has copies of them, and its build puts them where the modules would lie. See
/// <see href="https://setuptools.pypa.io/en/latest/userguide/datafiles.html">package data</see>.
/// </summary>
internal static class PackageData
{
    /// <summary>What Python tools make of modules or read in their place.</summary>
    private static readonly string[] s_code = [".py", ".pyc", ".pyo", ".pyi", ".pyx", ".pxd", ".so", ".pyd", ".cs", ".csproj"];

    /// <summary>Adds the data files of packages.</summary>
    /// <param name="writer">What is written.</param>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="packages">The packages of the project.</param>
    /// <param name="project">The project file, which tells whether files in the folder are pytocs's.</param>
    /// <returns>The part of the project that has its build copy them; empty where there are none.</returns>
    public static string Add(OutputWriter writer, string folder, IEnumerable<ConvertedModule> packages, string project)
    {
        var tops = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var module in packages)
        {
            var path = module.Module.Name.Replace('.', Path.DirectorySeparatorChar);
            var source = module.Module.Source.Path;
            var home = Directory.Exists(source) ? source : Path.GetDirectoryName(source)!;
            foreach (var file in ScriptFiles.Below(home, "*").Where(f => !IsCode(f) && !IsInProject(f, home)))
            {
                try
                {
                    writer.AddCopy(Path.Combine(folder, path, Path.GetRelativePath(home, file)), File.ReadAllBytes(file), file, project);
                    tops.Add(path.Split(Path.DirectorySeparatorChar)[0]);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    Report.Write(ToolCatalogue.CannotRead, file, error.Message);
                    writer.Refuse();
                }
            }
        }
        return tops.Count == 0 ? "" : $"""

              <ItemGroup>
                <!-- What programs read beside their modules. -->
                <None Update="{string.Join(';', tops.Select(static t => t + "/**"))}" CopyToOutputDirectory="PreserveNewest" />
              </ItemGroup>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>Whether a file is part of a C# project in a folder of the package, as an earlier output is.</summary>
    private static bool IsInProject(string file, string home)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length > home.Length; folder = Path.GetDirectoryName(folder))
            if (Directory.EnumerateFiles(folder, "*.csproj").Any())
                return true;
        return false;
    }

    private static bool IsCode(string path)
        => Path.GetFileName(path).StartsWith('.') || s_code.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
