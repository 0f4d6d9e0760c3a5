using System.Runtime.Loader;
using Pytocs.Cli;

namespace Pytocs.Benchmarks;

/// <summary>A program converted, compiled in memory and run; only the running is timed.</summary>
internal static class Emitted
{
    public static void Run(string script, int rounds)
    {
        var conversion = Conversion.Convert(script, new ConversionOptions()) ?? throw new FileNotFoundException(script);
        var image = InMemory.Compile(conversion, Conversion.NamespaceOf(script), out var diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
        var entry = new AssemblyLoadContext("script").LoadFromStream(new MemoryStream(image)).EntryPoint!.CreateDelegate<Func<string[], int>>();
        Child.Time(rounds, () => entry([]));
    }
}
