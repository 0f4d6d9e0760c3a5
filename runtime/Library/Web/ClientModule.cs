using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Mail;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <see href="https://docs.python.org/3.13/library/http.client.html">http.client</see>.</summary>
internal static class ClientModule
{
    public static readonly PyType Message = new ClassMaker("HTTPMessage", "http.client")
        .Method("getallmatchingheaders", "name", static (self, name) =>
        {
            var (wanted, hit, result) = (Operators.Str(name).ToLowerInvariant() + ":", false, new PyList<Any>());
            foreach (var line in Operators.Iter(self.Invoke("keys")).Select(Operators.Str))
            {
                if (line.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
                    hit = true;
                else if (line.Length == 0 || !char.IsWhiteSpace(line[0]))
                    hit = false;
                if (hit)
                    result.Append(line);
            }
            return result;
        })
        .Make(MessageType.Type);

    /// <summary>The lines of headers, and the empty one behind them.</summary>
    /// <exception cref="BaseException">HTTPException: they are too long or too many.</exception>
    public static Any HeaderLines(Any file)
    {
        var lines = new PyList<Any>();
        while (true)
        {
            var line = file.Invoke("readline", ClientErrors.LongestLine + 1);
            if (Operators.Len(line) > ClientErrors.LongestLine)
                throw ClientErrors.Make(ClientErrors.LineTooLong, "header line");
            lines.Append(line);
            if (lines.Count > ClientErrors.MostHeaders)
                throw ClientErrors.Make(ClientErrors.HttpException, $"got more than {ClientErrors.MostHeaders} headers");
            if (Buffers.ToLatin1(Buffers.Of(line)) is "\r\n" or "\n" or "")
                return lines;
        }
    }

    public static Any Parsed(Any lines, Any type)
    {
        var text = string.Concat(Operators.Iter(lines).Select(static l => Buffers.ToLatin1(Buffers.Of(l))));
        return Modules.Import("email.parser").Invoke("Parser", new Arguments { { "_class", type } }).Invoke("parsestr", text);
    }

    public static Any ParseHeaders(Any file, Any type) => Parsed(HeaderLines(file), type);

    public static PyModule Build()
    {
        var module = new PyModule("http.client").Value("HTTP_PORT", 80).Value("HTTPS_PORT", 443).Value("_MAXLINE", ClientErrors.LongestLine).Value("_MAXHEADERS", ClientErrors.MostHeaders);
        var responses = new PyDict<Any, Any>();
        foreach (var (name, status) in Operators.MappingItems(Modules.Import("http").Get("HTTPStatus").Get("__members__")))
        {
            module.Value(Operators.Str(name), status);
            responses[status] = status.Get("phrase");
        }
        foreach (var type in ClientErrors.All)
            module.Type(type);
        module.Value("__all__", Lib.List(["HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding", "UnimplementedFileMode", "IncompleteRead", "InvalidURL",
            "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader", "ResponseNotReady", "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses", "HTTPSConnection"]));
        return module.Value("responses", responses).Value("error", ClientErrors.HttpException).Type(Message).Type(ResponseType.Type).Type(ConnectionType.Type).Type(ConnectionType.Secure)
            .Python("parse_headers", "fp, _class=", static a => ParseHeaders(a[0], a[1]), Message);
    }
}
