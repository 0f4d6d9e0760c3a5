using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// The protocol that a transport has while a file is read and written to it: it waits for room.
/// <c>asyncio.base_events._SendfileFallbackProtocol</c>.
/// </summary>
internal sealed class SendfileFallback : LibraryObject
{
    public static readonly PyType Type = PyType.Emitted("_SendfileFallbackProtocol", "asyncio.base_events", Protocols.Protocol)
        .Action("connection_made", "self, transport", static _ => throw new RuntimeError("Invalid state: connection should have been established already."))
        .Action("connection_lost", "self, exc", static a => Self(a[0]).Lose(a[1]))
        .Action("pause_writing", static self => Self(self).Hold())
        .Action("resume_writing", static self => Self(self).Go())
        .Action("data_received", "self, data", static _ => throw new RuntimeError("Invalid state: reading should be paused"))
        .Action("eof_received", static _ => throw new RuntimeError("Invalid state: reading should be paused"));

    private readonly EventLoop _loop;
    private readonly Any _transport;
    private readonly Any _protocol;
    private readonly bool _resumesReading;
    private readonly bool _resumesWriting;
    private Future? _room;

    private SendfileFallback(EventLoop loop, TransportFlow transport)
    {
        (_loop, _transport, _protocol) = (loop, transport, transport.Protocol);
        _resumesReading = _transport.Invoke("is_reading").Truth;
        _resumesWriting = transport.IsProtocolPaused;
        _transport.Invoke("pause_reading");
        _transport.Invoke("set_protocol", this);
        if (_resumesWriting)
            _room = new Future(loop);
    }

    private protected override PyType NativeClass => Type;

    private static SendfileFallback Self(Any o) => (SendfileFallback)o.Ref!;

    private void Lose(Any error)
    {
        _room?.SetException(error.IsNone ? new ConnectionError("Connection is closed by peer") : (BaseException)error.Ref!);
        _protocol.Invoke("connection_lost", error);
    }

    private void Hold() => _room ??= new Future(_loop);

    private void Go()
    {
        _room?.SetResult(false);
        _room = null;
    }

    private async Coro Drain()
    {
        if (_transport.Invoke("is_closing").Truth)
            throw new ConnectionError("Connection closed by peer");
        if (_room is { } room)
            await room;
    }

    private void Restore()
    {
        _transport.Invoke("set_protocol", _protocol);
        if (_resumesReading)
            _transport.Invoke("resume_reading");
        // What was held back while the file went out is free now.
        _room?.Cancel(Any.None);
        if (_resumesWriting)
            _protocol.Invoke("resume_writing");
    }

    /// <summary>Writes a file to a transport.</summary>
    public static async Coro<Any> Send(Any loop, Any transport, Any file, Any offset, Any count, int block)
    {
        var own = (TransportFlow)transport.Ref!;
        var protocol = new SendfileFallback((EventLoop)loop.Ref!, own);
        try
        {
            return await Blocks(loop, file, offset, count, block, async data =>
            {
                await protocol.Drain();
                _ = transport.Invoke("write", PyBytes.Wrap(data));
            });
        }
        finally
        {
            protocol.Restore();
        }
    }

    /// <summary>Reads a file from a place on, block by block, and leaves it behind what was sent; gives how many bytes that was.</summary>
    public static async Coro<Any> Blocks(Any loop, Any file, Any offset, Any count, int block, Func<byte[], Coro> send)
    {
        if (offset.Truth)
            _ = file.Invoke("seek", offset);
        var limit = count.Truth ? (long)Lib.Int(count) : long.MaxValue;
        var buffer = new PyByteArray(new byte[(int)Math.Min(limit, block)]);
        var total = 0L;
        try
        {
            while (Math.Min(limit - total, block) is var size and > 0)
            {
                Any view = new PyMemoryView(buffer);
                var read = await (Any)Executors.RunIn((EventLoop)loop.Ref!, Any.None, new PyCall(file.Get("readinto"), PyTuple.Of(view[new PySlice(Any.None, size, Any.None)])));
                if (!read.Truth)
                    break;
                await send(Buffers.Of(buffer)[..(int)Lib.Int(read)].ToArray());
                total += (long)Lib.Int(read);
            }
            return total;
        }
        finally
        {
            if (total > 0 && !Operators.GetAttr(file, "seek", Any.None).IsNone)
                _ = file.Invoke("seek", offset + (Any)total);
        }
    }
}
