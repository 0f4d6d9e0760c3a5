using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/http.server.html#http.server.SimpleHTTPRequestHandler">SimpleHTTPRequestHandler</see>: gives the files of a folder.</summary>
internal static class FileHandlerType
{
    private static readonly PyDict<Any, Any> s_extensions = new() { [".gz"] = "application/gzip", [".Z"] = "application/octet-stream", [".bz2"] = "application/x-bzip2", [".xz"] = "application/x-xz" };

    public static readonly PyType Type = new ClassMaker("SimpleHTTPRequestHandler", "http.server")
        .Attribute("server_version", "SimpleHTTP/0.6").Attribute("index_pages", PyTuple.Of("index.html", "index.htm")).Attribute("extensions_map", s_extensions).Attribute("_encodings_map_default", s_extensions)
        .Method("__init__", "self, *args, directory=None, **kwargs", static a => Lib.Do(() =>
        {
            a[0].Set("directory", Modules.Import("os").Invoke("fspath", a[2].IsNone ? Modules.Import("os").Invoke("getcwd") : a[2]));
            ((Any)HandlerType.Type).Get("__init__").Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[3]) });
        }))
        .Method("do_GET", static self => Lib.Do(() =>
        {
            if (self.Invoke("send_head") is not { Truth: true } file)
                return;
            try
            {
                self.Invoke("copyfile", file, self.Get("wfile"));
            }
            finally
            {
                file.Invoke("close");
            }
        }))
        .Method("do_HEAD", static self => Lib.Do(() =>
        {
            if (self.Invoke("send_head") is { Truth: true } file)
                file.Invoke("close");
        }))
        .Method("send_head", Head)
        .Method("list_directory", "path", List)
        .Method("translate_path", "path", static (self, path) => Translate(self, Operators.Str(path)))
        .Method("copyfile", "self, source, outputfile", static a => Lib.Do(() => Modules.Import("shutil").Invoke("copyfileobj", a[1], a[2])))
        .Method("guess_type", "path", static (self, path) =>
        {
            var extension = Modules.Import("posixpath").Invoke("splitext", path)[1];
            foreach (var known in (Any[])[extension, extension.Invoke("lower")])
                if (self.Get("extensions_map").Contains(known))
                    return self.Get("extensions_map")[known];
            return Modules.Import("mimetypes").Invoke("guess_file_type", path)[0] is { Truth: true } type ? type : "application/octet-stream";
        })
        .Make(HandlerType.Type);

    private static Any Status(string name) => Modules.Import("http").Get("HTTPStatus").Get(name);

    private static Any Paths(string function, params ReadOnlySpan<Any> arguments) => Modules.Import("os.path").Invoke(function, new Arguments(arguments));

    private static Any NotFound(Any self, string message)
    {
        self.Invoke("send_error", Status("NOT_FOUND"), message);
        return Any.None;
    }

    private static Any Head(Any self)
    {
        var path = self.Invoke("translate_path", self.Get("path"));
        if (Paths("isdir", path).Truth)
        {
            var parts = Modules.Import("urllib.parse").Invoke("urlsplit", self.Get("path"));
            if (!Operators.Str(parts.Get("path")).EndsWith('/'))
                return Redirect(self, parts);
            var index = Operators.Iter(self.Get("index_pages")).Select(p => Paths("join", path, p)).FirstOrDefault(static p => Paths("isfile", p).Truth, Any.Unbound);
            if (index.IsUnbound)
                return self.Invoke("list_directory", path);
            path = index;
        }
        var type = self.Invoke("guess_type", path);
        if (Operators.Str(path).EndsWith('/'))
            return NotFound(self, "File not found");
        Any file;
        try
        {
            file = Builtins.Get("open").Call(path, "rb");
        }
        catch (OSError)
        {
            return NotFound(self, "File not found");
        }
        try
        {
            var status = Modules.Import("os").Invoke("fstat", file.Invoke("fileno"));
            if (IsUnchanged(self.Get("headers"), status.Get("st_mtime")))
            {
                self.Invoke("send_response", Status("NOT_MODIFIED"));
                self.Invoke("end_headers");
                file.Invoke("close");
                return Any.None;
            }
            self.Invoke("send_response", Status("OK"));
            self.Invoke("send_header", "Content-type", type);
            self.Invoke("send_header", "Content-Length", Operators.Str(status[6]));
            self.Invoke("send_header", "Last-Modified", self.Invoke("date_time_string", status.Get("st_mtime")));
            self.Invoke("end_headers");
            return file;
        }
        catch (BaseException)
        {
            file.Invoke("close");
            throw;
        }
    }

    private static Any Redirect(Any self, Any parts)
    {
        var target = Modules.Import("urllib.parse").Invoke("urlunsplit", PyTuple.Of(parts[0], parts[1], parts[2] + "/", parts[3], parts[4]));
        self.Invoke("send_response", Status("MOVED_PERMANENTLY"));
        self.Invoke("send_header", "Location", target);
        self.Invoke("send_header", "Content-Length", "0");
        self.Invoke("end_headers");
        return Any.None;
    }

    /// <summary>Whether the client has the file as it is now.</summary>
    private static bool IsUnchanged(Any headers, Any modified)
    {
        if (!headers.Contains("If-Modified-Since") || headers.Contains("If-None-Match"))
            return false;
        try
        {
            var since = Mail.MailDates.ToDateTime(headers["If-Modified-Since"]);
            var utc = Modules.Import("datetime").Get("timezone").Get("utc");
            if (since.Get("tzinfo").IsNone)
                since = since.Invoke("replace", new Arguments { { "tzinfo", utc } });
            if (!Operators.Equal(since.Get("tzinfo"), utc))
                return false;
            var last = Modules.Import("datetime").Get("datetime").Invoke("fromtimestamp", modified, utc).Invoke("replace", new Arguments { { "microsecond", 0 } });
            return last <= since;
        }
        catch (BaseException error) when (error is TypeError or IndexError or OverflowError or ValueError)
        {
            return false;
        }
    }

    private static Any List(Any self, Any path)
    {
        List<string> names;
        try
        {
            names = [.. Operators.Iter(Modules.Import("os").Invoke("listdir", path)).Select(Operators.Str)];
        }
        catch (OSError)
        {
            return NotFound(self, "No permission to list directory");
        }
        Any Escaped(string text) => Modules.Import("html").Invoke("escape", new Arguments { text, { "quote", false } });
        var title = $"Directory listing for {Operators.Str(Escaped(Mail.Parameters.Unquoted(Operators.Str(self.Get("path")), "utf-8")))}";
        var lines = new List<string> { "<!DOCTYPE HTML>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">", $"<title>{title}</title>\n</head>", $"<body>\n<h1>{title}</h1>", "<hr>\n<ul>" };
        foreach (var name in names.OrderBy(static n => Str.Lower(n), StringComparer.Ordinal))
        {
            var full = Paths("join", path, name);
            var isFolder = Paths("isdir", full).Truth;
            var shown = Paths("islink", full).Truth ? name + "@" : isFolder ? name + "/" : name;
            var link = Modules.Import("urllib.parse").Invoke("quote", new Arguments { isFolder ? name + "/" : name, { "errors", "surrogatepass" } });
            lines.Add($"<li><a href=\"{Operators.Str(link)}\">{Operators.Str(Escaped(shown))}</a></li>");
        }
        lines.Add("</ul>\n<hr>\n</body>\n</html>\n");
        var data = new PyBytes(Codecs.Encode(string.Join('\n', lines), "utf-8", "surrogateescape"));
        self.Invoke("send_response", Status("OK"));
        self.Invoke("send_header", "Content-type", "text/html; charset=utf-8");
        self.Invoke("send_header", "Content-Length", Operators.Str(Operators.Len(data)));
        self.Invoke("end_headers");
        return Modules.Import("io").Invoke("BytesIO", data);
    }

    /// <summary>The file that a path of a URL means: nothing outside of the folder.</summary>
    private static string Translate(Any self, string path)
    {
        path = path.Split('?')[0].Split('#')[0];
        var trailing = path.TrimEnd().EndsWith('/');
        path = Operators.Str(Modules.Import("posixpath").Invoke("normpath", Mail.Parameters.Unquoted(path, "utf-8")));
        var result = self.Get("directory");
        foreach (var word in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (!Paths("dirname", word).Truth && word is not ("." or ".."))
                result = Paths("join", result, word);
        return Operators.Str(result) + (trailing ? "/" : "");
    }
}
