using System.CommandLine;
using Microsoft.CodeAnalysis;
using Pytocs.Cli.Convert;
using Pytocs.Cli.Diagnostics;
using Pytocs.Runtime.Core;

namespace Pytocs.Cli;

/// <summary><c>pytocs run FILE [args]</c>: converts, compiles in memory and runs.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The Python script." };
        var arguments = new Argument<string[]>("args") { Description = "The script's own arguments.", Arity = ArgumentArity.ZeroOrMore };
        var tier = Options.Tier();
        var search = Options.SearchPath();
        var library = Options.Library();
        var command = new Command("run", "Converts a script, compiles it in memory and runs it, with the script's exit code.") { file, arguments, tier, search, library };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run(parsed.GetValue(file)!, [.. parsed.GetValue(arguments) ?? [], .. parsed.UnmatchedTokens], new ConversionOptions(ExactTier: parsed.GetValue(tier) == "exact")
        {
            SearchPath = parsed.GetValue(search) ?? [],
            Library = parsed.GetValue(library) ?? [],
            WarnsAsPython = true,
            LinePath = static m => Path.GetFullPath(m.Source.Path),
        }));
        return command;
    }

    private static int Run(string path, string[] args, ConversionOptions options)
    {
        if (Conversion.Of(path, options) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
            return ExitCodes.Findings;
        if (InMemory.Compile(conversion, Conversion.NamespaceOf(path), out var diagnostics) is { } image)
        {
            foreach (var module in conversion.Modules)
                PositionMaps.Provide(Path.GetFullPath(module.Module.Source.Path), module.Positions);
            return InMemory.Run(image, path, args);
        }
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            Report.Write(InMemory.Defect(path, diagnostic));
        return ExitCodes.WrongUse;
    }
}
