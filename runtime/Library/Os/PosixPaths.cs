using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Paths of POSIX as text.</summary>
internal static class PosixPaths
{
    public static string Join(string first, params ReadOnlySpan<string> rest)
    {
        var path = first;
        foreach (var next in rest)
            path = next.StartsWith('/') || path.Length == 0 ? next : path.EndsWith('/') ? path + next : path + "/" + next;
        return path;
    }

    public static (string Head, string Tail) Split(string path)
    {
        var at = path.LastIndexOf('/') + 1;
        var (head, tail) = (path[..at], path[at..]);
        return (head.Trim('/').Length > 0 ? head.TrimEnd('/') : head, tail);
    }

    public static (string Root, string Extension) SplitExtension(string path, char separator = '/', char other = '/')
    {
        var slash = Math.Max(path.LastIndexOf(separator), path.LastIndexOf(other));
        var dot = path.LastIndexOf('.');
        return dot > slash && path[(slash + 1)..dot].Trim('.').Length > 0 ? (path[..dot], path[dot..]) : (path, "");
    }

    public static (string Drive, string Root, string Tail) SplitRoot(string path)
        => !path.StartsWith('/') ? ("", "", path)
            : path.Length == 1 || path[1] != '/' || (path.Length > 2 && path[2] == '/') ? ("", "/", path[1..]) : ("", "//", path[2..]);

    public static string Normalise(string path)
    {
        if (path.Length == 0)
            return ".";
        var (_, lead, rest) = SplitRoot(path);
        var parts = new List<string>();
        foreach (var part in rest.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != ".." || (lead.Length == 0 && parts.Count == 0) || (parts.Count > 0 && parts[^1] == ".."))
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }
        var result = lead + string.Join('/', parts);
        return result.Length == 0 ? "." : result;
    }

    /// <summary>What <c>os.getcwd</c> gives, which tests may have put something in the place of.</summary>
    private static string CurrentFolder => Lib.Text(Modules.Import("os").Invoke("getcwd"));

    public static string Absolute(string path) => Normalise(path.StartsWith('/') ? path : Join(CurrentFolder, path));

    public static string Relative(string path, string start)
    {
        var from = Absolute(start).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = Absolute(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var same = 0;
        while (same < from.Length && same < to.Length && from[same] == to[same])
            same++;
        var parts = Enumerable.Repeat("..", from.Length - same).Concat(to[same..]).ToArray();
        return parts.Length == 0 ? "." : string.Join('/', parts);
    }

    /// <summary>The path without links: <see href="https://docs.python.org/3.13/library/os.path.html#os.path.realpath">os.path.realpath</see>.</summary>
    /// <exception cref="OSError">With <paramref name="strict"/>: a part does not exist, or links go round.</exception>
    public static string Real(string path, bool strict)
    {
        var rest = new Stack<string?>(path.Split('/').Reverse());
        var result = path.StartsWith('/') ? "/" : CurrentFolder;
        // A null on the stack says that the link named beneath it is resolved.
        var seen = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (rest.TryPop(out var part))
        {
            if (part is null)
            {
                seen[rest.Pop()!] = result;
                continue;
            }
            if (part is "" or ".")
                continue;
            if (part == "..")
            {
                result = Split(result).Head is { Length: > 0 } parent ? parent : "/";
                continue;
            }
            var next = result == "/" ? "/" + part : result + "/" + part;
            if (FileStatus.Read(next, follow: false) is not { } status)
            {
                if (strict)
                    throw Posix.Failure(next);
                result = next;
                continue;
            }
            if (!status.IsLink)
            {
                if (strict && !status.IsDirectory && rest.Any(static r => r is not (null or "" or ".")))
                    throw FileErrors.Of(20, next + "/" + rest.First(static r => r is not (null or "" or ".")));
                result = next;
                continue;
            }
            if (seen.TryGetValue(next, out var known))
            {
                if (known is null && strict)
                    throw FileErrors.Of(40, next);
                result = known ?? next;
                continue;
            }
            seen[next] = null;
            rest.Push(next);
            rest.Push(null);
            var target = OsFiles.ReadLink(next, next);
            if (target.StartsWith('/'))
                result = "/";
            foreach (var piece in target.Split('/').Reverse())
                rest.Push(piece);
        }
        return result;
    }

    public static string ExpandUser(string path)
    {
        if (!path.StartsWith('~'))
            return path;
        var end = path.IndexOf('/') is >= 0 and var at ? at : path.Length;
        var home = end == 1 ? OsEnviron.Get("HOME") ?? HomeOf(Environment.UserName) : HomeOf(path[1..end]);
        return home is null ? path : (home.TrimEnd('/') + path[end..]) is { Length: > 0 } full ? full : "/";
    }

    /// <summary>A user's home folder from the system's list of users; null for nobody.</summary>
    internal static string? HomeOf(string user)
        => File.Exists("/etc/passwd") ? File.ReadLines("/etc/passwd").Select(static l => l.Split(':')).FirstOrDefault(f => f.Length > 5 && f[0] == user)?[5] : null;

    /// <summary><c>$name</c> and <c>${name}</c>; what is not in the environment stays.</summary>
    public static string ExpandVariables(string path) => System.Text.RegularExpressions.Regex.Replace(
        path, @"\$(?:([A-Za-z0-9_]+)|\{([^}]*)\}?)",
        static m => m.Groups[2].Success && !m.Value.EndsWith('}') ? m.Value : OsEnviron.Get(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value) ?? m.Value);

    public static string CommonPath(IReadOnlyList<string> paths)
    {
        if (paths.Select(static p => p.StartsWith('/')).Distinct().Count() > 1)
            throw new ValueError("Can't mix absolute and relative paths");
        var split = paths.Select(static p => p.Split('/').Where(static s => s is not ("" or ".")).ToArray()).ToArray();
        var (low, high) = (split.MinBy(static s => s, s_order)!, split.MaxBy(static s => s, s_order)!);
        var same = 0;
        while (same < low.Length && same < high.Length && low[same] == high[same])
            same++;
        return (paths[0].StartsWith('/') ? "/" : "") + string.Join('/', low[..same]);
    }

    private static readonly IComparer<string[]> s_order = Comparer<string[]>.Create(static (a, b) =>
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
            if (Str.Compare(a[i], b[i]) is not 0 and var order)
                return order;
        return a.Length.CompareTo(b.Length);
    });
}
