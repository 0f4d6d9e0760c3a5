using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.StreamWriter</c>. See <see href="https://docs.python.org/3.13/library/asyncio-stream.html#streamwriter">StreamWriter</see>.</summary>
public sealed class AsyncStreamWriter : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("StreamWriter", "asyncio.streams", static () => new AsyncStreamWriter())
        .Action("__init__", "self, transport, protocol, reader, loop", static a => Self(a[0]).Initialise(a[1], a[2], a[3]))
        .Property("_transport", static self => Self(self)._transport)
        .Property("_protocol", static self => Self(self)._protocol)
        .Property("_reader", static self => Self(self)._reader)
        .Property("transport", static self => Self(self)._transport)
        .Action("write", "self, data", static a => Self(a[0]).Write(a[1]))
        .Action("writelines", "self, data", static a => Self(a[0])._transport.Invoke("writelines", a[1]))
        .Method("write_eof", static self => Self(self)._transport.Invoke("write_eof"))
        .Method("can_write_eof", static self => Self(self)._transport.Invoke("can_write_eof"))
        .Action("close", static self => Self(self).Close())
        .Method("is_closing", static self => Self(self).IsClosing())
        .AsyncMethod("wait_closed", static async self =>
        {
            await Self(self).WaitClosed();
            return Any.None;
        })
        .Method("get_extra_info", "self, name, default=None", static (self, name, fallback) => Self(self).GetExtraInfo(name, fallback))
        .AsyncMethod("drain", static async self =>
        {
            await Self(self).Drain();
            return Any.None;
        })
        .AsyncMethod("start_tls", "self, sslcontext, *args, **kwargs", static _ => throw Streams.NoTls())
        .Method("__repr__", static self => $"<StreamWriter transport={Operators.Repr(Self(self)._transport)}{(Self(self)._reader.IsNone ? "" : $" reader={Operators.Repr(Self(self)._reader)}")}>");

    private Any _transport;
    private Any _protocol;
    private Any _reader = Any.None;

    private protected override PyType NativeClass => Type;

    private static AsyncStreamWriter Self(Any o) => (AsyncStreamWriter)o.Ref!;

    internal AsyncStreamWriter Initialise(Any transport, Any protocol, Any reader)
    {
        (_transport, _protocol, _reader) = (transport, protocol, reader);
        return this;
    }

    /// <summary><c>writer.write(data)</c>.</summary>
    public void Write(Any data) => _transport.Invoke("write", data);

    /// <summary><c>writer.close()</c>.</summary>
    public void Close() => _transport.Invoke("close");

    /// <summary><c>writer.is_closing()</c>.</summary>
    public bool IsClosing() => _transport.Invoke("is_closing").Truth;

    /// <summary><c>writer.get_extra_info(name, default)</c>.</summary>
    public Any GetExtraInfo(Any name, Any? fallback = null) => _transport.Invoke("get_extra_info", name, fallback ?? Any.None);

    /// <summary><c>writer.wait_closed()</c>.</summary>
    public async Coro WaitClosed() => await _protocol.Invoke("_get_close_waiter", this);

    /// <summary><c>writer.drain()</c>: waits while the buffer is full.</summary>
    public async Coro Drain()
    {
        if (_reader.Ref is AsyncStreamReader && _reader.Invoke("exception") is { IsNone: false } error)
            throw (BaseException)error.Ref!;
        if (IsClosing())
            await AsyncIO.Sleep(0);
        await _protocol.Invoke("_drain_helper");
    }
}
