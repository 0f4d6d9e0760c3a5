using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Takes configurations over the network. See <see href="https://docs.python.org/3.13/library/logging.config.html#logging.config.listen">listen</see>.</summary>
internal static class ConfigurationServer
{
    private static readonly PyType s_server = CreateServer();

    private static bool s_stops;

    private static PyType CreateServer() => new ClassMaker("Server", "logging.config")
        .Method("__init__", "self, port, verify", static a => Lib.Do(() =>
        {
            var threading = Modules.Import("threading");
            threading.Get("Thread").Get("__init__").Call(a[0]);
            a[0].Set("port", a[1]);
            a[0].Set("verify", a[2]);
            a[0].Set("ready", threading.Invoke("Event"));
        }))
        .Method("run", static self => Lib.Do(() => Serve(self)))
        .Make((PyType)Modules.Import("threading").Get("Thread").Ref!);

    /// <summary>A thread that serves when it is started.</summary>
    public static Any Thread(Any port, Any verify) => ((Any)s_server).Call(port, verify);

    /// <summary>Ends the server within a second.</summary>
    public static void Stop() => s_stops = true;

    private static void Serve(Any self)
    {
        var socket = Modules.Import("socket");
        var server = socket.Invoke("socket", socket.Get("AF_INET"), socket.Get("SOCK_STREAM"));
        server.Invoke("setsockopt", socket.Get("SOL_SOCKET"), socket.Get("SO_REUSEADDR"), 1);
        server.Invoke("bind", PyTuple.Of("localhost", self.Get("port")));
        server.Invoke("listen", 5);
        self.Set("port", server.Invoke("getsockname")[1]);
        s_stops = false;
        self.Get("ready").Invoke("set");
        var select = Modules.Import("select");
        while (!s_stops)
        {
            var waiting = select.Invoke("select", new Arguments { new PyList<Any>([server]), new PyList<Any>(), new PyList<Any>(), 1 });
            if (waiting[0].Truth)
                Handle(self, server.Invoke("accept")[0]);
        }
        server.Invoke("close");
    }

    private static void Handle(Any self, Any connection)
        => Modules.Import("threading").Invoke("Thread", new Arguments
        {
            { "target", new PyFunction("handle", "", () => Lib.Do(() => Receive(self, connection))) }, { "daemon", true },
        }).Invoke("start");

    private static void Receive(Any self, Any connection)
    {
        try
        {
            var head = connection.Invoke("recv", 4);
            if (Builtins.Len(head) != 4)
                return;
            var size = Modules.Import("struct").Invoke("unpack", ">L", head)[0];
            var data = connection.Invoke("recv", size);
            while (Builtins.Len(data) < size)
                data += connection.Invoke("recv", size - Builtins.Len(data));
            if (!self.Get("verify").IsNone)
                data = self.Get("verify").Call(data);
            if (!data.IsNone)
                Configure(data.Invoke("decode", "utf-8"));
            self.Get("ready").Invoke("set");
        }
        finally
        {
            connection.Invoke("close");
        }
    }

    private static void Configure(Any text)
    {
        var config = Modules.Import("logging.config");
        try
        {
            var settings = Modules.Import("json").Invoke("loads", text);
            if (settings.Ref is not PyDict)
                throw new ValueError("not a dictionary");
            config.Invoke("dictConfig", settings);
        }
        catch (PyException)
        {
            try
            {
                config.Invoke("fileConfig", Modules.Import("io").Invoke("StringIO", text));
            }
            catch (PyException error)
            {
                StdIO.CurrentError.Invoke("write", TracebackText.Of(error));
            }
        }
    }
}
