using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WebServers;

public static class Module
{
    internal static Any Http = Any.Unbound;
    internal static Any Json = Any.Unbound;
    internal static Any Urllib = Any.Unbound;
    internal static Any HTTPStatus = Any.Unbound;
    internal static Any Connection = Any.Unbound;
    internal static Any Folder = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("web_servers.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any modified = default;
        Any headers = default;
        // A server of the web and its clients: http.server, http.client and urllib.request over the loopback.
        Http = Modules.ImportRoot("http.client");
        Http = Modules.ImportRoot("http.server");
        Json = Modules.Import("json");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any threading = Modules.Import("threading");
        Urllib = Modules.ImportRoot("urllib.error");
        Urllib = Modules.ImportRoot("urllib.parse");
        Urllib = Modules.ImportRoot("urllib.request");
        HTTPStatus = Modules.ImportFrom("http", "HTTPStatus");

        Any handler = ClassBuilder.Build("Handler", "Handler", "__main__", new Arguments { Http.Get("server").Get("BaseHTTPRequestHandler") }, ns =>
        {
            ns["protocol_version"] = "HTTP/1.1";
            ns["log"] = (PyList<Any>)[];

            Any answerStatus = HTTPStatus.Get("OK");
            void Answer(Any self, Any body, Any status, PyDict<Any, Any> headers)
            {
                self.Invoke("send_response", status);
                self.Invoke("send_header", "Content-Length", ToStr(Len(body)));
                foreach (var (name, value) in headers.Items)
                {
                    self.Invoke("send_header", name.Invoke("replace", "_", "-"), value);
                }
                self.Invoke("end_headers");
                if (self.Get("command") != "HEAD")
                {
                    self.Get("wfile").Invoke("write", body);
                }
            }
            ns["answer"] = new PyFunction("Handler.answer", "self, body, status=, **headers", (Any[] a) => Answer(a[0], a[1], a[2], a[3].As<PyDict<Any, Any>>()), answerStatus);

            void DoGET(Any self)
            {
                var items = Operators.Unpack(self.Get("path").Invoke("partition", "?"), 3);
                Any path = items[0];
                _ = items[1];
                Any query = items[2];
                if (path == "/echo")
                {
                    self.Invoke("answer", new Arguments { Json.Get("dumps").Call(Urllib.Get("parse").Get("parse_qs").Call(query)).Invoke("encode"), { "Content_Type", "application/json" } });
                }
                else if (path == "/moved")
                {
                    self.Invoke("answer", new Arguments { PyBytes.FromLatin1("gone"), HTTPStatus.Get("FOUND"), { "Location", "/echo?from=moved" } });
                }
                else if (path == "/loop")
                {
                    self.Invoke("answer", new Arguments { PyBytes.FromLatin1(""), HTTPStatus.Get("FOUND"), { "Location", "/loop" } });
                }
                else if (path == "/chunks")
                {
                    self.Invoke("send_response", 200);
                    self.Invoke("send_header", "Transfer-Encoding", "chunked");
                    self.Invoke("end_headers");
                    foreach (var part in new PyBytes[] { PyBytes.FromLatin1("one "), PyBytes.FromLatin1("two "), PyBytes.FromLatin1("three") })
                    {
                        self.Get("wfile").Invoke("write", (Any)PyBytes.FromLatin1("%X\r\n%s\r\n") % Generic.ToAny((Len(part), part)));
                    }
                    self.Get("wfile").Invoke("write", PyBytes.FromLatin1("0\r\n\r\n"));
                }
                else if (path == "/secret")
                {
                    if (self.Get("headers").Invoke("get", "Authorization") == "Basic YW5uOnB3")
                    {
                        self.Invoke("answer", PyBytes.FromLatin1("welcome"));
                    }
                    else
                    {
                        self.Invoke("answer", new Arguments { PyBytes.FromLatin1("who?"), 401, { "WWW_Authenticate", "Basic realm=\"here\"" } });
                    }
                }
                else if (path == "/headers")
                {
                    IEnumerable<string> Items(IEnumerable<Any> source)
                    {
                        foreach (var item in source)
                        {
                            var items2 = Operators.Unpack(item, 2);
                            Any k = items2[0];
                            Any v = items2[1];
                            if (!Generic.ToAny(("Host", "User-Agent")).Contains(k))
                            {
                                yield return F($"{k}: {v}");
                            }
                        }
                    }
                    self.Invoke("answer", Str.Encode(Str.Join("\n", Items(Sequences.Of(self.Get("headers").Invoke("items"))))));
                }
                else
                {
                    self.Invoke("send_error", 404);
                }
            }
            ns["do_GET"] = new PyFunction("Handler.do_GET", "self", (Any self) => DoGET(self));

            ns["do_HEAD"] = ns.Load("do_GET");

            void DoPOST(Any self)
            {
                Any body = default;
                Any count = default;
                Any size = self.Get("headers")["Content-Length"];
                if (size.IsNone)
                {
                    body = PyBytes.FromLatin1("");
                    while ((count = Builtins.Get("int").Call(self.Get("rfile").Invoke("readline"), 16)).Truth)
                    {
                        body = Any.AddInPlace(body, self.Get("rfile").Invoke("read", count));
                        self.Get("rfile").Invoke("readline");
                    }
                    self.Get("rfile").Invoke("readline");
                }
                else
                {
                    body = self.Get("rfile").Invoke("read", Numbers.ToInt(size));
                }
                self.Invoke("answer", (Any)PyBytes.FromLatin1("%s %s") % Generic.ToAny((self.Get("headers").Invoke("get", "Content-Type", "-").Invoke("encode"), body)), HTTPStatus.Get("CREATED"));
            }
            ns["do_POST"] = new PyFunction("Handler.do_POST", "self", (Any self) => DoPOST(self));

            void LogMessage(Any self, Any format, PyTuple args)
            {
                self.Get("log").Invoke("append", format % args);
            }
            ns["log_message"] = new PyFunction("Handler.log_message", "self, format, *args", (Any[] a) => LogMessage(a[0], a[1], a[2].As<PyTuple>()));
        });

        Any server = Http.Get("server").Get("ThreadingHTTPServer").Call(PyTuple.Of("127.0.0.1", 0), handler);
        Any thread = threading.Get("Thread").Call(new Arguments { { "target", server.Get("serve_forever") }, { "daemon", true } });
        thread.Invoke("start");
        var items = Operators.Unpack(server.Get("server_address"), 2);
        Any host = items[0];
        Any port = items[1];
        string @base = F($"http://127.0.0.1:{port}");

        // One connection for several requests.
        Connection = Http.Get("client").Get("HTTPConnection").Call(new Arguments { host, port, { "timeout", 10 } });
        Connection.Invoke("request", "GET", "/echo?a=1&a=2&b=x%20y");
        Any response = Connection.Invoke("getresponse");
        Print(response.Get("status"), response.Get("reason"), response.Get("version"), response.Invoke("getheader", "content-type"), Json.Get("load").Call(response), response.Invoke("isclosed"));
        Connection.Invoke("request", new Arguments { "POST", "/", { "body", Str.Encode("naïve") }, { "headers", new PyDict<Any, Any> { ["Content-Type"] = "text/plain" } } });
        response = Connection.Invoke("getresponse");
        Print(response.Get("status"), response.Get("reason"), response.Invoke("read"), response.Get("headers")["Server"].Invoke("split", "/")[0]);
        Connection.Invoke("request", new Arguments { "POST", "/", { "body", Generator.Of("<genexpr>", "<genexpr>", new PyBytes[] { PyBytes.FromLatin1("a"), PyBytes.FromLatin1("bc") }) } });
        Print(Connection.Invoke("getresponse").Invoke("read"));
        Connection.Invoke("request", "HEAD", "/echo?x=1");
        response = Connection.Invoke("getresponse");
        Print(response.Get("status"), response.Get("length"), response.Invoke("read"), response.Invoke("getheader", "nothing", "none"));
        Connection.Invoke("request", "GET", "/chunks");
        response = Connection.Invoke("getresponse");
        Print(response.Get("chunked"), response.Invoke("read", 5), response.Invoke("read1"), response.Invoke("read"));
        try
        {
            Connection.Invoke("putrequest", "GET", "/chunks");
            Connection.Invoke("putrequest", "GET", "/chunks");
        }
        catch (BaseException error) when (Except.Matches(error, Http.Get("client").Get("CannotSendRequest")))
        {
            Print("CannotSendRequest", error);
        }
        Connection.Invoke("close");
        foreach (var wrong in new Any[] { new PyFunction("<lambda>", "", () => Http.Get("client").Get("HTTPConnection").Call("a:b")), new PyFunction("<lambda>", "", () => Connection.Invoke("request", "GET", "/a b")), new PyFunction("<lambda>", "", () => Connection.Invoke("putheader", "x", "y")), new PyFunction("<lambda>", "", () => Connection.Invoke("getresponse")), new PyFunction("<lambda>", "", () => Connection.Invoke("request", new Arguments { "GET", "/", { "headers", new PyDict<Any, Any> { ["a b:"] = "c" } } })) })
        {
            try
            {
                wrong.Call();
            }
            catch (PyException error)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        Connection.Invoke("close");
        Print(Http.Get("client").Get("responses")[404], Http.Get("client").Get("NOT_FOUND"), Http.Get("client").Get("HTTP_PORT"));

        // urlopen and openers.
        var manager = Context.Of(Urllib.Get("request").Get("urlopen").Call(@base + "/echo?q=1"));
        Any entered = manager.Enter();
        try
        {
            Any page = entered;
            Print(page.Get("status"), Operators.Compare(Comparison.Eq, page.Invoke("geturl"), @base + "/echo?q=1"), page.Invoke("info").Invoke("get_content_type"), page.Invoke("read"));
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(Urllib.Get("request").Get("urlopen").Call(new Arguments { @base + "/", { "data", Urllib.Get("parse").Get("urlencode").Call(new PyDict<Any, Any> { ["k"] = "v w" }).Invoke("encode") } }).Invoke("read"));
        var manager2 = Context.Of(Urllib.Get("request").Get("urlopen").Call(@base + "/moved"));
        Any entered2 = manager2.Enter();
        try
        {
            Any page = entered2;
            Print(page.Get("url").Invoke("endswith", "/echo?from=moved"), page.Invoke("read"));
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        foreach (var item in new string[] { "/nothing", "/loop", "/secret" })
        {
            Any path = item;
            try
            {
                Urllib.Get("request").Get("urlopen").Call(@base + path);
            }
            catch (BaseException error) when (Except.Matches(error, Urllib.Get("error").Get("HTTPError")))
            {
                using var handling = Handling.Of(error);
                Print(((Any)error).Get("code"), ((Any)error).Get("reason"), Str.SplitLines(ToStr(error))[0], ((Any)error).Get("headers")["Content-Length"], ((Any)error).Invoke("read")[new PySlice(Any.None, 4, Any.None)]);
            }
        }
        Any passwords = Urllib.Get("request").Get("HTTPPasswordMgrWithDefaultRealm").Call();
        passwords.Invoke("add_password", new Arguments { Any.None, @base, "ann", "pw" });
        Any opener = Urllib.Get("request").Get("build_opener").Call(Urllib.Get("request").Get("HTTPBasicAuthHandler").Call(passwords));
        opener.Set("addheaders", (PyList<Any>)[PyTuple.Of("User-agent", "golden"), PyTuple.Of("X-More", "yes")]);
        Print(opener.Invoke("open", @base + "/secret").Invoke("read"), opener.Invoke("open", @base + "/headers").Invoke("read"));
        Any request = Urllib.Get("request").Get("Request").Call(new Arguments { @base + "/headers#part", { "headers", new PyDict<Any, Any> { ["x-own"] = "1" } }, { "method", "GET" } });
        request.Invoke("add_header", "Accept", "text/*");
        Print(request.Invoke("get_method"), Operators.Compare(Comparison.Eq, request.Get("host"), F($"127.0.0.1:{port}")), request.Get("selector"), request.Get("fragment"), request.Invoke("header_items"), request.Invoke("has_header", "X-own"));
        Print(Urllib.Get("request").Get("urlopen").Call(request).Invoke("read"));
        try
        {
            Urllib.Get("request").Get("urlopen").Call(new Arguments { "http://127.0.0.1:1/", { "timeout", 5 } });
        }
        catch (BaseException error) when (Except.Matches(error, Urllib.Get("error").Get("URLError")))
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(((Any)error).Get("reason")).Name, error);
        }
        foreach (var url in new string[] { "nothing:x", "no url", "data:text/plain;charset=utf-8;base64,aGVsbG8=", "data:,a%20b" })
        {
            try
            {
                var manager3 = Context.Of(Urllib.Get("request").Get("urlopen").Call(url));
                Any entered3 = manager3.Enter();
                try
                {
                    Any page = entered3;
                    Print(page.Get("headers")["content-type"], page.Get("headers")["content-length"], page.Invoke("read"));
                }
                catch (BaseException error4)
                {
                    if (!manager3.Exit(error4))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager3.Exit();
                }
            }
            catch (BaseException error) when (Except.Matches(error, PyTuple.Of(Urllib.Get("error").Get("URLError"), ValueError.Type)))
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        server.Invoke("shutdown");
        server.Invoke("server_close");
        thread.Invoke("join");
        Print(Len(handler.Get("log")), handler.Get("log")[0], handler.Get("log")[-1]);

        // The files of a folder.
        Folder = tempfile.Get("mkdtemp").Call();
        using (var file = TextFile.Open(os.Get("path").Get("join").Call(Folder, "page.html"), "w"))
        {
            file.Write("<p>Hello</p>");
        }
        using (var file = TextFile.Open(os.Get("path").Get("join").Call(Folder, "a&b.txt"), "w"))
        {
            file.Write("text");
        }
        os.Get("mkdir").Call(os.Get("path").Get("join").Call(Folder, "sub"));

        Any quietClass = Any.Unbound;
        quietClass = ClassBuilder.Build("Quiet", "Quiet", "__main__", new Arguments { Http.Get("server").Get("SimpleHTTPRequestHandler") }, ns2 =>
        {
            void Init(Any self, PyTuple args, PyDict<Any, Any> kwargs)
            {
                ((Any)new Super(quietClass.As<PyType>(), self)).Invoke("__init__", new Arguments { new Star(args), { "directory", Folder }, new StarStar(kwargs) });
            }
            ns2["__init__"] = new PyFunction("Quiet.__init__", "self, *args, **kwargs", (Any[] a) => Init(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));

            void LogMessage(Any self, PyTuple args)
            {
            }
            ns2["log_message"] = new PyFunction("Quiet.log_message", "self, *args", (Any[] a) => LogMessage(a[0], a[1].As<PyTuple>()));
            ns2.ClassCell(made2 => quietClass = made2);
        });
        Any quiet = quietClass;

        var manager4 = Context.Of(Http.Get("server").Get("HTTPServer").Call(PyTuple.Of("127.0.0.1", 0), quiet));
        Any entered4 = manager4.Enter();
        try
        {
            server = entered4;
            threading.Get("Thread").Call(new Arguments { { "target", server.Get("serve_forever") }, { "daemon", true } }).Invoke("start");
            @base = F($"http://127.0.0.1:{server.Get("server_port")}");
            var manager5 = Context.Of(Urllib.Get("request").Get("urlopen").Call(@base + "/page.html"));
            Any entered5 = manager5.Enter();
            try
            {
                Any page = entered5;
                Print(page.Get("headers").Invoke("get_content_type"), page.Get("headers")["Content-Length"], page.Invoke("read"));
                modified = page.Get("headers")["Last-Modified"];
            }
            catch (BaseException error6)
            {
                if (!manager5.Exit(error6))
                {
                    throw;
                }
            }
            finally
            {
                manager5.Exit();
            }
            Any listing = Urllib.Get("request").Get("urlopen").Call(@base + "/").Invoke("read").Invoke("decode");
            Print(listing);
            Print(Operators.Compare(Comparison.Eq, Urllib.Get("request").Get("urlopen").Call(@base + "/sub").Invoke("geturl"), @base + "/sub/"));
            foreach (var item2 in new Any[] { PyTuple.Of("/../etc/passwd", new PyDict<Any, Any>()), PyTuple.Of("/page.html", new PyDict<string, Any> { ["If-Modified-Since"] = modified }), PyTuple.Of("/missing", new PyDict<Any, Any>()) })
            {
                var items2 = Operators.Unpack(item2, 2);
                Any path = items2[0];
                headers = items2[1];
                try
                {
                    Urllib.Get("request").Get("urlopen").Call(Urllib.Get("request").Get("Request").Call(new Arguments { @base + path, { "headers", headers } }));
                }
                catch (BaseException error) when (Except.Matches(error, Urllib.Get("error").Get("HTTPError")))
                {
                    using var handling = Handling.Of(error);
                    Print(path, ((Any)error).Get("code"), ((Any)error).Get("msg"));
                }
            }
            var items3 = Operators.Unpack(Urllib.Get("request").Get("urlretrieve").Call(@base + "/page.html", os.Get("path").Get("join").Call(Folder, "copy")), 2);
            Any name = items3[0];
            headers = items3[1];
            Print(TextFile.Open(name).Read(), headers["Content-Length"]);
            server.Invoke("shutdown");
        }
        catch (BaseException error5)
        {
            if (!manager4.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        var manager6 = Context.Of(Urllib.Get("request").Get("urlopen").Call("file://" + Urllib.Get("request").Get("pathname2url").Call(os.Get("path").Get("join").Call(Folder, "page.html"))));
        Any entered6 = manager6.Enter();
        try
        {
            Any page = entered6;
            Print(page.Get("headers")["Content-type"], page.Get("headers")["Content-length"], page.Invoke("read"));
        }
        catch (BaseException error7)
        {
            if (!manager6.Exit(error7))
            {
                throw;
            }
        }
        finally
        {
            manager6.Exit();
        }
        try
        {
            Urllib.Get("request").Get("urlopen").Call("file:///nothing/here");
        }
        catch (BaseException error) when (Except.Matches(error, Urllib.Get("error").Get("URLError")))
        {
            Print(error);
        }
    }
}
