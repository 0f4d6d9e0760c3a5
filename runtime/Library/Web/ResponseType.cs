using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/http.client.html#httpresponse-objects">HTTPResponse</see>: its status, its headers, and where its body ends.</summary>
internal static class ResponseType
{
    public const string Unknown = "UNKNOWN";

    private static readonly PyType s_stream = (PyType)Modules.ImportFrom("io", "BufferedIOBase").Ref!;

    public static readonly PyType Type = ResponseReading.Add(new ClassMaker("HTTPResponse", "http.client")
        .Method("__init__", "self, sock, debuglevel=0, method=None, url=None", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("fp", a[1].Invoke("makefile", "rb")), ("debuglevel", a[2]), ("_method", a[3]), ("headers", Any.None), ("msg", Any.None), ("version", Unknown),
                ("status", Unknown), ("reason", Unknown), ("chunked", Unknown), ("chunk_left", Unknown), ("length", Unknown), ("will_close", Unknown)])
                a[0].Set(name, value);
        }))
        .Method("_read_status", ReadStatus)
        .Method("begin", static self => Lib.Do(() => Begin(self)))
        .Method("_check_close", static self => ChecksClose(self))
        .Method("_close_conn", static self => Lib.Do(() =>
        {
            var file = self.Get("fp");
            self.Set("fp", Any.None);
            file.Invoke("close");
        }))
        .Method("close", static self => Lib.Do(() =>
        {
            try
            {
                ((Any)s_stream).Get("close").Call(self);
            }
            finally
            {
                if (self.Get("fp").Truth)
                    self.Invoke("_close_conn");
            }
        }))
        .Method("flush", static self => Lib.Do(() =>
        {
            ((Any)s_stream).Get("flush").Call(self);
            if (self.Get("fp").Truth)
                self.Get("fp").Invoke("flush");
        }))
        .Method("readable", static _ => true)
        .Method("isclosed", static self => self.Get("fp").IsNone)
        .Method("fileno", static self => self.Get("fp").Invoke("fileno"))
        .Method("getheader", "self, name, default=None", static a =>
        {
            if (a[0].Get("headers").IsNone)
                throw ClientErrors.Make(ClientErrors.ResponseNotReady);
            var found = a[0].Get("headers").Invoke("get_all", a[1]) is { Truth: true } all ? all : a[2];
            return found.IsString || !Operators.HasAttr(found, "__iter__") ? found : ((Any)", ").Invoke("join", found);
        })
        .Method("getheaders", static self => self.Get("headers").IsNone ? throw ClientErrors.Make(ClientErrors.ResponseNotReady) : Lib.List(Operators.ToList(self.Get("headers").Invoke("items"))))
        .Method("__iter__", static self => self)
        .Method("info", static self => self.Get("headers"))
        .Method("geturl", static self => self.Get("url"))
        .Method("getcode", static self => self.Get("status")))
        .Make(s_stream);

    private static void Say(Any self, string text)
    {
        if (self.Get("debuglevel") > 0)
            Builtins.Get("print").Call(text);
    }

    private static Any ReadStatus(Any self)
    {
        var line = Codecs.Decode(Buffers.Of(self.Get("fp").Invoke("readline", ClientErrors.LongestLine + 1)), "latin-1");
        if (line.Length > ClientErrors.LongestLine)
            throw ClientErrors.Make(ClientErrors.LineTooLong, "status line");
        Say(self, $"reply: {Str.Repr(line)}");
        if (line.Length == 0)
            throw ClientErrors.Make(ClientErrors.RemoteDisconnected, "Remote end closed connection without response");
        var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var version = parts.Length > 1 ? parts[0] : "";
        var rest = parts.Length > 1 ? parts[1].TrimStart().Split((char[]?)null, 2) : [""];
        if (!version.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            self.Invoke("_close_conn");
            throw ClientErrors.Make(ClientErrors.BadStatusLine, line);
        }
        if (!int.TryParse(rest[0].Trim(), out var status) || status is < 100 or > 999)
            throw ClientErrors.Make(ClientErrors.BadStatusLine, line);
        return PyTuple.Of(version, status, rest.Length > 1 ? rest[1].TrimStart() : "");
    }

    private static void Begin(Any self)
    {
        if (!self.Get("headers").IsNone)
            return;
        Any status;
        while (true)
        {
            status = self.Invoke("_read_status");
            if (!Operators.Equal(status[1], 100))
                break;
            var skipped = ClientModule.HeaderLines(self.Get("fp"));
            Say(self, $"headers: {Operators.Repr(skipped)}");
        }
        self.Set("code", status[1]);
        self.Set("status", status[1]);
        self.Set("reason", status[2].Invoke("strip"));
        var version = Operators.Str(status[0]);
        self.Set("version", version is "HTTP/1.0" or "HTTP/0.9" ? 10 : version.StartsWith("HTTP/1.", StringComparison.Ordinal) ? 11 : throw ClientErrors.Make(ClientErrors.UnknownProtocol, version));
        var headers = ClientModule.ParseHeaders(self.Get("fp"), ClientModule.Message);
        self.Set("headers", headers);
        self.Set("msg", headers);
        foreach (var header in Operators.Iter(headers.Invoke("items")))
            Say(self, $"header: {Operators.Str(header[0])}: {Operators.Str(header[1])}");
        var chunked = headers.Invoke("get", "transfer-encoding") is { Truth: true } encoding && Operators.Str(encoding).Equals("chunked", StringComparison.OrdinalIgnoreCase);
        self.Set("chunked", chunked);
        if (chunked)
            self.Set("chunk_left", Any.None);
        self.Set("will_close", self.Invoke("_check_close"));
        Any length = !chunked && headers.Invoke("get", "content-length") is { Truth: true } given && long.TryParse(Operators.Str(given).Trim(), out var n) && n >= 0 ? n : Any.None;
        if (Lib.Int(status[1]) is 204 or 304 or >= 100 and < 200 || Operators.Equal(self.Get("_method"), "HEAD"))
            length = 0;
        self.Set("length", length);
        if (!self.Get("will_close").Truth && !chunked && length.IsNone)
            self.Set("will_close", true);
    }

    private static bool Says(Any headers, string name, string word) => headers.Invoke("get", name) is { Truth: true } value && Operators.Str(value).Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the server closes the connection behind the response.</summary>
    private static bool ChecksClose(Any self)
    {
        var headers = self.Get("headers");
        if (Operators.Equal(self.Get("version"), 11))
            return Says(headers, "connection", "close");
        return !headers.Invoke("get", "keep-alive").Truth && !Says(headers, "connection", "keep-alive") && !Says(headers, "proxy-connection", "keep-alive");
    }
}
