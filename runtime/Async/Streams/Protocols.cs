using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The base classes of <see href="https://docs.python.org/3.13/library/asyncio-protocol.html">transports and protocols</see>.</summary>
internal static class Protocols
{
    public static readonly PyType Base = Methods(PyType.Emitted("BaseProtocol", "asyncio.protocols"), "connection_made(self, transport)", "connection_lost(self, exc)", "pause_writing(self)", "resume_writing(self)");
    public static readonly PyType Protocol = Methods(PyType.Emitted("Protocol", "asyncio.protocols", Base), "data_received(self, data)", "eof_received(self)");
    public static readonly PyType Buffered = Methods(PyType.Emitted("BufferedProtocol", "asyncio.protocols", Base), "get_buffer(self, sizehint)", "buffer_updated(self, nbytes)", "eof_received(self)");
    public static readonly PyType Datagram = Methods(PyType.Emitted("DatagramProtocol", "asyncio.protocols", Base), "datagram_received(self, data, addr)", "error_received(self, exc)");
    public static readonly PyType Subprocess = Methods(PyType.Emitted("SubprocessProtocol", "asyncio.protocols", Base), "pipe_data_received(self, fd, data)", "pipe_connection_lost(self, fd, exc)", "process_exited(self)");

    public static readonly PyType BaseTransport = PyType.Emitted("BaseTransport", "asyncio.transports");
    public static readonly PyType ReadTransport = PyType.Emitted("ReadTransport", "asyncio.transports", BaseTransport);
    public static readonly PyType WriteTransport = PyType.Emitted("WriteTransport", "asyncio.transports", BaseTransport);
    public static readonly PyType Transport = PyType.Emitted("Transport", "asyncio.transports", ReadTransport, WriteTransport);
    public static readonly PyType DatagramTransport = PyType.Emitted("DatagramTransport", "asyncio.transports", BaseTransport);
    public static readonly PyType SubprocessTransport = PyType.Emitted("SubprocessTransport", "asyncio.transports", BaseTransport);

    /// <summary>Methods that do nothing until a subclass says otherwise.</summary>
    private static PyType Methods(PyType type, params string[] methods)
    {
        foreach (var method in methods)
        {
            var open = method.IndexOf('(', StringComparison.Ordinal);
            type.Method(method[..open], method[(open + 1)..^1], static (Any[] _) => Any.None);
        }
        return type;
    }

    public static void Declare(PyModule module)
    {
        foreach (var type in (PyType[])[Base, Protocol, Buffered, Datagram, Subprocess, BaseTransport, ReadTransport, WriteTransport, Transport, DatagramTransport, SubprocessTransport])
            module.Type(type);
    }
}
