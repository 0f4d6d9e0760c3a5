using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>A listening server. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#server-objects">server objects</see>.</summary>
internal sealed class AsyncServer : LibraryObject
{
    public static readonly PyType Abstract = AbstractLoop.Open(PyType.Emitted("AbstractServer", "asyncio.events"), ["close", "get_loop", "is_serving"], ["start_serving", "serve_forever", "wait_closed"]);

    public static readonly PyType Type = PyType.Emitted("Server", "asyncio.base_events", Abstract)
        .Action("close", static self => Self(self).Close())
        .Action("close_clients", static self => Self(self).ForEach(static t => t.Close()))
        .Action("abort_clients", static self => Self(self).ForEach(static t => t.Abort(null)))
        .Method("get_loop", static self => Self(self)._loop)
        .Method("is_serving", static self => Self(self)._serving)
        .AsyncMethod("start_serving", static async self =>
        {
            Self(self).Start();
            await AsyncIO.Sleep(0);
            return Any.None;
        })
        .AsyncMethod("serve_forever", static self => Self(self).ServeForever())
        .AsyncMethod("wait_closed", static self => Self(self).WaitClosed())
        .Property("sockets", static self => new PyTuple([.. Self(self)._sockets.Select(static s => (Any)PySocket.OfTransport(s))]))
        .Property("_sockets", static self => Self(self)._sockets.Count == 0 ? Any.None : new PyList<Any>(Self(self)._sockets.Select(static s => (Any)PySocket.OfTransport(s))))
        .Property("_waiters", static self => Self(self)._waiters is { } waiters ? new PyList<Any>(waiters.Select(static w => (Any)w)) : Any.None)
        .Property("_active_count", static self => Self(self)._clients.Count)
        .AsyncMethod("__aenter__", static async self => self)
        .AsyncMethod("__aexit__", "self, *exc", static a =>
        {
            Self(a[0]).Close();
            return Self(a[0]).WaitClosed();
        })
        .Method("__repr__", static self => $"<Server sockets={Operators.Repr(self.Get("sockets"))}>");

    private readonly EventLoop _loop;
    private readonly Func<Any> _factory;
    private readonly int _backlog;
    private readonly HashSet<SelectorTransport> _clients = [];
    private List<Socket> _sockets;
    private List<Future>? _waiters = [];
    private Future? _forever;
    private bool _serving;

    public AsyncServer(EventLoop loop, IEnumerable<Socket> sockets, Func<Any> factory, int backlog) => (_loop, _sockets, _factory, _backlog) = (loop, [.. sockets], factory, backlog);

    private protected override PyType NativeClass => Type;

    private static AsyncServer Self(Any o) => (AsyncServer)o.Ref!;

    public void Attach(SelectorTransport client) => _clients.Add(client);

    public void Detach(SelectorTransport client)
    {
        _clients.Remove(client);
        if (_clients.Count == 0 && _sockets.Count == 0)
            WakeUp();
    }

    private void ForEach(Action<SelectorTransport> action)
    {
        foreach (var client in _clients.ToArray())
            action(client);
    }

    private void WakeUp()
    {
        var waiters = _waiters;
        _waiters = null;
        foreach (var waiter in waiters ?? [])
            waiter.TrySetResult(Any.None);
    }

    public void Start()
    {
        if (_serving)
            return;
        _serving = true;
        foreach (var socket in _sockets)
        {
            socket.Listen(_backlog);
            socket.Blocking = false;
            _loop.Watch((int)socket.Handle, false, () => Accept(socket));
        }
    }

    /// <summary>Takes the connections that wait.</summary>
    private void Accept(Socket listener)
    {
        for (var i = 0; i < _backlog && listener.Poll(0, SelectMode.SelectRead); i++)
        {
            Socket client;
            try
            {
                client = listener.Accept();
            }
            catch (SocketException error)
            {
                if (error.SocketErrorCode is SocketError.WouldBlock or SocketError.Interrupted or SocketError.ConnectionAborted)
                    return;
                throw SocketErrors.Of(error);
            }
            AsyncIO.TaskOn(_loop, Coroutine.Of("_accept_connection2", "BaseSelectorEventLoop._accept_connection2", () => Begin(client)), Any.None, Any.None);
        }
    }

    private async Coro<Any> Begin(Socket client)
    {
        Any protocol = Any.None;
        SocketTransport? transport = null;
        try
        {
            protocol = _factory();
            var ready = new Future(_loop);
            transport = new SocketTransport(_loop, client, protocol, ready, this);
            await ready;
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            if (transport is null)
                client.Dispose();
            else
                transport.Close();
            if (_loop.Debug)
            {
                var context = new PyDict<Any, Any> { ["message"] = "Error on transport creation for incoming connection", ["exception"] = error };
                if (!protocol.IsNone)
                    context["protocol"] = protocol;
                if (transport is not null)
                    context["transport"] = transport;
                _loop.CallExceptionHandler(context);
            }
        }
        return Any.None;
    }

    private async Coro<Any> ServeForever()
    {
        if (_forever is not null)
            throw new RuntimeError($"server {Operators.Repr(this)} is already being awaited on serve_forever()");
        if (_sockets.Count == 0)
            throw new RuntimeError($"server {Operators.Repr(this)} is closed");
        Start();
        _forever = new Future(_loop);
        try
        {
            await _forever;
        }
        catch (CancelledError)
        {
            Close();
            await WaitClosed();
            throw;
        }
        finally
        {
            _forever = null;
        }
        return Any.None;
    }

    private void Close()
    {
        if (_sockets.Count == 0)
            return;
        var sockets = _sockets;
        _sockets = [];
        var wasServing = _serving;
        _serving = false;
        foreach (var socket in sockets)
        {
            if (wasServing)
                _loop.Unwatch((int)socket.Handle, false);
            socket.Dispose();
        }
        if (_forever is { IsDone: false })
        {
            _forever.Cancel();
            _forever = null;
        }
        if (_clients.Count == 0)
            WakeUp();
    }

    private async Coro<Any> WaitClosed()
    {
        if (_waiters is null)
            return Any.None;
        var waiter = new Future(_loop);
        _waiters.Add(waiter);
        await waiter;
        return Any.None;
    }
}
