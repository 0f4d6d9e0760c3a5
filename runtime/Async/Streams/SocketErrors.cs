using System.Net.Sockets;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Failures of sockets as Python's exceptions.</summary>
internal static class SocketErrors
{
    public static OSError Of(SocketException error, string? text = null)
    {
        var (number, message) = error.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => (111, "Connection refused"),
            SocketError.ConnectionReset => (104, "Connection reset by peer"),
            SocketError.ConnectionAborted => (103, "Software caused connection abort"),
            SocketError.Shutdown => (32, "Broken pipe"),
            SocketError.AddressAlreadyInUse => (98, "Address already in use"),
            SocketError.AddressNotAvailable => (99, "Cannot assign requested address"),
            SocketError.AddressFamilyNotSupported => (97, "Address family not supported by protocol"),
            SocketError.NetworkUnreachable => (101, "Network is unreachable"),
            SocketError.HostUnreachable => (113, "No route to host"),
            SocketError.TimedOut => (110, "Connection timed out"),
            SocketError.NotConnected => (107, "Transport endpoint is not connected"),
            SocketError.AccessDenied => (13, "Permission denied"),
            SocketError.WouldBlock => (11, "Resource temporarily unavailable"),
            SocketError.InvalidArgument => (22, "Invalid argument"),
            SocketError.OperationAborted or SocketError.Interrupted => (9, "Bad file descriptor"),
            _ => (error.NativeErrorCode, error.Message),
        };
        return OSError.Create(number, text ?? message);
    }

    public static string Message(SocketException error) => Operators.Str(Of(error).StrError);
}
