namespace Pytocs.Runtime.Library;

/// <summary>Paths of Windows as text.</summary>
internal static class NtPaths
{
    /// <summary>A drive or share, the root, and the rest: <see href="https://docs.python.org/3.13/library/os.path.html#os.path.splitroot">os.path.splitroot</see>.</summary>
    public static (string Drive, string Root, string Tail) SplitRoot(string path)
    {
        var plain = path.Replace('/', '\\');
        if (plain.StartsWith('\\'))
        {
            if (!plain.StartsWith(@"\\", StringComparison.Ordinal))
                return ("", path[..1], path[1..]);
            var start = plain.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase) ? 8 : 2;
            var server = plain.IndexOf('\\', start);
            if (server < 0)
                return (path, "", "");
            var share = plain.IndexOf('\\', server + 1);
            return share < 0 ? (path, "", "") : (path[..share], path[share..(share + 1)], path[(share + 1)..]);
        }
        if (plain.Length > 1 && plain[1] == ':')
            return plain.Length > 2 && plain[2] == '\\' ? (path[..2], path[2..3], path[3..]) : (path[..2], "", path[2..]);
        return ("", "", path);
    }

    public static bool IsAbsolute(string path)
    {
        var plain = path.Length > 3 ? path[..3].Replace('/', '\\') : path.Replace('/', '\\');
        return plain.StartsWith(@"\\", StringComparison.Ordinal) || (plain.Length == 3 && plain[1] == ':' && plain[2] == '\\');
    }

    public static string Join(string first, params ReadOnlySpan<string> rest)
    {
        var (drive, root, path) = SplitRoot(first);
        foreach (var next in rest)
        {
            var (nextDrive, nextRoot, nextPath) = SplitRoot(next);
            if (nextRoot.Length > 0)
            {
                if (nextDrive.Length > 0 || drive.Length == 0)
                    drive = nextDrive;
                (root, path) = (nextRoot, nextPath);
                continue;
            }
            if (nextDrive.Length > 0 && nextDrive != drive)
            {
                if (!nextDrive.Equals(drive, StringComparison.OrdinalIgnoreCase))
                {
                    (drive, root, path) = (nextDrive, nextRoot, nextPath);
                    continue;
                }
                drive = nextDrive;
            }
            if (path.Length > 0 && path[^1] is not ('\\' or '/'))
                path += "\\";
            path += nextPath;
        }
        return path.Length > 0 && root.Length == 0 && drive.Length > 0 && drive[^1] is not (':' or '\\' or '/') ? drive + "\\" + path : drive + root + path;
    }

    public static (string Head, string Tail) Split(string path)
    {
        var (drive, root, rest) = SplitRoot(path);
        var at = rest.LastIndexOfAny(['\\', '/']) + 1;
        return (drive + root + rest[..at].TrimEnd('\\', '/'), rest[at..]);
    }

    public static string Normalise(string path)
    {
        var (drive, root, rest) = SplitRoot(path.Replace('/', '\\'));
        var parts = new List<string>();
        foreach (var part in rest.Split('\\'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (root.Length == 0)
                parts.Add(part);
        }
        var result = drive + root + string.Join('\\', parts);
        return result.Length == 0 ? "." : result;
    }
}
