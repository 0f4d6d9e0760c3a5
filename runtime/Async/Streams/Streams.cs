using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Connections and servers, as <see href="https://docs.python.org/3.13/library/asyncio-stream.html">streams</see> and as protocols.</summary>
internal static partial class Streams
{
    private const string ConnectOptions = ", ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False";
    private const string ServerOptions = ", family=0, flags=1, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True";
    private const string UnixOptions = ", sock=None, ssl=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None";
    private const string UnixServerOptions = ", sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True";

    public static void Declare(PyModule module)
    {
        Protocols.Declare(module);
        module.Type(AsyncStreamReader.Type).Type(AsyncStreamWriter.Type).Type(StreamProtocol.Type).Type(AsyncServer.Type).Type(AsyncServer.Abstract);
        module.AsyncFunction("open_connection", "host=None, port=None, *, limit=65536" + ConnectOptions, static a => Open(EventLoop.Running, a[2], [a[3], .. a[9..12]], () => Connect(EventLoop.Running, a[0], a[1], a[7], a[8], a[14])))
            .AsyncFunction("start_server", "client_connected_cb, host=None, port=None, *, limit=65536" + ServerOptions, static a => Serve(EventLoop.Running, StreamFactory(a[0], a[3]), a[1], a[2], a[6..]))
            .AsyncFunction("open_unix_connection", "path=None, *, limit=65536" + UnixOptions, static a => Open(EventLoop.Running, a[1], a[3..7], () => ConnectUnix(EventLoop.Running, a[0], a[2])))
            .AsyncFunction("start_unix_server", "client_connected_cb, path=None, *, limit=65536" + UnixServerOptions, static a => ServeUnix(EventLoop.Running, StreamFactory(a[0], a[2]), a[1], a[3..]));
        EventLoopType.Type
            .AsyncMethod("create_connection", "self, protocol_factory, host=None, port=None, *" + ConnectOptions, static a => Connected((EventLoop)a[0].Ref!, a[1], [a[4], .. a[10..13]], () => Connect((EventLoop)a[0].Ref!, a[2], a[3], a[8], a[9], a[15])))
            .AsyncMethod("create_server", "self, protocol_factory, host=None, port=None, *" + ServerOptions, static a => Serve((EventLoop)a[0].Ref!, () => a[1].Call(), a[2], a[3], a[6..]))
            .AsyncMethod("create_unix_connection", "self, protocol_factory, path=None, *" + UnixOptions, static a => Connected((EventLoop)a[0].Ref!, a[1], a[4..8], () => ConnectUnix((EventLoop)a[0].Ref!, a[2], a[3])))
            .AsyncMethod("create_unix_server", "self, protocol_factory, path=None, *" + UnixServerOptions, static a => ServeUnix((EventLoop)a[0].Ref!, () => a[1].Call(), a[2], a[3..]))
            .AsyncMethod("getaddrinfo", "self, host, port, *, family=0, type=0, proto=0, flags=0", static async a => await (Any)Executors.RunIn((EventLoop)a[0].Ref!, Any.None, () => SocketModule.AddressInfo(a[1], a[2], a[3], a[4])))
            .AsyncMethod("connect_accepted_socket", "self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None", static a => Connected((EventLoop)a[0].Ref!, a[1], [a[3], Any.None, .. a[4..6]], async () => StreamSocket(a[2])))
            .AsyncMethod("start_tls", "self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None", static _ => throw NoTls());
    }

    public static NotImplementedError NoTls() => new("TLS is not supported: use ssl=None");

    /// <param name="options"><c>ssl</c>, <c>server_hostname</c>, and two times that only TLS takes.</param>
    private static void CheckTls(ReadOnlySpan<Any> options)
    {
        if (options[0].Truth)
            throw NoTls();
        for (var i = 1; i < options.Length; i++)
            if (!options[i].IsNone)
                throw new ValueError((i switch { 1 => "server_hostname", 2 => "ssl_handshake_timeout", _ => "ssl_shutdown_timeout" }) + " is only meaningful with ssl");
    }

    private static void CheckServerTls(Any ssl, Any handshake, Any shutdown)
    {
        if (ssl.IsBool)
            throw new TypeError("ssl argument must be an SSLContext or None");
        CheckTls([ssl, Any.None, handshake, shutdown]);
    }
}
