namespace Pytocs.Cli.Templates;

/// <summary>A text that is written around the C#, and that a user may replace by a file of the same name.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Names">The names that may stand in it between double braces.</param>
internal sealed record Template(string Name, params string[] Names)
{
    public static readonly Template Project = new("project.csproj", "name", "output_type", "references", "host", "data", "tests");

    public static readonly Template Library = new("library.cs", "modules", "names");

    public static readonly Template Single = new("single.cs", "packages");

    public static readonly Template TestProject = new("tests.csproj", "name", "packages", "references", "data");

    public static readonly Template TestSetup = new("tests.cs", "modules", "every_coroutine");

    public static readonly Template InitProject = new("init.csproj", "name", "version");

    public static readonly Template InitScript = new("init.py", "name");

    public static readonly Template InitSettings = new("init.toml", "name");

    public static readonly Template VerifyReport = new("verify.md", "programs", "converted", "compiled", "same", "python", "left_out", "reasons", "failures");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Template> All { get; } = [Project, Library, Single, TestProject, TestSetup, InitProject, InitScript, InitSettings, VerifyReport];

    /// <summary>The text that pytocs itself has for it.</summary>
    public string Default
    {
        get
        {
            using var text = new StreamReader(typeof(Template).Assembly.GetManifestResourceStream("templates/" + Name)!);
            return text.ReadToEnd();
        }
    }
}
