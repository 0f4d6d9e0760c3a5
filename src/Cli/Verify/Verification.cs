namespace Pytocs.Cli.Verify;

/// <summary>How programs are verified.</summary>
internal sealed record VerifyOptions(PythonOracle? Oracle, Limits Limits, bool IsExact, string[] SearchPath, string[] Arguments, bool IsInPlace, bool Records);

/// <summary>Takes a program through both: converts, compiles and runs it, runs it under CPython, and compares.</summary>
internal sealed class Verification(VerifyOptions options, Worker worker, string scratch)
{
    public Verdict Of(string script)
    {
        var path = Path.GetFullPath(script);
        var folder = Directory.CreateDirectory(Path.Combine(scratch, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            return Of(script, path, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Verdict Of(string script, string path, string folder)
    {
        var image = Path.Combine(folder, "program.dll");
        var conversion = worker.Convert(new ConversionRequest(path, image, options.IsExact, options.SearchPath));
        ProgramResult? python = null;
        if (options.Oracle is not null)
        {
            python = new ProgramRunner(options, path, folder).RunPython();
            if (options.Records && python.Limit is null)
                Expectation.Record(path, python);
        }
        if (!conversion.IsConverted)
            return python is { ExitCode: 1, Output.Length: 0 } && IsSyntaxError(python)
                ? new Verdict(script, Outcome.NotPython, conversion.Reason)
                : new Verdict(script, Outcome.NotConverted, conversion.Reason);
        if (!conversion.IsCompiled)
            return new Verdict(script, Outcome.NotCompiled, conversion.Reason);
        if (python?.Limit is { } limit)
            return new Verdict(script, Outcome.Unstable, $"CPython reaches the {limit} limit");
        if ((python is null ? Expectation.Recorded(path) : Expectation.Of(python)) is not { } expected)
            return new Verdict(script, Outcome.NothingToCompare, "no interpreter, and no recorded output beside the file");
        var actual = new ProgramRunner(options, path, folder).RunImage(image);
        if (conversion.Warnings.Length > 0)
            actual = actual with { Error = [.. System.Text.Encoding.UTF8.GetBytes(conversion.Warnings), .. actual.Error] };
        var verdict = Verdict.Compare(script, expected, actual);
        return verdict.Outcome == Outcome.Differs && python is not null && !IsRepeatable(path, folder, expected)
            ? verdict with { Outcome = Outcome.Unstable, Reason = "CPython itself prints something else each time" }
            : verdict;
    }

    private bool IsRepeatable(string path, string folder, Expectation first)
    {
        var second = Expectation.Of(new ProgramRunner(options, path, folder).RunPython());
        return second.ExitCode == first.ExitCode && Verdict.IsSame(first.Output, second.Output) && Verdict.IsSame(first.Error, second.Error);
    }

    private static bool IsSyntaxError(ProgramResult python)
        => Expectation.Text(python.Error).TrimEnd().Split('\n')[^1] is var last && (last.StartsWith("SyntaxError", StringComparison.Ordinal) || last.StartsWith("IndentationError", StringComparison.Ordinal) || last.StartsWith("TabError", StringComparison.Ordinal));
}
