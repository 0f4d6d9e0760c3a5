using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Numbers that modules name as Linux has them. The list beside this file has a line for each module;
/// <c>tests/record_constants.py</c> writes it.
/// </summary>
internal static class Constants
{
    private static readonly Lazy<Dictionary<string, string[]>> s_lines = new(Load);

    /// <summary>Gives a module those that it does not have by itself.</summary>
    public static PyModule WithConstants(this PyModule module)
    {
        if (!OperatingSystem.IsLinux() || !s_lines.Value.TryGetValue(module.Name, out var entries))
            return module;
        foreach (var entry in entries)
        {
            var equal = entry.IndexOf('=', StringComparison.Ordinal);
            if (module.TryGet(entry[..equal]).IsUnbound)
                module.Value(entry[..equal], long.Parse(entry.AsSpan(equal + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }
        return module;
    }

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(Constants).Assembly.GetManifestResourceStream("Constants.txt")!;
        using var reader = new StreamReader(stream);
        var result = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            result[parts[0]] = parts[1..];
        }
        return result;
    }
}
