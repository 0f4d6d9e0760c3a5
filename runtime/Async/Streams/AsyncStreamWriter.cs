using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.StreamWriter</c>. See <see href="https://docs.python.org/3.13/library/asyncio-stream.html#streamwriter">StreamWriter</see>.</summary>
public sealed class AsyncStreamWriter : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("StreamWriter", "asyncio.streams", static () => new AsyncStreamWriter())
        .Action("__init__", "self, transport, protocol, reader, loop", static a => Self(a[0]).Initialise(a[1], a[2], a[3]))
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

/// <summary>Feeds a reader with what comes in, and holds writers up while too much goes out.</summary>
internal sealed class StreamProtocol : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("StreamReaderProtocol", "asyncio.streams", static () => new StreamProtocol(), Protocols.FlowControl, Protocols.Protocol)
        .Action("__init__", "self, stream_reader, client_connected_cb=None, loop=None", static a => (Self(a[0])._reader, Self(a[0])._connected) = (a[1].Ref as AsyncStreamReader, a[2]))
        .Action("connection_made", "self, transport", static a => Self(a[0]).ConnectionMade(a[1]))
        .Action("connection_lost", "self, exc", static a => Self(a[0]).ConnectionLost(a[1].Ref as BaseException))
        .Action("data_received", "self, data", static a => Self(a[0])._reader!.FeedData(Buffers.Of(a[1])))
        .Method("eof_received", static self => Self(self).EofReceived())
        .Action("pause_writing", static self => Self(self)._paused = true)
        .Action("resume_writing", static self => Self(self).Resume())
        .AsyncMethod("_drain_helper", static async self =>
        {
            await Self(self).Drain();
            return Any.None;
        })
        .Method("_get_close_waiter", "self, stream", static (self, _) => Self(self)._closed);

    private readonly List<Future> _drainers = [];
    private readonly Future _closed;
    private readonly EventLoop _loop;
    private AsyncStreamReader? _reader;
    private Any _connected = Any.None;
    private Any _transport = Any.None;
    private bool _paused;
    private bool _lost;

    public StreamProtocol()
    {
        _loop = Policies.CurrentLoop();
        _closed = new Future(_loop);
    }

    private protected override PyType NativeClass => Type;

    private static StreamProtocol Self(Any o) => (StreamProtocol)o.Ref!;

    public static StreamProtocol Of(AsyncStreamReader reader, Any connected) => new() { _reader = reader, _connected = connected };

    private void ConnectionMade(Any transport)
    {
        _transport = transport;
        _reader!.SetTransport(transport);
        if (_connected.IsNone)
            return;
        var writer = new AsyncStreamWriter().Initialise(transport, this, _reader);
        var result = _connected.Call(_reader, writer);
        if (!AsyncIO.IsCoroutine(result))
            return;
        var task = (Future)AsyncIO.TaskOn(_loop, result, Any.None, Any.None).Ref!;
        task.AddCallback(t =>
        {
            if (t.IsCancelled)
            {
                transport.Invoke("close");
            }
            else if (t.Error is { } error)
            {
                _loop.CallExceptionHandler(new PyDict<Any, Any> { ["message"] = "Unhandled exception in client_connected_cb", ["exception"] = error, ["transport"] = transport });
                transport.Invoke("close");
            }
        });
    }

    private void ConnectionLost(BaseException? error)
    {
        if (error is null)
            _reader?.FeedEof();
        else
            _reader?.SetException(error);
        if (!_closed.IsDone)
        {
            if (error is null)
            {
                _closed.SetResult(Any.None);
            }
            else
            {
                _closed.SetException(error);
                _closed.Retrieved();
            }
        }
        _lost = true;
        if (!_paused)
            return;
        foreach (var drainer in _drainers.Where(static d => !d.IsDone))
            if (error is null)
                drainer.SetResult(Any.None);
            else
                drainer.SetException(error);
    }

    private Any EofReceived()
    {
        _reader?.FeedEof();
        return true;
    }

    private void Resume()
    {
        _paused = false;
        foreach (var drainer in _drainers)
            drainer.TrySetResult(Any.None);
    }

    private async Coro Drain()
    {
        if (_lost)
            throw new ConnectionResetError("Connection lost");
        if (!_paused)
            return;
        var waiter = new Future(_loop);
        _drainers.Add(waiter);
        try
        {
            await waiter;
        }
        finally
        {
            _drainers.Remove(waiter);
        }
    }
}
