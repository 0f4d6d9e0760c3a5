namespace Pytocs.Runtime.Core;

/// <summary>The module whose code runs: types that are made by a call belong to it.</summary>
internal static class CallingModule
{
    /// <summary>Its name; <c>__main__</c> where no Python code runs.</summary>
    public static string Name
    {
        get
        {
            var others = Modules.Loaded.Entries().Where(static e => e.Value.Ref is PyModule module && module.Namespace.ContainsKey("__file__")).ToList();
            if (others.Count < 2 || TraceReader.Caller(1) is not { } frame)
                return "__main__";
            var file = Script.PathOf(frame.File);
            foreach (var (name, module) in others)
                if (((PyModule)module.Ref!).Namespace["__file__"].Ref is string path && (path == frame.File || path == file))
                    return (string)name.Ref!;
            return "__main__";
        }
    }
}
