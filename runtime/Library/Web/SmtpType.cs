using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/smtplib.html#smtplib.SMTP">SMTP</see>: one connection to a server of mail, and its commands.</summary>
internal static class SmtpType
{
    private const int LongestLine = 8192;

    private static Any Socket => Modules.Import("socket");

    public static readonly PyType Type = SmtpSending.Add(SmtpLogin.Add(new ClassMaker("SMTP", "smtplib")
        .Attribute("debuglevel", 0).Attribute("sock", Any.None).Attribute("file", Any.None).Attribute("helo_resp", Any.None).Attribute("ehlo_msg", "ehlo").Attribute("ehlo_resp", Any.None)
        .Attribute("does_esmtp", false).Attribute("default_port", 25)
        .Method("__init__", "self, host='', port=0, local_hostname=None, timeout=, source_address=None", static a => Lib.Do(() => Initialise(a[0], a[1], a[2], a[3], a[4], a[5])), SocketModule.UnsetTimeout)
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, *args", static a => Lib.Do(() =>
        {
            try
            {
                var reply = a[0].Invoke("docmd", "QUIT");
                if (!Operators.Equal(reply[0], 221))
                    throw ClientErrors.Make(SmtpErrors.Response, reply[0], reply[1]);
            }
            catch (BaseException error) when (Builtins.IsInstance(error, SmtpErrors.Disconnected))
            {
                // The server was faster.
            }
            finally
            {
                a[0].Invoke("close");
            }
        }))
        .Method("set_debuglevel", "debuglevel", static (self, level) => Lib.Do(() => self.Set("debuglevel", level)))
        .Method("_get_socket", "self, host, port, timeout", static a =>
        {
            if (!ReferenceEquals(a[3].Ref, SocketModule.UnsetTimeout.Ref) && !a[3].IsNone && !a[3].Truth)
                throw new ValueError("Non-blocking socket (timeout=0) is not supported");
            Say(a[0], $"connect: to {Operators.Repr(PyTuple.Of(a[1], a[2]))} {Operators.Str(a[0].Get("source_address"))}");
            var arguments = new Arguments { PyTuple.Of(a[1], a[2]) };
            if (!ReferenceEquals(a[3].Ref, SocketModule.UnsetTimeout.Ref))
                arguments.Add("timeout", a[3]);
            if (!a[0].Get("source_address").IsNone)
                arguments.Add("source_address", a[0].Get("source_address"));
            return Socket.Invoke("create_connection", arguments);
        })
        .Method("connect", "self, host='localhost', port=0, source_address=None", static a => Connect(a[0], Operators.Str(a[1]), a[2], a[3]))
        .Method("send", "s", static (self, data) => Lib.Do(() => Send(self, data)))
        .Method("putcmd", "self, cmd, args=''", static a => Lib.Do(() =>
        {
            var line = Operators.Str(a[1]) + (a[2].Truth ? " " + Operators.Str(a[2]) : "");
            if (line.AsSpan().ContainsAny('\r', '\n'))
                throw new ValueError($"command and arguments contain prohibited newline characters: {line.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}");
            a[0].Invoke("send", line + "\r\n");
        }))
        .Method("getreply", Reply)
        .Method("docmd", "self, cmd, args=''", static a =>
        {
            a[0].Invoke("putcmd", a[1], a[2]);
            return a[0].Invoke("getreply");
        })
        .Method("helo", "name=''", static (self, name) =>
        {
            var reply = self.Invoke("docmd", "helo", name.Truth ? name : self.Get("local_hostname"));
            self.Set("helo_resp", reply[1]);
            return reply;
        }, "")
        .Method("ehlo", "name=''", Ehlo, "")
        .Method("has_extn", "opt", static (self, name) => self.Get("esmtp_features").Contains(name.Invoke("lower")))
        .Method("help", "args=''", static (self, args) => self.Invoke("docmd", "help", args)[1], "")
        .Method("rset", static self =>
        {
            self.Set("command_encoding", "ascii");
            return self.Invoke("docmd", "rset");
        })
        .Method("noop", static self => self.Invoke("docmd", "noop"))
        .Method("verify", "address", Verify).Method("vrfy", "address", Verify)
        .Method("expn", "address", static (self, address) => self.Invoke("docmd", "expn", SmtpSending.AddressOnly(address)))
        .Method("close", static self => Lib.Do(() =>
        {
            foreach (var part in (string[])["file", "sock"])
            {
                var open = self.Get(part);
                self.Set(part, Any.None);
                if (open.Truth)
                    open.Invoke("close");
            }
        }))
        .Method("quit", static self =>
        {
            var reply = self.Invoke("docmd", "quit");
            self.Set("ehlo_resp", Any.None);
            self.Set("helo_resp", Any.None);
            self.Set("esmtp_features", new PyDict<Any, Any>());
            self.Set("does_esmtp", false);
            self.Invoke("close");
            return reply;
        })))
        .Make();

    private static Any Verify(Any self, Any address) => self.Invoke("docmd", "vrfy", SmtpSending.AddressOnly(address));

    private static void Say(Any self, string text)
    {
        if (self.Get("debuglevel") > 0)
            StdIO.CurrentError.Invoke("write", text + "\n");
    }

    private static void Initialise(Any self, Any host, Any port, Any local, Any timeout, Any source)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("_host", host), ("timeout", timeout), ("esmtp_features", new PyDict<Any, Any>()), ("command_encoding", "ascii"), ("source_address", source), ("_auth_challenge_count", 0)])
            self.Set(name, value);
        if (host.Truth)
        {
            var reply = self.Invoke("connect", host, port);
            if (!Operators.Equal(reply[0], 220))
            {
                self.Invoke("close");
                throw ClientErrors.Make(SmtpErrors.Connect, reply[0], reply[1]);
            }
        }
        if (local.IsNone)
        {
            var full = Operators.Str(Socket.Invoke("getfqdn"));
            local = full;
            if (!full.Contains('.', StringComparison.Ordinal))
            {
                Any address = "127.0.0.1";
                try
                {
                    address = Socket.Invoke("gethostbyname", Socket.Invoke("gethostname"));
                }
                catch (OSError)
                {
                    // The machine does not know its own name.
                }
                local = $"[{Operators.Str(address)}]";
            }
        }
        self.Set("local_hostname", local);
    }

    private static Any Connect(Any self, string host, Any port, Any source)
    {
        if (source.Truth)
            self.Set("source_address", source);
        if (!port.Truth && host.Count(static c => c == ':') == 1)
        {
            var colon = host.IndexOf(':', StringComparison.Ordinal);
            port = int.TryParse(host[(colon + 1)..], out var number) ? number : throw new OSError("nonnumeric port");
            host = host[..colon];
        }
        if (!port.Truth)
            port = self.Get("default_port");
        self.Set("sock", self.Invoke("_get_socket", host, port, self.Get("timeout")));
        self.Set("file", Any.None);
        var reply = self.Invoke("getreply");
        Say(self, $"connect: {Operators.Repr(reply[1])}");
        return reply;
    }

    private static void Send(Any self, Any data)
    {
        Say(self, $"send: {Operators.Repr(data)}");
        if (!self.Get("sock").Truth)
            throw ClientErrors.Make(SmtpErrors.Disconnected, "please run connect() first");
        if (data.IsString)
            data = data.Invoke("encode", self.Get("command_encoding"));
        try
        {
            self.Get("sock").Invoke("sendall", data);
        }
        catch (OSError)
        {
            self.Invoke("close");
            throw ClientErrors.Make(SmtpErrors.Disconnected, "Server not connected");
        }
    }

    private static Any Reply(Any self)
    {
        var lines = new List<string>();
        if (self.Get("file").IsNone)
            self.Set("file", self.Get("sock").Invoke("makefile", "rb"));
        int code;
        while (true)
        {
            Any read;
            try
            {
                read = self.Get("file").Invoke("readline", LongestLine + 1);
            }
            catch (OSError error)
            {
                self.Invoke("close");
                throw ClientErrors.Make(SmtpErrors.Disconnected, $"Connection unexpectedly closed: {Operators.Str(error)}");
            }
            if (!read.Truth)
            {
                self.Invoke("close");
                throw ClientErrors.Make(SmtpErrors.Disconnected, "Connection unexpectedly closed");
            }
            Say(self, $"reply: {Operators.Repr(read)}");
            var line = Buffers.ToLatin1(Buffers.Of(read));
            if (line.Length > LongestLine)
            {
                self.Invoke("close");
                throw ClientErrors.Make(SmtpErrors.Response, 500, "Line too long.");
            }
            lines.Add(line.Length > 4 ? line[4..].Trim(' ', '\t', '\r', '\n') : "");
            if (!int.TryParse(line.AsSpan(0, Math.Min(3, line.Length)), out code))
            {
                code = -1;
                break;
            }
            if (line.Length < 4 || line[3] != '-')
                break;
        }
        var message = new PyBytes(Buffers.FromLatin1(string.Join('\n', lines)));
        Say(self, $"reply: retcode ({code}); Msg: {Operators.Repr(message)}");
        return PyTuple.Of(code, message);
    }

    private static Any Ehlo(Any self, Any name)
    {
        self.Set("esmtp_features", new PyDict<Any, Any>());
        var reply = self.Invoke("docmd", self.Get("ehlo_msg"), name.Truth ? name : self.Get("local_hostname"));
        if (Operators.Equal(reply[0], -1) && !reply[1].Truth)
        {
            self.Invoke("close");
            throw ClientErrors.Make(SmtpErrors.Disconnected, "Server not connected");
        }
        self.Set("ehlo_resp", reply[1]);
        if (!Operators.Equal(reply[0], 250))
            return reply;
        self.Set("does_esmtp", true);
        var features = self.Get("esmtp_features");
        foreach (var line in Buffers.ToLatin1(Buffers.Of(reply[1])).Split('\n').Skip(1))
        {
            if (line.StartsWith("auth=", StringComparison.OrdinalIgnoreCase))
            {
                features.SetItem("auth", features.Invoke("get", "auth", "") + " " + line[5..]);
                continue;
            }
            var end = 0;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || (end > 0 && line[end] == '-')))
                end++;
            if (end == 0)
                continue;
            var (feature, rest) = (line[..end].ToLowerInvariant(), line[end..].Trim());
            features.SetItem(feature, feature == "auth" ? features.Invoke("get", "auth", "") + " " + rest : rest);
        }
        return reply;
    }
}
