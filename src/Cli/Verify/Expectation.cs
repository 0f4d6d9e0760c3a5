using System.Globalization;
using System.Text;

namespace Pytocs.Cli.Verify;

/// <summary>What CPython does with a program; null for what is not known and so not compared.</summary>
internal sealed record Expectation(string? Output, string? Error, int? ExitCode)
{
    public static Expectation Of(ProgramResult result) => new(Text(result.Output), Text(result.Error), result.ExitCode);

    /// <summary>What was recorded beside a script: <c>x.out</c>, <c>x.err</c> and <c>x.exit</c>, which is 0 where there is only an output.</summary>
    /// <returns>Null where nothing is recorded.</returns>
    public static Expectation? Recorded(string script)
    {
        var output = ReadBeside(script, ".out");
        var error = ReadBeside(script, ".err");
        var exit = ReadBeside(script, ".exit");
        return output is null && error is null && exit is null
            ? null
            : new Expectation(output, error, int.TryParse(exit, CultureInfo.InvariantCulture, out var code) ? code : 0);
    }

    /// <summary>Records beside a script what CPython does.</summary>
    public static void Record(string script, ProgramResult result)
    {
        Keep(".out", result.Output, isKept: true);
        Keep(".err", result.Error, isKept: result.Error.Length > 0);
        Keep(".exit", Encoding.ASCII.GetBytes($"{result.ExitCode}\n"), isKept: result.ExitCode != 0);

        void Keep(string extension, byte[] bytes, bool isKept)
        {
            var path = Path.ChangeExtension(script, extension);
            if (isKept)
                File.WriteAllBytes(path, bytes);
            else
                File.Delete(path);
        }
    }

    public static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string? ReadBeside(string script, string extension)
        => Path.ChangeExtension(script, extension) is var path && File.Exists(path) ? Text(File.ReadAllBytes(path)) : null;
}
