using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Servers;

/// <summary>What handles one request. See <see href="https://docs.python.org/3.13/library/socketserver.html#request-handler-objects">request handler objects</see>.</summary>
internal static class RequestHandlers
{
    private const string Module = "socketserver";

    public static readonly PyType Base = new ClassMaker("BaseRequestHandler", Module)
        .Method("__init__", "self, request, client_address, server", static a => Lib.Do(() =>
        {
            a[0].Set("request", a[1]);
            a[0].Set("client_address", a[2]);
            a[0].Set("server", a[3]);
            a[0].Invoke("setup");
            try
            {
                a[0].Invoke("handle");
            }
            finally
            {
                a[0].Invoke("finish");
            }
        }))
        .Method("setup", static _ => Any.None)
        .Method("handle", static _ => Any.None)
        .Method("finish", static _ => Any.None)
        .Make();

    /// <summary>Writes to a socket at once.</summary>
    private static readonly PyType s_writer = new ClassMaker("_SocketWriter", Module)
        .Method("__init__", "sock", static (self, socket) => Lib.Do(() => self.Set("_sock", socket)))
        .Method("writable", static _ => true)
        .Method("write", "b", static (self, data) =>
        {
            self.Get("_sock").Invoke("sendall", data);
            return Modules.Import("builtins").Invoke("memoryview", data).Get("nbytes");
        })
        .Method("fileno", static self => self.Get("_sock").Invoke("fileno"))
        .Make((PyType)Modules.ImportFrom("io", "BufferedIOBase").Ref!);

    public static readonly PyType Stream = new ClassMaker("StreamRequestHandler", Module)
        .Attribute("rbufsize", -1).Attribute("wbufsize", 0).Attribute("timeout", Any.None).Attribute("disable_nagle_algorithm", false)
        .Method("setup", static self => Lib.Do(() =>
        {
            var (socket, connection) = (Modules.Import("socket"), self.Get("request"));
            self.Set("connection", connection);
            if (!self.Get("timeout").IsNone)
                connection.Invoke("settimeout", self.Get("timeout"));
            if (self.Get("disable_nagle_algorithm").Truth)
                connection.Invoke("setsockopt", socket.Get("IPPROTO_TCP"), socket.Get("TCP_NODELAY"), true);
            self.Set("rfile", connection.Invoke("makefile", "rb", self.Get("rbufsize")));
            self.Set("wfile", Operators.Equal(self.Get("wbufsize"), 0) ? ((Any)s_writer).Call(connection) : connection.Invoke("makefile", "wb", self.Get("wbufsize")));
        }))
        .Method("finish", static self => Lib.Do(() =>
        {
            if (!self.Get("wfile").Get("closed").Truth)
            {
                try
                {
                    self.Get("wfile").Invoke("flush");
                }
                catch (OSError)
                {
                    // The other side may have gone first.
                }
            }
            self.Get("wfile").Invoke("close");
            self.Get("rfile").Invoke("close");
        }))
        .Make(Base);

    public static readonly PyType Datagram = new ClassMaker("DatagramRequestHandler", Module)
        .Method("setup", static self => Lib.Do(() =>
        {
            var io = Modules.Import("io");
            self.Set("packet", self.Get("request")[0]);
            self.Set("socket", self.Get("request")[1]);
            self.Set("rfile", io.Invoke("BytesIO", self.Get("packet")));
            self.Set("wfile", io.Invoke("BytesIO"));
        }))
        .Method("finish", static self => Lib.Do(() => self.Get("socket").Invoke("sendto", self.Get("wfile").Invoke("getvalue"), self.Get("client_address"))))
        .Make(Base);
}
