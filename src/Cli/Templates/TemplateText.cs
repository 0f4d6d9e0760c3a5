using System.Text.RegularExpressions;
using Pytocs.Cli.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Cli.Templates;

/// <summary>
/// What may stand in a template: text, and names between double braces. Handlebars and Scriban read that alike; whatever only one of them
/// would take is refused, and so is a name that the template does not have.
/// </summary>
internal static partial class TemplateText
{
    /// <summary>Checks a template before an engine sees it.</summary>
    /// <param name="text">The template.</param>
    /// <param name="template">Which one it is.</param>
    /// <param name="path">Its file, for messages.</param>
    /// <returns>Whether it is right; if not, findings say what is wrong and where.</returns>
    public static bool Check(string text, Template template, string path)
    {
        var isFine = true;
        foreach (Match match in Braces().Matches(text))
        {
            var name = match.Groups["name"];
            if (name.Success && template.Names.Contains(name.Value))
                continue;
            var before = text.AsSpan(0, match.Index);
            var (line, column) = (before.Count('\n') + 1, match.Index - before.LastIndexOf('\n'));
            var names = string.Join(", ", template.Names);
            Report.Write(Finding.Of(ToolCatalogue.WrongTemplate, path, name.Success ? $"the template has no {name.Value}; it has {names}" : $"only a name may stand between double braces, as in {{{{ {template.Names[0]} }}}}") with
            {
                Start = new LinePosition(line, column),
                End = new LinePosition(line, column + match.Length),
            });
            isFine = false;
        }
        return isFine;
    }

    /// <summary>A name between double braces, or any other double brace that is opened.</summary>
    [GeneratedRegex(@"(?<![\\{])\{\{ *(?<name>[a-z_]+) *\}\}(?!\})|\{\{+")]
    private static partial Regex Braces();
}
