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
        .Method("remove_reader", "self, fd", static (self, fd) => Loop(self).Unwatch(fd, writes: false))
        .Method("remove_writer", "self, fd", static (self, fd) => Loop(self).Unwatch(fd, writes: true))
        .AsyncMethod("sock_recv", "self, sock, n", static a => Receive(Loop(a[0]), a[1], (int)Lib.Int(a[2])))
        .AsyncMethod("sock_recv_into", "self, sock, buf", static async a => Fill(a[2], await Receive(Loop(a[0]), a[1], (int)Operators.Len(a[2]))))
        .AsyncMethod("sock_recvfrom", "self, sock, bufsize", static a => ReceiveFrom(Loop(a[0]), a[1], (int)Lib.Int(a[2])))
        .AsyncMethod("sock_recvfrom_into", "self, sock, buf, nbytes=0", static async a =>
        {
            var got = await ReceiveFrom(Loop(a[0]), a[1], (int)(a[3].Truth ? Lib.Int(a[3]) : Operators.Len(a[2])));
            return PyTuple.Of(Fill(a[2], got[0]), got[1]);
        })
        .AsyncMethod("sock_sendall", "self, sock, data", static a => SendAll(Loop(a[0]), Of(Loop(a[0]), a[1]), Buffers.Of(a[2]).ToArray()))
        .AsyncMethod("sock_sendto", "self, sock, data, address", static a => SendTo(Loop(a[0]), a[1], a[2], a[3]))
        .AsyncMethod("sock_connect", "self, sock, address", static a => Connect(Loop(a[0]), a[1], a[2]))
        .AsyncMethod("sock_accept", "self, sock", static a => Accept(Loop(a[0]), a[1]));

    public static Socket Of(EventLoop loop, Any socket)
    {
        if (socket.Ref is not PySocket own)
            throw new TypeError($"a socket was expected, got {Operators.Repr(socket)}");
        if (loop.Debug && socket.Invoke("gettimeout") is var timeout && (timeout.IsNone || timeout.Truth))
            throw new ValueError("the socket must be non-blocking");
        return own.Socket;
    }

    /// <summary>Does what a socket may not be ready for: at once, or else as soon as it is.</summary>
    /// <param name="loop">The loop that asks.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="writes">Whether it has to be writable, not readable.</param>
    /// <param name="attempt">Does it; not a value where the socket is not ready.</param>
    /// <param name="waitsFirst">Whether the loop asks first whether the socket is ready.</param>
    /// <exception cref="OSError">It failed.</exception>
    internal static async Coro<T> When<T>(EventLoop loop, Socket socket, bool writes, Func<(bool IsDone, T Value)> attempt, bool waitsFirst = false)
    {
        var (isDone, value) = waitsFirst ? (false, default!) : Guarded(attempt);
        if (isDone)
            return value;
        var descriptor = loop.Free((long)socket.Handle);
        var done = new Future(loop);
        var handle = loop.Watch(descriptor, writes, () =>
        {
            if (done.IsDone)
                return;
            try
            {
                (isDone, value) = Guarded(attempt);
                if (isDone)
                    done.SetResult(Any.None);
            }
            catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
            {
                done.SetException(error);
            }
        });
        done.AddCallback(_ =>
        {
            if (!handle.IsCancelled)
                loop.Unwatch(descriptor, writes);
        });
        await done;
        return value;
    }

    private static (bool IsDone, T Value) Guarded<T>(Func<(bool IsDone, T Value)> attempt)
    {
        try
        {
            return attempt();
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.WouldBlock or SocketError.IOPending or SocketError.Interrupted or SocketError.TryAgain)
        {
            return (false, default!);
        }
        catch (SocketException error)
        {
            throw SocketErrors.Of(error);
        }
        catch (ObjectDisposedException)
        {
            throw OSError.Create(9, "Bad file descriptor");
        }
    }

    /// <summary>The outcome of an operation that tells its failure.</summary>
    private static (bool IsDone, int Value) Outcome(int count, SocketError error)
        => error is SocketError.Success ? (true, count) : throw new SocketException((int)error);

    private static async Coro<Any> Receive(EventLoop loop, Any socket, int size)
    {
        var buffer = new byte[size];
        var own = Of(loop, socket);
        var count = await When(loop, own, false, () =>
        {
            var got = own.Receive(buffer, 0, size, SocketFlags.None, out var error);
            return error is SocketError.WouldBlock ? (false, 0) : Outcome(got, error);
        });
        return new PyBytes(buffer.AsSpan(0, count));
    }

    private static async Coro<Any> ReceiveFrom(EventLoop loop, Any socket, int size)
    {
        var buffer = new byte[size];
        var own = Of(loop, socket);
        return await When(loop, own, false, () =>
        {
            EndPoint from = own.AddressFamily == AddressFamily.Unix ? new UnixDomainSocketEndPoint("/") : new IPEndPoint(own.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
            var count = own.ReceiveFrom(buffer, ref from);
            return (true, (Any)PyTuple.Of(new PyBytes(buffer.AsSpan(0, count)), Addresses.ToPython(from)));
        });
    }

    private static long Fill(Any buffer, Any data)
    {
        var count = Operators.Len(data);
        buffer.SetItem(new PySlice(0, count, Any.None), data);
        return (long)count;
    }

    public static async Coro<Any> SendAll(EventLoop loop, Socket socket, byte[] data)
    {
        var position = 0;
        if (data.Length > 0)
            await When(loop, socket, true, () =>
            {
                var (_, sent) = Outcome(socket.Send(data, position, data.Length - position, SocketFlags.None, out var error), error is SocketError.WouldBlock ? SocketError.Success : error);
                position += error is SocketError.Success ? sent : 0;
                return (position == data.Length, 0);
            });
        return Any.None;
    }

    private static async Coro<Any> SendTo(EventLoop loop, Any socket, Any data, Any address)
    {
        var own = Of(loop, socket);
        var bytes = Buffers.Of(data).ToArray();
        var target = Addresses.FromPython(address, own.AddressFamily);
        return await When(loop, own, true, () => (true, own.SendTo(bytes, target)));
    }

    private static async Coro<Any> Connect(EventLoop loop, Any socket, Any address)
    {
        var own = Of(loop, socket);
        await ConnectTo(loop, own, Addresses.FromPython(address, own.AddressFamily), Operators.Repr(address));
        return Any.None;
    }

    /// <summary>Connects a socket that does not block.</summary>
    /// <exception cref="OSError">Nobody answers.</exception>
    public static async Coro ConnectTo(EventLoop loop, Socket socket, EndPoint target, string address)
    {
        var isFirst = true;
        await When(loop, socket, true, () =>
        {
            if (isFirst)
            {
                isFirst = false;
                socket.Connect(target);
                return (true, 0);
            }
            var error = (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
            return error is SocketError.Success ? (true, 0) : throw SocketErrors.Of(new SocketException((int)error), $"Connect call failed {address}");
        });
    }

    private static async Coro<Any> Accept(EventLoop loop, Any socket)
    {
        var own = Of(loop, socket);
        var client = await When(loop, own, false, () => own.Poll(0, SelectMode.SelectRead) ? (true, own.Accept()) : (false, null!));
        Any made = new PySocket(client);
        _ = made.Invoke("setblocking", false);
        return PyTuple.Of(made, Addresses.ToPython(client.RemoteEndPoint));
    }
}
