using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Handlers that send records over the network. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#sockethandler">SocketHandler</see>.</summary>
internal static class SocketHandlers
{
    public static readonly PyType Stream = new ClassMaker("SocketHandler", "logging.handlers")
        .Method("__init__", "self, host, port", static a => Lib.Do(() =>
        {
            LogState.Base(LogHandlers.Handler, "__init__", a[0]);
            a[0].Set("host", a[1]);
            a[0].Set("port", a[2]);
            a[0].Set("address", a[2].IsNone ? a[1] : PyTuple.Of(a[1], a[2]));
            a[0].Set("sock", Any.None);
            a[0].Set("closeOnError", false);
            a[0].Set("retryTime", Any.None);
            a[0].Set("retryStart", 1.0);
            a[0].Set("retryMax", 30.0);
            a[0].Set("retryFactor", 2.0);
        }))
        .Method("makeSocket", "timeout=1", static (self, timeout) => Connect(self, timeout))
        .Method("createSocket", static self => Lib.Do(() => Create(self)))
        .Method("send", "s", static (self, data) => Lib.Do(() => Send(self, data)))
        .Method("makePickle", "record", static (self, record) => Pickle(self, record))
        .Method("handleError", "record", static (self, record) => Lib.Do(() =>
        {
            if (self.Get("closeOnError").Truth && self.Get("sock").Truth)
                Drop(self, "sock");
            else
                LogState.Base(LogHandlers.Handler, "handleError", self, record);
        }))
        .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () => self.Invoke("send", self.Invoke("makePickle", record)))))
        .Method("close", static self => Lib.Do(() => LogState.With(self.Get("lock"), () =>
        {
            if (self.Get("sock").Truth)
                Drop(self, "sock");
            LogState.Base(LogHandlers.Handler, "close", self);
        })))
        .Make(LogHandlers.Handler);

    public static readonly PyType Datagram = new ClassMaker("DatagramHandler", "logging.handlers")
        .Method("__init__", "self, host, port", static a => Lib.Do(() => LogState.Base(Stream, "__init__", a[0], a[1], a[2])))
        .Method("makeSocket", static self => Socket.Invoke("socket", Socket.Get(self.Get("port").IsNone ? "AF_UNIX" : "AF_INET"), Socket.Get("SOCK_DGRAM")))
        .Method("send", "s", static (self, data) => Lib.Do(() =>
        {
            if (self.Get("sock").IsNone)
                self.Invoke("createSocket");
            self.Get("sock").Invoke("sendto", data, self.Get("address"));
        }))
        .Make(Stream);

    private static Any Socket => Modules.Import("socket");

    /// <summary>Closes a socket after the handler has let go of it.</summary>
    public static void Drop(Any self, string attribute)
    {
        var socket = self.Get(attribute);
        self.Set(attribute, Any.None);
        socket.Invoke("close");
    }

    private static Any Connect(Any self, Any timeout)
    {
        if (!self.Get("port").IsNone)
            return Socket.Invoke("create_connection", new Arguments { self.Get("address"), { "timeout", timeout } });
        var socket = Socket.Invoke("socket", Socket.Get("AF_UNIX"), Socket.Get("SOCK_STREAM"));
        socket.Invoke("settimeout", timeout);
        try
        {
            socket.Invoke("connect", self.Get("address"));
        }
        catch (OSError)
        {
            socket.Invoke("close");
            throw;
        }
        return socket;
    }

    /// <summary>Connects, unless the last failure was too short a time ago; each failure makes the time longer.</summary>
    private static void Create(Any self)
    {
        var now = Modules.Import("time").Invoke("time");
        var retry = self.Get("retryTime");
        if (!retry.IsNone && now < retry)
            return;
        try
        {
            self.Set("sock", self.Invoke("makeSocket"));
            self.Set("retryTime", Any.None);
        }
        catch (OSError)
        {
            var period = retry.IsNone ? self.Get("retryStart") : self.Get("retryPeriod") * self.Get("retryFactor");
            self.Set("retryPeriod", !retry.IsNone && period > self.Get("retryMax") ? self.Get("retryMax") : period);
            self.Set("retryTime", now + self.Get("retryPeriod"));
        }
    }

    private static void Send(Any self, Any data)
    {
        if (self.Get("sock").IsNone)
            self.Invoke("createSocket");
        if (!self.Get("sock").Truth)
            return;
        try
        {
            self.Get("sock").Invoke("sendall", data);
        }
        catch (OSError)
        {
            self.Get("sock").Invoke("close");
            self.Set("sock", Any.None);
        }
    }

    /// <summary>The attributes of a record, pickled after their length; what the other side may not know is text by then.</summary>
    private static Any Pickle(Any self, Any record)
    {
        if (record.Get("exc_info").Truth)
            self.Invoke("format", record);
        var attributes = new PyDict<Any, Any>();
        attributes.UpdateAny(record.Get("__dict__"));
        attributes["msg"] = record.Invoke("getMessage");
        attributes["args"] = Any.None;
        attributes["exc_info"] = Any.None;
        attributes.Remove("message");
        var data = Modules.Import("pickle").Invoke("dumps", attributes, 1);
        return Modules.Import("struct").Invoke("pack", ">L", Builtins.Len(data)) + data;
    }
}
