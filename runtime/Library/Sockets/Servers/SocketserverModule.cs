using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Servers;

/// <summary>The module <see href="https://docs.python.org/3.13/library/socketserver.html">socketserver</see>; servers that fork are not there.</summary>
internal static class SocketserverModule
{
    public static PyModule Build()
    {
        var module = new PyModule("socketserver")
            .Type(ServerTypes.Base).Type(ServerTypes.Tcp).Type(ServerTypes.Udp).Type(ThreadedServers.Mixin)
            .Type(RequestHandlers.Base).Type(RequestHandlers.Stream).Type(RequestHandlers.Datagram);
        var isUnix = Operators.HasAttr(Modules.Import("socket"), "AF_UNIX");
        var servers = new List<PyType>([ServerTypes.Tcp, ServerTypes.Udp]);
        if (isUnix)
        {
            servers.AddRange(ServerTypes.Unix);
            foreach (var type in ServerTypes.Unix)
                module.Type(type);
        }
        foreach (var type in servers)
            module.Type(new ClassMaker("Threading" + type.Name, "socketserver").Make(ThreadedServers.Mixin, type));
        return module.Value("__all__", Lib.List(((string[])["BaseServer", "TCPServer", "UDPServer", "ThreadingUDPServer", "ThreadingTCPServer", "BaseRequestHandler", "StreamRequestHandler",
            "DatagramRequestHandler", "ThreadingMixIn"]).Concat(isUnix ? ["UnixStreamServer", "UnixDatagramServer", "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer"] : [])));
    }
}
