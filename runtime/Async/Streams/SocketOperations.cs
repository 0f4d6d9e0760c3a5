using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// Sockets that a program uses itself, and descriptors that it watches.
/// See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#working-with-socket-objects-directly">working with socket objects</see>.
/// </summary>
internal static class SocketOperations
{
    private static EventLoop Loop(Any self) => (EventLoop)self.Ref!;

    public static void Declare(PyType type) => type
        .Action("add_reader", "self, fd, callback, *args", static a => Loop(a[0]).Watch(a[1], false, new PyCall(a[2], (PyTuple)a[3].Ref!)))
        .Action("add_writer", "self, fd, callback, *args", static a => Loop(a[0]).Watch(a[1], true, new PyCall(a[2], (PyTuple)a[3].Ref!)))
        .Method("remove_reader", "self, fd", static (self, fd) => Loop(self).Unwatch(fd, false))
        .Method("remove_writer", "self, fd", static (self, fd) => Loop(self).Unwatch(fd, true))
        .AsyncMethod("sock_recv", "self, sock, n", static a => Receive(Loop(a[0]), a[1], (int)Lib.Int(a[2])))
        .AsyncMethod("sock_recv_into", "self, sock, buf", static async a => Fill(a[2], await Receive(Loop(a[0]), a[1], (int)Operators.Len(a[2]))))
        .AsyncMethod("sock_recvfrom", "self, sock, bufsize", static a => ReceiveFrom(Loop(a[0]), a[1], (int)Lib.Int(a[2])))
        .AsyncMethod("sock_recvfrom_into", "self, sock, buf, nbytes=0", static async a =>
        {
            var got = await ReceiveFrom(Loop(a[0]), a[1], (int)(a[3].Truth ? Lib.Int(a[3]) : Operators.Len(a[2])));
            return PyTuple.Of(Fill(a[2], got[0]), got[1]);
        })
        .AsyncMethod("sock_sendall", "self, sock, data", static a => SendAll(Loop(a[0]), a[1], a[2]))
        .AsyncMethod("sock_sendto", "self, sock, data, address", static a => SendTo(Loop(a[0]), a[1], a[2], a[3]))
        .AsyncMethod("sock_connect", "self, sock, address", static a => Connect(Loop(a[0]), a[1], a[2]))
        .AsyncMethod("sock_accept", "self, sock", static a => Accept(Loop(a[0]), a[1]));

    private static Socket Of(EventLoop loop, Any socket)
    {
        if (socket.Ref is not PySocket own)
            throw new TypeError($"a socket was expected, got {Operators.Repr(socket)}");
        if (loop.Debug && socket.Invoke("gettimeout") is var timeout && (timeout.IsNone || timeout.Truth))
            throw new ValueError("the socket must be non-blocking");
        return own.Socket;
    }

    /// <summary>Waits for a .NET operation, which ends too when the one who waits is cancelled.</summary>
    /// <exception cref="OSError">It failed.</exception>
    private static async Coro<T> Finish<T>(EventLoop loop, Func<CancellationToken, Task<T>> start, string? failure = null)
    {
        using var source = new CancellationTokenSource();
        Task<T> operation;
        try
        {
            operation = start(source.Token);
        }
        catch (SocketException error)
        {
            throw SocketErrors.Of(error);
        }
        catch (ObjectDisposedException)
        {
            throw OSError.Create(9, "Bad file descriptor");
        }
        if (!operation.IsCompleted)
        {
            var done = new Future(loop);
            _ = operation.ContinueWith(_ => loop.TryCallSoonThreadsafe(() => done.TrySetResult(Any.None)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            try
            {
                await done;
            }
            catch (BaseException)
            {
                await source.CancelAsync();
                throw;
            }
        }
        return operation.Exception?.InnerException switch
        {
            null => operation.Result,
            SocketException error => throw SocketErrors.Of(error, failure),
            _ => throw OSError.Create(9, "Bad file descriptor"),
        };
    }

    private static async Coro<Any> Receive(EventLoop loop, Any socket, int size)
    {
        var buffer = new byte[size];
        var count = await Finish(loop, token => Of(loop, socket).ReceiveAsync(buffer.AsMemory(), SocketFlags.None, token).AsTask());
        return new PyBytes(buffer.AsSpan(0, count));
    }

    private static async Coro<Any> ReceiveFrom(EventLoop loop, Any socket, int size)
    {
        var buffer = new byte[size];
        var own = Of(loop, socket);
        var any = new IPEndPoint(own.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        var got = await Finish(loop, token => own.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, any, token).AsTask());
        return PyTuple.Of(new PyBytes(buffer.AsSpan(0, got.ReceivedBytes)), Addresses.ToPython(got.RemoteEndPoint));
    }

    private static long Fill(Any buffer, Any data)
    {
        var count = Operators.Len(data);
        buffer.SetItem(new PySlice(0, count, Any.None), data);
        return (long)count;
    }

    private static async Coro<Any> SendAll(EventLoop loop, Any socket, Any data)
    {
        ReadOnlyMemory<byte> rest = Buffers.Of(data).ToArray();
        while (rest.Length > 0)
        {
            var part = rest;
            rest = rest[await Finish(loop, token => Of(loop, socket).SendAsync(part, SocketFlags.None, token).AsTask())..];
        }
        return Any.None;
    }

    private static async Coro<Any> SendTo(EventLoop loop, Any socket, Any data, Any address)
    {
        var own = Of(loop, socket);
        var bytes = Buffers.Of(data).ToArray();
        var target = Addresses.FromPython(address, own.AddressFamily);
        return await Finish(loop, token => own.SendToAsync(bytes.AsMemory(), SocketFlags.None, target, token).AsTask());
    }

    private static async Coro<Any> Connect(EventLoop loop, Any socket, Any address)
    {
        var own = Of(loop, socket);
        var target = Addresses.FromPython(address, own.AddressFamily);
        await Finish(loop, async token =>
        {
            await own.ConnectAsync(target, token).ConfigureAwait(false);
            return true;
        }, $"Connect call failed {Operators.Repr(address)}");
        return Any.None;
    }

    private static async Coro<Any> Accept(EventLoop loop, Any socket)
    {
        var client = await Finish(loop, token => Of(loop, socket).AcceptAsync(token).AsTask());
        Any made = new PySocket(client);
        _ = made.Invoke("setblocking", false);
        return PyTuple.Of(made, Addresses.ToPython(client.RemoteEndPoint));
    }
}
