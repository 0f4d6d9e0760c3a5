using Pytocs.Cli;
using Pytocs.Cli.Convert;
using Pytocs.Lowering.Programs;
using Pytocs.Parser;
using Pytocs.Parser.Text;

namespace Pytocs.Benchmarks.Convert;

/// <summary>Conversions inside this process, from text to text.</summary>
internal static class Warm
{
    /// <summary>Converts one script.</summary>
    public static object File(int lines) => Checked(Conversion.Convert(ProgramSource.OfText(new SourceText("measured.py", Sources.OfLines(lines))), Alone));

    /// <summary>Converts a library of modules together.</summary>
    public static object Folder(int modules, int lines)
        => Checked(Conversion.Convert(new ProgramSource("measured", [.. Enumerable.Range(1, modules).AsParallel().AsOrdered().Select(n => Module($"part{n}", lines))], "."), Alone));

    private static ConversionOptions Alone => new(FollowImports: false);

    private static ModuleFile Module(string name, int lines)
    {
        var source = new SourceText($"{name}.py", Sources.OfLines(lines));
        return new ModuleFile(name, false, source, PythonParser.Parse(source));
    }

    private static Conversion Checked(Conversion conversion)
        => conversion.HasErrors ? throw new InvalidOperationException(conversion.Diagnostics[0].Message) : conversion;
}
