using System.CommandLine;
using System.Text;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Dump;

namespace Pytocs.Cli;

/// <summary><c>pytocs dump ast FILE|DIR</c>: the tree as CPython's <c>ast.dump(tree, include_attributes=True)</c> prints it.</summary>
internal static class DumpCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A Python file, or a folder of them." };
        var ast = new Command("ast", "Prints the syntax tree on one line, as CPython's ast.dump does.") { path };
        ast.SetAction(parsed => Run(parsed.GetValue(path)!));
        return new Command("dump", "Prints what pytocs makes of a file.") { ast };
    }

    private static int Run(string path)
    {
        var isFolder = Directory.Exists(path);
        var files = isFolder ? Directory.EnumerateFiles(path, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
        using var stdout = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var code = ExitCodes.Fine;
        foreach (var file in files)
        {
            if (SourceReader.Read(file, isTolerant: true) is not { } source)
            {
                code = ExitCodes.WrongUse;
                continue;
            }
            var result = PythonParser.Parse(source);
            foreach (var diagnostic in result.Diagnostics)
                Report.Write(diagnostic);
            if (result.Diagnostics.Any(d => d.Severity == Severity.Error))
            {
                code = Math.Max(code, ExitCodes.Findings);
                // What the grammar takes and the compiler refuses has a tree, as for ast.parse.
                if (result.Diagnostics.Any(d => d.Severity == Severity.Error && d.Descriptor != Catalogue.SemanticSyntaxError))
                    continue;
            }
            if (isFolder)
                stdout.Write(file + "\t");
            stdout.Write(AstDump.Write(result.Module, source));
            stdout.Write('\n');
        }
        return code;
    }
}
