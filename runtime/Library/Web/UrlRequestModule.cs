using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <see href="https://docs.python.org/3.13/library/urllib.request.html">urllib.request</see>; FTP is not there.</summary>
internal static class UrlRequestModule
{
    private static Any s_opener = Any.None;

    private static readonly PyType[] s_defaults = [RedirectsAndProxies.Proxy, UrlHandlers.Unknown, UrlHandlers.Http, UrlHandlers.DefaultError, RedirectsAndProxies.Redirect, UrlHandlers.Files, UrlHandlers.ErrorProcessor,
        UrlHandlers.Data, UrlHandlers.Https];

    private static readonly List<string> s_temporary = [];

    private static Any BuildOpener(IEnumerable<Any> given)
    {
        var opener = ((Any)OpenerType.Type).Call();
        var handlers = given.ToList();
        foreach (var type in s_defaults)
            if (!handlers.Exists(h => h.Ref is PyType own ? own.IsSubclassOf(type) : Builtins.IsInstance(h, type)))
                opener.Invoke("add_handler", ((Any)type).Call());
        foreach (var handler in handlers)
            opener.Invoke("add_handler", handler.Ref is PyType ? handler.Call() : handler);
        return opener;
    }

    private static Any Open(Any url, Any data, Any timeout, Any context)
    {
        var opener = !context.IsNone ? BuildOpener([((Any)UrlHandlers.Https).Call(new Arguments { { "context", context } })]) : s_opener.IsNone ? s_opener = BuildOpener([]) : s_opener;
        return ReferenceEquals(timeout.Ref, SocketModule.UnsetTimeout.Ref) ? opener.Invoke("open", url, data) : opener.Invoke("open", url, data, timeout);
    }

    private static Any Retrieve(Any url, Any target, Any hook, Any data)
    {
        const int block = 8192;
        var source = Modules.Import("urllib.request").Invoke("urlopen", url, data);
        try
        {
            var headers = source.Invoke("info");
            if (Operators.Str(url).StartsWith("file:", StringComparison.Ordinal) && !target.Truth)
                return PyTuple.Of(Modules.Import("os.path").Invoke("normpath", Mail.Parameters.Unquoted(Operators.Str(url)[5..].Replace("//", "", StringComparison.Ordinal), "utf-8")), headers);
            var file = target.Truth ? Builtins.Get("open").Call(target, "wb") : Modules.Import("tempfile").Invoke("NamedTemporaryFile", new Arguments { { "delete", false } });
            var name = target.Truth ? target : file.Get("name");
            if (!target.Truth)
                s_temporary.Add(Operators.Str(name));
            var size = headers.Contains("content-length") ? long.Parse(Operators.Str(headers["Content-Length"]), System.Globalization.CultureInfo.InvariantCulture) : -1;
            var read = 0L;
            if (hook.Truth)
                hook.Call(0, block, size);
            for (var number = 1; source.Invoke("read", block) is { Truth: true } part; number++)
            {
                read += Operators.Len(part);
                file.Invoke("write", part);
                if (hook.Truth)
                    hook.Call(number, block, size);
            }
            file.Invoke("close");
            var result = PyTuple.Of(name, headers);
            if (size >= 0 && read < size)
                throw ClientErrors.Make(UrlErrors.TooShort, $"retrieval incomplete: got only {read} out of {size} bytes", result);
            return result;
        }
        finally
        {
            source.Invoke("close");
        }
    }

    public static PyModule Build()
    {
        var module = new PyModule("urllib.request").Type(UrlRequestType.Type).Type(OpenerType.Type).Type(UrlHandlers.Base).Type(RedirectsAndProxies.Passwords).Type(RedirectsAndProxies.DefaultPasswords)
            .Type(RedirectsAndProxies.BasicAuthorization).Type(RedirectsAndProxies.ProxyAuthorization).Value("__version__", "3.13");
        foreach (var type in s_defaults)
            module.Type(type);
        foreach (var name in (string[])["quote", "unquote", "urljoin", "urlparse", "urlsplit", "urlunparse"])
            module.Value(name, Modules.ImportFrom("urllib.parse", name));
        return module.Value("URLError", UrlErrors.UrlError).Value("HTTPError", UrlErrors.HttpError).Value("ContentTooShortError", UrlErrors.TooShort)
            .Python("urlopen", "url, data=None, timeout=, *, context=None", static a => Open(a[0], a[1], a[2], a[3]), SocketModule.UnsetTimeout)
            .Python("build_opener", "*handlers", static a => BuildOpener(Operators.ToList(a[0])))
            .Python("install_opener", "opener", static a => Lib.Do(() => s_opener = a[0]))
            .Python("urlretrieve", "url, filename=None, reporthook=None, data=None", static a => Retrieve(a[0], a[1], a[2], a[3]))
            .Python("urlcleanup", "", static _ => Lib.Do(() =>
            {
                s_temporary.ForEach(File.Delete);
                s_temporary.Clear();
                s_opener = Any.None;
            }))
            .Python("getproxies", "", static _ => EnvironmentProxies.All()).Python("getproxies_environment", "", static _ => EnvironmentProxies.All())
            .Python("proxy_bypass", "host", static a => EnvironmentProxies.Bypasses(Operators.Str(a[0]), Any.None))
            .Python("proxy_bypass_environment", "host, proxies=None", static a => EnvironmentProxies.Bypasses(Operators.Str(a[0]), a[1]))
            .Python("url2pathname", "pathname", static a => Mail.Parameters.Unquoted(Lib.Text(a[0]), "utf-8"))
            .Python("pathname2url", "pathname", static a => Modules.Import("urllib.parse").Invoke("quote", a[0]))
            .Python("parse_http_list", "s", static a => Lib.List(Listed(Lib.Text(a[0]))))
            .Python("parse_keqv_list", "l", static a => KeyValues(a[0]));
    }

    /// <summary>Splits at commas that are not within quotes.</summary>
    private static List<string> Listed(string text)
    {
        var (result, part, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' && !quoted)
            {
                result.Add(part.ToString().Trim());
                part.Clear();
                continue;
            }
            if (quoted && text[i] == '\\' && i + 1 < text.Length)
                i++;
            else if (text[i] == '"')
                quoted = !quoted;
            part.Append(text[i]);
        }
        if (part.Length > 0)
            result.Add(part.ToString().Trim());
        return result;
    }

    private static PyDict<Any, Any> KeyValues(Any list)
    {
        var result = new PyDict<Any, Any>();
        foreach (var one in Operators.Iter(list).Select(static i => Operators.Str(i).Split('=', 2)))
            result[one[0]] = one[1].Length > 1 && one[1][0] == '"' && one[1][^1] == '"' ? one[1][1..^1] : one[1];
        return result;
    }
}
