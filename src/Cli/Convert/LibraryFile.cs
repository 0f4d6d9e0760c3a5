namespace Pytocs.Cli.Convert;

/// <summary>The C# file of a library that nothing in Python became: it imports the modules for callers in C#.</summary>
internal static class LibraryFile
{
    public const string Name = "PythonModules.cs";

    /// <param name="conversion">The library.</param>
    /// <param name="isPart">Whether a module is part of it; by default all are.</param>
    public static string Text(Conversion conversion, Func<Lowering.Programs.ModuleFile, bool>? isPart = null)
    {
        var modules = conversion.Modules.Where(m => isPart?.Invoke(m.Module) != false).Where(m => m.Module.Source.Text.Length > 0 || m.Module.IsPackage).ToList();
        return $$"""
            using System.Runtime.CompilerServices;
            using Pytocs.Runtime.Core;

            /// <summary>The library's Python modules.</summary>
            internal static class PythonModules
            {
                /// <summary>Imports the modules before C# first uses one of them: their top-level statements run once, as in Python.</summary>
            #pragma warning disable CA2255 // Callers in C# import nothing themselves.
                [ModuleInitializer]
            #pragma warning restore CA2255
                internal static void Import()
                {
                    Modules.Add({{string.Join(", ", modules.Select(m => $"global::{m.Lowered.Model.Namespace}.Module.Definition"))}});
                    Modules.ImportAll({{string.Join(", ", modules.Select(m => $"\"{m.Module.Name}\""))}});
                }
            }

            """.ReplaceLineEndings("\n");
    }
}
