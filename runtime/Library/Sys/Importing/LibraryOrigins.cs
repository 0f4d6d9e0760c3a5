namespace Pytocs.Runtime.Library.Importing;

/// <summary>Where CPython has a module of its library.</summary>
/// <param name="Kind">b: built in, z: frozen, f: a file, x: an extension.</param>
/// <param name="IsPackage">Whether it is a package.</param>
/// <param name="File">Its file; null where it has none.</param>
internal readonly record struct LibraryOrigin(char Kind, bool IsPackage, string? File);

/// <summary>
/// Where CPython has the modules of its library: a folder is named in which it would have them, for there is none here. The list
/// beside this file tells it; <c>tests/record_origins.py</c> writes it.
/// </summary>
internal static class LibraryOrigins
{
    /// <summary>The folder of CPython's library.</summary>
    public const string Folder = "/usr/lib/python3.13";

    private static readonly Lazy<Dictionary<string, LibraryOrigin>> s_all = new(Load);

    /// <summary>The origin of a module; null where nothing is known of it.</summary>
    public static LibraryOrigin? Of(string module) => s_all.Value.TryGetValue(module, out var origin) ? origin : null;

    private static Dictionary<string, LibraryOrigin> Load()
    {
        using var stream = typeof(LibraryOrigins).Assembly.GetManifestResourceStream("Origins.txt")!;
        using var reader = new StreamReader(stream);
        var result = new Dictionary<string, LibraryOrigin>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            result[parts[0]] = new(parts[1][0], parts[1].EndsWith('/'), parts.Length > 2 ? $"{Folder}/{parts[2]}" : null);
        }
        return result;
    }
}
