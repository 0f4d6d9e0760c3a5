using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Files that sockets send. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#transferring-files">transferring files</see>.</summary>
internal static class FileSending
{
    private const int BlockSize = 256 * 1024;

    public static void Declare(PyType type) => type
        .AsyncMethod("sendfile", "self, transport, file, offset=0, count=None, *, fallback=True", static async a =>
        {
            if (a[1].Invoke("is_closing").Truth)
                throw new RuntimeError("Transport is closing");
            if (a[1].Ref is not SocketTransport transport)
                throw new RuntimeError($"sendfile is not supported for transport {Operators.Repr(a[1])}");
            return await transport.SendFile(a[2], a[3], a[4]);
        })
        .AsyncMethod("sock_sendfile", "self, sock, file, offset=0, count=None, *, fallback=True", static async a =>
        {
            var loop = (EventLoop)a[0].Ref!;
            var socket = SocketOperations.Of(loop, a[1]);
            if (Operators.GetAttr(a[2], "mode", "b") is { } mode && !mode.Contains("b"))
                throw new ValueError("file should be opened in binary mode");
            if (socket.SocketType != SocketType.Stream)
                throw new ValueError("only SOCK_STREAM type sockets are supported");
            if (!a[4].IsNone)
                Check(a[4], "count must be a positive integer (got {0})", 1);
            Check(a[3], "offset must be a non-negative integer (got {0})", 0);
            return await Send(loop, socket, a[2], a[3], a[4]);
        });

    private static void Check(Any number, string message, int least)
    {
        if (!Operators.IsIntLike(number))
            throw new TypeError(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, Operators.Repr(number)));
        if (Lib.Int(number) < least)
            throw new ValueError(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, Operators.Repr(number)));
    }

    /// <summary>Sends a file from a place on; gives how many bytes went, and leaves the file behind them.</summary>
    public static async Coro<Any> Send(EventLoop loop, Socket socket, Any file, Any offset, Any count)
    {
        var seeks = !Operators.GetAttr(file, "seek", Any.None).IsNone;
        if (seeks)
            _ = file.Invoke("seek", offset);
        var limit = count.IsNone ? long.MaxValue : (long)Lib.Int(count);
        var total = 0L;
        try
        {
            while (total < limit)
            {
                var block = file.Invoke("read", Math.Min(limit - total, BlockSize));
                if (!block.Truth)
                    break;
                await SocketOperations.SendAll(loop, socket, Buffers.Of(block).ToArray());
                total += (long)Operators.Len(block);
            }
            return total;
        }
        finally
        {
            if (total > 0 && seeks)
                _ = file.Invoke("seek", offset + (Any)total);
        }
    }
}
