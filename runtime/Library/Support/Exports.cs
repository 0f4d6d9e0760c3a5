using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// What the library's modules say that <c>from module import *</c> takes. The list beside this file has a line for each module that
/// has an <c>__all__</c>; <c>tests/record_exports.py</c> writes it.
/// See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#index-23">public names</see>.
/// </summary>
internal static class Exports
{
    private static readonly Lazy<Dictionary<string, string[]>> s_names = new(Load);

    /// <summary>The names of a module, as a list of its own; null where it has none.</summary>
    public static PyList<Any>? Of(string module) => s_names.Value.TryGetValue(module, out var names) ? Lib.List(names) : null;

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(Exports).Assembly.GetManifestResourceStream("Exports.txt")!;
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
