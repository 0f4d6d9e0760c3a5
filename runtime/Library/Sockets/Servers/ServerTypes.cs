using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Servers;

/// <summary>Servers that handle one request after the other. See <see href="https://docs.python.org/3.13/library/socketserver.html#server-objects">server objects</see>.</summary>
internal static class ServerTypes
{
    private const string Module = "socketserver";

    public static readonly PyType Base = new ClassMaker("BaseServer", Module)
        .Attribute("timeout", Any.None)
        .Method("__init__", "self, server_address, RequestHandlerClass", static a => Lib.Do(() =>
        {
            a[0].Set("server_address", a[1]);
            a[0].Set("RequestHandlerClass", a[2]);
            a[0].Set("_BaseServer__is_shut_down", Modules.Import("threading").Invoke("Event"));
            a[0].Set("_BaseServer__shutdown_request", false);
        }))
        .Method("server_activate", static _ => Any.None)
        .Method("serve_forever", "poll_interval=0.5", static (self, interval) => Lib.Do(() => ServerLoop.Serve(self, interval)))
        .Method("shutdown", static self => Lib.Do(() =>
        {
            self.Set("_BaseServer__shutdown_request", true);
            self.Get("_BaseServer__is_shut_down").Invoke("wait");
        }))
        .Method("service_actions", static _ => Any.None)
        .Method("handle_request", static self => Lib.Do(() => ServerLoop.HandleOne(self)))
        .Method("_handle_request_noblock", static self => Lib.Do(() => ServerLoop.Handle(self)))
        .Method("handle_timeout", static _ => Any.None)
        .Method("verify_request", "self, request, client_address", static _ => true)
        .Method("process_request", "self, request, client_address", static a => Lib.Do(() =>
        {
            a[0].Invoke("finish_request", a[1], a[2]);
            a[0].Invoke("shutdown_request", a[1]);
        }))
        .Method("server_close", static _ => Any.None)
        .Method("finish_request", "self, request, client_address", static a => Lib.Do(() => a[0].Get("RequestHandlerClass").Call(a[1], a[2], a[0])))
        .Method("shutdown_request", "request", static (self, request) => Lib.Do(() => self.Invoke("close_request", request)))
        .Method("close_request", "request", static (_, _) => Any.None)
        .Method("handle_error", "self, request, client_address", static a => Lib.Do(() =>
        {
            var line = new string('-', 40);
            StdIO.CurrentOut.Invoke("flush");
            StdIO.CurrentError.Invoke("write", $"{line}\nException occurred during processing of request from {Operators.Str(a[2])}\n{(Handling.Current is { } error ? TracebackText.Of(error) : "")}{line}\n");
        }))
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, *args", static a => Lib.Do(() => a[0].Invoke("server_close")))
        .Make();

    private static Any Socket => Modules.Import("socket");

    public static readonly PyType Tcp = new ClassMaker("TCPServer", Module)
        .Attribute("address_family", Socket.Get("AF_INET")).Attribute("socket_type", Socket.Get("SOCK_STREAM")).Attribute("request_queue_size", 5)
        .Attribute("allow_reuse_address", false).Attribute("allow_reuse_port", false)
        .Method("__init__", "self, server_address, RequestHandlerClass, bind_and_activate=True", static a => Lib.Do(() =>
        {
            var self = a[0];
            ((Any)Base).Get("__init__").Call(self, a[1], a[2]);
            self.Set("socket", Socket.Invoke("socket", self.Get("address_family"), self.Get("socket_type")));
            if (!a[3].Truth)
                return;
            try
            {
                self.Invoke("server_bind");
                self.Invoke("server_activate");
            }
            catch (BaseException)
            {
                self.Invoke("server_close");
                throw;
            }
        }))
        .Method("server_bind", static self => Lib.Do(() =>
        {
            foreach (var (wanted, option) in ((string, string)[])[("allow_reuse_address", "SO_REUSEADDR"), ("allow_reuse_port", "SO_REUSEPORT")])
                if (self.Get(wanted).Truth && Operators.HasAttr(Socket, option))
                    self.Get("socket").Invoke("setsockopt", Socket.Get("SOL_SOCKET"), Socket.Get(option), 1);
            self.Get("socket").Invoke("bind", self.Get("server_address"));
            self.Set("server_address", self.Get("socket").Invoke("getsockname"));
        }))
        .Method("server_activate", static self => Lib.Do(() => self.Get("socket").Invoke("listen", self.Get("request_queue_size"))))
        .Method("server_close", static self => Lib.Do(() => self.Get("socket").Invoke("close")))
        .Method("fileno", static self => self.Get("socket").Invoke("fileno"))
        .Method("get_request", static self => self.Get("socket").Invoke("accept"))
        .Method("shutdown_request", "request", static (self, request) => Lib.Do(() =>
        {
            try
            {
                request.Invoke("shutdown", Socket.Get("SHUT_WR"));
            }
            catch (OSError)
            {
                // The other side may have gone first.
            }
            self.Invoke("close_request", request);
        }))
        .Method("close_request", "request", static (_, request) => Lib.Do(() => request.Invoke("close")))
        .Make(Base);

    public static readonly PyType Udp = new ClassMaker("UDPServer", Module)
        .Attribute("allow_reuse_address", false).Attribute("allow_reuse_port", false).Attribute("socket_type", Socket.Get("SOCK_DGRAM")).Attribute("max_packet_size", 8192)
        .Method("get_request", static self =>
        {
            var received = self.Get("socket").Invoke("recvfrom", self.Get("max_packet_size"));
            return PyTuple.Of(PyTuple.Of(received[0], self.Get("socket")), received[1]);
        })
        .Method("server_activate", static _ => Any.None)
        .Method("shutdown_request", "request", static (self, request) => Lib.Do(() => self.Invoke("close_request", request)))
        .Method("close_request", "request", static (_, _) => Any.None)
        .Make(Tcp);

    /// <summary>The servers of this machine's own sockets.</summary>
    public static IEnumerable<PyType> Unix { get; } = Operators.HasAttr(Socket, "AF_UNIX")
        ? [new ClassMaker("UnixStreamServer", Module).Attribute("address_family", Socket.Get("AF_UNIX")).Make(Tcp), new ClassMaker("UnixDatagramServer", Module).Attribute("address_family", Socket.Get("AF_UNIX")).Make(Udp)]
        : [];
}
