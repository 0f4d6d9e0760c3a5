using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>Handlers of <see href="https://docs.python.org/3.13/library/urllib.request.html#basehandler-objects">urllib.request</see>: by which an opener gets what a URL means.</summary>
internal static class UrlHandlers
{
    private const string Module = "urllib.request";

    public static readonly PyType Base = new ClassMaker("BaseHandler", Module)
        .Attribute("handler_order", 500)
        .Method("add_parent", "parent", static (self, parent) => Lib.Do(() => self.Set("parent", parent)))
        .Method("close", static _ => Any.None)
        .Method("__lt__", "other", static (self, other) => !Operators.HasAttr(other, "handler_order") || self.Get("handler_order") < other.Get("handler_order"))
        .Make();

    public static readonly PyType ErrorProcessor = new ClassMaker("HTTPErrorProcessor", Module)
        .Attribute("handler_order", 1000).Method("http_response", "self, request, response", Processed).Method("https_response", "self, request, response", Processed)
        .Make(Base);

    private static Any Processed(Any[] a)
        => Lib.Int(a[2].Get("code")) is >= 200 and < 300 ? a[2] : a[0].Get("parent").Invoke("error", new Arguments { "http", a[1], a[2], a[2].Get("code"), a[2].Get("msg"), a[2].Invoke("info") });

    public static readonly PyType DefaultError = new ClassMaker("HTTPDefaultErrorHandler", Module)
        .Method("http_error_default", "self, req, fp, code, msg, hdrs", static a => throw ClientErrors.Make(UrlErrors.HttpError, a[1].Get("full_url"), a[3], a[4], a[5], a[2]))
        .Make(Base);

    private static readonly PyType s_http = new ClassMaker("AbstractHTTPHandler", Module)
        .Method("__init__", "debuglevel=None", static (self, level) => Lib.Do(() => self.Set("_debuglevel", level.IsNone ? 0 : level)), Any.None)
        .Method("set_http_debuglevel", "level", static (self, level) => Lib.Do(() => self.Set("_debuglevel", level)))
        .Method("do_request_", "request", Prepared)
        .Method("do_open", "self, http_class, req, **http_conn_args", static a => Ask(a[0], a[1], a[2], Lib.Dict(a[3])))
        .Make(Base);

    public static readonly PyType Http = new ClassMaker("HTTPHandler", Module)
        .Method("http_open", "req", static (self, request) => self.Invoke("do_open", Modules.Import("http.client").Get("HTTPConnection"), request))
        .Method("http_request", "request", Prepared)
        .Make(s_http);

    public static readonly PyType Https = new ClassMaker("HTTPSHandler", Module)
        .Method("__init__", "self, debuglevel=None, context=None, check_hostname=None", static a => Lib.Do(() =>
        {
            ((Any)s_http).Get("__init__").Call(a[0], a[1]);
            a[0].Set("_context", a[2]);
        }))
        .Method("https_open", "req", static (self, request) => self.Invoke("do_open", new Arguments { Modules.Import("http.client").Get("HTTPSConnection"), request, { "context", self.Get("_context") } }))
        .Method("https_request", "request", Prepared)
        .Make(s_http);

    private static Any Prepared(Any self, Any request)
    {
        var host = request.Get("host");
        if (!host.Truth)
            throw ClientErrors.Make(UrlErrors.UrlError, "no host given");
        if (request.Get("data") is { IsNone: false } data)
        {
            if (data.IsString)
                throw new TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.");
            Default(request, "Content-type", "application/x-www-form-urlencoded");
            if (!request.Invoke("has_header", "Content-length").Truth && !request.Invoke("has_header", "Transfer-encoding").Truth)
            {
                if (data.Ref is PyBytesBase or PyMemoryView)
                    request.Invoke("add_unredirected_header", "Content-length", Operators.Str(Buffers.Of(data).Length));
                else
                    request.Invoke("add_unredirected_header", "Transfer-encoding", "chunked");
            }
        }
        if (request.Invoke("has_proxy").Truth)
        {
            var rest = Operators.Str(request.Get("selector"));
            host = Operators.Str(Modules.Import("urllib.parse").Invoke("urlsplit", rest)[1]);
        }
        Default(request, "Host", host);
        foreach (var header in Operators.Iter(self.Get("parent").Get("addheaders")))
            Default(request, Operators.Str(header[0].Invoke("capitalize")), header[1]);
        return request;
    }

    private static void Default(Any request, string name, Any value)
    {
        if (!request.Invoke("has_header", name).Truth)
            request.Invoke("add_unredirected_header", name, value);
    }

    private static Any Ask(Any self, Any connectionClass, Any request, PyDict options)
    {
        var host = request.Get("host");
        if (!host.Truth)
            throw ClientErrors.Make(UrlErrors.UrlError, "no host given");
        var arguments = new Arguments { host };
        if (!ReferenceEquals(request.Get("timeout").Ref, SocketModule.UnsetTimeout.Ref))
            arguments.Add("timeout", request.Get("timeout"));
        foreach (var (name, value) in options.Entries())
            arguments.Add(Operators.Str(name), value);
        var connection = connectionClass.Call(arguments);
        connection.Invoke("set_debuglevel", self.Get("_debuglevel"));
        var headers = new PyDict<Any, Any>();
        foreach (var part in (string[])["headers", "unredirected_hdrs"])
            foreach (var (name, value) in Operators.MappingItems(request.Get(part)))
                headers[name] = value;
        headers["Connection"] = "close";
        var titled = new PyDict<Any, Any>();
        foreach (var (name, value) in Operators.MappingItems((PyDict)headers))
            titled[name.Invoke("title")] = value;
        if (request.Get("_tunnel_host") is { Truth: true } tunnel)
            connection.Invoke("set_tunnel", new Arguments { tunnel, { "headers", new PyDict<Any, Any>() } });
        Any response;
        try
        {
            try
            {
                connection.Invoke("request", new Arguments { request.Invoke("get_method"), request.Get("selector"), request.Get("data"), titled, { "encode_chunked", request.Invoke("has_header", "Transfer-encoding") } });
            }
            catch (OSError error)
            {
                using var handling = Handling.Of(error);
                throw ClientErrors.Make(UrlErrors.UrlError, error);
            }
            response = connection.Invoke("getresponse");
        }
        catch (BaseException)
        {
            connection.Invoke("close");
            throw;
        }
        if (connection.Get("sock") is { Truth: true } socket)
        {
            socket.Invoke("close");
            connection.Set("sock", Any.None);
        }
        response.Set("url", request.Invoke("get_full_url"));
        response.Set("msg", response.Get("reason"));
        return response;
    }

    public static readonly PyType Unknown = new ClassMaker("UnknownHandler", Module)
        .Method("unknown_open", "req", static (_, request) => throw ClientErrors.Make(UrlErrors.UrlError, $"unknown url type: {Operators.Str(request.Get("type"))}"))
        .Make(Base);

    public static readonly PyType Data = new ClassMaker("DataHandler", Module)
        .Method("data_open", "req", static (_, request) =>
        {
            var url = Operators.Str(request.Get("full_url"));
            var rest = url[(url.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var comma = rest.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0)
                throw new ValueError("not enough values to unpack (expected 2, got 1)");
            var type = rest[..comma];
            var data = Modules.Import("urllib.parse").Invoke("unquote_to_bytes", rest[(comma + 1)..]);
            if (type.EndsWith(";base64", StringComparison.Ordinal))
            {
                data = Modules.Import("base64").Invoke("decodebytes", data);
                type = type[..^7];
            }
            var headers = Modules.Import("email").Invoke("message_from_string", $"Content-type: {(type.Length == 0 ? "text/plain;charset=US-ASCII" : type)}\nContent-length: {Operators.Len(data)}\n");
            return ((Any)UrlErrors.InfoUrl).Call(Modules.Import("io").Invoke("BytesIO", data), headers, url);
        })
        .Make(Base);

    public static readonly PyType Files = new ClassMaker("FileHandler", Module)
        .Attribute("names", Any.None)
        .Method("file_open", "req", static (self, request) =>
        {
            var url = Operators.Str(request.Get("selector"));
            if (url.StartsWith("//", StringComparison.Ordinal) && url.Length > 2 && url[2] != '/' && request.Get("host").Truth && !Operators.Equal(request.Get("host"), "localhost"))
                throw ClientErrors.Make(UrlErrors.UrlError, "file:// scheme is supported only on localhost");
            return self.Invoke("open_local_file", request);
        })
        .Method("open_local_file", "req", static (_, request) => LocalFile(request))
        .Make(Base);

    private static Any LocalFile(Any request)
    {
        var (host, name) = (request.Get("host"), request.Get("selector"));
        try
        {
            var path = Mail.Parameters.Unquoted(Operators.Str(name), "utf-8");
            var status = Modules.Import("os").Invoke("stat", path);
            var type = Modules.Import("mimetypes").Invoke("guess_type", name)[0] is { Truth: true } known ? Operators.Str(known) : "text/plain";
            var modified = Mail.MailDates.Now(status.Get("st_mtime"), local: false, gmt: true);
            var headers = Modules.Import("email").Invoke("message_from_string", $"Content-type: {type}\nContent-length: {Operators.Str(status.Get("st_size"))}\nLast-modified: {modified}\n");
            if (!host.Truth || Operators.Str(host) is "localhost" or "127.0.0.1")
                return ((Any)UrlErrors.InfoUrl).Call(Builtins.Get("open").Call(path, "rb"), headers, "file://" + (host.Truth ? Operators.Str(host) : "") + Operators.Str(name));
        }
        catch (OSError error)
        {
            using var handling = Handling.Of(error);
            throw ClientErrors.Make(UrlErrors.UrlError, error, ((Any)error).Get("filename"));
        }
        throw ClientErrors.Make(UrlErrors.UrlError, "file not on local host");
    }
}
