using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/urllib.request.html#urllib.request.Request">Request</see>: what is asked of which server.</summary>
internal static class UrlRequestType
{
    public static readonly PyType Type = new ClassMaker("Request", "urllib.request")
        .Method("__init__", "self, url, data=None, headers=, origin_req_host=None, unverifiable=False, method=None", static a => Lib.Do(() =>
        {
            var self = a[0];
            self.Set("headers", new PyDict<Any, Any>());
            self.Set("unredirected_hdrs", new PyDict<Any, Any>());
            self.Set("full_url", a[1]);
            self.Set("_data", Any.None);
            self.Set("data", a[2]);
            self.Set("_tunnel_host", Any.None);
            foreach (var (name, value) in Operators.MappingItems(a[3]))
                self.Invoke("add_header", name, value);
            self.Set("origin_req_host", a[4].IsNone ? Host(self) : a[4]);
            self.Set("unverifiable", a[5]);
            if (a[6].Truth)
                self.Set("method", a[6]);
        }), new PyDict<Any, Any>())
        .Property("full_url", static self => self.Get("fragment").Truth ? $"{Operators.Str(self.Get("_full_url"))}#{Operators.Str(self.Get("fragment"))}" : self.Get("_full_url"), static (self, url) => SetUrl(self, Lib.TextWith(url, "strip")))
        .Property("data", static self => self.Get("_data"), static (self, data) =>
        {
            if (Operators.Equal(data, self.Get("_data")))
                return;
            self.Set("_data", data);
            // The length was that of the data before.
            if (self.Invoke("has_header", "Content-length").Truth)
                self.Invoke("remove_header", "Content-length");
        })
        .Method("get_method", static self => Operators.GetAttr(self, "method", self.Get("data").IsNone ? "GET" : "POST"))
        .Method("get_full_url", static self => self.Get("full_url"))
        .Method("set_proxy", "self, host, type", static a => Lib.Do(() =>
        {
            if (Operators.Equal(a[0].Get("type"), "https") && !a[0].Get("_tunnel_host").Truth)
            {
                a[0].Set("_tunnel_host", a[0].Get("host"));
            }
            else
            {
                a[0].Set("type", a[2]);
                a[0].Set("selector", a[0].Get("full_url"));
            }
            a[0].Set("host", a[1]);
        }))
        .Method("has_proxy", static self => Operators.Equal(self.Get("selector"), self.Get("full_url")))
        .Method("add_header", "self, key, val", static a => Lib.Do(() => a[0].Get("headers").SetItem(a[1].Invoke("capitalize"), a[2])))
        .Method("add_unredirected_header", "self, key, val", static a => Lib.Do(() => a[0].Get("unredirected_hdrs").SetItem(a[1].Invoke("capitalize"), a[2])))
        .Method("has_header", "header_name", static (self, name) => self.Get("headers").Contains(name) || self.Get("unredirected_hdrs").Contains(name))
        .Method("get_header", "self, header_name, default=None", static a => a[0].Get("headers").Invoke("get", a[1], a[0].Get("unredirected_hdrs").Invoke("get", a[1], a[2])))
        .Method("remove_header", "header_name", static (self, name) => Lib.Do(() =>
        {
            self.Get("headers").Invoke("pop", name, Any.None);
            self.Get("unredirected_hdrs").Invoke("pop", name, Any.None);
        }))
        .Method("header_items", static self => Lib.List(Operators.ToList((self.Get("unredirected_hdrs") | self.Get("headers")).Invoke("items"))))
        .Make();

    private static void SetUrl(Any self, string url)
    {
        url = url.Trim();
        if (url.StartsWith('<') && url.EndsWith('>'))
            url = url[1..^1].Trim();
        if (url.StartsWith("URL:", StringComparison.Ordinal))
            url = url[4..].Trim();
        var hash = url.LastIndexOf('#');
        self.Set("fragment", hash < 0 ? Any.None : url[(hash + 1)..]);
        if (hash >= 0)
            url = url[..hash];
        self.Set("_full_url", url);
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || url.AsSpan(0, colon).Contains('/'))
            throw new ValueError($"unknown url type: {Operators.Repr(self.Get("full_url"))}");
        self.Set("type", url[..colon].ToLowerInvariant());
        var rest = url[(colon + 1)..];
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            self.Set("host", Any.None);
            self.Set("selector", rest);
            return;
        }
        var end = rest.IndexOfAny(['/', '?'], 2);
        if (end < 0)
            end = rest.Length;
        self.Set("host", Mail.Parameters.Unquoted(rest[2..end], "utf-8"));
        var path = rest[end..];
        self.Set("selector", path.Length > 0 && path[0] != '/' ? "/" + path : path);
    }

    private static string Host(Any self)
    {
        var host = Operators.Str(Modules.Import("urllib.parse").Invoke("urlparse", self.Get("full_url"))[1]);
        if (host.Length == 0)
            host = Operators.Str(self.Invoke("get_header", "Host", ""));
        var colon = host.LastIndexOf(':');
        return (colon >= 0 && colon + 1 < host.Length && host[(colon + 1)..].All(char.IsAsciiDigit) ? host[..colon] : host).ToLowerInvariant();
    }
}
