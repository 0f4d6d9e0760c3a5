using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>What goes out: at once as far as the system takes it, the rest when there is room.</summary>
internal sealed partial class SocketTransport
{
    private void Write(Any data)
    {
        if (!Buffers.TryOf(data, out var span))
            throw new TypeError($"data argument must be a bytes-like object, not {Str.Repr(PyType.Of(data).Name)}");
        if (_eofWritten)
            throw new RuntimeError("Cannot call write() after write_eof()");
        if (span.Length == 0 || _lost || _closing && _output.Count == 0)
            return;
        var bytes = span.ToArray();
        _pending += bytes.Length;
        _output.Enqueue(bytes);
        StartWriting();
        if (_pending > _high && !_protocolPaused)
        {
            _protocolPaused = true;
            _protocol.Invoke("pause_writing");
        }
    }

    private bool _eofWritten;

    private void StartWriting()
    {
        if (_writing || _output.Count == 0)
            return;
        // What the system takes at once needs no turn of the loop.
        var first = _output.Peek();
        try
        {
            _socket.Blocking = false;
            var sent = _socket.Send(first, SocketFlags.None, out var error);
            if (error is SocketError.Success && sent == first.Length)
            {
                _output.Dequeue();
                Wrote(sent);
                StartWriting();
                return;
            }
            if (error is SocketError.Success)
            {
                _output.Dequeue();
                _pending -= sent;
                var rest = new Queue<byte[]>([first[sent..], .. _output]);
                _output.Clear();
                foreach (var part in rest)
                    _output.Enqueue(part);
            }
            else if (error is not (SocketError.WouldBlock or SocketError.IOPending))
            {
                Abort(SocketErrors.Of(new SocketException((int)error)));
                return;
            }
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        _writing = true;
        _ = WriteAsync(_output.Peek());
    }

    private async Task WriteAsync(byte[] data)
    {
        OSError? failure = null;
        try
        {
            for (var sent = 0; sent < data.Length;)
                sent += await _socket.SendAsync(data.AsMemory(sent), SocketFlags.None).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            failure = SocketErrors.Of(error);
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        CallBack(() =>
        {
            _writing = false;
            if (_lost)
                return;
            if (failure is not null)
            {
                Abort(failure);
                return;
            }
            _output.Dequeue();
            Wrote(data.Length);
            StartWriting();
        });
    }

    private void Wrote(int count)
    {
        _pending -= count;
        if (_protocolPaused && _pending <= _low)
        {
            _protocolPaused = false;
            _protocol.Invoke("resume_writing");
        }
        if (_pending > 0)
            return;
        if (_eofWritten)
            ShutdownWriting();
        if (_closing)
            _loop.CallSoon(() => Lost(null));
    }

    private void WriteEof()
    {
        if (_closing || _eofWritten)
            return;
        _eofWritten = true;
        if (_pending == 0)
            ShutdownWriting();
    }

    private void ShutdownWriting()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other side has gone.
        }
    }
}
