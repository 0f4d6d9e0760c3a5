using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>System calls by their C names; a call that fails raises the OSError of its error number.</summary>
internal static class Posix
{
    /// <summary>Raises the error of the last call.</summary>
    public static OSError Failure(Any? path = null, Any? second = null)
    {
        var number = Marshal.GetLastPInvokeError();
        var text = ErrnoModule.Text(number);
        return path is not { } first ? OSError.Create(number, text)
            : second is not { } other ? OSError.Create(number, text, first)
            : OSError.Create(number, text, first, Any.None, other);
    }

    /// <summary>The result of a call that gives -1 where it fails.</summary>
    /// <exception cref="OSError">It failed.</exception>
    public static int Check(int result, Any? path = null, Any? second = null) => result >= 0 ? result : throw Failure(path, second);

    /// <summary>A path as the bytes of a C string.</summary>
    public static byte[] C(string path) => [.. Codecs.Encode(path, "utf-8", "surrogateescape"), 0];

    /// <summary>A C string as text.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Codecs.Decode(bytes, "utf-8", "surrogateescape");

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    public static extern int MakeDirectory(byte[] path, uint mode);

    /// <summary>Ends the process by SIGABRT: one that is sent is handled by .NET, which goes on.</summary>
    [DllImport("libc", EntryPoint = "abort")]
    public static extern void Abort();

    [DllImport("libc", EntryPoint = "rmdir", SetLastError = true)]
    public static extern int RemoveDirectory(byte[] path);

    [DllImport("libc", EntryPoint = "unlink", SetLastError = true)]
    public static extern int Unlink(byte[] path);

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    public static extern int Rename(byte[] from, byte[] to);

    [DllImport("libc", EntryPoint = "symlink", SetLastError = true)]
    public static extern int SymbolicLink(byte[] target, byte[] path);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    public static extern int HardLink(byte[] from, byte[] to);

    [DllImport("libc", EntryPoint = "readlink", SetLastError = true)]
    public static extern nint ReadLink(byte[] path, byte[] buffer, nint size);

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    public static extern int ChangeMode(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    public static extern int ChangeMode(int descriptor, uint mode);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    public static extern int ChangeOwner(byte[] path, int user, int group);

    [DllImport("libc", EntryPoint = "access", SetLastError = true)]
    public static extern int Access(byte[] path, int mode);

    [DllImport("libc", EntryPoint = "chdir", SetLastError = true)]
    public static extern int ChangeDirectory(byte[] path);

    [DllImport("libc", EntryPoint = "truncate", SetLastError = true)]
    public static extern int Truncate(byte[] path, long length);

    [DllImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static extern int Truncate(int descriptor, long length);

    [DllImport("libc", EntryPoint = "utimensat", SetLastError = true)]
    public static extern int SetTimes(int folder, byte[] path, long[] times, int flags);

    [DllImport("libc", EntryPoint = "futimens", SetLastError = true)]
    public static extern int SetTimes(int descriptor, long[] times);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    public static extern int MakePipe(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static extern int Status(int folder, byte[] path, int flags, uint mask, byte[] result);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    public static extern int Open(byte[] path, int flags, uint mode);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    public static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    public static extern nint Read(int descriptor, byte[] buffer, nint count);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    public static extern nint Write(int descriptor, byte[] buffer, nint count);

    [DllImport("libc", EntryPoint = "lseek", SetLastError = true)]
    public static extern long Seek(int descriptor, long offset, int whence);

    [DllImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    public static extern int Pipe(int[] descriptors, int flags);

    [DllImport("libc", EntryPoint = "openpty", SetLastError = true)]
    public static extern int OpenTerminal(out int master, out int slave, nint name, nint mode, nint size);

    [DllImport("libc", EntryPoint = "ttyname_r")]
    public static extern int TerminalName(int descriptor, byte[] name, nint size);

    [DllImport("libc", EntryPoint = "dup", SetLastError = true)]
    public static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    public static extern int Duplicate(int descriptor, int other);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static extern int Control(int descriptor, int command, long argument);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static extern int Synchronise(int descriptor);

    [DllImport("libc", EntryPoint = "isatty", SetLastError = true)]
    public static extern int IsTerminal(int descriptor);

    [DllImport("libc", EntryPoint = "umask")]
    public static extern uint Mask(uint mask);

    [DllImport("libc", EntryPoint = "getuid")]
    public static extern uint User();

    [DllImport("libc", EntryPoint = "geteuid")]
    public static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "getgid")]
    public static extern uint Group();

    [DllImport("libc", EntryPoint = "getegid")]
    public static extern uint EffectiveGroup();

    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int Parent();

    [DllImport("libc", EntryPoint = "getpgrp")]
    public static extern int ProcessGroup();

    [DllImport("libc", EntryPoint = "getsid")]
    public static extern int Session(int process);

    [DllImport("libc", EntryPoint = "_exit")]
    public static extern void ExitNow(int status);

    [DllImport("libc", EntryPoint = "getloadavg")]
    public static extern int Load(double[] averages, int count);

    [DllImport("libc", EntryPoint = "uname", SetLastError = true)]
    public static extern int SystemName(byte[] result);
}
