using System.Diagnostics.CodeAnalysis;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// What <c>inspect.signature</c> says of the library's callables: their own signatures here may name parameters otherwise, or leave defaults
/// out. The list beside this file has a line for each; <c>tests/record_signatures.py</c> writes it.
/// </summary>
internal static class Signatures
{
    private static readonly Lazy<Dictionary<string, string>> s_texts = new(Load);

    /// <summary>The parameters of a function or method of the library; null where the list does not know it.</summary>
    /// <exception cref="ValueError">Nothing is known of its parameters in CPython either.</exception>
    public static string? Of(PyFunction function, Any shown)
    {
        if (!function.IsBuiltin)
            return null;
        if (function.Makes is not null)
            return "*args, **kwargs";
        var name = function.Owner is { } owner ? $"{owner.Module}.{owner.QualName}.{function.Name}" : $"{function.Module}.{function.QualName}";
        return Find(name, out var text) || Find("_" + name, out text) ? Checked(text, shown, "builtin") : null;
    }

    /// <summary>The parameters that calls of a class of the library take; null where the list does not know it.</summary>
    /// <exception cref="ValueError">Nothing is known of them in CPython either.</exception>
    public static string? Of(PyType cls, Any shown)
        => cls.IsBuiltin && (Find($"{cls.Module}.{cls.QualName}", out var text) || Find($"_{cls.Module}.{cls.QualName}", out text)) ? Checked(text, shown, cls == PyType.Type ? "builtin" : "builtin type") : null;

    private static bool Find(string name, [NotNullWhen(true)] out string? text) => s_texts.Value.TryGetValue(name, out text);

    private static string Checked(string text, Any shown, string kind) => text switch
    {
        "-" => throw new ValueError($"no signature found for {kind} {Operators.Repr(shown)}"),
        "?" => throw new ValueError($"{Operators.Repr(shown)} builtin has invalid signature"),
        _ => text,
    };

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(Signatures).Assembly.GetManifestResourceStream("Signatures.txt")!;
        using var reader = new StreamReader(stream);
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            result[line[..tab]] = line[(tab + 1)..];
        }
        return result;
    }
}
