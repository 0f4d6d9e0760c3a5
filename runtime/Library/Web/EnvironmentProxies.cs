using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The proxies that the environment names: <c>http_proxy</c>, <c>no_proxy</c> and so on.</summary>
internal static class EnvironmentProxies
{
    /// <summary>The proxies by their schemes; names in small letters count more than others.</summary>
    public static PyDict<Any, Any> All()
    {
        var result = new PyDict<Any, Any>();
        var environment = Modules.Import("os").Get("environ");
        var named = Operators.MappingItems(environment).Select(static e => (Name: Operators.Str(e.Key), Value: Operators.Str(e.Value)))
            .Where(static e => e.Name.Length > 6 && e.Name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var (name, value) in named)
            if (value.Length > 0)
                result[name[..^6].ToLowerInvariant()] = value;
        // A server's scripts find a header of the client's under this name.
        if (environment.Contains("REQUEST_METHOD"))
            result.Remove("http");
        foreach (var (name, value) in named)
        {
            if (!name.EndsWith("_proxy", StringComparison.Ordinal))
                continue;
            if (value.Length > 0)
                result[name[..^6].ToLowerInvariant()] = value;
            else
                result.Remove(name[..^6].ToLowerInvariant());
        }
        return result;
    }

    /// <summary>Whether a host is asked without a proxy.</summary>
    public static bool Bypasses(string host, Any proxies)
    {
        var listed = (proxies.IsNone ? All() : proxies).Invoke("get", "no");
        if (listed.IsNone)
            return false;
        if (listed.Ref is "*")
            return true;
        host = host.ToLowerInvariant();
        var colon = host.LastIndexOf(':');
        var bare = colon >= 0 && host.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? host[..colon] : host;
        return Operators.Str(listed).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static n => n.TrimStart('.').ToLowerInvariant())
            .Any(n => bare == n || host == n || bare.EndsWith("." + n, StringComparison.Ordinal) || host.EndsWith("." + n, StringComparison.Ordinal));
    }
}
