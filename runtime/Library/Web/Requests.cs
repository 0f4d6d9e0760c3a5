using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>How a connection writes requests: <see href="https://docs.python.org/3.13/library/http.client.html#http.client.HTTPConnection.request">request</see>.</summary>
internal static partial class Requests
{
    [GeneratedRegex("[\0- \x7f]")]
    private static partial Regex NotInUrls();

    [GeneratedRegex("[\0-\x1f]")]
    private static partial Regex NotInMethods();

    [GeneratedRegex(@"^[^:\t\n\v\f\r ][^:\r\n]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\n(?![ \t])|\r(?![ \t\n])")]
    private static partial Regex BrokenValue();

    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("_output", "s", static (self, data) => self.Get("_buffer").Invoke("append", data))
        .Method("_encode_request", "request", static (_, request) => request.Invoke("encode", "ascii"))
        .Method("_validate_method", "method", static (_, method) => Lib.Do(() => CheckMethod(Lib.Text(method))))
        .Method("_validate_path", "url", static (_, url) => Lib.Do(() => CheckUrl(Lib.Text(url))))
        .Method("_validate_host", "host", static (_, host) => Lib.Do(() => CheckUrl(Lib.Text(host))))
        .Method("_send_output", "self, message_body=None, encode_chunked=False", static a => Lib.Do(() => SendOutput(a[0], a[1], a[2].Truth)))
        .Method("request", "self, method, url, body=None, headers={}, *, encode_chunked=False".Replace("{}", "", StringComparison.Ordinal), static a => Lib.Do(() => a[0].Invoke("_send_request", new Arguments { a[1], a[2], a[3], a[4], a[5] })), new PyDict<Any, Any>())
        .Method("_send_request", "self, method, url, body, headers, encode_chunked", static a => Lib.Do(() => Request(a[0], a[1], a[2], a[3], a[4], a[5].Truth)));

    /// <exception cref="BaseException">InvalidURL: it holds a blank or a control character.</exception>
    public static void CheckUrl(string url)
    {
        if (NotInUrls().Match(url) is { Success: true } found)
            throw ClientErrors.Make(ClientErrors.InvalidUrl, $"URL can't contain control characters. {Str.Repr(url)} (found at least {Str.Repr(found.Value)})");
    }

    private static void CheckMethod(string method)
    {
        if (NotInMethods().Match(method) is { Success: true } found)
            throw new ValueError($"method can't contain control characters. {Str.Repr(method)} (found at least {Str.Repr(found.Value)})");
    }

    private static void Say(Any self, string text)
    {
        if (self.Get("debuglevel") > 0)
            Builtins.Get("print").Call(text);
    }

    private static IEnumerable<Any> Blocks(Any self, Any file)
    {
        Say(self, "reading a readable");
        var isText = Builtins.IsInstance(file, (PyType)Modules.ImportFrom("io", "TextIOBase").Ref!);
        if (isText)
            Say(self, "encoding file using iso-8859-1");
        while (file.Invoke("read", self.Get("blocksize")) is { Truth: true } block)
            yield return isText ? block.Invoke("encode", "iso-8859-1") : block;
    }

    private static bool IsBuffer(Any value) => value.Ref is PyBytesBase or PyMemoryView or PyArray;

    public static void Send(Any self, Any data)
    {
        if (self.Get("sock").IsNone)
        {
            if (!self.Get("auto_open").Truth)
                throw ClientErrors.Make(ClientErrors.NotConnected);
            self.Invoke("connect");
        }
        Say(self, $"send: {Operators.Repr(data)}");
        var socket = self.Get("sock");
        if (Operators.HasAttr(data, "read"))
        {
            foreach (var block in Blocks(self, data))
                socket.Invoke("sendall", block);
            return;
        }
        try
        {
            socket.Invoke("sendall", data);
        }
        catch (TypeError)
        {
            if (data.IsString || !Operators.IsIterable(data))
                throw new TypeError($"data should be a bytes-like object or an iterable, got {Operators.Repr(PyType.Of(data))}");
            foreach (var part in Operators.Iter(data))
                socket.Invoke("sendall", part);
        }
    }

    private static void SendOutput(Any self, Any body, bool chunked)
    {
        var buffer = self.Get("_buffer");
        buffer.Invoke("extend", PyTuple.Of(new PyBytes([]), new PyBytes([])));
        var head = ((Any)new PyBytes("\r\n"u8)).Invoke("join", buffer);
        buffer.Invoke("clear");
        self.Invoke("send", head);
        if (body.IsNone)
            return;
        var isChunked = chunked && Operators.Equal(self.Get("_http_vsn"), 11);
        IEnumerable<Any> parts = Operators.HasAttr(body, "read") ? Blocks(self, body) : IsBuffer(body) ? [body]
            : Operators.IsIterable(body) ? Operators.Iter(body) : throw new TypeError($"message_body should be a bytes-like object or an iterable, got {Operators.Repr(PyType.Of(body))}");
        foreach (var part in parts)
        {
            if (!part.Truth)
            {
                Say(self, "Zero length chunk ignored");
                continue;
            }
            self.Invoke("send", isChunked ? new PyBytes([.. Buffers.FromLatin1($"{Operators.Len(part):X}\r\n"), .. Buffers.Of(part), (byte)'\r', (byte)'\n']) : part);
        }
        if (isChunked)
            self.Invoke("send", new PyBytes("0\r\n\r\n"u8));
    }

    public static void Put(Any self, string method, string url, bool host, bool encoding)
    {
        self.Invoke("_validate_method", method);
        self.Set("_method", method);
        if (url.Length == 0)
            url = "/";
        self.Invoke("_validate_path", url);
        self.Invoke("_output", self.Invoke("_encode_request", $"{method} {url} {Operators.Str(self.Get("_http_vsn_str"))}"));
        if (!Operators.Equal(self.Get("_http_vsn"), 11))
            return;
        if (host)
            self.Invoke("putheader", "Host", Host(self, url));
        if (encoding)
            self.Invoke("putheader", "Accept-Encoding", "identity");
    }

    private static string Ascii(string name) => System.Text.Ascii.IsValid(name) ? name : Codecs.Decode(Codecs.Encode(name, "idna"), "ascii");

    private static string WithoutZone(string name) => name.IndexOf('%', StringComparison.Ordinal) is >= 0 and var at ? name[..at] + "]" : name;

    private static string Host(Any self, string url)
    {
        if (url.StartsWith("http", StringComparison.Ordinal) && Operators.Str(Modules.Import("urllib.parse").Invoke("urlsplit", url)[1]) is { Length: > 0 } netloc)
            return WithoutZone(Ascii(netloc));
        var tunnel = self.Get("_tunnel_host").Truth;
        var (host, port) = (Operators.Str(self.Get(tunnel ? "_tunnel_host" : "host")), self.Get(tunnel ? "_tunnel_port" : "port"));
        var name = Ascii(host);
        if (name.Contains(':', StringComparison.Ordinal))
            name = WithoutZone(name.StartsWith('[') ? name : $"[{name}]");
        return Operators.Equal(port, self.Get("default_port")) ? name : $"{name}:{Operators.Str(port)}";
    }

    public static void PutHeader(Any self, Any name, List<Any> values)
    {
        var header = name.Ref is string text ? Codecs.Encode(text, "ascii") : Buffers.Of(name).ToArray();
        if (!Name().IsMatch(Buffers.ToLatin1(header)))
            throw new ValueError($"Invalid header name {Operators.Repr(new PyBytes(header))}");
        var parts = new List<string>();
        foreach (var value in values)
        {
            var data = PyValueInstance.Unwrap(value) is var plain && plain.Ref is string s ? Codecs.Encode(s, "latin-1") : plain.IsInt ? Buffers.FromLatin1(Operators.Str(plain)) : Buffers.Of(value).ToArray();
            var line = Buffers.ToLatin1(data);
            parts.Add(BrokenValue().IsMatch(line) ? throw new ValueError($"Invalid header value {Operators.Repr(new PyBytes(data))}") : line);
        }
        self.Invoke("_output", new PyBytes(Buffers.FromLatin1($"{Buffers.ToLatin1(header)}: {string.Join("\r\n\t", parts)}")));
    }

    private static void Request(Any self, Any method, Any url, Any body, Any headers, bool chunked)
    {
        var names = Operators.Iter(headers).Select(static h => Operators.Str(h).ToLowerInvariant()).ToHashSet();
        var arguments = new Arguments { method, url };
        if (names.Contains("host"))
            arguments.Add("skip_host", 1);
        if (names.Contains("accept-encoding"))
            arguments.Add("skip_accept_encoding", 1);
        self.Invoke("putrequest", arguments);
        if (names.Contains("content-length"))
        {
            chunked = false;
        }
        else if (!names.Contains("transfer-encoding"))
        {
            chunked = false;
            if (Length(body, Operators.Str(method)) is { } length)
            {
                self.Invoke("putheader", "Content-Length", Operators.Str(length));
            }
            else if (!body.IsNone)
            {
                Say(self, $"Unable to determine size of {Operators.Repr(body)}");
                chunked = true;
                self.Invoke("putheader", "Transfer-Encoding", "chunked");
            }
        }
        foreach (var (name, value) in Operators.MappingItems(headers))
            self.Invoke("putheader", name, value);
        if (PyValueInstance.Unwrap(body).Ref is string text)
            body = new PyBytes(Body(text));
        self.Invoke("endheaders", new Arguments { body, { "encode_chunked", chunked } });
    }

    private static byte[] Body(string text)
    {
        try
        {
            return Codecs.Encode(text, "latin-1");
        }
        catch (UnicodeEncodeError error)
        {
            var (start, end) = (((Any)error).Get("start"), ((Any)error).Get("end"));
            var wrong = Operators.Repr(((Any)text)[new PySlice(start, end, Any.None)]);
            throw new UnicodeEncodeError("latin-1", text, start, end, $"Body ({wrong[..Math.Min(20, wrong.Length)]}) is not valid Latin-1. Use body.encode('utf-8') if you want to send it encoded in UTF-8.");
        }
    }

    /// <summary>How long a body is; null if nobody knows.</summary>
    private static long? Length(Any body, string method)
        => body.IsNone ? method.ToUpperInvariant() is "PATCH" or "POST" or "PUT" ? 0 : null
            : Operators.HasAttr(body, "read") ? null : IsBuffer(body) ? Buffers.Of(body).Length : body.IsString ? Operators.Len(body) : null;
}
