using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Pytocs.Cli;

/// <summary>Compiles emitted C# in memory and runs it.</summary>
internal static class InMemory
{
    private static readonly Lazy<MetadataReference[]> s_references = new(static () =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsReference).Select(p => MetadataReference.CreateFromFile(p))]);

    private static bool IsReference(string path)
        => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Pytocs.Runtime.dll" or "Microsoft.CSharp.dll");

    /// <returns>The assembly, or null with the compiler's errors.</returns>
    public static byte[]? Compile(Conversion conversion, string name, out IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> diagnostics, bool optimize = true)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = conversion.Modules.Select(m => CSharpSyntaxTree.ParseText(SourceText.From(m.Text, System.Text.Encoding.UTF8), options, FileNames.Of(m.Module, name + ".cs")));
        var compilation = CSharpCompilation.Create(
            name,
            trees,
            s_references.Value,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: optimize ? OptimizationLevel.Release : OptimizationLevel.Debug, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        diagnostics = [.. result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        return result.Success ? image.ToArray() : null;
    }

    public static int Run(byte[] image, string script, string[] args)
    {
        Runtime.Core.Script.Folder = Path.GetDirectoryName(Path.GetFullPath(script))!;
        Runtime.Core.Script.StartedAs = script;
        var assembly = new AssemblyLoadContext("script").LoadFromStream(new MemoryStream(image));
        var entry = assembly.EntryPoint!.CreateDelegate<Func<string[], int>>();
        return entry(args);
    }
}
