using HandlebarsDotNet;

namespace Pytocs.Cli.Templates;

/// <summary>Fills templates in, by <see href="https://github.com/Handlebars-Net/Handlebars.Net">Handlebars.Net</see>.</summary>
internal static class TemplateEngine
{
    private static readonly IHandlebars s_engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });

    /// <param name="text">The template, which <see cref="TemplateText.Check"/> took.</param>
    /// <param name="values">The text of each name.</param>
    public static string Render(string text, IReadOnlyDictionary<string, object> values) => s_engine.Compile(text)(values);
}
