using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Reads what a function in C says of its parameters: <c>($self, index=-1, /)</c>, where <c>$</c> marks what callers never pass.
/// See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.signature">inspect.signature</see>.
/// </summary>
internal static class TextSignature
{
    /// <summary>A function with just these parameters; null where a default is nothing that can be written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="module">The module whose names defaults may mention.</param>
    /// <param name="isBound">Whether the first parameter, where it is marked, is taken.</param>
    public static PyFunction? Read(string text, string module, bool isBound)
    {
        // Older texts mark what may be left out with brackets.
        if (text.Contains('[', StringComparison.Ordinal))
            return null;
        var (parts, defaults) = (new List<string>(), new List<Any>());
        foreach (var written in text.Trim().TrimStart('(').TrimEnd(')').Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var part = written.TrimEnd(',');
            if (part[0] == '$')
            {
                if (isBound || part == "$module")
                    continue;
                part = part[1..];
            }
            // What nothing stands before is no parameter.
            if (part == "/" && parts.Count == 0)
                continue;
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                if (Value(part[(equals + 1)..], module) is not { IsUnbound: false } value)
                    return null;
                defaults.Add(value);
                part = part[..(equals + 1)];
            }
            parts.Add(part);
        }
        return new PyFunction("signature", string.Join(", ", parts), static (Any[] _) => Any.None, [.. defaults]);
    }

    private static Any Value(string text, string module)
    {
        switch (text)
        {
            case "None": return Any.None;
            case "True": return true;
            case "False": return false;
            case "()": return PyTuple.Empty;
            case "''" or "\"\"": return "";
            case "b''" or "b\"\"": return new PyBytes([]);
        }
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !char.IsLetter(text[0]))
            return real;
        if (text.Length > 1 && text[0] is '\'' or '"' && text[^1] == text[0])
            return text[1..^1].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        return Named(text, module);
    }

    /// <summary>What a dotted name means in the function's module, or that of a module.</summary>
    private static Any Named(string text, string module)
    {
        var names = text.Split('.');
        if (!Array.TrueForAll(names, static n => n.Length > 0 && n.All(static c => char.IsLetterOrDigit(c) || c == '_')))
            return Any.Unbound;
        var value = Modules.Loaded.TryGetValue(module, out var home) ? Operators.GetAttr(home, names[0], Any.Unbound) : Any.Unbound;
        if (value.IsUnbound && Modules.Loaded.TryGetValue(names[0], out home))
            value = home;
        foreach (var name in names.AsSpan(1))
            value = value.IsUnbound ? value : Operators.GetAttr(value, name, Any.Unbound);
        return value;
    }
}
