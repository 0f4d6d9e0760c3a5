using System.ComponentModel;
using System.Diagnostics;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Verify;

/// <summary>The Python interpreter that programs are compared with.</summary>
/// <param name="Path">The program.</param>
/// <param name="Version">Its version, such as 3.13.0.</param>
internal sealed record PythonOracle(string Path, string Version)
{
    /// <summary>The version whose behaviour converted programs have.</summary>
    private const string Promised = "3.13.";

    /// <summary>The interpreter that the user named, else the first CPython 3.13 on the path.</summary>
    /// <param name="path">What the user named; null for nothing.</param>
    /// <param name="isWrongUse">Whether the user named something that is no Python.</param>
    /// <returns>Null, with a finding, where there is none.</returns>
    public static PythonOracle? Find(string? path, out bool isWrongUse)
    {
        isWrongUse = false;
        if (path is not null)
        {
            if (Ask(path) is not { } named)
            {
                isWrongUse = true;
                Report.Write(ToolCatalogue.WrongUse, null, $"'{path}' is no Python interpreter that runs");
                return null;
            }
            if (!named.Version.StartsWith(Promised, StringComparison.Ordinal))
                Report.Write(ToolCatalogue.NoOracle, null, $"{path} is Python {named.Version}; pytocs promises what CPython 3.13 does, so that some programs may differ for that reason");
            return named;
        }
        var others = new List<string>();
        foreach (var name in (string[])["python3.13", "python3", "python"])
        {
            if (Ask(name) is not { } found)
                continue;
            if (found.Version.StartsWith(Promised, StringComparison.Ordinal))
                return found;
            others.Add($"{name} is {found.Version}");
        }
        Report.Write(ToolCatalogue.NoOracle, null, $"no CPython 3.13 on the path{(others.Count > 0 ? $" ({string.Join(", ", others)})" : "")}: comparing with recorded outputs; --python PATH names an interpreter");
        return null;
    }

    private static PythonOracle? Ask(string path)
    {
        try
        {
            var start = new ProcessStartInfo(path, ["-c", "import sys; print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])))"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var answer = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            return answer.Result.Trim().Split(' ') is ["cpython", var version] ? new PythonOracle(path, version) : null;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return null;
        }
    }
}
