using System.CommandLine;
using Pytocs.Cli.Diagnostics;
using Tomlyn;
using Tomlyn.Model;

namespace Pytocs.Cli.Start;

/// <summary>
/// <c>[tool.pytocs]</c> of the nearest <c>pyproject.toml</c>: defaults of the options of the same name. See
/// <see href="https://packaging.python.org/specifications/pyproject-toml/#arbitrary-tool-configuration-the-tool-table">the tool table</see>.
/// </summary>
internal static class Settings
{
    private const string FileName = "pyproject.toml";

    private static readonly Dictionary<string, string[]> s_choices = new(StringComparer.Ordinal) { ["tier"] = ["auto", "exact"], ["output-format"] = FindingFormats.Names };

    /// <returns>False, with a finding, for a setting that is wrong.</returns>
    public static bool ApplyTo(Command root) => Find() is not { } path || Apply(root, path);

    /// <summary>Apart, so that the reader of TOML is loaded only where there is something to read.</summary>
    private static bool Apply(Command root, string path)
    {
        try
        {
            if (TomlSerializer.Deserialize<TomlTable>(File.ReadAllText(path)) is not { } file || !file.TryGetValue("tool", out var tools) || tools is not TomlTable table || !table.TryGetValue("pytocs", out var own) || own is not TomlTable settings)
                return true;
            return settings.All(s => Apply(root, path, s.Key, s.Value));
        }
        catch (Exception error) when (error is TomlException or IOException or UnauthorizedAccessException)
        {
            Report.Write(ToolCatalogue.WrongSetting, path, error.Message.ReplaceLineEndings(" "));
            return false;
        }
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, FileName) is var path && File.Exists(path))
                return Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return null;
    }

    private static bool Apply(Command root, string path, string key, object? value)
    {
        var name = "--" + key;
        switch (key, value)
        {
            case ("namespace", string text) when Options.WhyNoNamespace(text) is { } reason:
                Report.Write(ToolCatalogue.WrongSetting, path, "[tool.pytocs] namespace " + reason);
                return false;
            case ("namespace", string text):
                return Default(root, name, text);
            case ("tier" or "output-format", string text) when s_choices[key].Contains(text):
                return Default(root, name, text);
            case ("line", bool flag):
                return Default(root, name, flag);
            case ("templates", string folder):
                return Default<string?>(root, name, Path.Combine(Home(path), folder));
            case ("path" or "exclude", TomlArray array) when array.All(static a => a is string):
                var items = array.Cast<string>().ToArray();
                return Default(root, name, key == "path" ? [.. items.Select(i => Path.Combine(Home(path), i))] : items);
            default:
                Report.Write(ToolCatalogue.WrongSetting, path, key is "namespace" or "tier" or "output-format" or "line" or "path" or "exclude" or "templates"
                    ? $"[tool.pytocs] {key} has the wrong kind of value{(s_choices.TryGetValue(key, out var choices) ? $"; it is one of {string.Join(", ", choices)}" : "")}"
                    : $"[tool.pytocs] has no setting {key}; there are namespace, tier, path, line, exclude, templates and output-format");
                return false;
        }
    }

    /// <summary>The folder that paths in the settings count from.</summary>
    private static string Home(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";

    private static bool Default<T>(Command root, string name, T value)
    {
        foreach (var option in root.Subcommands.SelectMany(c => c.Options).OfType<Option<T>>().Where(o => o.Name == name))
            option.DefaultValueFactory = _ => value;
        return true;
    }
}
