using System.CommandLine;
using Microsoft.CodeAnalysis;

namespace Pytocs.Cli;

/// <summary><c>pytocs check FILE...</c>: whether files convert to C# that compiles; nothing is written or run.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Python files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Converts and compiles files without writing or running anything.") { files };
        command.SetAction(parsed => Run(parsed.GetValue(files)!));
        return command;
    }

    private static int Run(string[] paths)
    {
        var code = ExitCodes.Fine;
        foreach (var path in paths.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[p]))
            code = Math.Max(code, Check(path));
        return code;
    }

    private static int Check(string path)
    {
        if (Conversion.Of(path, new ConversionOptions(FollowImports: false)) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
            return ExitCodes.Findings;
        if (InMemory.Compile(conversion, Conversion.NamespaceOf(path), out var diagnostics) is not null)
        {
            Console.WriteLine($"{path}: converts and compiles");
            foreach (var warning in diagnostics.Take(3))
                Console.Error.WriteLine($"{path}: warning PTC9000: the emitted C# has a warning, which is a defect of pytocs: {warning.Id}: {warning.GetMessage()} at {warning.Location.GetLineSpan().StartLinePosition}");
            return ExitCodes.Fine;
        }
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3))
            Console.Error.WriteLine($"{path}: error PTC9000: the emitted C# does not compile, which is a defect of pytocs: {diagnostic.GetMessage()} at {diagnostic.Location.GetLineSpan().StartLinePosition}");
        return ExitCodes.WrongUse;
    }
}
