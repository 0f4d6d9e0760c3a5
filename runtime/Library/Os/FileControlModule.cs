using System.Runtime.InteropServices;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/fcntl.html">fcntl</see>: locks and flags of open files.</summary>
internal static class FileControlModule
{
    private const int GetFlags = 1, SetFlags = 2, GetStatus = 3, SetStatus = 4, SetLock = 6, SetLockWaiting = 7, NonBlocking = 4, Unlock = 8;

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static extern int Lock(int descriptor, int operation);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Control(int descriptor, int command, long argument);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Control(int descriptor, int command, ref Region region);

    /// <summary>A part of a file, as the system's <c>struct flock</c> has it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Region
    {
        public short Kind;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }

    private static int Descriptor(Any file) => (int)Lib.Int(file.IsInt ? file : file.Invoke("fileno"));

    private static Any LockPart(Any[] a)
    {
        var command = Lib.Int(a[1]);
        var kind = (command & Unlock) != 0 ? 2 : (command & 2) != 0 ? 1 : (command & 1) != 0 ? 0 : throw new ValueError("unrecognized lockf argument");
        var region = new Region { Kind = (short)kind, Whence = (short)Lib.Int(a[4]), Start = Lib.Int(a[3]), Length = Lib.Int(a[2]) };
        Posix.Check(Control(Descriptor(a[0]), (command & NonBlocking) != 0 ? SetLock : SetLockWaiting, ref region));
        return Any.None;
    }

    public static PyModule Build()
    {
        var module = new PyModule("fcntl");
        foreach (var (name, value) in (ReadOnlySpan<(string, int)>)[("LOCK_SH", 1), ("LOCK_EX", 2), ("LOCK_NB", NonBlocking), ("LOCK_UN", Unlock), ("F_DUPFD", 0), ("F_GETFD", GetFlags), ("F_SETFD", SetFlags), ("F_GETFL", GetStatus), ("F_SETFL", SetStatus),
            ("F_GETLK", 5), ("F_SETLK", SetLock), ("F_SETLKW", SetLockWaiting), ("FD_CLOEXEC", 1), ("F_RDLCK", 0), ("F_WRLCK", 1), ("F_UNLCK", 2)])
            module.Value(name, value);
        return module
            .Python("flock", "fd, operation, /", static a => Lib.Do(() => Posix.Check(Lock(Descriptor(a[0]), (int)Lib.Int(a[1])))))
            .Python("lockf", "fd, cmd, len=0, start=0, whence=0, /", LockPart)
            .Python("fcntl", "fd, cmd, arg=0, /", static a => Posix.Check(Control(Descriptor(a[0]), (int)Lib.Int(a[1]), a[2].IsInt ? Lib.Int(a[2]) : throw new NotImplementedError("fcntl with a buffer"))));
    }
}
