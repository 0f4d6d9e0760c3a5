using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.StreamReader</c>. See <see href="https://docs.python.org/3.13/library/asyncio-stream.html#streamreader">StreamReader</see>.</summary>
public sealed class AsyncStreamReader : LibraryObject
{
    internal const int DefaultLimit = 65536;

    public static readonly PyType Type = PythonClass.Declare("StreamReader", "asyncio.streams", static () => new AsyncStreamReader())
        .Action("__init__", "self, limit=65536, loop=None", static a => Self(a[0]).Initialise(Lib.Int(a[1]), AsyncIO.LoopOf(a[2])))
        .Property("_buffer", static self => Self(self).Compact(), static (self, v) => (Self(self)._data, Self(self)._start) = ((PyByteArray)v.Ref!, 0))
        .Property("_limit", static self => Self(self)._limit, static (self, v) => Self(self)._limit = Lib.Int(v))
        .Property("_loop", static self => Self(self)._loop)
        .Property("_eof", static self => Self(self)._eof, static (self, v) => Self(self)._eof = v.Truth)
        .Property("_paused", static self => Self(self)._paused, static (self, v) => Self(self)._paused = v.Truth)
        .Property("_exception", static self => Self(self)._error)
        .Property("_waiter", static self => Self(self)._waiter, static (self, v) => Self(self)._waiter = v)
        .Property("_transport", static self => Self(self)._transport, static (self, v) => Self(self)._transport = v)
        .Method("_wakeup_waiter", static self => Lib.Do(Self(self).WakeUp))
        .Action("feed_data", "self, data", static a => Self(a[0]).FeedData(Buffers.Of(a[1])))
        .Action("feed_eof", static self => Self(self).FeedEof())
        .Method("at_eof", static self => Self(self).AtEof())
        .Action("set_exception", "self, exc", static a => Self(a[0]).SetException((BaseException)a[1].Ref!))
        .Method("exception", static self => Self(self)._error)
        .Action("set_transport", "self, transport", static a => Self(a[0])._transport = a[1])
        .AsyncMethod("read", "self, n=-1", static a => Self(a[0]).Read(a[1].As<PyInt>()))
        .AsyncMethod("readline", static self => Self(self).ReadLine())
        .AsyncMethod("readexactly", "self, n", static a => Self(a[0]).ReadExactly(a[1].As<PyInt>()))
        .AsyncMethod("readuntil", "self, separator=None", static a => Self(a[0]).ReadUntil(a[1]))
        .Method("__aiter__", static self => self)
        .AsyncMethod("__anext__", static async self => await Self(self).ReadLine() is { Truth: true } line ? line : throw new StopAsyncIteration())
        .Method("__repr__", static self => Self(self).Describe());

    private PyByteArray _data = new();
    private int _start;
    private long _limit = DefaultLimit;
    private bool _eof;
    private bool _paused;
    private BaseException? _error;
    private Any _waiter = Any.None;
    private EventLoop? _loop;
    private Any _transport = Any.None;

    private protected override PyType NativeClass => Type;

    private static AsyncStreamReader Self(Any o) => (AsyncStreamReader)o.Ref!;

    private int Count => Buffer.Length;

    /// <summary>What has come and is not taken yet.</summary>
    private ReadOnlySpan<byte> Buffer => _data.Span[_start..];

    /// <summary>The same as Python sees it, <c>_buffer</c>: without what is taken already.</summary>
    private PyByteArray Compact()
    {
        _data.Splice(0, _start, []);
        _start = 0;
        return _data;
    }

    internal AsyncStreamReader Initialise(long limit, EventLoop loop)
    {
        _limit = limit > 0 ? limit : throw new ValueError("Limit cannot be <= 0");
        _loop = loop;
        return this;
    }

    internal void SetTransport(Any transport) => _transport = transport;

    private string Describe()
    {
        var text = "<StreamReader";
        if (Count > 0)
            text += $" {Count} bytes";
        if (_eof)
            text += " eof";
        if (_limit != DefaultLimit)
            text += $" limit={_limit}";
        if (!_waiter.IsNone)
            text += $" waiter={Operators.Repr(_waiter)}";
        if (_error is not null)
            text += $" exception={Operators.Repr(_error)}";
        if (!_transport.IsNone)
            text += $" transport={Operators.Repr(_transport)}";
        return text + (_paused ? " paused>" : ">");
    }

    internal void FeedData(ReadOnlySpan<byte> data)
    {
        if (_eof)
            throw new AssertionError("feed_data after feed_eof");
        if (data.Length == 0)
            return;
        // What is taken goes away when it is the greater part: each byte moves once at most.
        if (_start > Count)
            Compact();
        _data.Extend(data);
        WakeUp();
        if (_transport.IsNone || _paused || Count <= 2 * _limit)
            return;
        try
        {
            _transport.Invoke("pause_reading");
            _paused = true;
        }
        catch (NotImplementedError)
        {
            // A transport that cannot pause is not asked again.
            _transport = Any.None;
        }
    }

    internal void FeedEof()
    {
        _eof = true;
        WakeUp();
    }

    internal void SetException(BaseException error)
    {
        _error = error;
        var waiter = _waiter.Ref as Future;
        _waiter = Any.None;
        if (waiter is { IsDone: false })
            waiter.SetException(error);
    }

    private void WakeUp()
    {
        var waiter = _waiter.Ref as Future;
        _waiter = Any.None;
        waiter?.TrySetResult(Any.None);
    }

    /// <summary><c>reader.at_eof()</c>.</summary>
    public bool AtEof() => _eof && Count == 0;

    private async Coro WaitForData(string method)
    {
        if (!_waiter.IsNone)
            throw new RuntimeError($"{method}() called while another coroutine is already waiting for incoming data");
        if (_paused)
        {
            _paused = false;
            _ = _transport.Invoke("resume_reading");
        }
        var waiter = new Future(_loop ?? EventLoop.Running);
        _waiter = waiter;
        try
        {
            await waiter;
        }
        finally
        {
            _waiter = Any.None;
        }
    }

    private void CheckError()
    {
        if (_error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_error);
    }

    private PyBytes Take(int count)
    {
        var taken = new PyBytes(Buffer[..count]);
        _start += count;
        if (_paused && Count <= _limit)
        {
            _paused = false;
            _transport.Invoke("resume_reading");
        }
        return taken;
    }

    /// <summary><c>reader.read(n)</c>: what has come, n bytes at most; all there will be without n.</summary>
    public async Coro<Any> Read(PyInt? n = null)
    {
        CheckError();
        var count = n ?? -1;
        if (count == 0)
            return PyBytes.Empty;
        if (count < 0)
        {
            var all = new List<byte>();
            while (true)
            {
                var block = (PyBytes)(await Read(_limit)).Ref!;
                if (block.Count == 0)
                    return new PyBytes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all));
                all.AddRange(block.Span);
            }
        }
        if (Count == 0 && !_eof)
            await WaitForData("read");
        return Take(count < Count ? (int)(long)count : Count);
    }

    /// <summary><c>reader.readline()</c>.</summary>
    /// <exception cref="ValueError">The line is longer than the limit.</exception>
    public async Coro<Any> ReadLine()
    {
        try
        {
            return await ReadUntil();
        }
        catch (IncompleteReadError error)
        {
            return error.Partial;
        }
        catch (LimitOverrunError error)
        {
            var consumed = (int)(long)error.Consumed.As<PyInt>();
            if (Buffer[consumed..].StartsWith("\n"u8))
                Take(consumed + 1);
            else
                Take(Count);
            throw new ValueError(error.Args[0]) { Context = error };
        }
    }

    /// <summary><c>reader.readuntil(separator)</c>: bytes, or a tuple of which any ends the data.</summary>
    /// <exception cref="LimitOverrunError">The separator is beyond the limit.</exception>
    /// <exception cref="IncompleteReadError">The stream ends before it.</exception>
    public async Coro<Any> ReadUntil(Any? separator = null)
    {
        var separators = Separators(separator is { IsNone: false } given ? given : PyBytes.FromLatin1("\n"));
        var (least, most) = (separators.Min(static s => s.Length), separators.Max(static s => s.Length));
        CheckError();
        var offset = 0;
        while (true)
        {
            if (Count >= offset + least)
            {
                var (found, length) = Find(separators, offset);
                if (found >= 0)
                {
                    if (found > _limit)
                        throw new LimitOverrunError().Fill("Separator is found, but chunk is longer than limit", found);
                    return Take(found + length);
                }
                offset = Math.Max(0, Count + 1 - most);
                if (offset > _limit)
                    throw new LimitOverrunError().Fill("Separator is not found, and chunk exceed the limit", offset);
            }
            if (_eof)
            {
                var partial = Take(Count);
                throw new IncompleteReadError().Fill(partial, Any.None);
            }
            await WaitForData("readuntil");
        }
    }

    private static byte[][] Separators(Any separator)
    {
        var items = separator.Ref is PyTuple many ? many.Select(static s => Buffers.Of(s).ToArray()).OrderBy(static s => s.Length).ToArray() : [Buffers.Of(separator).ToArray()];
        if (items.Length == 0)
            throw new ValueError("Separator should contain at least one element");
        return items[0].Length > 0 ? items : throw new ValueError("Separator should be at least one-byte string");
    }

    private (int Position, int Length) Find(byte[][] separators, int offset)
    {
        var best = (Position: -1, Length: 0, End: int.MaxValue);
        foreach (var separator in separators)
            if (Buffer[offset..].IndexOf(separator) is >= 0 and var at && offset + at + separator.Length < best.End)
                best = (offset + at, separator.Length, offset + at + separator.Length);
        return (best.Position, best.Length);
    }

    /// <summary><c>reader.readexactly(n)</c>.</summary>
    /// <exception cref="IncompleteReadError">The stream ends before.</exception>
    public async Coro<Any> ReadExactly(PyInt n)
    {
        if (n < 0)
            throw new ValueError("readexactly size can not be less than zero");
        CheckError();
        while (n > Count)
        {
            if (_eof)
            {
                var partial = Take(Count);
                throw new IncompleteReadError().Fill(partial, n);
            }
            await WaitForData("readexactly");
        }
        return Take((int)(long)n);
    }
}
