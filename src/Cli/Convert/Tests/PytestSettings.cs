using System.Text.RegularExpressions;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>
/// What a project tells pytest: the one setting that decides which tests run. See
/// <see href="https://docs.pytest.org/en/stable/reference/customize.html#configuration-file-formats">configuration files</see>.
/// </summary>
internal static partial class PytestSettings
{
    private static readonly string[] s_files = ["pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"];

    [GeneratedRegex("""^\s*asyncio_mode\s*=\s*["']?auto\b|--asyncio-mode[= ]auto\b""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex AutoMode();

    /// <summary>Whether every coroutine function is run, marked with <c>asyncio</c> or not; the settings stand in the folder or in one around it.</summary>
    public static bool RunsEveryCoroutine(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var found = s_files.Select(f => Path.Combine(at.FullName, f)).Where(File.Exists).Select(File.ReadAllText).Where(static t => t.Contains("pytest", StringComparison.Ordinal)).ToList();
            if (found.Count > 0)
                return found.Exists(AutoMode().IsMatch);
        }
        return false;
    }
}
