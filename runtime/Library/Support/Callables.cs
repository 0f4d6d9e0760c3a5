using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What is known of a function or class of CPython's library.</summary>
/// <param name="Kind">c or p: a function in C or in Python; C or P: a class; M: one in C that takes new attributes; d: an attribute; =: defined elsewhere.</param>
/// <param name="Signature">What <c>__text_signature__</c> says, null where there is none; of functions of modules in Python their parameters; for = the module.</param>
/// <param name="Documentation">Its <c>__doc__</c>, where it is one in C.</param>
internal readonly record struct CallableEntry(char Kind, string? Signature, string? Documentation)
{
    public bool IsInPython => Kind is 'p' or 'P';
}

/// <summary>
/// How CPython has the functions, methods and classes of its library: in C or in Python, which decides what they are objects of and how they
/// speak of wrong arguments; and what those in C say of themselves. The list beside this file tells it; <c>tests/record_callables.py</c>
/// writes it. The lines of a module are read when something asks for one of them.
/// </summary>
internal static class Callables
{
    private sealed record Section(char Kind, Dictionary<string, CallableEntry> Entries);

    private static readonly Lazy<byte[]> s_text = new(Load);
    private static readonly Dictionary<string, Section?> s_sections = new(StringComparer.Ordinal);

    /// <summary>Whether CPython writes a function of the library in Python.</summary>
    public static bool IsInPython(PyFunction function)
    {
        // The module that most such questions are about has none.
        if (function.Module == "builtins" || function.Makes is not null)
            return false;
        if (function.Owner is not { } owner)
            return KindOf(function.Module, function.Name) == 'p';
        return KindOf(function.Module, $"{owner.QualName}.{function.Name}") == 'p';
    }

    /// <summary>Whether CPython writes a class of the library in Python.</summary>
    public static bool IsInPython(PyType type) => type.Module != "builtins" && KindOf(type.Module, type.QualName) is 'P' or 'p';

    /// <summary>Whether a class in Python takes its arguments in a <c>__new__</c> of its own.</summary>
    public static bool HasOwnNew(PyType type) => SectionOf(type.Module) is { } section && section.Entries.TryGetValue(type.QualName + ".__new__", out var entry) && entry.Kind == 'p';

    /// <summary>Whether CPython writes a class of the library in C.</summary>
    public static bool IsInC(PyType type) => type.Module == "builtins" || KindOf(type.Module, type.QualName) is 'C' or 'M' or 'c';

    /// <summary>Whether a class of the library takes new attributes.</summary>
    public static bool IsOpen(PyType type) => type.Module != "builtins" && KindOf(type.Module, type.QualName) is 'P' or 'p' or 'M';

    /// <summary>The module that really defines a function.</summary>
    public static string HomeOf(PyFunction function)
        => function.Owner is null && SectionOf(function.Module)?.Entries.TryGetValue(function.Name, out var entry) == true && entry.Kind == '=' ? entry.Signature! : function.Module;

    /// <summary>What is known of a built-in function; null where nothing is.</summary>
    public static CallableEntry? Of(PyFunction function)
    {
        if (function.Makes is { } made)
            return OfMember(made, "__new__");
        return function.Owner is { } owner ? OfMember(owner, function.Name) : Find(function.Module, function.Name);
    }

    /// <summary>What is known of a member of a built-in class, or of the nearest class that it derives from; null where nothing is.</summary>
    public static CallableEntry? OfMember(PyType owner, string name)
    {
        foreach (var type in owner.Mro)
            if (Find(type.Module, $"{type.QualName}.{name}") is { } entry)
                return entry;
        return Find("*", "*." + name);
    }

    /// <summary>What is known of a built-in class; null where nothing is.</summary>
    public static CallableEntry? Of(PyType type) => Find(type.Module, type.QualName);

    private static CallableEntry? Find(string module, string name)
    {
        if (SectionOf(module) is not { } section || !section.Entries.TryGetValue(name, out var entry))
            return null;
        return entry.Kind == '=' ? Find(entry.Signature!, name) : entry;
    }

    private static char KindOf(string module, string name)
    {
        if (SectionOf(module) is not { } section)
            return ' ';
        if (section.Entries.TryGetValue(name, out var entry))
            return entry.Kind == '=' ? KindOf(entry.Signature!, name) : entry.Kind;
        var dot = name.LastIndexOf('.');
        // A member is written in what its class is written in.
        if (dot > 0)
            return KindOf(module, name[..dot]) is 'P' or 'p' ? 'p' : 'c';
        return section.Kind;
    }

    private static Section? SectionOf(string module)
    {
        lock (s_sections)
        {
            if (!s_sections.TryGetValue(module, out var section))
                s_sections[module] = section = Read(module);
            return section;
        }
    }

    private static Section? Read(string module)
    {
        ReadOnlySpan<byte> text = s_text.Value;
        var start = text.IndexOf(Encoding.UTF8.GetBytes($"\n@{module} "));
        if (start < 0)
            return null;
        var rest = text[(start + 1)..];
        var end = rest.IndexOf("\n@"u8);
        var lines = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entries = new Dictionary<string, CallableEntry>(lines.Length, StringComparer.Ordinal);
        foreach (var line in lines.AsSpan(1))
        {
            var parts = line.Split('\t');
            var signature = parts.Length > 2 && parts[2] is not ("-" or "") ? parts[2] : null;
            entries[parts[0]] = new CallableEntry(parts[1][0], signature, parts.Length > 3 ? Unescaped(parts[3]) : null);
        }
        return new Section(lines[0][^1], entries);
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            result.Append(text[i] != '\\' ? text[i] : text[++i] switch { 'n' => '\n', 't' => '\t', var other => other });
        return result.ToString();
    }

    private static byte[] Load()
    {
        using var stream = typeof(Callables).Assembly.GetManifestResourceStream("Callables.txt")!;
        var text = new byte[stream.Length + 1];
        text[0] = (byte)'\n';
        stream.ReadExactly(text, 1, text.Length - 1);
        return text;
    }
}
