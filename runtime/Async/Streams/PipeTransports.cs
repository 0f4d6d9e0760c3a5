using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>A transport on a pipe. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#working-with-pipes">working with pipes</see>.</summary>
internal abstract class PipeTransport : TransportFlow
{
    private const int GetFlags = 3;
    private const int SetFlags = 4;
    private static readonly int s_nonBlocking = OperatingSystem.IsMacOS() ? 4 : 0x800;
    private protected const int Again = 11;
    private protected const int Interrupted = 4;

    /// <summary>The methods that both ends have.</summary>
    private protected static PyType Shared(PyType type) => type
        .Method("is_closing", static self => Self(self).IsEnding)
        .Action("close", static self => Self(self).Close())
        .Action("set_protocol", "self, protocol", static a => Self(a[0]).Protocol = a[1])
        .Method("get_protocol", static self => Self(self).Protocol)
        .Method("__repr__", static self => Self(self).Describe());

    private Any _pipe;

    private protected PipeTransport(EventLoop loop, Any pipe, Any protocol, string refusal)
    {
        Initialise(loop, Any.None);
        Extra["pipe"] = pipe;
        (_pipe, Protocol, Number) = (pipe, protocol, Readiness.Descriptor(pipe));
        Kind = Lib.Int(Modules.ImportFrom("os", "fstat").Call(Number).Get("st_mode")) & 0xF000;
        if (Kind is not (0x1000 or 0xC000 or 0x2000))
            throw new ValueError(refusal);
        Posix.Check(Posix.Control(Number, SetFlags, Posix.Control(Number, GetFlags, 0) | s_nonBlocking));
    }

    private static PipeTransport Self(Any o) => (PipeTransport)o.Ref!;

    private protected int Number { get; }

    private protected long Kind { get; }

    private protected bool IsEnding { get; set; }

    internal override bool IsClosing => IsEnding;

    private protected bool IsOpen => !_pipe.IsNone;

    public abstract void Close();

    private protected abstract string State { get; }

    private string Describe() => $"<{Class.Name}{(!IsOpen ? " closed" : IsEnding ? " closing" : "")} fd={Number} {(IsOpen ? State : "closed")}>";

    /// <summary>A failure other than a broken pipe is told to the loop.</summary>
    private protected bool IsQuiet(BaseException error) => error is OSError;

    private protected void Lost(BaseException? error)
    {
        if (!IsOpen)
            return;
        try
        {
            Protocol.Invoke("connection_lost", error);
        }
        finally
        {
            var pipe = _pipe;
            (_pipe, Protocol) = (Any.None, Any.None);
            pipe.Invoke("close");
        }
    }
}

/// <summary>Reads from a pipe: <c>asyncio.unix_events._UnixReadPipeTransport</c>.</summary>
internal sealed class ReadPipeTransport : PipeTransport
{
    private const int ReadSize = 256 * 1024;

    public static new readonly PyType Type = Shared(PyType.Emitted("_UnixReadPipeTransport", "asyncio.unix_events", TransportFlow.Type))
        .Method("is_reading", static self => Self(self).IsReading)
        .Action("pause_reading", static self => Self(self).Pause())
        .Action("resume_reading", static self => Self(self).Resume());

    private bool _isPaused;

    public ReadPipeTransport(EventLoop loop, Any pipe, Any protocol, Future? ready)
        : base(loop, pipe, protocol, "Pipe transport is for pipes/sockets only.")
    {
        loop.CallSoon(() => Protocol.Invoke("connection_made", this));
        loop.CallSoon(() =>
        {
            if (IsReading)
                loop.Watch(Number, false, ReadReady);
        });
        if (ready is not null)
            loop.CallSoon(() => ready.TrySetResult(Any.None));
    }

    private protected override PyType NativeClass => Type;

    private bool IsReading => !_isPaused && !IsEnding;

    private protected override string State => Loop.IsWatched(Number, false) ? "polling" : "idle";

    private static ReadPipeTransport Self(Any o) => (ReadPipeTransport)o.Ref!;

    private void ReadReady()
    {
        var buffer = new byte[ReadSize];
        var count = Posix.Read(Number, buffer, buffer.Length);
        if (count < 0)
        {
            if (Marshal.GetLastPInvokeError() is Again or Interrupted)
                return;
            var failure = Posix.Failure();
            if (failure.Errno != (Any)5)
                Report(failure, "Fatal read error on pipe transport");
            End(failure);
            return;
        }
        if (count > 0)
        {
            Protocol.Invoke("data_received", new PyBytes(buffer.AsSpan(0, (int)count)));
            return;
        }
        IsEnding = true;
        Loop.Unwatch(Number, false);
        var protocol = Protocol;
        Loop.CallSoon(() => protocol.Invoke("eof_received"));
        Loop.CallSoon(() => Lost(null));
    }

    private void Pause()
    {
        if (!IsReading)
            return;
        _isPaused = true;
        Loop.Unwatch(Number, false);
    }

    private void Resume()
    {
        if (IsEnding || !_isPaused)
            return;
        _isPaused = false;
        Loop.Watch(Number, false, ReadReady);
    }

    public override void Close()
    {
        if (!IsEnding)
            End(null);
    }

    private void End(BaseException? error)
    {
        IsEnding = true;
        Loop.Unwatch(Number, false);
        Loop.CallSoon(() => Lost(error));
    }
}

/// <summary>Writes to a pipe: <c>asyncio.unix_events._UnixWritePipeTransport</c>.</summary>
internal sealed class WritePipeTransport : PipeTransport
{
    private const int FirstWarning = 5;

    public static new readonly PyType Type = Shared(PyType.Emitted("_UnixWritePipeTransport", "asyncio.unix_events", TransportFlow.Type))
        .Action("write", "self, data", static a => Self(a[0]).Write(a[1]))
        .Action("write_eof", static self => Self(self).Close())
        .Method("can_write_eof", static _ => true)
        .Action("abort", static self => Self(self).End(null))
        .Method("get_write_buffer_size", static self => Self(self).BufferSize);

    private readonly List<byte> _output = [];
    private int _losses;

    public WritePipeTransport(EventLoop loop, Any pipe, Any protocol, Future? ready)
        : base(loop, pipe, protocol, "Pipe transport is only for pipes, sockets and character devices")
    {
        loop.CallSoon(() => Protocol.Invoke("connection_made", this));
        // A pipe becomes readable when the other end closes it.
        if (Kind is 0x1000 or 0xC000)
            loop.CallSoon(() => loop.Watch(Number, false, () => End(_output.Count > 0 ? new BrokenPipeError() : null)));
        if (ready is not null)
            loop.CallSoon(() => ready.TrySetResult(Any.None));
    }

    private protected override PyType NativeClass => Type;

    private protected override long BufferSize => _output.Count;

    private protected override string State => $"{(Loop.IsWatched(Number, true) ? "polling" : "idle")} bufsize={_output.Count}";

    private static WritePipeTransport Self(Any o) => (WritePipeTransport)o.Ref!;

    private void Write(Any data)
    {
        if (data.Ref is not (PyBytesBase or PyMemoryView))
            throw new AssertionError(Operators.Repr(data));
        var bytes = Buffers.Of(data).ToArray();
        if (bytes.Length == 0)
            return;
        if (_losses > 0 || IsEnding)
        {
            if (_losses++ >= FirstWarning)
                AsyncLog.Warning("pipe closed by peer or os.write(pipe, data) raised exception.");
            return;
        }
        var sent = 0;
        if (_output.Count == 0)
        {
            if (Send(bytes) is not { } count)
                return;
            sent = count;
            if (sent == bytes.Length)
                return;
            Loop.Watch(Number, true, WriteReady);
        }
        _output.AddRange(bytes.AsSpan(sent));
        PauseIfFull();
    }

    /// <summary>How much the system took; null where it failed.</summary>
    private int? Send(byte[] bytes)
    {
        var count = Posix.Write(Number, bytes, bytes.Length);
        if (count >= 0)
            return (int)count;
        if (Marshal.GetLastPInvokeError() is Again or Interrupted)
            return 0;
        _losses++;
        _output.Clear();
        Loop.Unwatch(Number, true);
        End(Posix.Failure());
        return null;
    }

    private void WriteReady()
    {
        if (Send([.. _output]) is not { } count)
            return;
        _output.RemoveRange(0, count);
        if (_output.Count > 0)
            return;
        Loop.Unwatch(Number, true);
        ResumeIfEmptied();
        if (IsEnding)
        {
            Loop.Unwatch(Number, false);
            Lost(null);
        }
    }

    public override void Close()
    {
        if (!IsOpen || IsEnding)
            return;
        IsEnding = true;
        if (_output.Count > 0)
            return;
        Loop.Unwatch(Number, false);
        Loop.CallSoon(() => Lost(null));
    }

    private void End(BaseException? error)
    {
        IsEnding = true;
        if (_output.Count > 0)
            Loop.Unwatch(Number, true);
        _output.Clear();
        Loop.Unwatch(Number, false);
        Loop.CallSoon(() => Lost(error));
    }
}
