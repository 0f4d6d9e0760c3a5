using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>Handlers that ask elsewhere: redirects, proxies, and passwords.</summary>
internal static class RedirectsAndProxies
{
    private const string Module = "urllib.request";
    private const string Endless = "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n";

    public static readonly PyType Redirect = Make();

    private static PyType Make()
    {
        var maker = new ClassMaker("HTTPRedirectHandler", Module).Attribute("max_repeats", 4).Attribute("max_redirections", 10).Attribute("inf_msg", Endless)
            .Method("redirect_request", "self, req, fp, code, msg, headers, newurl", static a => NewRequest(a));
        foreach (var code in (int[])[301, 302, 303, 307, 308])
            maker.Method($"http_error_{code}", "self, req, fp, code, msg, headers", static a => Follow(a));
        return maker.Make(UrlHandlers.Base);
    }

    private static Any NewRequest(Any[] a)
    {
        var (request, code) = (a[1], Lib.Int(a[3]));
        var method = Operators.Str(request.Invoke("get_method"));
        if (!(code is 301 or 302 or 303 or 307 or 308 && method is "GET" or "HEAD") && !(code is 301 or 302 or 303 && method == "POST"))
            throw ClientErrors.Make(UrlErrors.HttpError, request.Get("full_url"), a[3], a[4], a[5], a[2]);
        var headers = new PyDict<Any, Any>();
        foreach (var (name, value) in Operators.MappingItems(request.Get("headers")))
            if (Operators.Str(name).ToLowerInvariant() is not ("content-length" or "content-type"))
                headers[name] = value;
        var arguments = new Arguments { Operators.Str(a[6]).Replace(" ", "%20", StringComparison.Ordinal) };
        if (method == "HEAD")
            arguments.Add("method", "HEAD");
        arguments.Add("headers", headers);
        arguments.Add("origin_req_host", request.Get("origin_req_host"));
        arguments.Add("unverifiable", true);
        return Modules.Import(Module).Invoke("Request", arguments);
    }

    private static Any Follow(Any[] a)
    {
        var (self, request, file, code, message, headers) = (a[0], a[1], a[2], a[3], a[4], a[5]);
        var target = headers.Contains("location") ? headers["location"] : headers.Contains("uri") ? headers["uri"] : Any.None;
        if (target.IsNone)
            return Any.None;
        var parse = Modules.Import("urllib.parse");
        var parts = Operators.ToList(parse.Invoke("urlparse", target));
        if (Operators.Str(parts[0]) is not ("http" or "https" or "ftp" or ""))
            throw ClientErrors.Make(UrlErrors.HttpError, target, code, $"{Operators.Str(message)} - Redirection to url '{Operators.Str(target)}' is not allowed", headers, file);
        if (!parts[2].Truth && parts[1].Truth)
            parts[2] = "/";
        var url = parse.Invoke("urljoin", request.Get("full_url"), parse.Invoke("quote", new Arguments { parse.Invoke("urlunparse", new PyTuple([.. parts])), { "encoding", "iso-8859-1" }, { "safe", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" } }));
        var next = self.Invoke("redirect_request", new Arguments { request, file, code, message, headers, url });
        if (next.IsNone)
            return Any.None;
        var visited = Operators.GetAttr(request, "redirect_dict", Any.Unbound);
        if (visited.IsUnbound)
        {
            visited = new PyDict<Any, Any>();
            request.Set("redirect_dict", visited);
        }
        else if (visited.Invoke("get", url, 0) >= self.Get("max_repeats") || Operators.Len(visited) >= Lib.Int(self.Get("max_redirections")))
        {
            throw ClientErrors.Make(UrlErrors.HttpError, request.Get("full_url"), code, self.Get("inf_msg") + message, headers, file);
        }
        next.Set("redirect_dict", visited);
        visited.SetItem(url, visited.Invoke("get", url, 0) + 1);
        file.Invoke("read");
        file.Invoke("close");
        return self.Get("parent").Invoke("open", new Arguments { next, { "timeout", request.Get("timeout") } });
    }

    public static readonly PyType Proxy = new ClassMaker("ProxyHandler", Module)
        .Attribute("handler_order", 100)
        .Method("__init__", "proxies=None", static (self, given) => Lib.Do(() =>
        {
            var proxies = given.IsNone ? Modules.Import(Module).Invoke("getproxies") : given;
            self.Set("proxies", proxies);
            foreach (var (type, url) in Operators.MappingItems(proxies))
            {
                var name = Operators.Str(type).ToLowerInvariant();
                self.Set(name + "_open", new PyFunction(name + "_open", "r", (Any request) => Through(self, request, Operators.Str(url), name)) { Module = Module });
            }
        }), Any.None)
        .Make(UrlHandlers.Base);

    private static Any Through(Any self, Any request, string proxy, string type)
    {
        var original = Operators.Str(request.Get("type"));
        var colon = proxy.IndexOf("://", StringComparison.Ordinal);
        var proxyType = colon < 0 ? original : proxy[..colon];
        var host = (colon < 0 ? proxy : proxy[(colon + 3)..]).Split('/')[0];
        if (request.Get("host").Truth && Modules.Import(Module).Invoke("proxy_bypass", request.Get("host")).Truth)
            return Any.None;
        if (host.LastIndexOf('@') is >= 0 and var at)
        {
            var user = Mail.Parameters.Unquoted(host[..at], "utf-8");
            request.Invoke("add_header", "Proxy-authorization", "Basic " + Convert.ToBase64String(Codecs.Encode(user)));
            host = host[(at + 1)..];
        }
        request.Invoke("set_proxy", Mail.Parameters.Unquoted(host, "utf-8"), proxyType);
        return original == proxyType || original == "https" ? Any.None : self.Get("parent").Invoke("open", new Arguments { request, { "timeout", request.Get("timeout") } });
    }

    public static readonly PyType Passwords = new ClassMaker("HTTPPasswordMgr", Module)
        .Method("__init__", static self => Lib.Do(() => self.Set("passwd", new PyDict<Any, Any>())))
        .Method("add_password", "self, realm, uri, user, passwd", static a => Lib.Do(() =>
        {
            var places = a[2].IsString ? [a[2]] : Operators.ToList(a[2]);
            var realm = a[0].Get("passwd").Invoke("setdefault", a[1], new PyDict<Any, Any>());
            foreach (var place in places)
                realm.SetItem(place, PyTuple.Of(a[3], a[4]));
        }))
        .Method("find_user_password", "self, realm, authuri", static a => Found(a[0], a[1], Operators.Str(a[2])))
        .Make();

    public static readonly PyType DefaultPasswords = new ClassMaker("HTTPPasswordMgrWithDefaultRealm", Module)
        .Method("find_user_password", "self, realm, authuri", static a => Found(a[0], a[1], Operators.Str(a[2])) is var found && found[0].IsNone ? Found(a[0], Any.None, Operators.Str(a[2])) : found)
        .Make(Passwords);

    /// <summary>Where a password is for: the host with its port, and the path.</summary>
    private static (string Host, string Path) Place(string uri)
    {
        var colon = uri.IndexOf("://", StringComparison.Ordinal);
        var rest = colon < 0 ? uri : uri[(colon + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (rest, "/") : (rest[..slash], rest[slash..]);
        return (host.Contains(':', StringComparison.Ordinal) ? host : host + (colon > 0 && uri[..colon] == "https" ? ":443" : ":80"), path);
    }

    private static Any Found(Any self, Any realm, string uri)
    {
        var wanted = Place(uri);
        foreach (var (place, user) in Operators.MappingItems(self.Get("passwd").Invoke("get", realm, new PyDict<Any, Any>())))
        {
            var known = Place(Operators.Str(place));
            if (known.Host == wanted.Host && wanted.Path.StartsWith(known.Path, StringComparison.Ordinal))
                return user;
        }
        return PyTuple.Of(Any.None, Any.None);
    }

    private static PyType Basic(string name, string code, string challenge, string header) => new ClassMaker(name, Module)
        .Attribute("auth_header", header)
        .Method("__init__", "password_mgr=None", static (self, manager) => Lib.Do(() =>
        {
            self.Set("passwd", manager.IsNone ? ((Any)Passwords).Call() : manager);
            self.Set("add_password", self.Get("passwd").Get("add_password"));
        }), Any.None)
        .Method("http_error_" + code, "self, req, fp, code, msg, headers", a =>
        {
            var (self, request) = (a[0], a[1]);
            var said = Operators.Str(a[5].Invoke("get", challenge, ""));
            if (System.Text.RegularExpressions.Regex.Match(said, "^\\s*basic\\s+realm=(\"?)(?<realm>.*?)\\1\\s*$", System.Text.RegularExpressions.RegexOptions.IgnoreCase) is not { Success: true } match)
                return Any.None;
            var found = self.Get("passwd").Invoke("find_user_password", match.Groups["realm"].Value, request.Get("full_url"));
            if (found[1].IsNone)
                return Any.None;
            var value = "Basic " + Convert.ToBase64String(Codecs.Encode($"{Operators.Str(found[0])}:{Operators.Str(found[1])}"));
            // What was refused once is not tried again.
            if (Operators.Equal(request.Invoke("get_header", header, Any.None), value))
                return Any.None;
            request.Invoke("add_unredirected_header", header, value);
            return self.Get("parent").Invoke("open", new Arguments { request, { "timeout", request.Get("timeout") } });
        })
        .Make(UrlHandlers.Base);

    public static readonly PyType BasicAuthorization = Basic("HTTPBasicAuthHandler", "401", "www-authenticate", "Authorization");

    public static readonly PyType ProxyAuthorization = Basic("ProxyBasicAuthHandler", "407", "proxy-authenticate", "Proxy-authorization");
}
