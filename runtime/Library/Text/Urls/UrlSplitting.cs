using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Unicode;

namespace Pytocs.Runtime.Library.Urls;

/// <summary>Taking addresses apart and putting them together. See <see href="https://docs.python.org/3.13/library/urllib.parse.html#url-parsing">URL parsing</see>.</summary>
internal static partial class UrlSplitting
{
    internal static readonly string[] UsesRelative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"];

    internal static readonly string[] UsesNetloc =
    [
        "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh",
        "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services",
    ];

    internal static readonly string[] UsesParams = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"];

    private static readonly char[] s_controls = [.. Enumerable.Range(0, 33).Select(static c => (char)c)];

    [GeneratedRegex(@"\Av[a-fA-F0-9]+\..+\z")]
    private static partial Regex FutureAddress();

    /// <summary>Scheme, netloc, path, query and fragment.</summary>
    /// <exception cref="ValueError">The host is malformed.</exception>
    public static string[] Split(string url, string scheme, bool fragments)
    {
        url = Clean(url.TrimStart(s_controls));
        scheme = Clean(scheme.Trim(s_controls));
        var (netloc, query, fragment) = ("", "", "");
        var colon = url.IndexOf(':');
        if (colon > 0 && char.IsAsciiLetter(url[0]) && url[..colon].All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
            (scheme, url) = (url[..colon].ToLowerInvariant(), url[(colon + 1)..]);
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            var end = url.IndexOfAny(['/', '?', '#'], 2);
            (netloc, url) = end < 0 ? (url[2..], "") : (url[2..end], url[end..]);
            if (netloc.Contains('[') != netloc.Contains(']'))
                throw new ValueError("Invalid IPv6 URL");
            if (netloc.Contains('['))
                CheckBracketed(UrlText.Partition(UrlText.Partition(netloc, '[').After, ']').Before);
        }
        if (fragments)
            (url, _, fragment) = UrlText.Partition(url, '#');
        (url, _, query) = UrlText.Partition(url, '?');
        CheckNetloc(netloc);
        return [scheme, netloc, url, query, fragment];
    }

    private static string Clean(string text) => text.Replace("\t", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private static void CheckBracketed(string host)
    {
        if (host.StartsWith('v'))
        {
            if (!FutureAddress().IsMatch(host))
                throw new ValueError("IPvFuture address is invalid");
            return;
        }
        var zone = host.IndexOf('%');
        if (!IPAddress.TryParse(zone > 0 ? host[..zone] : host, out var address) || (address.AddressFamily == AddressFamily.InterNetwork && host.Count(static c => c == '.') != 3))
            throw new ValueError($"{Str.Repr(host)} does not appear to be an IPv4 or IPv6 address");
        if (address.AddressFamily == AddressFamily.InterNetwork)
            throw new ValueError("An IPv4 address cannot be in brackets");
    }

    /// <summary>No character of the host may turn into one that divides addresses.</summary>
    private static void CheckNetloc(string netloc)
    {
        if (System.Text.Ascii.IsValid(netloc))
            return;
        var bare = string.Concat(netloc.Where(static c => c is not ('@' or ':' or '#' or '?')));
        var normal = Normalization.Normalize(bare, compose: true, compatibly: true);
        if (bare != normal && normal.AsSpan().ContainsAny("/?#@:"))
            throw new ValueError($"netloc '{netloc}' contains invalid characters under NFKC normalization");
    }

    /// <summary>As Split, with the parameters of the last part of the path after it.</summary>
    public static string[] Parse(string url, string scheme, bool fragments)
    {
        var p = Split(url, scheme, fragments);
        var (path, parameters) = (p[2], "");
        var semicolon = UsesParams.Contains(p[0]) ? path.IndexOf(';', Math.Max(0, path.LastIndexOf('/'))) : -1;
        if (semicolon >= 0)
            (path, parameters) = (path[..semicolon], path[(semicolon + 1)..]);
        return [p[0], p[1], path, parameters, p[3], p[4]];
    }

    public static string Unparse(string[] parts)
        => Unsplit([parts[0], parts[1], parts[3].Length > 0 ? $"{parts[2]};{parts[3]}" : parts[2], parts[4], parts[5]]);

    public static string Unsplit(string[] parts)
    {
        var (scheme, netloc, url) = (parts[0], parts[1], parts[2]);
        if (netloc.Length > 0)
            url = "//" + netloc + (url.Length > 0 && url[0] != '/' ? "/" : "") + url;
        else if (url.StartsWith("//", StringComparison.Ordinal) || (scheme.Length > 0 && UsesNetloc.Contains(scheme) && (url.Length == 0 || url[0] == '/')))
            url = "//" + url;
        if (scheme.Length > 0)
            url = scheme + ":" + url;
        return url + (parts[3].Length > 0 ? "?" + parts[3] : "") + (parts[4].Length > 0 ? "#" + parts[4] : "");
    }

    /// <summary>An address seen from another.</summary>
    public static string Join(string from, string url, bool fragments)
    {
        if (from.Length == 0 || url.Length == 0)
            return from.Length == 0 ? url : from;
        var b = Parse(from, "", fragments);
        var p = Parse(url, b[0], fragments);
        if (p[0] != b[0] || !UsesRelative.Contains(p[0]))
            return url;
        if (UsesNetloc.Contains(p[0]))
        {
            if (p[1].Length > 0)
                return Unparse(p);
            p[1] = b[1];
        }
        if (p[2].Length == 0 && p[3].Length == 0)
        {
            (p[2], p[3]) = (b[2], b[3]);
            if (p[4].Length == 0)
                p[4] = b[4];
            return Unparse(p);
        }
        p[2] = Resolve(b[2], p[2]);
        return Unparse(p);
    }

    private static string Resolve(string from, string path)
    {
        var segments = path.Split('/').ToList();
        if (!path.StartsWith('/'))
        {
            var start = from.Split('/').ToList();
            if (start[^1].Length > 0)
                start.RemoveAt(start.Count - 1);
            segments.InsertRange(0, start);
            for (var i = segments.Count - 2; i > 0; i--)
                if (segments[i].Length == 0)
                    segments.RemoveAt(i);
        }
        var resolved = new List<string>();
        foreach (var segment in segments)
        {
            if (segment == "..")
            {
                if (resolved.Count > 0)
                    resolved.RemoveAt(resolved.Count - 1);
            }
            else if (segment != ".")
            {
                resolved.Add(segment);
            }
        }
        if (segments[^1] is "." or "..")
            resolved.Add("");
        return string.Join('/', resolved) is { Length: > 0 } joined ? joined : "/";
    }
}
