using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>A listening server. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#server-objects">server objects</see>.</summary>
internal sealed class AsyncServer : LibraryObject
{
    public static readonly PyType Abstract = PyType.Emitted("AbstractServer", "asyncio.events");

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
        .AsyncMethod("__aenter__", static async self => self)
        .AsyncMethod("__aexit__", "self, *exc", static a =>
        {
            Self(a[0]).Close();
            return Self(a[0]).WaitClosed();
        })
        .Method("__repr__", static self => $"<Server sockets={Operators.Repr(self.Get("sockets"))}>");

    private readonly EventLoop _loop;
    private readonly Func<Any> _factory;
    private readonly HashSet<SocketTransport> _clients = [];
    private List<Socket> _sockets;
    private List<Future>? _waiters = [];
    private Future? _forever;
    private bool _serving;

    public AsyncServer(EventLoop loop, IEnumerable<Socket> sockets, Func<Any> factory) => (_loop, _sockets, _factory) = (loop, [.. sockets], factory);

    private protected override PyType NativeClass => Type;

    private static AsyncServer Self(Any o) => (AsyncServer)o.Ref!;

    public void Attach(SocketTransport client) => _clients.Add(client);

    public void Detach(SocketTransport client)
    {
        _clients.Remove(client);
        if (_clients.Count == 0 && _sockets.Count == 0)
            WakeUp();
    }

    private void ForEach(Action<SocketTransport> action)
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
            socket.Listen(100);
            _ = AcceptAsync(socket);
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }
            try
            {
                _loop.CallSoonThreadsafe(() => _ = new SocketTransport(_loop, client, _factory(), null, this));
            }
            catch (RuntimeError)
            {
                client.Dispose();
                return;
            }
        }
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
        _serving = false;
        foreach (var socket in sockets)
            socket.Dispose();
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
