using System.Net.Sockets;
using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Files that the system sends itself, whose bytes no code of ours sees: <c>os.sendfile</c>.</summary>
internal static class SystemSendfile
{
    [DllImport("libc", EntryPoint = "sendfile", SetLastError = true)]
    private static extern nint Call(int target, int source, ref long offset, nint count);

    [DllImport("libc", EntryPoint = "sendfile", SetLastError = true)]
    private static extern nint Call(int target, int source, nint noOffset, nint count);

    /// <summary><c>os.sendfile(out_fd, in_fd, offset, count)</c>.</summary>
    /// <exception cref="OSError">The system refuses.</exception>
    public static long Once(int target, int source, long? offset, long count)
    {
        var at = offset ?? 0;
        var sent = Gil.Without(() => offset is null ? Call(target, source, 0, (nint)count) : Call(target, source, ref at, (nint)count));
        return sent < 0 ? throw Posix.Failure() : (long)sent;
    }

    /// <summary>Sends a file over a socket that does not block.</summary>
    /// <exception cref="SendfileNotAvailableError">The system does not send such a file.</exception>
    public static async Coro<Any> Send(EventLoop loop, Any socket, Any file, Any offset, Any count)
    {
        if (!OperatingSystem.IsLinux())
            throw new SendfileNotAvailableError("os.sendfile() is not available");
        var (source, size) = Regular(file);
        var limit = count.Truth ? (long)Lib.Int(count) : long.MaxValue;
        if (!count.Truth && size == 0)
            return 0;
        var target = SocketOperations.Of(loop, socket);
        var total = 0L;
        var start = (long)Lib.Int(offset);
        try
        {
            // A part at a time, and the loop goes on between them.
            while (await SocketOperations.When(loop, target, true, () => total < limit ? Part(target, source, start + total, Math.Min(limit - total, count.Truth ? limit : size)) : (true, 0), total > 0) is var sent and > 0)
                total += sent;
            return total;
        }
        catch (OSError) when (total == 0)
        {
            throw new SendfileNotAvailableError("os.sendfile call failed");
        }
        finally
        {
            // A file of ours remembers where it stands.
            if (total > 0 && Posix.Seek(source, start + total, 0) >= 0 && file.Ref is PyIOBase)
                _ = file.Invoke("seek", start + total);
        }
    }

    private static (bool IsDone, long Sent) Part(Socket target, int source, long offset, long count)
    {
        try
        {
            return (true, Once((int)target.Handle, source, offset, count));
        }
        catch (OSError error) when (error is BlockingIOError or InterruptedError)
        {
            return (false, 0);
        }
    }

    /// <summary>The descriptor and the size of a file that the system knows.</summary>
    private static (int Descriptor, long Size) Regular(Any file)
    {
        try
        {
            var descriptor = file.Invoke("fileno");
            return ((int)Lib.Int(descriptor), FileStatus.Of(descriptor).Size);
        }
        catch (BaseException error) when (error is AttributeError or OSError)
        {
            throw new SendfileNotAvailableError("not a regular file");
        }
    }
}
