using Microsoft.Extensions.FileSystemGlobbing;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Files;

/// <summary>A Python file that the command line named, and the folder or pattern under which it was found.</summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Root">The folder that its relative path counts from.</param>
internal sealed record ScriptFile(string Path, string Root)
{
    public string RelativePath => System.IO.Path.GetRelativePath(Root, Path);
}

/// <summary>The Python files that names on the command line stand for: files, folders and patterns.</summary>
internal static class ScriptFiles
{
    /// <summary>What stands in a name for bytes that are no UTF-8.</summary>
    public const char UnreadName = '\ufffd';

    /// <summary>Folders that hold no code of the project.</summary>
    private static readonly HashSet<string> s_skipped = new(StringComparer.Ordinal) { "__pycache__", "node_modules", "venv", "bin", "obj", "site-packages" };

    /// <summary>The files, each once, those of a folder in the order of their names.</summary>
    /// <param name="names">Files, folders, and patterns with <c>*</c>, <c>?</c> or <c>**</c>.</param>
    /// <param name="exclude">Patterns, relative to the folder, of what is left out.</param>
    /// <returns>Null, with a finding, when a name stands for nothing or a folder cannot be read.</returns>
    public static IReadOnlyList<ScriptFile>? Find(IEnumerable<string> names, IReadOnlyList<string>? exclude = null)
    {
        var files = new List<ScriptFile>();
        var unread = new List<string>();
        foreach (var name in names)
        {
            if (Directory.Exists(name))
            {
                files.AddRange(Except(Below(name, unread: unread), exclude).Select(f => new ScriptFile(f, name)));
            }
            else if (!File.Exists(name) && name.AsSpan().ContainsAny('*', '?'))
            {
                var (folder, pattern) = SplitPattern(name);
                var found = Directory.Exists(folder) ? Below(folder, isHiddenKept: pattern.Contains("/.", StringComparison.Ordinal), unread: unread).Where(f => Matches(pattern, Relative(folder, f))).ToList() : [];
                if (found.Count == 0)
                {
                    Report.Write(ToolCatalogue.CannotRead, name, "no Python file matches the pattern");
                    return null;
                }
                files.AddRange(Except(found, exclude, folder).Select(f => new ScriptFile(f, folder)));
            }
            else
            {
                files.Add(new ScriptFile(name, Path.GetDirectoryName(name) is { Length: > 0 } parent ? parent : "."));
            }
        }
        if (unread.Count > 0)
            return null;
        return [.. files.DistinctBy(f => Path.GetFullPath(f.Path))];
    }

    /// <summary>The files below a folder, by default the Python files. A folder that a link leads back to is entered once.</summary>
    public static IEnumerable<string> Below(string folder, string pattern = "*.py", bool isHiddenKept = false, List<string>? unread = null)
    {
        var open = new Stack<(string Folder, int Depth)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        open.Push((folder, 0));
        while (open.TryPop(out var current))
        {
            if (!seen.Add(RealPath(current.Folder)))
                continue;
            string[] files, folders;
            try
            {
                files = Directory.GetFiles(current.Folder, pattern);
                folders = Directory.GetDirectories(current.Folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                if (unread is not null)
                    Report.Write(ToolCatalogue.CannotRead, current.Folder, current.Folder.Contains(UnreadName, StringComparison.Ordinal) ? "its name is not UTF-8; rename it" : error.Message);
                unread?.Add(current.Folder);
                continue;
            }
            foreach (var file in files.Order(StringComparer.Ordinal))
                // A link that leads nowhere is none, such as those by which editors mark files that they change.
                if (!IsLost(file))
                    yield return current.Folder == "." ? Path.GetFileName(file) : file;
            foreach (var inner in folders.OrderDescending(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(inner);
                if (!s_skipped.Contains(name) && (isHiddenKept || name[0] != '.'))
                    open.Push((current.Folder == "." ? name : inner, current.Depth + 1));
            }
        }
    }

    private static bool IsLost(string file)
    {
        try
        {
            return new FileInfo(file).LinkTarget is not null && File.ResolveLinkTarget(file, returnFinalTarget: true)?.Exists != true;
        }
        catch (IOException)
        {
            // It leads round in circles.
            return true;
        }
    }

    /// <summary>The path with every link in it resolved.</summary>
    public static string RealPath(string path)
    {
        path = Path.GetFullPath(path);
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            try
            {
                if (Directory.ResolveLinkTarget(real, returnFinalTarget: true) is { } target)
                    real = target.FullName;
            }
            catch (IOException)
            {
                // A link that leads round in circles stands for itself.
            }
        }
        return real;
    }

    private static IEnumerable<string> Except(IEnumerable<string> files, IReadOnlyList<string>? exclude, string? folder = null)
        => exclude is not { Count: > 0 } ? files : files.Where(f => !exclude.Any(p => Matches(p, Relative(folder ?? ".", f))));

    private static bool Matches(string pattern, string relativePath)
        => new Matcher(StringComparison.Ordinal).AddInclude(pattern).Match(relativePath).HasMatches;

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    /// <summary>The folder in front of a pattern's first part with a wildcard, and the rest.</summary>
    private static (string Folder, string Pattern) SplitPattern(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var wild = Array.FindIndex(parts, p => p.AsSpan().ContainsAny('*', '?'));
        var folder = string.Join('/', parts[..wild]);
        return (folder.Length > 0 ? folder : wild > 0 ? "/" : ".", string.Join('/', parts[wild..]));
    }
}
