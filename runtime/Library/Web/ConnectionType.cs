using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/http.client.html#httpconnection-objects">HTTPConnection</see>: one request after the other on one socket.</summary>
internal static class ConnectionType
{
    private const string State = "_HTTPConnection__state", Response = "_HTTPConnection__response", Idle = "Idle", Started = "Request-started", Sent = "Request-sent";

    private static Any Socket => Modules.Import("socket");

    public static readonly PyType Type = Requests.Add(new ClassMaker("HTTPConnection", "http.client")
        .Attribute("_http_vsn", 11).Attribute("_http_vsn_str", "HTTP/1.1").Attribute("response_class", ResponseType.Type).Attribute("default_port", 80).Attribute("auto_open", 1).Attribute("debuglevel", 0)
        .Method("__init__", "self, host, port=None, timeout=, source_address=None, blocksize=8192", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("timeout", a[3]), ("source_address", a[4]), ("blocksize", a[5]), ("sock", Any.None), ("_buffer", new PyList<Any>()), (Response, Any.None),
                (State, Idle), ("_method", Any.None), ("_tunnel_host", Any.None), ("_tunnel_port", Any.None), ("_tunnel_headers", new PyDict<Any, Any>()), ("_raw_proxy_headers", Any.None)])
                a[0].Set(name, value);
            var place = a[0].Invoke("_get_hostport", a[1], a[2]);
            a[0].Set("host", place[0]);
            a[0].Set("port", place[1]);
            a[0].Invoke("_validate_host", place[0]);
            a[0].Set("_create_connection", Socket.Get("create_connection"));
        }), SocketModule.UnsetTimeout)
        .Method("_get_hostport", "self, host, port", static a => HostAndPort(a[0], Lib.Text(a[1]), a[2]))
        .Method("set_debuglevel", "level", static (self, level) => Lib.Do(() => self.Set("debuglevel", level)))
        .Method("set_tunnel", "self, host, port=None, headers=None", static a => Lib.Do(() => SetTunnel(a[0], a[1], a[2], a[3])))
        .Method("get_proxy_response_headers", static self => self.Get("_raw_proxy_headers") is { IsNone: false } lines ? ClientModule.Parsed(lines, ClientModule.Message) : Any.None)
        .Method("connect", static self => Lib.Do(() => Connect(self)))
        .Method("close", static self => Lib.Do(() => Close(self)))
        .Method("send", "data", static (self, data) => Lib.Do(() => Requests.Send(self, data)))
        .Method("putrequest", "self, method, url, skip_host=False, skip_accept_encoding=False", static a => Lib.Do(() =>
        {
            ForgetClosed(a[0]);
            if (Operators.Str(a[0].Get(State)) != Idle)
                throw ClientErrors.Make(ClientErrors.CannotSendRequest, a[0].Get(State));
            a[0].Set(State, Started);
            Requests.Put(a[0], Lib.Text(a[1]), Operators.Str(a[2]), !a[3].Truth, !a[4].Truth);
        }))
        .Method("putheader", "self, header, *values", static a => Lib.Do(() =>
        {
            if (Operators.Str(a[0].Get(State)) != Started)
                throw ClientErrors.Make(ClientErrors.CannotSendHeader);
            Requests.PutHeader(a[0], a[1], Operators.ToList(a[2]));
        }))
        .Method("endheaders", "self, message_body=None, *, encode_chunked=False", static a => Lib.Do(() =>
        {
            if (Operators.Str(a[0].Get(State)) != Started)
                throw ClientErrors.Make(ClientErrors.CannotSendHeader);
            a[0].Set(State, Sent);
            a[0].Invoke("_send_output", new Arguments { a[1], { "encode_chunked", a[2] } });
        }))
        .Method("getresponse", GetResponse))
        .Make();

    public static readonly PyType Secure = new ClassMaker("HTTPSConnection", "http.client")
        .Attribute("default_port", 443)
        .Method("__init__", "self, host, port=None, *, timeout=, source_address=None, context=None, blocksize=8192", static a => Lib.Do(() =>
        {
            ((Any)Type).Get("__init__").Call(new Arguments { a[0], a[1], a[2], a[3], a[4], a[6] });
            a[0].Set("_context", a[5]);
        }), SocketModule.UnsetTimeout)
        .Method("connect", static _ => throw new NotImplementedError("TLS is not supported"))
        .Make(Type);

    private static Any HostAndPort(Any self, string host, Any port)
    {
        if (port.IsNone)
        {
            var colon = host.LastIndexOf(':');
            port = self.Get("default_port");
            if (colon > host.LastIndexOf(']'))
            {
                var text = host[(colon + 1)..];
                if (text.Length > 0)
                    port = int.TryParse(text.Trim(), out var number) ? number : throw ClientErrors.Make(ClientErrors.InvalidUrl, $"nonnumeric port: '{text}'");
                host = host[..colon];
            }
        }
        return PyTuple.Of(host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host, port);
    }

    private static void SetTunnel(Any self, Any host, Any port, Any headers)
    {
        if (self.Get("sock").Truth)
            throw new RuntimeError("Can't set up tunnel for established connection");
        var place = self.Invoke("_get_hostport", host, port);
        self.Set("_tunnel_host", place[0]);
        self.Set("_tunnel_port", place[1]);
        var all = headers.Truth ? headers.Invoke("copy") : new PyDict<Any, Any>();
        self.Set("_tunnel_headers", all);
        if (!Operators.Iter(all).Any(static h => Operators.Str(h).Equals("host", StringComparison.OrdinalIgnoreCase)))
            all.SetItem("Host", $"{Codecs.Decode(Codecs.Encode(Operators.Str(place[0]), "idna"), "ascii")}:{Operators.Str(place[1])}");
    }

    private static void Connect(Any self)
    {
        // A limit that was not given is that of all sockets.
        var arguments = new Arguments { PyTuple.Of(self.Get("host"), self.Get("port")) };
        if (!ReferenceEquals(self.Get("timeout").Ref, SocketModule.UnsetTimeout.Ref))
            arguments.Add("timeout", self.Get("timeout"));
        if (!self.Get("source_address").IsNone)
            arguments.Add("source_address", self.Get("source_address"));
        self.Set("sock", self.Get("_create_connection").Call(arguments));
        self.Get("sock").Invoke("setsockopt", Socket.Get("IPPROTO_TCP"), Socket.Get("TCP_NODELAY"), 1);
        if (self.Get("_tunnel_host").Truth)
            Tunnel(self);
    }

    private static void Tunnel(Any self)
    {
        var host = Codecs.Decode(Codecs.Encode(Operators.Str(self.Get("_tunnel_host")), "idna"), "ascii");
        if (host.Contains(':', StringComparison.Ordinal) && host[0] != '[')
            host = $"[{host}]";
        var text = $"CONNECT {host}:{Operators.Str(self.Get("_tunnel_port"))} {Operators.Str(self.Get("_http_vsn_str"))}\r\n";
        foreach (var (name, value) in Operators.MappingItems(self.Get("_tunnel_headers")))
            text += $"{Operators.Str(name)}: {Operators.Str(value)}\r\n";
        self.Invoke("send", new PyBytes(Codecs.Encode(text + "\r\n", "latin-1")));
        var response = self.Get("response_class").Call(new Arguments { self.Get("sock"), { "method", self.Get("_method") } });
        try
        {
            var status = response.Invoke("_read_status");
            self.Set("_raw_proxy_headers", ClientModule.HeaderLines(response.Get("fp")));
            if (Operators.Equal(status[1], 200))
                return;
            self.Invoke("close");
            throw new OSError($"Tunnel connection failed: {Operators.Str(status[1])} {Operators.Str(status[2]).Trim()}");
        }
        finally
        {
            response.Invoke("close");
        }
    }

    private static void Close(Any self)
    {
        self.Set(State, Idle);
        try
        {
            if (self.Get("sock") is { Truth: true } socket)
            {
                self.Set("sock", Any.None);
                socket.Invoke("close");
            }
        }
        finally
        {
            if (self.Get(Response) is { Truth: true } response)
            {
                self.Set(Response, Any.None);
                response.Invoke("close");
            }
        }
    }

    private static void ForgetClosed(Any self)
    {
        if (self.Get(Response) is { IsNone: false } response && response.Invoke("isclosed").Truth)
            self.Set(Response, Any.None);
    }

    private static Any GetResponse(Any self)
    {
        ForgetClosed(self);
        if (Operators.Str(self.Get(State)) != Sent || !self.Get(Response).IsNone)
            throw ClientErrors.Make(ClientErrors.ResponseNotReady, self.Get(State));
        var arguments = new Arguments { self.Get("sock") };
        if (self.Get("debuglevel") > 0)
            arguments.Add(self.Get("debuglevel"));
        arguments.Add("method", self.Get("_method"));
        var response = self.Get("response_class").Call(arguments);
        try
        {
            try
            {
                response.Invoke("begin");
            }
            catch (ConnectionError)
            {
                self.Invoke("close");
                throw;
            }
            self.Set(State, Idle);
            if (response.Get("will_close").Truth)
                self.Invoke("close");
            else
                self.Set(Response, response);
            return response;
        }
        catch (BaseException)
        {
            response.Invoke("close");
            throw;
        }
    }
}
