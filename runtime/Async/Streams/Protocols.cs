using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The base classes of <see href="https://docs.python.org/3.13/library/asyncio-protocol.html">transports and protocols</see>.</summary>
internal static class Protocols
{
    public static readonly PyType Base = Methods(PyType.Emitted("BaseProtocol", "asyncio.protocols").Slots(), "connection_made(self, transport)", "connection_lost(self, exc)", "pause_writing(self)", "resume_writing(self)");
    public static readonly PyType Protocol = Methods(PyType.Emitted("Protocol", "asyncio.protocols", Base).Slots(), "data_received(self, data)", "eof_received(self)");
    public static readonly PyType Buffered = Methods(PyType.Emitted("BufferedProtocol", "asyncio.protocols", Base).Slots(), "get_buffer(self, sizehint)", "buffer_updated(self, nbytes)", "eof_received(self)");
    public static readonly PyType Datagram = Methods(PyType.Emitted("DatagramProtocol", "asyncio.protocols", Base).Slots(), "datagram_received(self, data, addr)", "error_received(self, exc)");
    public static readonly PyType Subprocess = Methods(PyType.Emitted("SubprocessProtocol", "asyncio.protocols", Base).Slots(), "pipe_data_received(self, fd, data)", "pipe_connection_lost(self, fd, exc)", "process_exited(self)");

    public static readonly PyType BaseTransport = Open(PyType.Emitted("BaseTransport", "asyncio.transports").Slots("_extra"), "is_closing(self)", "close(self)", "set_protocol(self, protocol)", "get_protocol(self)")
        .Action("__init__", "self, extra=None", static a => a[0].Set("_extra", a[1].IsNone ? new PyDict<Any, Any>() : a[1]))
        .Method("get_extra_info", "self, name, default=None", static (self, name, fallback) => self.Get("_extra").Invoke("get", name, fallback));

    public static readonly PyType ReadTransport = Open(PyType.Emitted("ReadTransport", "asyncio.transports", BaseTransport).Slots(), "is_reading(self)", "pause_reading(self)", "resume_reading(self)");

    public static readonly PyType WriteTransport = Open(PyType.Emitted("WriteTransport", "asyncio.transports", BaseTransport).Slots(), "set_write_buffer_limits(self, high=None, low=None)", "get_write_buffer_size(self)",
        "get_write_buffer_limits(self)", "write(self, data)", "write_eof(self)", "can_write_eof(self)", "abort(self)")
        .Action("writelines", "self, list_of_data", static a => a[0].Invoke("write", ((Any)new PyBytes([])).Invoke("join", a[1])));

    public static readonly PyType Transport = PyType.Emitted("Transport", "asyncio.transports", ReadTransport, WriteTransport).Slots();
    public static readonly PyType DatagramTransport = Open(PyType.Emitted("DatagramTransport", "asyncio.transports", BaseTransport).Slots(), "sendto(self, data, addr=None)", "abort(self)");
    public static readonly PyType SubprocessTransport = Open(PyType.Emitted("SubprocessTransport", "asyncio.transports", BaseTransport).Slots(), "get_pid(self)", "get_returncode(self)", "get_pipe_transport(self, fd)",
        "send_signal(self, signal)", "terminate(self)", "kill(self)");

    /// <summary>Methods that do nothing until a subclass says otherwise.</summary>
    private static PyType Methods(PyType type, params string[] methods) => Each(type, methods, static _ => Any.None);

    /// <summary>Methods that a subclass must have.</summary>
    private static PyType Open(PyType type, params string[] methods) => Each(type, methods, static _ => throw new NotImplementedError());

    /// <summary>Gives a class methods, each told as <c>name(parameters)</c>, that all do the same.</summary>
    internal static PyType Each(PyType type, string[] methods, Func<Any[], Any> body)
    {
        foreach (var method in methods)
        {
            var open = method.IndexOf('(', StringComparison.Ordinal);
            type.Method(method[..open], method[(open + 1)..^1], body);
        }
        return type;
    }

    public static void Declare(PyModule module)
    {
        foreach (var type in (PyType[])[Base, Protocol, Buffered, Datagram, Subprocess, BaseTransport, ReadTransport, WriteTransport, Transport, DatagramTransport, SubprocessTransport])
            module.Type(type);
    }
}
