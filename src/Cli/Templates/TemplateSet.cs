using System.CommandLine;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Templates;

/// <summary>The templates of one run: those of a user's folder, and pytocs's own for the others.</summary>
internal sealed class TemplateSet
{
    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    private TemplateSet()
    {
    }

    /// <summary>pytocs's own.</summary>
    public static TemplateSet Defaults { get; } = new();

    /// <summary>The option that names the folder.</summary>
    public static Option<string?> Option()
        => new("--templates") { Description = "A folder with templates that replace those of pytocs; 'pytocs templates DIR' writes all there are." };

    /// <summary>Reads a folder of templates. All of them are checked at once, so that no output is half written when one is wrong.</summary>
    /// <param name="folder">The folder; null for none.</param>
    /// <returns>Null, with findings, where one is wrong or cannot be read.</returns>
    public static TemplateSet? Open(string? folder)
    {
        if (folder is null)
            return Defaults;
        var set = new TemplateSet();
        var isFine = true;
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                if (Path.GetFileName(path).StartsWith('.'))
                    continue;
                if (Template.All.FirstOrDefault(t => t.Name == Path.GetFileName(path)) is not { } template)
                {
                    Report.Write(ToolCatalogue.WrongTemplate, path, $"there is no template of this name; there are {string.Join(", ", Template.All.Select(static t => t.Name))}");
                    isFine = false;
                    continue;
                }
                var text = File.ReadAllText(path).ReplaceLineEndings("\n");
                isFine &= TemplateText.Check(text, template, path);
                set._own[template.Name] = text;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report.Write(ToolCatalogue.CannotRead, folder, error.Message);
            return null;
        }
        return isFine ? set : null;
    }

    /// <summary>A template with its names replaced.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">The text of each of its names.</param>
    public string Text(Template template, params (string Name, string Value)[] values)
        => TemplateEngine.Render(_own.TryGetValue(template.Name, out var own) ? own : template.Default, values.ToDictionary(static v => v.Name, static object (v) => v.Value, StringComparer.Ordinal));
}
