using Pytocs.Lowering.Programs;

namespace Pytocs.Cli.Convert;

/// <summary>Where the C# of a module goes, below the output folder: a folder for each package.</summary>
internal static class FileNames
{
    /// <param name="module">The module.</param>
    /// <param name="main">The file of the script.</param>
    public static string Of(ModuleFile module, string main)
    {
        if (module.Name == ModuleFile.Main)
            return main;
        var path = module.Name.Replace('.', Path.DirectorySeparatorChar);
        return module.IsPackage ? Path.Combine(path, "__init__.cs") : path + ".cs";
    }
}
