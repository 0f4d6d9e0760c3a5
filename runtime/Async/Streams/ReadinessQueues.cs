using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>What the system tells of descriptors that can be read or written; the bits are those of <c>poll</c>.</summary>
internal abstract class ReadinessQueue : IDisposable
{
    public const short Readable = 1;
    public const short Writable = 4;
    public const short Failed = 8;
    public const short HungUp = 16;

    /// <summary>The system's own way: the order in which Linux tells is the one in which descriptors became ready.</summary>
    public static ReadinessQueue Create() => OperatingSystem.IsLinux() ? new EpollQueue() : new PollQueue();

    /// <summary>Asks about a descriptor from now on; about nothing, not any more.</summary>
    public abstract void Set(int descriptor, short wanted, short before);

    /// <summary>What is ready, waiting for it a time at most (for ever where negative).</summary>
    public abstract void Wait(int milliseconds, List<(int Descriptor, short Found)> found);

    /// <summary>Ends a wait; from any thread.</summary>
    public abstract void WakeUp();

    public abstract void Dispose();
}

/// <summary>Linux's <c>epoll</c>.</summary>
internal sealed class EpollQueue : ReadinessQueue
{
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int Add = 1;
    private const int Remove = 2;
    private const int Change = 3;

    /// <summary>Events are packed on x86 alone.</summary>
    private static readonly int s_size = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 12 : 16;

    private readonly int _epoll;
    private readonly int[] _pipe = new int[2];
    private readonly byte[] _event = new byte[16];
    private readonly byte[] _drained = new byte[64];
    private byte[] _events = new byte[16 * 16];
    private int _count;

    public EpollQueue()
    {
        _epoll = Posix.Check(Create(CloseOnExec));
        Posix.Check(Posix.Pipe(_pipe, CloseOnExec | NonBlocking));
        Control(Add, _pipe[0], Readable);
    }

    [DllImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static extern int Create(int flags);

    [DllImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static extern int Control(int epoll, int operation, int descriptor, byte[] wanted);

    [DllImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static extern int Wait(int epoll, byte[] events, int count, int milliseconds);

    public override void Set(int descriptor, short wanted, short before)
    {
        _count += (wanted == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        var result = Control(wanted == 0 ? Remove : before == 0 ? Add : Change, descriptor, wanted);
        if (result < 0 && wanted != 0)
        {
            _count -= before == 0 ? 1 : 0;
            throw Posix.Failure();
        }
    }

    private int Control(int operation, int descriptor, short wanted)
    {
        BitConverter.TryWriteBytes(_event, (int)wanted);
        BitConverter.TryWriteBytes(_event.AsSpan(s_size - 8), (long)descriptor);
        return Control(_epoll, operation, descriptor, _event);
    }

    public override void Wait(int milliseconds, List<(int Descriptor, short Found)> found)
    {
        if (_events.Length < (_count + 1) * 16)
            _events = new byte[(_count + 1) * 32];
        var count = milliseconds == 0 ? Wait(_epoll, _events, _count + 1, 0) : Gil.Without(() => Wait(_epoll, _events, _count + 1, milliseconds));
        for (var i = 0; i < count; i++)
        {
            var bits = (short)BitConverter.ToInt32(_events, i * s_size);
            var descriptor = BitConverter.ToInt32(_events, (i * s_size) + s_size - 8);
            if (descriptor == _pipe[0])
                _ = Posix.Read(descriptor, _drained, _drained.Length);
            else
                found.Add((descriptor, bits));
        }
    }

    public override void WakeUp() => _ = Posix.Write(_pipe[1], [0], 1);

    public override void Dispose()
    {
        Posix.Close(_epoll);
        Posix.Close(_pipe[0]);
        Posix.Close(_pipe[1]);
    }
}

/// <summary>The <c>poll</c> of POSIX and of Windows, which has it for sockets alone.</summary>
internal sealed class PollQueue : ReadinessQueue
{
    private readonly Dictionary<int, short> _wanted = [];
    private readonly Socket _nudged = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    public PollQueue()
    {
        _nudged.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _nudged.Connect(_nudged.LocalEndPoint!);
        _nudged.Blocking = false;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PosixEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowsEntry
    {
        public nint Socket;
        public short Wanted;
        public short Found;
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll([In, Out] PosixEntry[] entries, nuint count, int milliseconds);

    [DllImport("ws2_32", EntryPoint = "WSAPoll", SetLastError = true)]
    private static extern int Poll([In, Out] WindowsEntry[] entries, uint count, int milliseconds);

    public override void Set(int descriptor, short wanted, short before)
    {
        if (wanted == 0)
            _wanted.Remove(descriptor);
        else
            _wanted[descriptor] = wanted;
    }

    public override void Wait(int milliseconds, List<(int Descriptor, short Found)> found)
    {
        (int Descriptor, short Wanted)[] all = [((int)_nudged.Handle, Readable), .. _wanted.Select(static w => (w.Key, w.Value))];
        var results = Gil.Without(() => OperatingSystem.IsWindows() ? Windows(all, milliseconds) : Others(all, milliseconds));
        if (results[0] != 0)
            _ = _nudged.Receive(new byte[64], SocketFlags.None, out _);
        for (var i = 1; i < all.Length; i++)
            if (results[i] != 0)
                found.Add((all[i].Descriptor, results[i]));
    }

    private static short[] Others((int Descriptor, short Wanted)[] all, int milliseconds)
    {
        PosixEntry[] entries = [.. all.Select(static e => new PosixEntry { Descriptor = e.Descriptor, Wanted = e.Wanted })];
        return Poll(entries, (nuint)entries.Length, milliseconds) < 0 ? new short[all.Length] : [.. entries.Select(static e => e.Found)];
    }

    /// <summary>Windows has other bits: to read is 0x300, to write 0x10, a failure 1, a hang-up 2.</summary>
    private static short[] Windows((int Descriptor, short Wanted)[] all, int milliseconds)
    {
        WindowsEntry[] entries = [.. all.Select(static e => new WindowsEntry { Socket = e.Descriptor, Wanted = (short)(((e.Wanted & Readable) != 0 ? 0x300 : 0) | ((e.Wanted & Writable) != 0 ? 0x10 : 0)) })];
        return Poll(entries, (uint)entries.Length, milliseconds) < 0 ? new short[all.Length] : [.. entries.Select(static e =>
            (short)(((e.Found & 0x300) != 0 ? Readable : 0) | ((e.Found & 0x10) != 0 ? Writable : 0) | ((e.Found & 1) != 0 ? Failed : 0) | ((e.Found & 2) != 0 ? HungUp : 0)))];
    }

    public override void WakeUp() => _nudged.Send([0], SocketFlags.None, out _);

    public override void Dispose() => _nudged.Dispose();
}
