using Pytocs.Cli.Convert.Tests;
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
    /// <returns>The files, which are yet to be written.</returns>
    public static OutputWriter Of(ConvertRequest request, Conversion conversion, string name)
    {
        var output = request.Output!;
        var isFolder = request.Form == OutputForm.Project || conversion.Modules.Count > 1 || !conversion.HasScript || request.Root is not null || Directory.Exists(output) || Path.EndsInDirectorySeparator(output);
        if (!isFolder)
        {
            var file = new OutputWriter(request.Force, root: null);
            Add(file, output, request, conversion, conversion.Modules[0]);
            return file;
        }
        var writer = new OutputWriter(request.Force, root: request.Root ?? output);
        var script = FileNames.OfScript(conversion.Modules.Select(static m => m.Module));
        var plan = TestPlan.Of(conversion, request.Options);
        var program = request.Options.Namespace ?? Conversion.NamespaceOf(name);
        // A program of nothing but tests is its test project.
        var isBeside = plan is { IsTestsOnly: false } && request.Form == OutputForm.Project;
        var tests = isBeside ? Path.Combine(output, TestProject.NameOf(program)) : output;
        foreach (var module in conversion.Modules)
        {
            var home = plan?.IsForTests(module.Module) == true ? tests : output;
            var file = FileNames.Of(module.Module, script);
            Add(writer, Path.Combine(home, file), request, conversion, module);
            if (request.Form == OutputForm.Project && module.Module.Source.Text.Length > 0)
                TraceTable.Add(writer, home, file, module, request.HasLines);
        }
        foreach (var (module, text) in plan?.Files ?? [])
            writer.Add(Path.Combine(tests, TestPlan.FileName(module.Module)), text, module.Module.Source.Path);
        if (plan is not null)
            TestProject.AddSetup(writer, tests, conversion, PytestSettings.RunsEveryCoroutine(conversion.Folder), name, request.Templates);
        if (!conversion.HasScript && plan?.IsTestsOnly != true)
            writer.Add(Path.Combine(output, LibraryFile.Name), LibraryFile.Text(conversion, request.Templates, m => plan?.IsForTests(m) != true), name);
        if (request.Form != OutputForm.Project)
            return writer;
        var packages = conversion.Modules.Where(static m => m.Module.IsPackage);
        if (plan is not null)
            TestProject.Add(writer, tests, TestProject.NameOf(program), isBeside ? program : null, name, conversion, packages.Where(m => plan.IsForTests(m.Module)), request.Templates);
        if (plan?.IsTestsOnly == true)
            ProjectWriter.AddRuntime(writer, output, conversion);
        else
            ProjectWriter.Add(writer, output, name, conversion, program, isBeside ? TestProject.NameOf(program) : null, packages.Where(m => plan?.IsForTests(m.Module) != true), request.Templates);
        return writer;
    }

    private static void Add(OutputWriter writer, string path, ConvertRequest request, Conversion conversion, ConvertedModule module)
    {
        var text = request.Form == OutputForm.Single ? SingleFile.Head(module.Lowered.Model.UsesInterpreter, request.Templates) + module.Text : module.Text;
        writer.Add(path, text, module.Module.Source.Path, isImported: !conversion.HasScript || module != conversion.Modules[0]);
    }
}
