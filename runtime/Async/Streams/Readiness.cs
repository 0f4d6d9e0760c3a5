using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// Calls back while a file descriptor can be read or written.
/// See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#watching-file-descriptors">watching file descriptors</see>.
/// </summary>
internal sealed class Readiness
{
    private const short Readable = 1;
    private const short Writable = 4;
    private const short Invalid = 32;
    private const int CloseOnExec = 0x80000;

    /// <summary>What <c>poll</c> takes and gives.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }

    private sealed class Watch
    {
        public Handle? Reader;
        public Handle? Writer;

        /// <summary>Whether the loop has been told, and has not called back yet.</summary>
        public bool IsTold;

        public short Wanted => (short)((Reader is null ? 0 : Readable) | (Writer is null ? 0 : Writable));
    }

    private readonly EventLoop _loop;
    private readonly Dictionary<int, Watch> _watches = [];
    private readonly int[] _nudge = new int[2];
    private bool _stopped;

    public Readiness(EventLoop loop)
    {
        _loop = loop;
        Posix.Check(Posix.Pipe(_nudge, CloseOnExec));
        new Thread(Listen) { IsBackground = true, Name = "readiness" }.Start();
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll([In, Out] Entry[] entries, nuint count, int milliseconds);

    /// <summary>The number that a descriptor, or an object that has one, stands for.</summary>
    /// <exception cref="ValueError">It is neither.</exception>
    public static int Descriptor(Any value)
    {
        Any number = value;
        if (!Operators.IsIntLike(value))
        {
            try
            {
                number = value.Invoke("fileno");
            }
            catch (BaseException error) when (error is AttributeError or TypeError or ValueError)
            {
                throw new ValueError($"Invalid file object: {Operators.Repr(value)}") { SuppressContext = true };
            }
        }
        return Lib.Int(number) is >= 0 and var descriptor ? (int)descriptor : throw new ValueError($"Invalid file descriptor: {Operators.Str(number)}");
    }

    /// <summary>Sets, or takes away, what is called; false where there was nothing to take away.</summary>
    public bool Set(int descriptor, bool writes, Handle? handle)
    {
        bool had;
        lock (_watches)
        {
            if (!_watches.TryGetValue(descriptor, out var watch))
            {
                if (handle is null)
                    return false;
                _watches[descriptor] = watch = new Watch();
            }
            var old = writes ? watch.Writer : watch.Reader;
            had = old is not null;
            old?.Cancel();
            if (writes)
                watch.Writer = handle;
            else
                watch.Reader = handle;
            if (watch.Wanted == 0)
                _watches.Remove(descriptor);
        }
        Nudge();
        return had;
    }

    public void Stop()
    {
        lock (_watches)
        {
            _stopped = true;
            _watches.Clear();
        }
        Nudge();
    }

    /// <summary>Lets the thread look again at what it waits for.</summary>
    private void Nudge() => _ = Posix.Write(_nudge[1], [0], 1);

    private void Listen()
    {
        var drained = new byte[64];
        while (true)
        {
            Entry[] entries;
            lock (_watches)
            {
                if (_stopped)
                    break;
                entries = [new Entry { Descriptor = _nudge[0], Wanted = Readable }, .. _watches.Where(static w => !w.Value.IsTold).Select(static w => new Entry { Descriptor = w.Key, Wanted = w.Value.Wanted })];
            }
            if (Poll(entries, (nuint)entries.Length, -1) < 0)
                continue;
            if (entries[0].Found != 0)
                _ = Posix.Read(_nudge[0], drained, drained.Length);
            foreach (var entry in entries.AsSpan(1))
                if (entry.Found != 0)
                    Tell(entry);
        }
        Posix.Close(_nudge[0]);
        Posix.Close(_nudge[1]);
    }

    private void Tell(Entry entry)
    {
        lock (_watches)
        {
            if (!_watches.TryGetValue(entry.Descriptor, out var watch))
                return;
            // One that its program has closed is not asked about again.
            watch.IsTold = true;
            if ((entry.Found & Invalid) == 0)
                _loop.TryCallSoonThreadsafe(() => CallBack(watch, entry.Found));
        }
    }

    private void CallBack(Watch watch, short found)
    {
        // An error or a hang-up wakes both: whoever reads or writes then learns of it.
        if ((found & ~Writable) != 0 && watch.Reader is { IsCancelled: false } reader)
            _loop.Schedule(reader);
        if ((found & ~Readable) != 0 && watch.Writer is { IsCancelled: false } writer)
            _loop.Schedule(writer);
        _loop.CallSoon(() =>
        {
            lock (_watches)
                watch.IsTold = false;
            Nudge();
        });
    }
}
