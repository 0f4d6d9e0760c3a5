namespace Pytocs.Cli;

/// <summary>Exit codes of the tool itself; <c>run</c> gives the script's.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;

    /// <summary>The source has errors.</summary>
    public const int Findings = 1;

    /// <summary>Wrong use, a file that cannot be read or written, or an internal error.</summary>
    public const int WrongUse = 2;
}
