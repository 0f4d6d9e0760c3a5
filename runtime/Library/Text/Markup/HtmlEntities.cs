using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Markup;

/// <summary>
/// The module <see href="https://docs.python.org/3.13/library/html.entities.html">html.entities</see>. The table is that of
/// <see href="https://html.spec.whatwg.org/multipage/named-characters.html">HTML 5</see>; a star marks the names of HTML 4.
/// </summary>
internal static class HtmlEntities
{
    private static readonly Lazy<List<(string Name, string Text, bool IsOld)>> s_all = new(static () => [.. Read()]);

    private static readonly Lazy<Dictionary<string, string>> s_byName = new(static () => s_all.Value.ToDictionary(static e => e.Name, static e => e.Text, StringComparer.Ordinal));

    /// <summary>The characters of a name, which ends with a semicolon except for old ones.</summary>
    public static bool TryGet(string name, out string text) => s_byName.Value.TryGetValue(name, out text!);

    private static IEnumerable<(string Name, string Text, bool IsOld)> Read()
    {
        using var reader = new StreamReader(typeof(HtmlEntities).Assembly.GetManifestResourceStream("html5-entities.txt")!);
        foreach (var entry in reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var at = entry.IndexOf('=');
            var text = string.Concat(entry[(at + 1)..].Split('+').Select(static c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
            yield return entry[0] == '*' ? (entry[1..at], text, true) : (entry[..at], text, false);
        }
    }

    public static PyModule Build()
    {
        var html5 = new PyDict<Any, Any>();
        foreach (var (name, text, _) in s_all.Value)
            html5[name] = text;
        var (codes, names, texts) = (new PyDict<Any, Any>(), new PyDict<Any, Any>(), new PyDict<Any, Any>());
        foreach (var (name, text, _) in s_all.Value.Where(static e => e.IsOld).OrderBy(static e => e.Name[..^1], StringComparer.Ordinal))
        {
            // HTML 4 took the angle brackets from another block.
            var old = name switch { "lang;" => "\u2329", "rang;" => "\u232A", _ => text };
            codes[name[..^1]] = (int)old[0];
            names[(int)old[0]] = name[..^1];
            texts[name[..^1]] = old;
        }
        return new PyModule("html.entities").Value("html5", html5).Value("name2codepoint", codes).Value("codepoint2name", names).Value("entitydefs", texts);
    }
}
