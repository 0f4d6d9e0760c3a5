using System.Net.Sockets;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Options of sockets by the system's own numbers. .NET's names of them mean something else: to use an address again is to share its port there. See
/// <see href="https://docs.python.org/3.13/library/socket.html#socket.socket.setsockopt">setsockopt</see>.
/// </summary>
internal static class SocketOptions
{
    private const int Level = 1, ReuseAddress = 2, KeepAlive = 9, ReusePort = 15;

    /// <summary>Numbers of options that systems other than Linux have other numbers for.</summary>
    private static (SocketOptionLevel Level, SocketOptionName Name)? Known(int level, int name) => (level, name) switch
    {
        (1, 2) => (SocketOptionLevel.Socket, SocketOptionName.ReuseAddress),
        (1, 6) => (SocketOptionLevel.Socket, SocketOptionName.Broadcast),
        (1, 7) => (SocketOptionLevel.Socket, SocketOptionName.SendBuffer),
        (1, 8) => (SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer),
        (1, 9) => (SocketOptionLevel.Socket, SocketOptionName.KeepAlive),
        (6, 1) => (SocketOptionLevel.Tcp, SocketOptionName.NoDelay),
        _ => null,
    };

    /// <summary>Sets an option: to a number, or to the bytes of a structure.</summary>
    public static void Set(Socket socket, int level, int name, Any value)
    {
        if (OperatingSystem.IsLinux())
            socket.SetRawSocketOption(level, name, value.Ref is PyBytesBase or PyMemoryView ? Buffers.Of(value).ToArray() : BitConverter.GetBytes((int)Lib.Int(value)));
        else if (Known(level, name) is { } option && !(socket.AddressFamily == AddressFamily.Unix && option.Name == SocketOptionName.ReuseAddress))
            socket.SetSocketOption(option.Level, option.Name, (int)Lib.Int(value));
    }

    /// <summary>An option's number, or that many bytes of it.</summary>
    public static Any Get(Socket socket, int level, int name, int length)
    {
        if (length < 0 || length > 1024)
            throw OSError.Create(22, "getsockopt buflen out of range");
        if (!OperatingSystem.IsLinux())
            return Known(level, name) is { } option ? (int)socket.GetSocketOption(option.Level, option.Name)! : 0;
        var bytes = new byte[length == 0 ? sizeof(int) : length];
        var count = socket.GetRawSocketOption(level, name, bytes);
        return length == 0 ? BitConverter.ToInt32(bytes) : new PyBytes(bytes.AsSpan(0, count));
    }

    /// <summary>The options of a server's socket as asyncio sets them.</summary>
    public static void ForServer(Socket socket, bool reusesAddress, bool reusesPort, bool keepsAlive)
    {
        foreach (var (isSet, name) in ((bool, int)[])[(reusesAddress, ReuseAddress), (reusesPort, ReusePort), (keepsAlive, KeepAlive)])
            if (isSet)
                Set(socket, Level, name, 1);
    }
}
