using Pytocs.Cli.Files;

namespace Pytocs.Cli.Convert;

/// <summary>What C# files stand in.</summary>
internal enum OutputForm
{
    /// <summary>Files alone.</summary>
    Plain,

    /// <summary>A project with its files.</summary>
    Project,

    /// <summary>A file that runs without a project.</summary>
    Single,
}

/// <summary>Decides which files a conversion becomes.</summary>
internal static class Outputs
{
    /// <returns>Whether all of them are written.</returns>
    public static bool Write(ConvertRequest request, Conversion conversion, string name)
    {
        var output = request.Output!;
        var isFolder = request.Form == OutputForm.Project || conversion.Modules.Count > 1 || !conversion.HasScript || Directory.Exists(output) || Path.EndsInDirectorySeparator(output);
        if (!isFolder)
        {
            var file = new OutputWriter(request.Force, root: null);
            Add(file, output, request, conversion.Modules[0]);
            return file.Commit();
        }
        var writer = new OutputWriter(request.Force, root: output);
        var script = ScriptFile(conversion);
        foreach (var module in conversion.Modules)
        {
            var file = FileNames.Of(module.Module, script);
            Add(writer, Path.Combine(output, file), request, module);
            if (request.Form == OutputForm.Project && module.Module.Source.Text.Length > 0)
                TraceTable.Add(writer, output, file, module, request.HasLines);
        }
        if (!conversion.HasScript)
            writer.Add(Path.Combine(output, LibraryFile.Name), LibraryFile.Text(conversion), name);
        if (request.Form == OutputForm.Project)
            ProjectWriter.Add(writer, output, name, conversion, request.Options.Namespace);
        return writer.Commit();
    }

    private static void Add(OutputWriter writer, string path, ConvertRequest request, ConvertedModule module)
        => writer.Add(path, request.Form == OutputForm.Single ? SingleFile.Head + module.Text : module.Text, module.Module.Source.Path);

    /// <summary>The C# file of the script. A module that imports the script has it as a module of its own, and that has its name.</summary>
    private static string ScriptFile(Conversion conversion)
    {
        var name = Path.GetFileNameWithoutExtension(conversion.Modules[0].Module.Source.Path);
        return conversion.Modules.Skip(1).Any(m => FileNames.Of(m.Module, "") == name + ".cs") ? name + "_main.cs" : name + ".cs";
    }
}
