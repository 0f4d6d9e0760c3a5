namespace Pytocs.Runtime.Core;

/// <summary>The module whose code runs: types that are made by a call belong to it.</summary>
internal static class CallingModule
{
    /// <summary>Its name; <c>__main__</c> where no Python code runs.</summary>
    public static string Name
    {
        get
        {
            var others = Modules.Loaded.Entries().Where(static e => e.Value.Ref is PyModule { IsOfLibrary: false } module && module.Namespace.ContainsKey("__file__")).ToList();
            if (others.Count < 2 || TraceReader.Caller(1) is not { } frame)
                return "__main__";
            return Of(frame.File);
        }
    }

    /// <summary>The module that a file was converted from.</summary>
    public static string Of(string file)
    {
        var full = Script.PathOf(file);
        foreach (var (name, module) in Modules.Loaded.Entries())
            if (module.Ref is PyModule known && known.Namespace.TryGetValue("__file__", out var own) && own.Ref is string path && (path == file || path == full))
                return (string)name.Ref!;
        // With #line directives the file lies where it was written, not beside the program.
        return Modules.Loaded.Entries().Where(e => e.Value.Ref is PyModule { File.Length: > 0 } known && full.EndsWith('/' + known.File, StringComparison.Ordinal))
            .OrderByDescending(static e => ((PyModule)e.Value.Ref!).File.Length).Select(static e => (string)e.Key.Ref!).FirstOrDefault("__main__");
    }
}
