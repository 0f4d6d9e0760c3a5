using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>One end of a connection: .NET reads and writes, the loop calls the protocol.</summary>
internal sealed partial class SocketTransport : LibraryObject
{
    private const int ReadSize = 256 * 1024;

    public static readonly PyType Type = PyType.Emitted("_SelectorSocketTransport", "asyncio.selector_events", Protocols.Transport)
        .Method("get_extra_info", "self, name, default=None", static (self, name, fallback) => Self(self).Extra(name, fallback))
        .Method("is_closing", static self => Self(self)._closing)
        .Action("close", static self => Self(self).Close())
        .Action("abort", static self => Self(self).Abort(null))
        .Action("set_protocol", "self, protocol", static a => Self(a[0])._protocol = a[1])
        .Method("get_protocol", static self => Self(self)._protocol)
        .Action("pause_reading", static self => Self(self)._paused = true)
        .Action("resume_reading", static self => Self(self).ResumeReading())
        .Method("is_reading", static self => !Self(self)._closing && !Self(self)._paused)
        .Action("write", "self, data", static a => Self(a[0]).Write(a[1]))
        .Action("writelines", "self, list_of_data", static a =>
        {
            foreach (var part in Operators.ToList(a[1]))
                Self(a[0]).Write(part);
        })
        .Action("write_eof", static self => Self(self).WriteEof())
        .Method("can_write_eof", static _ => true)
        .Method("get_write_buffer_size", static self => Self(self)._pending)
        .Method("get_write_buffer_limits", static self => PyTuple.Of(Self(self)._low, Self(self)._high))
        .Action("set_write_buffer_limits", "self, high=None, low=None", static a => Self(a[0]).SetLimits(a[1], a[2]))
        .Method("__repr__", static self => Self(self).Describe());

    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly AsyncServer? _server;
    private readonly byte[] _input = new byte[ReadSize];
    private readonly Queue<byte[]> _output = new();
    private Any _protocol;
    private long _pending;
    private long _high = 64 * 1024;
    private long _low = 16 * 1024;
    private bool _reading;
    private bool _writing;
    private bool _paused;
    private bool _protocolPaused;
    private bool _closing;
    private bool _lost;
    private bool _eof;

    public SocketTransport(EventLoop loop, Socket socket, Any protocol, Future? ready, AsyncServer? server = null)
    {
        (_loop, _socket, _protocol, _server) = (loop, socket, protocol, server);
        if (socket.AddressFamily != AddressFamily.Unix)
            socket.NoDelay = true;
        server?.Attach(this);
        loop.CallSoon(() => _protocol.Invoke("connection_made", this));
        loop.CallSoon(StartReading);
        if (ready is not null)
            loop.CallSoon(() => ready.TrySetResult(Any.None));
    }

    private protected override PyType NativeClass => Type;

    private static SocketTransport Self(Any o) => (SocketTransport)o.Ref!;

    private Any Extra(Any name, Any fallback) => name.Ref switch
    {
        "peername" => _lost ? fallback : Addresses.ToPython(_socket.RemoteEndPoint),
        "sockname" => _lost ? fallback : Addresses.ToPython(_socket.LocalEndPoint),
        "socket" => PySocket.OfTransport(_socket),
        _ => fallback,
    };

    private string Describe()
    {
        var state = _lost ? " closed" : _closing ? " closing" : "";
        return $"<{Class.Name}{state} fd={(_lost ? -1 : (long)_socket.Handle)} read={(_paused ? "idle" : "polling")} write=<{(_pending > 0 ? "polling" : "idle")}, bufsize={_pending}>>";
    }

    /// <summary>Calls back from whatever thread a .NET operation ended on.</summary>
    private void CallBack(Action action) => _loop.TryCallSoonThreadsafe(action);

    private void StartReading()
    {
        if (_reading || _closing || _paused || _eof)
            return;
        _reading = true;
        _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        var count = 0;
        OSError? failure = null;
        try
        {
            count = await _socket.ReceiveAsync(_input.AsMemory(), SocketFlags.None).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            failure = SocketErrors.Of(error);
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        CallBack(() => OnRead(count, failure));
    }

    private void OnRead(int count, OSError? failure)
    {
        _reading = false;
        if (_lost)
            _socket.Dispose();
        if (_closing)
            return;
        if (failure is not null)
        {
            Abort(failure);
            return;
        }
        if (count > 0)
        {
            Received(_input.AsSpan(0, count));
            StartReading();
            return;
        }
        _eof = true;
        if (!_protocol.Invoke("eof_received").Truth)
            Close();
    }

    private void Received(ReadOnlySpan<byte> data)
    {
        if (PyType.Of(_protocol).IsSubclassOf(Protocols.Buffered))
        {
            var buffer = _protocol.Invoke("get_buffer", data.Length);
            buffer.SetItem(new PySlice(0, data.Length, Any.None), new PyBytes(data.ToArray()));
            _protocol.Invoke("buffer_updated", data.Length);
        }
        else
        {
            _protocol.Invoke("data_received", new PyBytes(data.ToArray()));
        }
    }

    private void ResumeReading()
    {
        _paused = false;
        StartReading();
    }

    private void SetLimits(Any high, Any low)
    {
        var h = high.IsNone ? low.IsNone ? 64 * 1024 : 4 * Lib.Int(low) : Lib.Int(high);
        var l = low.IsNone ? h / 4 : Lib.Int(low);
        if (!(h >= l && l >= 0))
            throw new ValueError($"high ({h}) must be >= low ({l}) must be >= 0");
        (_high, _low) = (h, l);
    }

    public void Close()
    {
        if (_closing)
            return;
        _closing = true;
        if (_pending == 0)
            _loop.CallSoon(() => Lost(null));
    }

    public void Abort(BaseException? error)
    {
        if (_lost || _closing && _pending == 0)
            return;
        _closing = true;
        _output.Clear();
        _pending = 0;
        _loop.CallSoon(() => Lost(error));
    }

    /// <summary>Closes the socket. With a read under way .NET would reset the connection, so that read ends first.</summary>
    private void Release()
    {
        if (!_reading)
        {
            _socket.Dispose();
            return;
        }
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            _socket.Dispose();
        }
    }

    private void Lost(BaseException? error)
    {
        if (_lost)
            return;
        try
        {
            _protocol.Invoke("connection_lost", error);
        }
        finally
        {
            _lost = true;
            Release();
            _server?.Detach(this);
        }
    }
}
