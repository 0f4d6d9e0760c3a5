using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Convert;

/// <summary>The C# file of a library that nothing in Python became: it imports the modules for callers in C#.</summary>
internal static class LibraryFile
{
    public const string Name = "PythonModules.cs";

    /// <param name="conversion">The library.</param>
    /// <param name="templates">What the text comes from.</param>
    /// <param name="isPart">Whether a module is part of it; by default all are.</param>
    public static string Text(Conversion conversion, TemplateSet templates, Func<Lowering.Programs.ModuleFile, bool>? isPart = null)
    {
        var modules = conversion.Modules.Where(m => isPart?.Invoke(m.Module) != false).Where(m => m.Module.Source.Text.Length > 0 || m.Module.IsPackage).ToList();
        return templates.Text(
            Template.Library,
            ("modules", string.Join(", ", modules.Select(m => $"global::{m.Lowered.Model.Namespace}.Module.Definition"))),
            ("names", string.Join(", ", modules.Select(m => $"\"{m.Module.Name}\""))));
    }
}
