using System.Text.RegularExpressions;

namespace Pytocs.Cli.Verify;

/// <summary>What came of one program.</summary>
internal enum Outcome
{
    /// <summary>Standard output, standard error and exit code are the same.</summary>
    Same,

    /// <summary>It runs and does something else.</summary>
    Differs,

    /// <summary>Its C# does not compile.</summary>
    NotCompiled,

    /// <summary>There is no C#.</summary>
    NotConverted,

    /// <summary>CPython refuses the file as pytocs does: it is no Python.</summary>
    NotPython,

    /// <summary>CPython itself does something else each time, or reaches a limit.</summary>
    Unstable,

    /// <summary>There is no interpreter and nothing recorded.</summary>
    NothingToCompare,
}

/// <summary>What came of one program, and why.</summary>
/// <param name="Script">The program.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Why it is not the same.</param>
/// <param name="Expected">What CPython does.</param>
/// <param name="Actual">What the C# does.</param>
internal sealed partial record Verdict(string Script, Outcome Outcome, string? Reason = null, Expectation? Expected = null, ProgramResult? Actual = null)
{
    /// <summary>Whether it counts as a failure of pytocs.</summary>
    public bool IsFailure => Outcome is Outcome.Differs or Outcome.NotCompiled or Outcome.NotConverted;

    /// <summary>Whether it is one of the programs that can be compared.</summary>
    public bool Counts => IsFailure || Outcome == Outcome.Same;

    [GeneratedRegex(@"0x[0-9a-fA-F]{6,16}\b")]
    private static partial Regex Address();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    /// <summary>The kind of a reason: without the names in it.</summary>
    public static string Kind(string reason) => Quoted().Replace(reason.Split('\n')[0], "'...'");

    /// <summary>Compares what the C# did with what CPython does; addresses of objects are never the same, and CPython's own library has frames that the C# does not have.</summary>
    public static Verdict Compare(string script, Expectation expected, ProgramResult actual)
    {
        var got = Expectation.Of(actual);
        expected = expected with { Error = expected.Error is { } error ? LibraryFrames.Without(error) : null };
        var reason = actual.Limit is { } limit ? $"the C# reaches the {limit} limit"
            : expected.ExitCode is { } code && code != actual.ExitCode ? $"exit code {actual.ExitCode} instead of {code}{LastLine(got.Error!)}"
            : !IsSame(expected.Output, got.Output) ? "the standard output differs"
            : !IsSame(expected.Error, got.Error) ? "the standard error differs" : null;
        return new Verdict(script, reason is null ? Outcome.Same : Outcome.Differs, reason, expected, actual);
    }

    public static bool IsSame(string? expected, string? actual)
        => expected is null || Address().Replace(expected, "0x...") == Address().Replace(actual!, "0x...");

    /// <summary>What the program said last, as a part of the reason.</summary>
    private static string LastLine(string error)
        => error.TrimEnd().Split('\n')[^1] is { Length: > 0 } line ? ": " + line : "";
}
