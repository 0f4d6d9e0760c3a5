using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>A transport on a socket that the loop asks about: <c>asyncio.selector_events._SelectorTransport</c>.</summary>
internal abstract class SelectorTransport : TransportFlow
{
    private protected const int ReadSize = 256 * 1024;
    private const int FirstWarning = 5;

    public static new readonly PyType Type = PyType.Emitted("_SelectorTransport", "asyncio.selector_events", TransportFlow.Type)
        .Method("is_closing", static self => Self(self)._closing)
        .Action("close", static self => Self(self).Close())
        .Action("abort", static self => Self(self).Abort(null))
        .Action("set_protocol", "self, protocol", static a => Self(a[0]).SetProtocol(a[1]))
        .Method("get_protocol", static self => Self(self).Protocol)
        .Action("pause_reading", static self => Self(self).PauseReading())
        .Action("resume_reading", static self => Self(self).ResumeReading())
        .Method("is_reading", static self => Self(self).IsReading)
        .Method("get_write_buffer_size", static self => Self(self).BufferSize)
        .Property("_closing", static self => Self(self)._closing)
        .Property("_conn_lost", static self => Self(self).Losses)
        .Property("_sock_fd", static self => Self(self).Number)
        .Method("__repr__", static self => Self(self).Describe());

    /// <summary>What is read into, one at a time.</summary>
    [ThreadStatic]
    private static byte[]? t_input;

    private readonly AsyncServer? _server;
    private bool _closing;
    private bool _isPaused;
    private bool _isClosed;

    private protected SelectorTransport(EventLoop loop, Socket socket, Any protocol, AsyncServer? server)
    {
        Initialise(loop, Any.None);
        socket.Blocking = false;
        (Socket, Number, _server) = (socket, (int)socket.Handle, server);
        loop.Use(Number, this);
        Extra["socket"] = PySocket.OfTransport(socket);
        Extra["sockname"] = Address(static s => s.LocalEndPoint);
        Extra["peername"] = Address(static s => s.RemoteEndPoint);
        SetProtocol(protocol);
        server?.Attach(this);
    }

    private protected static byte[] Input => t_input ??= new byte[ReadSize];

    private protected Socket Socket { get; }

    private protected int Number { get; }

    /// <summary>How often it was written to since <c>connection_lost</c> is on its way; 0 while it is not.</summary>
    private protected int Losses { get; private set; }

    internal override bool IsClosing => _closing;

    private protected bool IsReading => !_closing && !_isPaused;

    /// <summary>Whether everything has been written.</summary>
    private protected abstract bool IsWritten { get; }

    private static SelectorTransport Self(Any o) => (SelectorTransport)o.Ref!;

    private Any Address(Func<Socket, EndPoint?> of)
    {
        try
        {
            return of(Socket) is { } address ? Addresses.ToPython(address) : Socket.AddressFamily == AddressFamily.Unix ? "" : Any.None;
        }
        catch (SocketException)
        {
            return Any.None;
        }
    }

    /// <summary>The protocol hears of the connection first, then reading begins, then whoever opened it goes on.</summary>
    private protected void Begin(Future? ready)
    {
        Loop.CallSoon(() => Protocol.Invoke("connection_made", this));
        Loop.CallSoon(StartReading);
        if (ready is not null)
            Loop.CallSoon(() => ready.TrySetResult(Any.None));
    }

    private protected virtual void SetProtocol(Any protocol) => Protocol = protocol;

    private protected abstract void ReadReady();

    private void StartReading()
    {
        if (IsReading)
            Loop.Watch(Number, false, ReadReady);
    }

    private protected void PauseReading()
    {
        if (!IsReading)
            return;
        _isPaused = true;
        Loop.Unwatch(Number, false);
        if (Loop.Debug)
            AsyncLog.Debug("%r pauses reading", this);
    }

    private protected void ResumeReading()
    {
        if (_closing || !_isPaused)
            return;
        _isPaused = false;
        StartReading();
        if (Loop.Debug)
            AsyncLog.Debug("%r resumes reading", this);
    }

    public void Close()
    {
        if (_closing)
            return;
        _closing = true;
        Loop.Unwatch(Number, false);
        if (!IsWritten)
            return;
        Losses++;
        Loop.Unwatch(Number, true);
        Loop.CallSoon(() => Lost(null));
    }

    /// <summary>Forgets what is still to be written, and ends.</summary>
    public void Abort(BaseException? error)
    {
        if (Losses > 0)
            return;
        if (!IsWritten)
        {
            DropOutput();
            Loop.Unwatch(Number, true);
        }
        if (!_closing)
        {
            _closing = true;
            Loop.Unwatch(Number, false);
        }
        Losses++;
        Loop.CallSoon(() => Lost(error));
    }

    private protected abstract void DropOutput();

    /// <summary>A failure of the system is told to the protocol; others to the loop too.</summary>
    private protected void Fail(BaseException error, string message)
    {
        if (error is not OSError)
            Report(error, message);
        Abort(error);
    }

    /// <summary>Runs code of the program; false where it failed, which ends the connection.</summary>
    private protected bool Try(Action action, string message)
    {
        try
        {
            action();
            return true;
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            Fail(error, message);
            return false;
        }
    }

    /// <summary>Whether data is thrown away, as the connection has gone.</summary>
    private protected bool IsLostOnWrite()
    {
        if (Losses == 0)
            return false;
        if (Losses++ >= FirstWarning)
            AsyncLog.Warning("socket.send() raised exception.");
        return true;
    }

    private protected virtual void Lost(BaseException? error)
    {
        if (_isClosed)
            return;
        _isClosed = true;
        try
        {
            Protocol.Invoke("connection_lost", error);
        }
        finally
        {
            Socket.Dispose();
            Protocol = Any.None;
            _server?.Detach(this);
        }
    }

    private protected static bool IsLater(SocketError error) => error is SocketError.WouldBlock or SocketError.IOPending or SocketError.Interrupted or SocketError.TryAgain;

    private string Describe()
    {
        var state = _isClosed ? " closed" : _closing ? " closing" : "";
        if (_isClosed)
            return $"<{Class.Name}{state} fd={Number}>";
        return $"<{Class.Name}{state} fd={Number} read={(Loop.IsWatched(Number, false) ? "polling" : "idle")} write=<{(Loop.IsWatched(Number, true) ? "polling" : "idle")}, bufsize={BufferSize}>>";
    }
}
