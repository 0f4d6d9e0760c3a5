using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// The methods that every event loop has and that the abstract one leaves open, and those of its policy and servers. See
/// <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#asyncio.AbstractEventLoop">AbstractEventLoop</see>.
/// </summary>
internal static class AbstractLoop
{
    private const string Tls = "ssl_handshake_timeout=None, ssl_shutdown_timeout=None";

    private static readonly string[] s_methods =
    [
        "run_forever", "run_until_complete future", "stop", "is_running", "is_closed", "close", "_timer_handle_cancelled handle", "call_soon callback, *args, context=None",
        "call_later delay, callback, *args, context=None", "call_at when, callback, *args, context=None", "time", "create_future", "create_task coro, *, name=None, context=None",
        "call_soon_threadsafe callback, *args, context=None", "run_in_executor executor, func, *args", "set_default_executor executor", "add_reader fd, callback, *args", "remove_reader fd",
        "add_writer fd, callback, *args", "remove_writer fd", "add_signal_handler sig, callback, *args", "remove_signal_handler sig", "set_task_factory factory", "get_task_factory",
        "get_exception_handler", "set_exception_handler handler", "default_exception_handler context", "call_exception_handler context", "get_debug", "set_debug enabled",
    ];

    private static readonly string[] s_coroutines =
    [
        "shutdown_asyncgens", "shutdown_default_executor", "getaddrinfo host, port, *, family=0, type=0, proto=0, flags=0", "getnameinfo sockaddr, flags=0",
        $"create_connection protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None, server_hostname=None, {Tls}, happy_eyeballs_delay=None, interleave=None",
        $"create_server protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, {Tls}, start_serving=True",
        "sendfile transport, file, offset=0, count=None, *, fallback=True", $"start_tls transport, protocol, sslcontext, *, server_side=False, server_hostname=None, {Tls}",
        $"create_unix_connection protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, {Tls}", $"create_unix_server protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, {Tls}, start_serving=True",
        $"connect_accepted_socket protocol_factory, sock, *, ssl=None, {Tls}",
        "create_datagram_endpoint protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_address=None, reuse_port=None, allow_broadcast=None, sock=None",
        "connect_read_pipe protocol_factory, pipe", "connect_write_pipe protocol_factory, pipe", "subprocess_shell protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs",
        "subprocess_exec protocol_factory, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs", "sock_recv sock, nbytes", "sock_recv_into sock, buf", "sock_recvfrom sock, bufsize",
        "sock_recvfrom_into sock, buf, nbytes=0", "sock_sendall sock, data", "sock_sendto sock, data, address", "sock_connect sock, address", "sock_accept sock",
        "sock_sendfile sock, file, offset=0, count=None, *, fallback=None",
    ];

    public static PyType Declare() => Open(PyType.Emitted("AbstractEventLoop", "asyncio.events"), s_methods, s_coroutines);

    /// <summary>A class whose methods are left to those that derive from it.</summary>
    /// <param name="type">The class.</param>
    /// <param name="methods">Its methods, a name and the parameters after <c>self</c> each.</param>
    /// <param name="coroutines">The same of its coroutine methods.</param>
    public static PyType Open(PyType type, string[] methods, string[] coroutines)
    {
        foreach (var (name, signature) in methods.Select(Split))
            type.Method(name, signature, static (Any[] _) => throw new NotImplementedError());
        foreach (var (name, signature) in coroutines.Select(Split))
            type.AsyncMethod(name, signature, static _ => throw new NotImplementedError());
        return type;
    }

    private static (string Name, string Signature) Split(string method) => method.IndexOf(' ') is > 0 and var space ? (method[..space], "self, " + method[(space + 1)..]) : (method, "self");
}
