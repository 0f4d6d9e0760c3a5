using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/http.server.html#http.server.CGIHTTPRequestHandler">CGIHTTPRequestHandler</see>: also runs scripts.</summary>
internal static class ScriptHandlerType
{
    public static readonly PyType Type = new ClassMaker("CGIHTTPRequestHandler", "http.server")
        .Attribute("have_fork", true).Attribute("rbufsize", 0).Attribute("cgi_directories", Lib.List(["/cgi-bin", "/htbin"]))
        .Method("__init__", "self, *args, **kwargs", static a => Lib.Do(() =>
        {
            Warnings.Issue("'http.server.CGIHTTPRequestHandler' is deprecated and slated for removal in Python 3.15", DeprecationWarning.Type, 2, Any.None);
            ((Any)FileHandlerType.Type).Get("__init__").Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[2]) });
        }))
        .Method("do_POST", static self => Lib.Do(() =>
        {
            if (self.Invoke("is_cgi").Truth)
                self.Invoke("run_cgi");
            else
                Fail(self, "NOT_IMPLEMENTED", "Can only POST to CGI scripts");
        }))
        .Method("send_head", static self => self.Invoke("is_cgi").Truth ? self.Invoke("run_cgi") : ((Any)FileHandlerType.Type).Get("send_head").Call(self))
        .Method("is_cgi", static self => IsScript(self))
        .Method("is_executable", "path", static (_, path) => IsExecutable(path))
        .Method("is_python", "path", static (_, path) => Operators.Str(path).ToLowerInvariant() is var name && (name.EndsWith(".py", StringComparison.Ordinal) || name.EndsWith(".pyw", StringComparison.Ordinal)))
        .Method("run_cgi", static self => Lib.Do(() => Run(self)))
        .Make(FileHandlerType.Type);

    public static bool IsExecutable(Any path) => Modules.Import("os").Invoke("access", path, Modules.Import("os").Get("X_OK")).Truth;

    /// <summary>A path of a URL without empty parts, <c>.</c> and <c>..</c>.</summary>
    /// <exception cref="IndexError">It leads above the first folder.</exception>
    public static string Collapsed(string path)
    {
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : path[(mark + 1)..];
        var parts = Operators.Str(Modules.Import("urllib.parse").Invoke("unquote", mark < 0 ? path : path[..mark])).Split('/');
        var folders = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == "..")
            {
                if (folders.Count == 0)
                    throw new IndexError("pop from empty list");
                folders.RemoveAt(folders.Count - 1);
            }
            else if (i < parts.Length - 1 && parts[i] is not ("" or "."))
            {
                folders.Add(parts[i]);
            }
        }
        var last = parts[^1] is "." or ".." ? "" : parts[^1];
        return $"/{string.Join('/', folders)}/{last}{(query.Length > 0 ? "?" + query : "")}";
    }

    private static void Fail(Any self, string status, string message) => self.Invoke("send_error", Modules.Import("http").Get("HTTPStatus").Get(status), message);

    private static Any IsScript(Any self)
    {
        var path = Collapsed(Operators.Str(self.Get("path")));
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (!self.Get("cgi_directories").Contains(path[..slash]))
                continue;
            self.Set("cgi_info", PyTuple.Of(path[..slash], path[(slash + 1)..]));
            return true;
        }
        return false;
    }

    private static (string Name, string PathInfo, string Query) Script(Any self)
    {
        var (folder, rest) = (Operators.Str(self.Get("cgi_info")[0]), Operators.Str(self.Get("cgi_info")[1]));
        // Folders beneath the one of scripts may hold some too.
        for (var slash = rest.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = rest.IndexOf('/', StringComparison.Ordinal))
        {
            var next = $"{folder}/{rest[..slash]}";
            if (!Directory.Exists(Operators.Str(self.Invoke("translate_path", next))))
                break;
            (folder, rest) = (next, rest[(slash + 1)..]);
        }
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : rest[(mark + 1)..];
        rest = mark < 0 ? rest : rest[..mark];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        return ($"{folder}/{(end < 0 ? rest : rest[..end])}", end < 0 ? "" : rest[end..], query);
    }

    private static void Run(Any self)
    {
        var (name, rest, query) = Script(self);
        var file = Operators.Str(self.Invoke("translate_path", name));
        if (!File.Exists(file) && !Directory.Exists(file))
        {
            Fail(self, "NOT_FOUND", $"No such CGI script ({Str.Repr(name)})");
            return;
        }
        if (Directory.Exists(file))
        {
            Fail(self, "FORBIDDEN", $"CGI script is not a plain file ({Str.Repr(name)})");
            return;
        }
        var isPython = self.Invoke("is_python", name).Truth;
        if ((self.Get("have_fork").Truth || !isPython) && !self.Invoke("is_executable", file).Truth)
        {
            Fail(self, "FORBIDDEN", $"CGI script is not executable ({Str.Repr(name)})");
            return;
        }
        var environment = Environment(self, name, rest, query);
        self.Invoke("send_response", Modules.Import("http").Get("HTTPStatus").Get("OK"), "Script output follows");
        self.Invoke("flush_headers");
        var command = Lib.List([file]);
        if (!query.Contains('='))
            command.Append(query.Replace('+', ' '));
        var length = Operators.Str(environment["CONTENT_LENGTH"]);
        Any data = Operators.Str(self.Get("command")).Equals("post", StringComparison.OrdinalIgnoreCase) && long.TryParse(length, out var count) && count > 0 ? self.Get("rfile").Invoke("read", count) : PyBytes.Empty;
        var subprocess = Modules.Import("subprocess");
        var done = subprocess.Get("run").Call(new Arguments { command, { "input", data }, { "stdout", subprocess.Get("PIPE") }, { "env", environment } });
        self.Get("wfile").Invoke("write", done.Get("stdout"));
        if (done.Get("returncode") is { Truth: true } code)
            self.Invoke("log_error", $"CGI script exit code {Operators.Str(code)}");
    }

    private static PyDict<Any, Any> Environment(Any self, string name, string rest, string query)
    {
        var result = new PyDict<Any, Any>();
        foreach (var (key, value) in Operators.MappingItems(Modules.Import("os").Get("environ")))
            result[key] = value;
        var headers = self.Get("headers");
        var path = Modules.Import("urllib.parse").Invoke("unquote", rest);
        Any Header(string header) => headers.Invoke("get", header);
        foreach (var (key, value) in (ReadOnlySpan<(string, Any)>)[
            ("SERVER_SOFTWARE", self.Invoke("version_string")), ("SERVER_NAME", self.Get("server").Get("server_name")), ("GATEWAY_INTERFACE", "CGI/1.1"), ("SERVER_PROTOCOL", self.Get("protocol_version")),
            ("SERVER_PORT", Operators.Str(self.Get("server").Get("server_port"))), ("REQUEST_METHOD", self.Get("command")), ("PATH_INFO", path), ("PATH_TRANSLATED", self.Invoke("translate_path", path)),
            ("SCRIPT_NAME", name), ("QUERY_STRING", query), ("REMOTE_ADDR", self.Get("client_address")[0]), ("CONTENT_TYPE", Header("content-type") is { IsNone: false } type ? type : headers.Invoke("get_content_type")),
            ("CONTENT_LENGTH", Header("content-length")), ("HTTP_REFERER", Header("referer")), ("HTTP_ACCEPT", All("accept", ",")), ("HTTP_USER_AGENT", Header("user-agent")), ("HTTP_COOKIE", All("cookie", ", "))])
            if (value.Truth || !result.ContainsKey(key))
                result[key] = value.IsNone ? "" : value;
        if (!result.ContainsKey("REMOTE_HOST"))
            result["REMOTE_HOST"] = "";
        if (Header("authorization") is { Truth: true } given && Operators.Str(given).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var kind, var secret])
        {
            result["AUTH_TYPE"] = kind;
            if (kind.Equals("basic", StringComparison.OrdinalIgnoreCase) && User(secret) is { } user)
                result["REMOTE_USER"] = user;
        }
        return result;

        string All(string header, string between) => string.Join(between, Operators.ToList(headers.Invoke("get_all", header, PyTuple.Empty)).Select(Operators.Str));
    }

    private static string? User(string secret)
    {
        try
        {
            return Encoding.ASCII.GetString(Convert.FromBase64String(secret)).Split(':') is [var user, _] ? user : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
