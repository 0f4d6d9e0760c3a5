using System.Reflection;

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
    public static string Head(bool usesInterpreter) => $"""
        #:package Pytocs.Runtime@{Version}{(usesInterpreter ? $"\n#:package Pytocs.Interpreter@{Version}" : "")}
        #:property PublishAot=false
        #:property InvariantGlobalization=true
        #:property ConcurrentGarbageCollection=false

        """.ReplaceLineEndings("\n");
}
