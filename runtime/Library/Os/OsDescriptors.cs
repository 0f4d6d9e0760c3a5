using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.OsModule;

namespace Pytocs.Runtime.Library;

/// <summary>os: <see href="https://docs.python.org/3.13/library/os.html#file-descriptor-operations">file descriptor operations</see>.</summary>
internal static class OsDescriptors
{
    private const int GetStatus = 3;
    private const int SetStatus = 4;
    private const int SetDescriptor = 2;
    private static readonly int s_nonBlocking = OperatingSystem.IsMacOS() ? 4 : 0x800;

    private const int CloseOnExec = 0x80000;

    /// <summary>Linux's O_DIRECTORY, which ARM numbers differently.</summary>
    internal static int DirectoryFlag { get; } = RuntimeInformation.OSArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x4000 : 0x10000;

    private static int D(Any descriptor) => (int)Lib.Int(descriptor);

    public static void Add(PyModule module) => module
        .FileFunction("open", "path, flags, mode=511, *, dir_fd=None", static a => Posix.Check(Posix.Open(Posix.C(P(a[0], "open")), (int)Lib.Int(a[1]) | CloseOnExec, (uint)Lib.Int(a[2])), PathText.Shown(a[0])))
        .Function("close", "fd", static a => Lib.Do(() => Posix.Check(Posix.Close(D(a[0])))))
        .Function("closerange", "fd_low, fd_high, /", static a =>
        {
            for (var i = D(a[0]); i < D(a[1]); i++)
                _ = Posix.Close(i);
            return Any.None;
        })
        .Function("read", "fd, length, /", static a =>
        {
            if (Lib.Int(a[1]) < 0)
                throw OSError.Create(22, ErrnoModule.Text(22));
            var buffer = new byte[Lib.Int(a[1])];
            var descriptor = D(a[0]);
            var count = Async.Gil.Without(() => Posix.Read(descriptor, buffer, buffer.Length));
            return count < 0 ? throw Posix.Failure() : PyBytes.Wrap(buffer[..(int)count]);
        })
        .Function("write", "fd, data, /", static a =>
        {
            var data = Buffers.Of(a[1]).ToArray();
            if (D(a[0]) is 1 or 2)
                StdIO.FlushAll();
            var count = Posix.Write(D(a[0]), data, data.Length);
            return count < 0 ? throw Posix.Failure() : (long)count;
        })
        .Function("lseek", "fd, position, whence, /", static a => Posix.Seek(D(a[0]), Lib.Int(a[1]), D(a[2])) is var at and >= 0 ? at : throw Posix.Failure())
        .Function("ftruncate", "fd, length, /", static a => Lib.Do(() => Posix.Check(Posix.Truncate(D(a[0]), Lib.Int(a[1])))))
        .Function("fchmod", "fd, mode", static a => Lib.Do(() => Posix.Check(Posix.ChangeMode(D(a[0]), (uint)Lib.Int(a[1])))))
        .Function("fsync", "fd", static a => Lib.Do(() => Posix.Check(Posix.Synchronise(Operators.IsIntLike(a[0]) ? D(a[0]) : D(a[0].Invoke("fileno"))))))
        .Function("fdatasync", "fd", static a => Lib.Do(() => Posix.Check(Posix.Synchronise(D(a[0])))))
        .Function("pipe", "", static _ =>
        {
            var ends = new int[2];
            Posix.Check(Posix.Pipe(ends, CloseOnExec));
            return PyTuple.Of(ends[0], ends[1]);
        })
        .Function("openpty", "", static _ =>
        {
            // Programs that are started do not inherit it, as of other descriptors.
            Posix.Check(Posix.OpenTerminal(out var master, out var slave, 0, 0, 0));
            foreach (var end in (int[])[master, slave])
                Posix.Check(Posix.Control(end, SetDescriptor, 1));
            return PyTuple.Of(master, slave);
        })
        .Function("ttyname", "fd, /", static a =>
        {
            var name = new byte[256];
            var number = Posix.TerminalName(D(a[0]), name, name.Length);
            return number == 0 ? Posix.Text(name.AsSpan(0, Array.IndexOf(name, (byte)0))) : throw OSError.Create(number, ErrnoModule.Text(number));
        })
        .Function("sendfile", "out_fd, in_fd, offset, count", static a => Async.SystemSendfile.Once(D(a[0]), D(a[1]), a[2].IsNone ? null : (long)Lib.Int(a[2]), (long)Lib.Int(a[3])))
        .Function("dup", "fd, /", static a => Posix.Check(Posix.Duplicate(D(a[0]))))
        .Function("dup2", "fd, fd2, inheritable=True", static a => Posix.Check(Posix.Duplicate(D(a[0]), D(a[1]))))
        .Function("isatty", "fd, /", static a => Posix.IsTerminal(D(a[0])) == 1)
        .Function("get_inheritable", "fd, /", static a => FileStatus.Of(a[0]).Mode == 0)
        .Function("set_inheritable", "fd, inheritable, /", static _ => Any.None)
        .Function("get_blocking", "fd, /", static a => (Posix.Check(Posix.Control((int)Lib.Int(a[0]), GetStatus, 0)) & s_nonBlocking) == 0)
        .Function("set_blocking", "fd, blocking, /", static a =>
        {
            var flags = Posix.Check(Posix.Control((int)Lib.Int(a[0]), GetStatus, 0));
            Posix.Check(Posix.Control((int)Lib.Int(a[0]), SetStatus, a[1].Truth ? flags & ~s_nonBlocking : flags | s_nonBlocking));
            return Any.None;
        })
        .Function("fdopen", "fd, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", static a => Operators.IsIntLike(a[0])
            ? OpenFunction.Open(a)
            : throw new TypeError($"invalid fd type ({Operators.Repr(PyType.Of(a[0]))}, expected integer)"));
}
