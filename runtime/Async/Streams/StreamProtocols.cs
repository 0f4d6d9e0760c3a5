using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Holds writers up while too much goes out: <c>asyncio.streams.FlowControlMixin</c>.</summary>
internal class FlowControl : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("FlowControlMixin", "asyncio.streams", static () => new FlowControl(), Protocols.Protocol)
        .Action("__init__", "self, loop=None", static a => Flow(a[0]).Loop = AsyncIO.LoopOf(a[1]))
        .Action("pause_writing", static self => Flow(self)._paused = true)
        .Action("resume_writing", static self => Flow(self).Resume())
        .Action("connection_lost", "self, exc", static a => Flow(a[0]).Lose(a[1].Ref as BaseException))
        .AsyncMethod("_drain_helper", static async self =>
        {
            await Flow(self).Drain();
            return Any.None;
        })
        .Property("_loop", static self => Flow(self).Loop)
        .Property("_paused", static self => Flow(self)._paused)
        .Property("_connection_lost", static self => Flow(self)._lost);

    private readonly List<Future> _drainers = [];
    private EventLoop? _loop;
    private bool _paused;
    private bool _lost;

    private protected override PyType NativeClass => Type;

    private protected EventLoop Loop
    {
        get => _loop ??= Policies.CurrentLoop();
        set => _loop = value;
    }

    private static FlowControl Flow(Any o) => (FlowControl)o.Ref!;

    /// <summary>The connection has gone: nobody waits any longer.</summary>
    private protected void Lose(BaseException? error)
    {
        _lost = true;
        if (!_paused)
            return;
        foreach (var drainer in _drainers.Where(static d => !d.IsDone))
            if (error is null)
                drainer.SetResult(Any.None);
            else
                drainer.SetException(error);
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
        var waiter = new Future(Loop);
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

/// <summary>Feeds a reader with what comes in: <c>asyncio.StreamReaderProtocol</c>.</summary>
internal sealed class StreamProtocol : FlowControl
{
    public static new readonly PyType Type = PythonClass.Declare("StreamReaderProtocol", "asyncio.streams", static () => new StreamProtocol(), FlowControl.Type)
        .Action("__init__", "self, stream_reader, client_connected_cb=None, loop=None", static a => Self(a[0]).Initialise(a[1].Ref as AsyncStreamReader, a[2], AsyncIO.LoopOf(a[3])))
        .Action("connection_made", "self, transport", static a => Self(a[0]).ConnectionMade(a[1]))
        .Action("connection_lost", "self, exc", static a => Self(a[0]).ConnectionLost(a[1].Ref as BaseException))
        .Action("data_received", "self, data", static a => Self(a[0])._reader!.FeedData(Buffers.Of(a[1])))
        .Method("eof_received", static self => Self(self).EofReceived())
        .Property("_stream_reader", static self => Self(self)._reader)
        .Property("_transport", static self => Self(self)._transport)
        .Method("_get_close_waiter", "self, stream", static (self, _) => Self(self)._closed);

    private Future? _closed;
    private AsyncStreamReader? _reader;
    private Any _connected = Any.None;
    private Any _transport = Any.None;

    private protected override PyType NativeClass => Type;

    private static StreamProtocol Self(Any o) => (StreamProtocol)o.Ref!;

    public static StreamProtocol Of(AsyncStreamReader reader, Any connected, EventLoop loop) => new StreamProtocol().Initialise(reader, connected, loop);

    private StreamProtocol Initialise(AsyncStreamReader? reader, Any connected, EventLoop loop)
    {
        (_reader, _connected, Loop, _closed) = (reader, connected, loop, new Future(loop));
        return this;
    }

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
        var task = (Future)AsyncIO.TaskOn(Loop, result, Any.None, Any.None).Ref!;
        task.AddCallback(t =>
        {
            if (t.IsCancelled)
            {
                transport.Invoke("close");
            }
            else if (t.Error is { } error)
            {
                Loop.CallExceptionHandler(new PyDict<Any, Any> { ["message"] = "Unhandled exception in client_connected_cb", ["exception"] = error, ["transport"] = transport });
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
        if (_closed is { IsDone: false })
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
        Lose(error);
    }

    private Any EofReceived()
    {
        _reader?.FeedEof();
        return true;
    }
}
