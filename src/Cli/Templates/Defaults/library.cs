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
        Modules.Add({{ modules }});
        Modules.ImportAll({{ names }});
    }
}
