using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <c>nturl2path</c>: paths of Windows as URLs, and back.</summary>
internal static class NtUrlPaths
{
    public static PyModule Build() => new PyModule("nturl2path")
        .Function("url2pathname", "url", static a => ToPath(Lib.Text(a[0])))
        .Function("pathname2url", "p", static a => ToUrl(Lib.Text(a[0])));

    private static string Quote(string text) => Operators.Str(Modules.Import("urllib.parse").Invoke("quote", text));

    private static string Unquote(string text) => Operators.Str(Modules.Import("urllib.parse").Invoke("unquote", text));

    /// <exception cref="OSError">It names a drive that is none.</exception>
    private static string ToPath(string url)
    {
        url = url.Replace(':', '|');
        var parts = url.Split('|');
        if (parts.Length == 1)
        {
            // What begins with four slashes names another computer.
            return Unquote((url.StartsWith("////", StringComparison.Ordinal) ? url[2..] : url).Replace('/', '\\'));
        }
        if (parts.Length != 2 || parts[0].Length == 0 || !char.IsAsciiLetter(parts[0][^1]))
            throw new OSError("Bad URL: " + url);
        var path = char.ToUpperInvariant(parts[0][^1]) + ":" + string.Concat(parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(static p => '\\' + Unquote(p)));
        return path.EndsWith(':') && url.EndsWith('/') ? path + '\\' : path;
    }

    /// <exception cref="OSError">It names a drive that is none.</exception>
    private static string ToUrl(string path)
    {
        if (path.StartsWith(@"\\?\", StringComparison.Ordinal))
        {
            path = path[4..];
            if (path.StartsWith(@"UNC\", StringComparison.OrdinalIgnoreCase))
                path = '\\' + path[4..];
            else if (path.Length < 2 || path[1] != ':')
                throw new OSError("Bad path: " + path);
        }
        var parts = path.Split(':', 3);
        if (parts.Length == 1)
            return Quote((path.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\" + path : path).Replace('\\', '/'));
        if (parts.Length != 2 || parts[0].Length > 1)
            throw new OSError("Bad path: " + path);
        return $"///{Quote(parts[0].ToUpperInvariant())}:{string.Concat(parts[1].Split('\\').Where(static p => p.Length > 0).Select(static p => "/" + Quote(p)))}";
    }
}
