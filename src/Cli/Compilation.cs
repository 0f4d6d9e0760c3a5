using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Pytocs.Cli.Convert;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli;

/// <summary>Compiles emitted C# in memory and runs it.</summary>
internal static class InMemory
{
    private static readonly Lazy<MetadataReference[]> s_references = new(static () =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsReference).Select(p => MetadataReference.CreateFromFile(p))]);

    /// <summary>
    /// Optimised, yet each variable stays one: a value that went from one statement to the next on the stack alone would take the second
    /// one's place from the debug information, and with it from tracebacks. Only the command line's parser can say so.
    /// </summary>
    private static readonly Lazy<CSharpCompilationOptions> s_optimized = new(static () =>
        CSharpCommandLineParser.Default.Parse(["/target:exe", "/optimize+", "/debug+"], null, null).CompilationOptions);

    private static bool IsReference(string path)
        => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Pytocs.Runtime.dll" or "Pytocs.Interpreter.dll" or "Microsoft.CSharp.dll");

    /// <returns>The assembly, or null with the compiler's errors.</returns>
    public static byte[]? Compile(Conversion conversion, string name, out IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> diagnostics, bool optimize = true, IEnumerable<(string Name, string Text)>? resources = null)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = conversion.Modules.Select(m => CSharpSyntaxTree.ParseText(SourceText.From(m.Text, System.Text.Encoding.UTF8), options, FileNames.Of(m.Module, name + ".cs")));
        var compilation = CSharpCompilation.Create(
            name,
            trees,
            s_references.Value,
            (optimize ? s_optimized.Value : new CSharpCompilationOptions(OutputKind.ConsoleApplication)).WithConcurrentBuild(false).WithNullableContextOptions(NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(
            image,
            manifestResources: resources?.Select(r => new ResourceDescription(r.Name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(r.Text)), isPublic: true)),
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        diagnostics = [.. result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        return result.Success ? image.ToArray() : null;
    }

    /// <summary>What is told of C# that does not compile, or that the compiler warns of.</summary>
    public static Finding Defect(string path, Microsoft.CodeAnalysis.Diagnostic diagnostic)
        => diagnostic.Severity == DiagnosticSeverity.Error
            ? Finding.Of(ToolCatalogue.Defect, path, $"the emitted C# does not compile, which is a defect of pytocs: {diagnostic.GetMessage()} at {diagnostic.Location.GetLineSpan().StartLinePosition}")
            : Finding.Of(ToolCatalogue.EmittedWarning, path, $"the emitted C# has a warning, which is a defect of pytocs: {diagnostic.Id}: {diagnostic.GetMessage()} at {diagnostic.Location.GetLineSpan().StartLinePosition}");

    public static int Run(byte[] image, string script, string[] args)
    {
        Runtime.Core.Script.Folder = Path.GetDirectoryName(Path.GetFullPath(script))!;
        Runtime.Core.Script.StartedAs = script;
        var assembly = new AssemblyLoadContext("script").LoadFromStream(new MemoryStream(image));
        Runtime.Core.AwaitLines.Provide(assembly, image);
        var entry = assembly.EntryPoint!.CreateDelegate<Func<string[], int>>();
        return entry(args);
    }
}
