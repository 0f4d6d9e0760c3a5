using System.Reflection;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Convert;

/// <summary>
/// The head of a C# file that <c>dotnet run FILE.cs</c> runs. See
/// <see href="https://learn.microsoft.com/dotnet/core/sdk/file-based-apps">file-based apps</see>.
/// </summary>
internal static class SingleFile
{
    /// <summary>The version of the runtime's package: the tool's own.</summary>
    public static string Version { get; } = typeof(SingleFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <param name="usesInterpreter">Whether the program runs source text.</param>
    /// <param name="templates">What the text comes from.</param>
    public static string Head(bool usesInterpreter, TemplateSet templates)
        => templates.Text(Template.Single, ("packages", $"#:package Pytocs.Runtime@{Version}{(usesInterpreter ? $"\n#:package Pytocs.Interpreter@{Version}" : "")}"));
}
