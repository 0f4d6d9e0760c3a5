using System.Text;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Servers;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/http.server.html#http.server.BaseHTTPRequestHandler">BaseHTTPRequestHandler</see>: reads requests, and calls the method for each.</summary>
internal static class HandlerType
{
    private const string ErrorPage = """
        <!DOCTYPE HTML>
        <html lang="en">
            <head>
                <meta charset="utf-8">
                <title>Error response</title>
            </head>
            <body>
                <h1>Error response</h1>
                <p>Error code: %(code)d</p>
                <p>Message: %(message)s.</p>
                <p>Error code explanation: %(code)s - %(explain)s.</p>
            </body>
        </html>

        """;

    private static Any Statuses => Modules.Import("http").Get("HTTPStatus");

    private static Any Names(params ReadOnlySpan<string> names)
    {
        var list = new PyList<Any>();
        foreach (var name in names)
            list.Append(name.Length == 0 ? Any.None : name);
        return list;
    }

    public static readonly PyType Type = RequestReading.Add(new ClassMaker("BaseHTTPRequestHandler", "http.server")
        .Attribute("sys_version", "Python/" + Operators.Str(Modules.Import("sys").Get("version")).Split(' ')[0]).Attribute("server_version", "BaseHTTP/0.6")
        .Attribute("error_message_format", ErrorPage).Attribute("error_content_type", "text/html;charset=utf-8").Attribute("default_request_version", "HTTP/0.9").Attribute("protocol_version", "HTTP/1.0")
        .Attribute("weekdayname", Names("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")).Attribute("monthname", Names("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
        .Attribute("MessageClass", ClientModule.Message).Attribute("responses", Responses())
        .Method("handle", static self => Lib.Do(() =>
        {
            self.Set("close_connection", true);
            do
                self.Invoke("handle_one_request");
            while (!self.Get("close_connection").Truth);
        }))
        .Method("send_error", "self, code, message=None, explain=None", static a => Lib.Do(() => SendError(a[0], a[1], a[2], a[3])))
        .Method("send_response", "self, code, message=None", static a => Lib.Do(() =>
        {
            a[0].Invoke("log_request", a[1]);
            a[0].Invoke("send_response_only", a[1], a[2]);
            a[0].Invoke("send_header", "Server", a[0].Invoke("version_string"));
            a[0].Invoke("send_header", "Date", a[0].Invoke("date_time_string"));
        }))
        .Method("send_response_only", "self, code, message=None", static a => Lib.Do(() =>
        {
            if (Operators.Equal(a[0].Get("request_version"), "HTTP/0.9"))
                return;
            var message = a[2];
            if (message.IsNone)
                message = a[0].Get("responses").Contains(a[1]) ? a[0].Get("responses")[a[1]][0] : "";
            Buffer(a[0], $"{Operators.Str(a[0].Get("protocol_version"))} {Operators.Index(a[1])} {Operators.Str(message)}\r\n");
        }))
        .Method("send_header", "self, keyword, value", static a => Lib.Do(() =>
        {
            if (!Operators.Equal(a[0].Get("request_version"), "HTTP/0.9"))
                Buffer(a[0], $"{Operators.Str(a[1])}: {Operators.Str(a[2])}\r\n");
            if (!Operators.Str(a[1]).Equals("connection", StringComparison.OrdinalIgnoreCase))
                return;
            var value = Operators.Str(a[2]).ToLowerInvariant();
            if (value is "close" or "keep-alive")
                a[0].Set("close_connection", value == "close");
        }))
        .Method("end_headers", static self => Lib.Do(() =>
        {
            if (Operators.Equal(self.Get("request_version"), "HTTP/0.9"))
                return;
            self.Get("_headers_buffer").Invoke("append", new PyBytes("\r\n"u8));
            self.Invoke("flush_headers");
        }))
        .Method("flush_headers", static self => Lib.Do(() =>
        {
            if (!Operators.HasAttr(self, "_headers_buffer"))
                return;
            self.Get("wfile").Invoke("write", ((Any)new PyBytes([])).Invoke("join", self.Get("_headers_buffer")));
            self.Set("_headers_buffer", new PyList<Any>());
        }))
        .Method("log_request", "self, code='-', size='-'", static a => Lib.Do(() =>
        {
            var code = Builtins.IsInstance(a[1], (PyType)Statuses.Ref!) ? a[1].Get("value") : a[1];
            a[0].Invoke("log_message", new Arguments { "\"%s\" %s %s", a[0].Get("requestline"), Operators.Str(code), Operators.Str(a[2]) });
        }))
        .Method("log_error", "self, format, *args", static a => Lib.Do(() => a[0].Invoke("log_message", new Arguments { a[1], new Star(a[2]) })))
        .Method("log_message", "self, format, *args", static a => Lib.Do(() =>
            StdIO.CurrentError.Invoke("write", $"{Operators.Str(a[0].Invoke("address_string"))} - - [{Operators.Str(a[0].Invoke("log_date_time_string"))}] {Printable(Operators.Str(a[1] % a[2]))}\n")))
        .Method("version_string", static self => $"{Operators.Str(self.Get("server_version"))} {Operators.Str(self.Get("sys_version"))}")
        .Method("date_time_string", "timestamp=None", static (_, time) => Mail.MailDates.Now(time, local: false, gmt: true), Any.None)
        .Method("log_date_time_string", static self =>
        {
            var now = Modules.Import("time").Invoke("localtime");
            return $"{Lib.Int(now[2]):00}/{Operators.Str(self.Get("monthname")[now[1]])}/{Lib.Int(now[0]):0000} {Lib.Int(now[3]):00}:{Lib.Int(now[4]):00}:{Lib.Int(now[5]):00}";
        })
        .Method("address_string", static self => self.Get("client_address")[0]))
        .Make(RequestHandlers.Stream);

    private static PyDict<Any, Any> Responses()
    {
        var responses = new PyDict<Any, Any>();
        foreach (var (_, status) in Operators.MappingItems(Statuses.Get("__members__")))
            responses[status] = PyTuple.Of(status.Get("phrase"), status.Get("description"));
        return responses;
    }

    /// <summary>A line of a log shows control characters as escapes.</summary>
    private static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(c == '\\' ? @"\\" : c is < ' ' or >= '\x7f' and < '\xa0' ? $"\\x{(int)c:x2}" : c.ToString());
        return result.ToString();
    }

    private static void Buffer(Any self, string line)
    {
        if (!Operators.HasAttr(self, "_headers_buffer"))
            self.Set("_headers_buffer", new PyList<Any>());
        self.Get("_headers_buffer").Invoke("append", new PyBytes(Codecs.Encode(line, "latin-1")));
    }

    private static void SendError(Any self, Any code, Any message, Any explain)
    {
        var known = self.Get("responses").Contains(code) ? self.Get("responses")[code] : PyTuple.Of("???", "???");
        if (message.IsNone)
            message = known[0];
        if (explain.IsNone)
            explain = known[1];
        self.Invoke("log_error", new Arguments { "code %d, message %s", code, message });
        self.Invoke("send_response", code, message);
        self.Invoke("send_header", "Connection", "close");
        Any body = Any.None;
        if (Lib.Int(code) is >= 200 and not (204 or 205 or 304))
        {
            Any Escaped(Any text) => Modules.Import("html").Invoke("escape", new Arguments { text, { "quote", false } });
            var content = self.Get("error_message_format") % new PyDict<Any, Any> { ["code"] = code, ["message"] = Escaped(message), ["explain"] = Escaped(explain) };
            body = content.Invoke("encode", "UTF-8", "replace");
            self.Invoke("send_header", "Content-Type", self.Get("error_content_type"));
            self.Invoke("send_header", "Content-Length", Operators.Str(Operators.Len(body)));
        }
        self.Invoke("end_headers");
        if (!Operators.Equal(self.Get("command"), "HEAD") && body.Truth)
            self.Get("wfile").Invoke("write", body);
    }
}
