using Scriban;
using Scriban.Runtime;

namespace Pytocs.Cli.Templates;

/// <summary>Fills templates in, by <see href="https://github.com/scriban/scriban">Scriban</see>.</summary>
internal static class TemplateEngine
{
    /// <param name="text">The template, which <see cref="TemplateText.Check"/> took.</param>
    /// <param name="values">The text of each name.</param>
    public static string Render(string text, IReadOnlyDictionary<string, object> values)
    {
        var names = new ScriptObject();
        foreach (var (name, value) in values)
            names.Add(name, value);
        // The text of a name goes in as it is: neither indented with its line nor cut off where the whole is long.
        var context = new TemplateContext { StrictVariables = true, AutoIndent = false, LimitToString = 0 };
        context.PushGlobal(names);
        return Scriban.Template.Parse(text).Render(context);
    }
}
