using System.Text;
using Pytocs.Emit;
using Pytocs.Lowering;
using Pytocs.Lowering.Tree;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Cli;

/// <summary>One file on its way from Python to C#.</summary>
internal sealed record Conversion(SourceText Source, string? Text, LowFile? File, bool HasErrors)
{
    /// <summary>Converts a file and writes its diagnostics to the standard error.</summary>
    /// <returns>Null when the file cannot be read.</returns>
    public static Conversion? Of(string path, ConversionOptions options)
    {
        if (SourceReader.Read(path) is not { } source)
            return null;
        var parsed = PythonParser.Parse(source);
        var failed = Show(parsed.Diagnostics);
        if (failed)
            return new Conversion(source, null, null, true);
        try
        {
            var lowered = PythonLowering.Lower(source, parsed, new LoweringOptions(options.Namespace ?? NamespaceOf(path), options.ExactTier));
            if (Show(lowered.Diagnostics))
                return new Conversion(source, null, null, true);
            return new Conversion(source, CSharpEmitter.ToText(lowered.File!), lowered.File, false);
        }
        catch (Exception defect) when (Environment.GetEnvironmentVariable("PYTOCS_STACK_TRACE") is null)
        {
            // A defect of pytocs is one clear line too; the variable shows where it is.
            Console.Error.WriteLine($"{path}: error PTC9000: a defect of pytocs: {defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private static bool Show(IEnumerable<Diagnostic> diagnostics)
    {
        var failed = false;
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Span.Start))
        {
            Console.Error.WriteLine(diagnostic);
            failed |= diagnostic.Severity == Severity.Error;
        }
        return failed;
    }

    /// <summary>The C# namespace of a script: its name in C#'s style.</summary>
    public static string NamespaceOf(string path)
    {
        var name = Lowering.Naming.CsNames.Pascal(new string([.. Path.GetFileNameWithoutExtension(path).Select(c => char.IsLetterOrDigit(c) ? c : '_')]));
        return name.Length == 0 || name[0] == '_' ? "Script" + name : name;
    }
}

/// <summary>What the user asked of a conversion.</summary>
internal sealed record ConversionOptions(string? Namespace = null, bool ExactTier = false);
