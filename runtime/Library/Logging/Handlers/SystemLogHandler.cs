using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>A handler that sends to a syslog server. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#sysloghandler">SysLogHandler</see>.</summary>
internal static class SystemLogHandler
{
    private static readonly string[] s_priorities = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];

    private static readonly string[] s_facilities =
    [
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp", "ntp", "security", "console", "solaris-cron",
        "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
    ];

    public static readonly PyType Type = Create();

    private static Any Socket => Modules.Import("socket");

    private static PyType Create()
    {
        var maker = new ClassMaker("SysLogHandler", "logging.handlers").Attribute("ident", "").Attribute("append_nul", true);
        PyDict<Any, Any> priorities = new(), facilities = new();
        for (var i = 0; i < s_priorities.Length; i++)
        {
            priorities[s_priorities[i]] = i;
            maker.Attribute("LOG_" + s_priorities[i].ToUpperInvariant(), i);
        }
        foreach (var (old, now) in ((string, string)[])[("critical", "crit"), ("error", "err"), ("panic", "emerg"), ("warn", "warning")])
            priorities[old] = priorities[now];
        for (var i = 0; i < s_facilities.Length; i++)
        {
            facilities[s_facilities[i]] = i;
            maker.Attribute("LOG_" + (s_facilities[i] == "solaris-cron" ? "SOLCRON" : s_facilities[i].ToUpperInvariant()), i);
        }
        var names = new PyDict<Any, Any> { ["DEBUG"] = "debug", ["INFO"] = "info", ["WARNING"] = "warning", ["ERROR"] = "error", ["CRITICAL"] = "critical" };
        return maker
            .Attribute("priority_names", Sorted(priorities)).Attribute("facility_names", Sorted(facilities)).Attribute("priority_map", names)
            .Method("__init__", "self, address=, facility=1, socktype=None", static a => Lib.Do(() =>
            {
                LogState.Base(LogHandlers.Handler, "__init__", a[0]);
                a[0].Set("address", a[1]);
                a[0].Set("facility", a[2]);
                a[0].Set("socktype", a[3]);
                a[0].Set("socket", Any.None);
                a[0].Invoke("createSocket");
            }), PyTuple.Of("localhost", 514))
            .Method("_connect_unixsocket", "address", static (self, address) => Lib.Do(() => ConnectUnix(self, address)))
            .Method("createSocket", static self => Lib.Do(() => Connect(self)))
            .Method("encodePriority", "self, facility, priority", static a =>
            {
                var facility = a[1].Ref is string ? a[0].Get("facility_names")[a[1]] : a[1];
                var priority = a[2].Ref is string ? a[0].Get("priority_names")[a[2]] : a[2];
                return (Lib.Int(facility) << 3) | Lib.Int(priority);
            })
            .Method("close", static self => Lib.Do(() => LogState.With(self.Get("lock"), () =>
            {
                if (self.Get("socket").Truth)
                    SocketHandlers.Drop(self, "socket");
                LogState.Base(LogHandlers.Handler, "close", self);
            })))
            .Method("mapPriority", "levelName", static (self, name) => self.Get("priority_map").Invoke("get", name, "warning"))
            .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () => Send(self, record))))
            .Make(LogHandlers.Handler);
    }

    private static PyDict<Any, Any> Sorted(PyDict<Any, Any> names)
    {
        var result = new PyDict<Any, Any>();
        foreach (var (name, value) in names.OrderBy(static p => (string)p.Key.Ref!, StringComparer.Ordinal))
            result[name] = value;
        return result;
    }

    /// <summary>Connects to a socket of this machine: by datagrams or, where the server does not take them and the program leaves it open, as a stream.</summary>
    private static void ConnectUnix(Any self, Any address)
    {
        var wanted = self.Get("socktype");
        try
        {
            ConnectUnix(self, address, wanted.IsNone ? Socket.Get("SOCK_DGRAM") : wanted);
        }
        catch (OSError) when (wanted.IsNone)
        {
            ConnectUnix(self, address, Socket.Get("SOCK_STREAM"));
        }
    }

    private static void ConnectUnix(Any self, Any address, Any type)
    {
        self.Set("socket", Socket.Invoke("socket", Socket.Get("AF_UNIX"), type));
        try
        {
            self.Get("socket").Invoke("connect", address);
            self.Set("socktype", type);
        }
        catch (OSError)
        {
            self.Get("socket").Invoke("close");
            throw;
        }
    }

    private static void Connect(Any self)
    {
        var address = self.Get("address");
        self.Set("unixsocket", address.Ref is string);
        if (address.Ref is string)
        {
            try
            {
                self.Invoke("_connect_unixsocket", address);
            }
            catch (OSError)
            {
                // The server may come later: each message tries again.
            }
            return;
        }
        var type = self.Get("socktype") is { IsNone: false } given ? given : Socket.Get("SOCK_DGRAM");
        var places = Operators.ToList(Socket.Invoke("getaddrinfo", new Arguments { address[0], address[1], 0, type }));
        if (places.Count == 0)
            throw new OSError("getaddrinfo returns an empty list");
        OSError? last = null;
        foreach (var place in places)
        {
            var socket = Any.None;
            try
            {
                socket = Socket.Invoke("socket", place[0], place[1], place[2]);
                if (Operators.Equal(place[1], Socket.Get("SOCK_STREAM")))
                    socket.Invoke("connect", place[4]);
                self.Set("socket", socket);
                self.Set("socktype", place[1]);
                return;
            }
            catch (OSError error)
            {
                last = error;
                if (!socket.IsNone)
                    socket.Invoke("close");
            }
        }
        throw last!;
    }

    private static void Send(Any self, Any record)
    {
        var text = self.Invoke("format", record);
        if (self.Get("ident") is { Truth: true } ident)
            text = ident + text;
        if (self.Get("append_nul").Truth)
            text += "\0";
        var priority = self.Invoke("encodePriority", self.Get("facility"), self.Invoke("mapPriority", record.Get("levelname")));
        var message = ((Any)$"<{Lib.Int(priority)}>").Invoke("encode", "utf-8") + text.Invoke("encode", "utf-8");
        if (!self.Get("socket").Truth)
            self.Invoke("createSocket");
        if (self.Get("unixsocket").Truth)
        {
            try
            {
                self.Get("socket").Invoke("send", message);
            }
            catch (OSError)
            {
                self.Get("socket").Invoke("close");
                self.Invoke("_connect_unixsocket", self.Get("address"));
                self.Get("socket").Invoke("send", message);
            }
        }
        else if (Operators.Equal(self.Get("socktype"), Socket.Get("SOCK_DGRAM")))
            self.Get("socket").Invoke("sendto", message, self.Get("address"));
        else
            self.Get("socket").Invoke("sendall", message);
    }
}
