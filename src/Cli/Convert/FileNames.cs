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

    /// <summary>The file of the script, the first of a program's modules. One that imports the script has it as a module of its own, and that has its name.</summary>
    public static string OfScript(IEnumerable<ModuleFile> modules)
    {
        var name = Path.GetFileNameWithoutExtension(modules.First().Source.Path);
        return modules.Skip(1).Any(m => Of(m, "") == name + ".cs") ? name + "_main.cs" : name + ".cs";
    }
}
