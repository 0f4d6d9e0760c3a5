using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// Files that sockets send, by the system where it can. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#transferring-files">transferring files</see>.
/// Each step is a method of the loop, so that a program may replace one.
/// </summary>
internal static class FileSending
{
    private const string Transfer = "self, transp, file, offset, count";
    private const string SocketTransfer = "self, sock, file, offset, count";
    private const int TransportBlock = 16 * 1024;

    private static readonly Lazy<Any> s_modes = new(static () => ((Any)EnumModule.Enum).Call(new Arguments { "_SendfileMode", "UNSUPPORTED TRY_NATIVE FALLBACK", { "module", "asyncio.constants" } }));

    /// <summary><c>asyncio.constants._SendfileMode</c>.</summary>
    public static Any Modes => s_modes.Value;

    public static PyType Declare(PyType type) => type
        .AsyncMethod("sendfile", "self, transport, file, offset=0, count=None, *, fallback=True", static a => OfTransport(a[0], a[1], a[2], a[3], a[4], a[5].Truth))
        .AsyncMethod("sock_sendfile", "self, sock, file, offset=0, count=None, *, fallback=True", static a => OfSocket(a[0], a[1], a[2], a[3], a[4], a[5].Truth))
        .AsyncMethod("_sendfile_native", Transfer, static _ => throw new SendfileNotAvailableError("sendfile syscall is not supported"))
        .AsyncMethod("_sendfile_fallback", Transfer, static a => SendfileFallback.Send(a[0], a[1], a[2], a[3], a[4], TransportBlock))
        .AsyncMethod("_sock_sendfile_native", SocketTransfer, static a
            => throw new SendfileNotAvailableError($"syscall sendfile is not available for socket {Operators.Repr(a[1])} and file {Operators.Repr(a[2])} combination"))
        .AsyncMethod("_sock_sendfile_fallback", SocketTransfer, static a => ReadAndSend(a[0], a[1], a[2], a[3], a[4]))
        .Action("_check_sendfile_params", SocketTransfer, static a => Check(a[1], a[2], a[3], a[4]));

    /// <summary>The steps that loops with selectors have.</summary>
    public static PyType DeclareSelector(PyType type) => type
        .AsyncMethod("_sendfile_native", Transfer, static a => ((SocketTransport)a[1].Ref!).SendFile(a[0], a[2], a[3], a[4]));

    /// <summary>The steps that loops on Unix have.</summary>
    public static PyType DeclareUnix(PyType type) => type
        .AsyncMethod("_sock_sendfile_native", SocketTransfer, static a => SystemSendfile.Send((EventLoop)a[0].Ref!, a[1], a[2], a[3], a[4]));

    private static async Coro<Any> OfTransport(Any loop, Any transport, Any file, Any offset, Any count, bool fallback)
    {
        if (transport.Invoke("is_closing").Truth)
            throw new RuntimeError("Transport is closing");
        var mode = Operators.GetAttr(transport, "_sendfile_compatible", Modes.Get("UNSUPPORTED"));
        if (Operators.Is(mode, Modes.Get("UNSUPPORTED")))
            throw new RuntimeError($"sendfile is not supported for transport {Operators.Repr(transport)}");
        if (Operators.Is(mode, Modes.Get("TRY_NATIVE")))
        {
            try
            {
                return await loop.Invoke("_sendfile_native", new Arguments { transport, file, offset, count });
            }
            catch (SendfileNotAvailableError) when (fallback)
            {
                // The loop reads the file then.
            }
        }
        return fallback
            ? await loop.Invoke("_sendfile_fallback", new Arguments { transport, file, offset, count })
            : throw new RuntimeError($"fallback is disabled and native sendfile is not supported for transport {Operators.Repr(transport)}");
    }

    private static async Coro<Any> OfSocket(Any loop, Any socket, Any file, Any offset, Any count, bool fallback)
    {
        SocketOperations.Of((EventLoop)loop.Ref!, socket);
        _ = loop.Invoke("_check_sendfile_params", new Arguments { socket, file, offset, count });
        try
        {
            return await loop.Invoke("_sock_sendfile_native", new Arguments { socket, file, offset, count });
        }
        catch (SendfileNotAvailableError) when (fallback)
        {
            return await loop.Invoke("_sock_sendfile_fallback", new Arguments { socket, file, offset, count });
        }
    }

    private static void Check(Any socket, Any file, Any offset, Any count)
    {
        if (!Operators.GetAttr(file, "mode", "b").Contains("b"))
            throw new ValueError("file should be opened in binary mode");
        if (socket.Get("type") != (Any)(int)SocketType.Stream)
            throw new ValueError("only SOCK_STREAM type sockets are supported");
        if (!count.IsNone)
            Check(count, "count must be a positive integer (got {0})", 1);
        Check(offset, "offset must be a non-negative integer (got {0})", 0);
    }

    private static void Check(Any number, string message, int least)
    {
        if (!Operators.IsIntLike(number))
            throw new TypeError(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, Operators.Repr(number)));
        if (Lib.Int(number) < least)
            throw new ValueError(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, Operators.Repr(number)));
    }

    /// <summary>Reads the file in an executor and sends what was read; leaves the file behind it.</summary>
    private static async Coro<Any> ReadAndSend(Any loop, Any socket, Any file, Any offset, Any count)
    {
        var target = SocketOperations.Of((EventLoop)loop.Ref!, socket);
        var block = (int)Lib.Int(Modules.Import("asyncio.constants").Get("SENDFILE_FALLBACK_READBUFFER_SIZE"));
        return await SendfileFallback.Blocks(loop, file, offset, count, block, async data =>
        {
            await SocketOperations.SendAll((EventLoop)loop.Ref!, target, data);
        });
    }
}
