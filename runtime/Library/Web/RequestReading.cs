using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>How a server reads a request: its line, its headers, and what it asks of the connection.</summary>
internal static class RequestReading
{
    private const int LongestLine = 65536;

    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("parse_request", static self => Parse(self))
        .Method("handle_expect_100", static self =>
        {
            self.Invoke("send_response_only", Status("CONTINUE"));
            self.Invoke("end_headers");
            return true;
        })
        .Method("handle_one_request", static self => Lib.Do(() => HandleOne(self)));

    private static Any Status(string name) => Modules.Import("http").Get("HTTPStatus").Get(name);

    private static void HandleOne(Any self)
    {
        try
        {
            var line = self.Get("rfile").Invoke("readline", LongestLine + 1);
            self.Set("raw_requestline", line);
            if (Operators.Len(line) > LongestLine)
            {
                foreach (var name in (string[])["requestline", "request_version", "command"])
                    self.Set(name, "");
                self.Invoke("send_error", Status("REQUEST_URI_TOO_LONG"));
                return;
            }
            if (!line.Truth)
            {
                self.Set("close_connection", true);
                return;
            }
            if (!self.Invoke("parse_request").Truth)
                return;
            var method = Operators.GetAttr(self, "do_" + Operators.Str(self.Get("command")), Any.Unbound);
            if (method.IsUnbound)
            {
                self.Invoke("send_error", Status("NOT_IMPLEMENTED"), $"Unsupported method ({Operators.Repr(self.Get("command"))})");
                return;
            }
            method.Call();
            self.Get("wfile").Invoke("flush");
        }
        catch (TimeoutError error)
        {
            self.Invoke("log_error", "Request timed out: %r", error);
            self.Set("close_connection", true);
        }
    }

    private static bool Refuse(Any self, string status, string message, Any explain)
    {
        self.Invoke("send_error", new Arguments { Status(status), message, explain });
        return false;
    }

    private static bool Parse(Any self)
    {
        self.Set("command", Any.None);
        self.Set("request_version", self.Get("default_request_version"));
        self.Set("close_connection", true);
        var line = Codecs.Decode(Buffers.Of(self.Get("raw_requestline")), "latin-1").TrimEnd('\r', '\n');
        self.Set("requestline", line);
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return false;
        var isNew = string.CompareOrdinal(Operators.Str(self.Get("protocol_version")), "HTTP/1.1") >= 0;
        if (words.Length >= 3)
        {
            var version = words[^1];
            var numbers = version.StartsWith("HTTP/", StringComparison.Ordinal) ? version[5..].Split('.') : [];
            if (numbers.Length != 2 || numbers.Any(static n => n.Length is 0 or > 10 || !n.All(char.IsAsciiDigit)))
                return Refuse(self, "BAD_REQUEST", $"Bad request version ({Str.Repr(version)})", Any.None);
            var (major, minor) = (long.Parse(numbers[0], System.Globalization.CultureInfo.InvariantCulture), long.Parse(numbers[1], System.Globalization.CultureInfo.InvariantCulture));
            if ((major, minor).CompareTo((1, 1)) >= 0 && isNew)
                self.Set("close_connection", false);
            if (major >= 2)
                return Refuse(self, "HTTP_VERSION_NOT_SUPPORTED", $"Invalid HTTP version ({version[5..]})", Any.None);
            self.Set("request_version", version);
        }
        if (words.Length is < 2 or > 3)
            return Refuse(self, "BAD_REQUEST", $"Bad request syntax ({Str.Repr(line)})", Any.None);
        if (words.Length == 2)
        {
            self.Set("close_connection", true);
            if (words[0] != "GET")
                return Refuse(self, "BAD_REQUEST", $"Bad HTTP/0.9 request type ({Str.Repr(words[0])})", Any.None);
        }
        self.Set("command", words[0]);
        // Two slashes would make the name of a host of what follows.
        self.Set("path", words[1].StartsWith("//", StringComparison.Ordinal) ? "/" + words[1].TrimStart('/') : words[1]);
        try
        {
            self.Set("headers", ClientModule.ParseHeaders(self.Get("rfile"), self.Get("MessageClass")));
        }
        catch (BaseException error) when (Builtins.IsInstance(error, ClientErrors.HttpException))
        {
            return Refuse(self, "REQUEST_HEADER_FIELDS_TOO_LARGE", Builtins.IsInstance(error, ClientErrors.LineTooLong) ? "Line too long" : "Too many headers", Operators.Str(error));
        }
        var connection = Operators.Str(self.Get("headers").Invoke("get", "Connection", "")).ToLowerInvariant();
        if (connection == "close")
            self.Set("close_connection", true);
        else if (connection == "keep-alive" && isNew)
            self.Set("close_connection", false);
        var expects = Operators.Str(self.Get("headers").Invoke("get", "Expect", "")).Equals("100-continue", StringComparison.OrdinalIgnoreCase);
        return !expects || !isNew || string.CompareOrdinal(Operators.Str(self.Get("request_version")), "HTTP/1.1") < 0 || self.Invoke("handle_expect_100").Truth;
    }
}
