using System.CommandLine;
using Microsoft.CodeAnalysis;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;

namespace Pytocs.Cli;

/// <summary><c>pytocs check FILE...</c>: whether files convert to C# that compiles; nothing is written or run.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Python files, folders of them, or patterns.", Arity = ArgumentArity.OneOrMore };
        var exclude = FileChoice.Exclude();
        var report = new Option<bool>("--report", "--explain-tiers") { Description = "Also says what each function and class becomes, and why." };
        var format = FindingFormats.Option();
        var search = Options.SearchPath();
        var library = Options.Library();
        var command = new Command("check", "Converts and compiles files without writing or running anything.") { files, exclude, report, format, search, library };
        command.SetAction(parsed =>
        {
            Report.Use(parsed.GetValue(format)!, isResult: true);
            return Run(parsed.GetValue(files)!, parsed.GetValue(exclude), parsed.GetValue(report), isTold: parsed.GetValue(format) == "text", new ConversionOptions(FollowImports: false) { SearchPath = parsed.GetValue(search) ?? [], Library = parsed.GetValue(library) ?? [] });
        });
        return command;
    }

    private static int Run(string[] names, string[]? exclude, bool reports, bool isTold, ConversionOptions options)
    {
        if (ScriptFiles.Find(names, exclude) is not { } files)
            return ExitCodes.WrongUse;
        return AllCores.Run(files, file => Check(file.Path, reports, isTold, options));
    }

    private static int Check(string path, bool reports, bool isTold, ConversionOptions options)
    {
        if (Conversion.Of(path, options) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
            return ExitCodes.Findings;
        if (reports)
        {
            using var text = new StringWriter();
            Reports.TierReport.Write(conversion, text);
            (isTold ? (Action<string>)Report.Print : Report.PrintError)(text.ToString());
        }
        if (InMemory.Compile(conversion, Conversion.NamespaceOf(path), out var diagnostics) is not null)
        {
            if (isTold)
                Report.Print($"{path}: converts and compiles{Environment.NewLine}");
            foreach (var warning in diagnostics.Take(3))
                Report.Write(InMemory.Defect(path, warning));
            return ExitCodes.Fine;
        }
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3))
            Report.Write(InMemory.Defect(path, diagnostic));
        return ExitCodes.WrongUse;
    }
}
