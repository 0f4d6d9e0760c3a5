using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Handlers that mail records or send them to a web server. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#smtphandler">SMTPHandler</see> and HTTPHandler.</summary>
internal static class MailAndWebHandlers
{
    public static readonly PyType Mail = new ClassMaker("SMTPHandler", "logging.handlers")
        .Method("__init__", "self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0", static a => Lib.Do(() =>
        {
            var self = a[0];
            LogState.Base(LogHandlers.Handler, "__init__", self);
            var (host, port) = Pair(a[1]);
            self.Set("mailhost", host);
            self.Set("mailport", port);
            self.Set("username", Any.None);
            if (Pair(a[5]) is { Second.IsNone: false } credentials)
            {
                self.Set("username", credentials.First);
                self.Set("password", credentials.Second);
            }
            self.Set("fromaddr", a[2]);
            self.Set("toaddrs", a[3].Ref is string one ? new PyList<Any>([one]) : a[3]);
            self.Set("subject", a[4]);
            self.Set("secure", a[6]);
            self.Set("timeout", a[7]);
        }))
        .Method("getSubject", "record", static (self, _) => self.Get("subject"))
        .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () => Send(self, record))))
        .Make(LogHandlers.Handler);

    public static readonly PyType Web = new ClassMaker("HTTPHandler", "logging.handlers")
        .Method("__init__", "self, host, url, method='GET', secure=False, credentials=None, context=None", static a => Lib.Do(() =>
        {
            LogState.Base(LogHandlers.Handler, "__init__", a[0]);
            var method = a[3].Invoke("upper");
            if (method.Ref is not ("GET" or "POST"))
                throw new ValueError("method must be GET or POST");
            if (!a[4].Truth && !a[6].IsNone)
                throw new ValueError("context parameter only makes sense with secure=True");
            a[0].Set("host", a[1]);
            a[0].Set("url", a[2]);
            a[0].Set("method", method);
            a[0].Set("secure", a[4]);
            a[0].Set("credentials", a[5]);
            a[0].Set("context", a[6]);
        }))
        .Method("mapLogRecord", "record", static (_, record) => record.Get("__dict__"))
        .Method("getConnection", "self, host, secure", static a => a[2].Truth
            ? Modules.Import("http.client").Invoke("HTTPSConnection", new Arguments { a[1], { "context", a[0].Get("context") } })
            : Modules.Import("http.client").Invoke("HTTPConnection", a[1]))
        .Method("emit", "record", static (self, record) => Lib.Do(() => LogState.Guard(self, record, () => Request(self, record))))
        .Make(LogHandlers.Handler);

    private static (Any First, Any Second) Pair(Any value)
        => value.Ref is PyList or PyTuple ? Builtins.Len(value) == 2 ? (value[0], value[1]) : throw new ValueError($"{(Builtins.Len(value) > 2 ? "too many values to unpack (expected 2)" : $"not enough values to unpack (expected 2, got {Builtins.Len(value)})")}") : (value, Any.None);

    private static void Send(Any self, Any record)
    {
        var smtp = Modules.Import("smtplib");
        var port = self.Get("mailport") is { Truth: true } given ? given : smtp.Get("SMTP_PORT");
        var client = smtp.Invoke("SMTP", new Arguments { self.Get("mailhost"), port, { "timeout", self.Get("timeout") } });
        var message = Modules.Import("email.message").Invoke("EmailMessage");
        message.SetItem("From", self.Get("fromaddr"));
        message.SetItem("To", ((Any)",").Invoke("join", self.Get("toaddrs")));
        message.SetItem("Subject", self.Invoke("getSubject", record));
        message.SetItem("Date", Modules.Import("email.utils").Invoke("localtime"));
        message.Invoke("set_content", self.Invoke("format", record));
        if (self.Get("username").Truth)
        {
            if (!self.Get("secure").IsNone)
            {
                client.Invoke("ehlo");
                client.Invoke("starttls", new Arguments { new Star(self.Get("secure")) });
                client.Invoke("ehlo");
            }
            client.Invoke("login", self.Get("username"), self.Get("password"));
        }
        client.Invoke("send_message", message);
        client.Invoke("quit");
    }

    private static void Request(Any self, Any record)
    {
        var connection = self.Invoke("getConnection", self.Get("host"), self.Get("secure"));
        var (url, method) = (self.Get("url"), Operators.Str(self.Get("method")));
        var data = Modules.Import("urllib.parse").Invoke("urlencode", self.Invoke("mapLogRecord", record));
        if (method == "GET")
            url = url + (url.Contains("?") ? "&" : "?") + data;
        connection.Invoke("putrequest", method, url);
        if (method == "POST")
        {
            connection.Invoke("putheader", "Content-type", "application/x-www-form-urlencoded");
            connection.Invoke("putheader", "Content-length", Operators.Str(Builtins.Len(data)));
        }
        if (self.Get("credentials") is { Truth: true } credentials)
        {
            var text = ((Any)"%s:%s" % credentials).Invoke("encode", "utf-8");
            connection.Invoke("putheader", "Authorization", "Basic " + Modules.Import("base64").Invoke("b64encode", text).Invoke("strip").Invoke("decode", "ascii"));
        }
        connection.Invoke("endheaders");
        if (method == "POST")
            connection.Invoke("send", data.Invoke("encode", "utf-8"));
        connection.Invoke("getresponse");
    }
}
