using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>What goes out: at once as far as the system takes it, the rest when there is room.</summary>
internal sealed partial class SocketTransport
{
    private const int PartsAtOnce = 1024;

    private readonly LinkedList<ArraySegment<byte>> _output = [];
    private long _pending;
    private bool _isEof;
    private Future? _emptied;

    private protected override long BufferSize => _pending;

    private protected override bool IsWritten => _output.Count == 0;

    private protected override void DropOutput()
    {
        _output.Clear();
        _pending = 0;
    }

    private void Write(Any data)
    {
        if (data.Ref is not (PyBytesBase or PyMemoryView))
            throw new TypeError($"data argument must be a bytes-like object, not {Str.Repr(PyType.Of(data).Name)}");
        if (_isEof)
            throw new RuntimeError("Cannot call write() after write_eof()");
        if (_emptied is not null)
            throw new RuntimeError("unable to write; sendfile is in progress");
        var bytes = Buffers.Of(data);
        if (bytes.Length == 0 || IsLostOnWrite())
            return;
        var sent = 0;
        if (_output.Count == 0)
        {
            // What the system takes at once needs no turn of the loop.
            sent = Socket.Send(bytes, SocketFlags.None, out var error);
            if (error is not SocketError.Success)
            {
                sent = 0;
                if (!IsLater(error))
                {
                    Fail(SocketErrors.Of(new SocketException((int)error)), "Fatal write error on socket transport");
                    return;
                }
            }
            if (sent == bytes.Length)
                return;
            Loop.Watch(Number, true, WriteReady);
        }
        Append(bytes[sent..]);
        PauseIfFull();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _output.AddLast(new ArraySegment<byte>(bytes.ToArray()));
        _pending += bytes.Length;
    }

    private void WriteLines(Any parts)
    {
        if (_isEof)
            throw new RuntimeError("Cannot call writelines() after write_eof()");
        if (_emptied is not null)
            throw new RuntimeError("unable to writelines; sendfile is in progress");
        foreach (var part in Operators.ToList(parts))
            if (Buffers.Of(part) is { Length: > 0 } bytes && Losses == 0)
                Append(bytes);
        if (_output.Count == 0)
            return;
        WriteReady();
        if (_output.Count > 0)
            Loop.Watch(Number, true, WriteReady);
    }

    private void WriteReady()
    {
        if (Losses > 0)
            return;
        var sent = Socket.Send([.. _output.Take(PartsAtOnce)], SocketFlags.None, out var error);
        if (error is not SocketError.Success)
        {
            if (IsLater(error))
                return;
            Loop.Unwatch(Number, true);
            DropOutput();
            var failure = SocketErrors.Of(new SocketException((int)error));
            Fail(failure, "Fatal write error on socket transport");
            _emptied?.SetException(failure);
            return;
        }
        Sent(sent);
        ResumeIfEmptied();
        if (_output.Count > 0)
            return;
        Loop.Unwatch(Number, true);
        _emptied?.TrySetResult(Any.None);
        if (IsClosing)
            Lost(null);
        else if (_isEof)
            Shutdown();
    }

    private void Sent(int count)
    {
        _pending -= count;
        while (count > 0)
        {
            var first = _output.First!.Value;
            _output.RemoveFirst();
            if (first.Count > count)
                _output.AddFirst(first[count..]);
            count -= Math.Min(count, first.Count);
        }
    }

    private void WriteEof()
    {
        if (IsClosing || _isEof)
            return;
        _isEof = true;
        if (_output.Count == 0)
            Shutdown();
    }

    private void Shutdown()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException error)
        {
            throw SocketErrors.Of(error);
        }
    }

    private protected override void Lost(BaseException? error)
    {
        base.Lost(error);
        if (_emptied is { IsDone: false })
            _emptied.SetException(new ConnectionError("Connection is closed by peer"));
    }

    /// <summary>Sends a file, with nothing read or written beside: <c>loop._sendfile_native</c>.</summary>
    public async Coro<Any> SendFile(Any self, Any file, Any offset, Any count)
    {
        // The loop's own methods for sockets may use the descriptor meanwhile.
        Loop.Release(Number);
        var wasReading = IsReading;
        PauseReading();
        if (_emptied is not null)
            throw new RuntimeError("Empty waiter is already set");
        _emptied = new Future(Loop);
        if (_output.Count == 0)
            _emptied.SetResult(Any.None);
        await _emptied;
        try
        {
            return await self.Invoke("sock_sendfile", new Arguments { Extra["socket"], file, offset, count, { "fallback", false } });
        }
        finally
        {
            _emptied = null;
            if (wasReading)
                ResumeReading();
            Loop.Use(Number, this);
        }
    }
}
