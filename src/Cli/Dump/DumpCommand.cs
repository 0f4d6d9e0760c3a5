using System.CommandLine;
using System.Text;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Dump;
using Pytocs.Parser.Text;

namespace Pytocs.Cli.Dump;

/// <summary><c>pytocs dump tokens|ast|symbols|low|cs PATH</c>: what each stage makes of a file.</summary>
internal static class DumpCommand
{
    public static Command Create() => new("dump", "Prints what a stage of pytocs makes of a file.")
    {
        Stage("tokens", "Prints the tokens, one a line: place, kind, text.", static source => TokenDump.Write(source)),
        Stage("ast", "Prints the syntax tree on one line, as CPython's ast.dump(tree, include_attributes=True) does.", Ast),
        Stage("symbols", "Prints scopes, names and the types found for them.", static source => Lowered(source, static (c, _) => SymbolDump.Write(c.Modules[0].Lowered.Model))),
        Stage("low", "Prints the tree of C# statements before it becomes text.", static source => Lowered(source, static (c, _) => LowDump.Write(c.Modules[0].Lowered.File!))),
        Stage("cs", "Prints the C#.", static source => Lowered(source, static (c, _) => c.Text)),
    };

    private static Command Stage(string name, string description, Func<SourceText, string?> write)
    {
        var path = new Argument<string>("path") { Description = "A Python file, or a folder of them." };
        var stage = new Command(name, description) { path };
        stage.SetAction(parsed => Run(parsed.GetValue(path)!, isTolerant: name == "ast", write));
        return stage;
    }

    private static int Run(string path, bool isTolerant, Func<SourceText, string?> write)
    {
        var isFolder = Directory.Exists(path);
        var files = isFolder ? Directory.EnumerateFiles(path, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
        using var stdout = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var code = ExitCodes.Fine;
        foreach (var file in files)
        {
            if (SourceReader.Read(file, isTolerant) is not { } source)
            {
                code = ExitCodes.WrongUse;
                continue;
            }
            var hasErrors = PythonParser.Parse(source).Diagnostics.Any(d => d.Severity == Severity.Error);
            if (hasErrors)
                code = Math.Max(code, ExitCodes.Findings);
            if (write(source) is not { } text)
                continue;
            if (isFolder)
                stdout.Write(file + "\t");
            stdout.Write(text);
        }
        return code;
    }

    private static string? Ast(SourceText source)
    {
        var result = PythonParser.Parse(source);
        foreach (var diagnostic in result.Diagnostics)
            Report.Write(diagnostic);
        // What the grammar takes and the compiler refuses has a tree, as for ast.parse.
        return result.Diagnostics.Any(d => d.Severity == Severity.Error && d.Descriptor != Catalogue.SemanticSyntaxError)
            ? null
            : AstDump.Write(result.Module, source) + "\n";
    }

    private static string? Lowered(SourceText source, Func<Conversion, SourceText, string> write)
        => Conversion.Of(source.Path, () => Convert.ProgramSource.OfText(source), new ConversionOptions()) is { HasErrors: false } conversion ? write(conversion, source) : null;
}
