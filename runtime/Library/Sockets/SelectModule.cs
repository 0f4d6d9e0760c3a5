using System.Runtime.InteropServices;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/select.html">select</see>: <c>select</c> and <c>poll</c>.</summary>
internal static class SelectModule
{
    private const short Readable = 1;
    private const short Urgent = 2;
    private const short Writable = 4;
    private const short Failed = 8;
    private const short HungUp = 16;
    private const short Invalid = 32;

    /// <summary>A wait is cut in slices, so that a signal is seen.</summary>
    private const int Slice = 50;

    /// <summary>What the system's <c>poll</c> takes and gives.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Entry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int SystemPoll([In, Out] Entry[] entries, nuint count, int milliseconds);

    public static PyModule Build() => new PyModule("select")
        .Function("select", "rlist, wlist, xlist, timeout=None, /", static a => Select(a))
        .Function("poll", "", static _ => new Poller())
        .Value("error", OSError.Type).Value("PIPE_BUF", 4096)
        .Value("POLLIN", 1).Value("POLLPRI", 2).Value("POLLOUT", 4).Value("POLLERR", 8).Value("POLLHUP", 16).Value("POLLNVAL", 32)
        .Value("POLLRDNORM", 64).Value("POLLRDBAND", 128).Value("POLLWRNORM", 256).Value("POLLWRBAND", 512).Value("POLLMSG", 1024).Value("POLLRDHUP", 8192);

    private static PyTuple Select(Any[] a)
    {
        var wanted = new List<(Any Item, int Group)>();
        var entries = new List<Entry>();
        short[] events = [Readable, Writable, Urgent];
        for (var group = 0; group < 3; group++)
        {
            if (!Operators.IsIterable(a[group]))
                throw new TypeError("arguments 1-3 must be sequences");
            foreach (var item in Operators.ToList(a[group]))
            {
                entries.Add(new Entry { Descriptor = Descriptor(item), Wanted = events[group] });
                wanted.Add((item, group));
            }
        }
        var found = entries.ToArray();
        Wait(found, a[3].IsNone ? -1 : Seconds(a[3]) * 1000);
        PyList<Any>[] ready = [[], [], []];
        short[] also = [HungUp | Failed, Failed, 0];
        for (var i = 0; i < found.Length; i++)
        {
            if ((found[i].Found & Invalid) != 0)
                throw new OSError(9, "Bad file descriptor");
            if ((found[i].Found & (events[wanted[i].Group] | also[wanted[i].Group])) != 0)
                ready[wanted[i].Group].Append(wanted[i].Item);
        }
        return PyTuple.Of(ready[0], ready[1], ready[2]);
    }

    private static double Seconds(Any timeout)
    {
        if (!FloatType.TryConvert(timeout, out var seconds))
            throw new TypeError("timeout must be a float or None");
        return seconds >= 0 ? seconds : throw new ValueError("timeout must be non-negative");
    }

    /// <summary>The number of an open file, or of an object that has one.</summary>
    internal static int Descriptor(Any value)
    {
        var number = value;
        if (!Operators.IsIntLike(value))
        {
            if (Operators.GetAttr(value, "fileno", Any.Unbound) is not { IsUnbound: false } method)
                throw new TypeError("argument must be an int, or have a fileno() method.");
            number = method.Call();
            if (!Operators.IsIntLike(number))
                throw new TypeError("fileno() returned a non-integer");
        }
        return Lib.Int(number) is >= 0 and var descriptor ? (int)descriptor : throw new ValueError($"file descriptor cannot be a negative integer ({Operators.Str(number)})");
    }

    /// <summary>Waits until one of the descriptors is ready.</summary>
    /// <param name="milliseconds">Negative: for ever.</param>
    /// <returns>How many are ready.</returns>
    internal static int Wait(Entry[] entries, double milliseconds)
    {
        var end = milliseconds < 0 ? double.PositiveInfinity : Environment.TickCount64 + Math.Ceiling(milliseconds);
        while (true)
        {
            var slice = (int)Math.Clamp(end - Environment.TickCount64, 0, Slice);
            var (ready, error) = Gil.Without(() => (SystemPoll(entries, (nuint)entries.Length, slice), Marshal.GetLastPInvokeError()));
            if (ready > 0)
                return ready;
            if (ready < 0 && error != 4)
                throw Posix.Failure();
            Signals.Check();
            if (Environment.TickCount64 >= end)
                return 0;
        }
    }
}
