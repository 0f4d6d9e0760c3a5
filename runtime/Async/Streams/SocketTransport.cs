using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>One end of a connection: <c>asyncio.selector_events._SelectorSocketTransport</c>.</summary>
internal sealed partial class SocketTransport : SelectorTransport
{
    public static new readonly PyType Type = PyType.Emitted("_SelectorSocketTransport", "asyncio.selector_events", SelectorTransport.Type)
        .Action("write", "self, data", static a => Self(a[0]).Write(a[1]))
        .Action("writelines", "self, list_of_data", static a => Self(a[0]).WriteLines(a[1]))
        .Action("write_eof", static self => Self(self).WriteEof())
        .Method("can_write_eof", static _ => true)
        .Property("_sock", static self => Self(self).Extra["socket"])
        .Property("_sendfile_compatible", static _ => FileSending.Modes.Get("TRY_NATIVE"));

    private bool _isBuffered;

    public SocketTransport(EventLoop loop, Socket socket, Any protocol, Future? ready, AsyncServer? server = null)
        : base(loop, socket, protocol, server)
    {
        if (socket.AddressFamily != AddressFamily.Unix)
            socket.NoDelay = true;
        Begin(ready);
    }

    private protected override PyType NativeClass => Type;

    private static SocketTransport Self(Any o) => (SocketTransport)o.Ref!;

    private protected override void SetProtocol(Any protocol)
    {
        _isBuffered = PyType.Of(protocol).IsSubclassOf(Protocols.Buffered);
        base.SetProtocol(protocol);
    }

    private protected override void ReadReady()
    {
        if (Losses > 0)
            return;
        if (_isBuffered)
        {
            ReadIntoBuffer();
            return;
        }
        if (Receive(Input) is not { } count)
            return;
        if (count == 0)
        {
            ReadEof();
            return;
        }
        var data = new PyBytes(Input.AsSpan(0, count));
        Try(() => Protocol.Invoke("data_received", data), "Fatal error: protocol.data_received() call failed.");
    }

    /// <summary>What there is to read; null where there is nothing, or a failure.</summary>
    private int? Receive(Span<byte> buffer)
    {
        var count = Socket.Receive(buffer, SocketFlags.None, out var error);
        if (error is SocketError.Success)
            return count;
        if (!IsLater(error))
            Fail(SocketErrors.Of(new SocketException((int)error)), "Fatal read error on socket transport");
        return null;
    }

    private void ReadIntoBuffer()
    {
        Any buffer = Any.None;
        var size = 0;
        if (!Try(() =>
            {
                buffer = Protocol.Invoke("get_buffer", -1);
                size = (int)Operators.Len(buffer);
                if (size == 0)
                    throw new RuntimeError("get_buffer() returned an empty buffer");
            }, "Fatal error: protocol.get_buffer() call failed."))
            return;
        var input = size <= ReadSize ? Input.AsSpan(0, size) : new byte[size];
        if (Receive(input) is not { } count)
            return;
        if (count == 0)
        {
            ReadEof();
            return;
        }
        var data = new PyBytes(input[..count]);
        if (Try(() => buffer.SetItem(new PySlice(0, count, Any.None), data), "Fatal read error on socket transport"))
            Try(() => Protocol.Invoke("buffer_updated", count), "Fatal error: protocol.buffer_updated() call failed.");
    }

    private void ReadEof()
    {
        if (Loop.Debug)
            AsyncLog.Debug("%r received EOF", this);
        var keepsOpen = false;
        if (!Try(() => keepsOpen = Protocol.Invoke("eof_received").Truth, "Fatal error: protocol.eof_received() call failed."))
            return;
        if (keepsOpen)
            Loop.Unwatch(Number, false);
        else
            Close();
    }
}
