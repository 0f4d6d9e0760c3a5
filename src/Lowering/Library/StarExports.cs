using System.Collections.Immutable;

namespace Pytocs.Lowering.Library;

/// <summary>
/// What <c>from module import *</c> takes from a module of Python's library. The list beside this file has
/// a line for each module; <c>tests/record_exports.py</c> writes it.
/// </summary>
public static class StarExports
{
    private static readonly Lazy<Dictionary<string, ImmutableArray<string>>> s_names = new(Load);

    public static ImmutableArray<string> Of(string module) => s_names.Value.GetValueOrDefault(module, []);

    private static Dictionary<string, ImmutableArray<string>> Load()
    {
        using var stream = typeof(StarExports).Assembly.GetManifestResourceStream("StarExports.txt")!;
        using var reader = new StreamReader(stream);
        var result = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            result[parts[0]] = [.. parts[1..]];
        }
        return result;
    }
}
