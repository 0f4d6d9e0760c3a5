using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MailServers;

public static class Module
{
    internal static Any Http = Any.Unbound;
    internal static Any Urllib = Any.Unbound;
    internal static Any MIMEText = Any.Unbound;
    internal static Any MailHandler = Any.Unbound;
    internal static Any Smtp = Any.Unbound;
    internal static Any Cookie = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("mail_servers.py", args, Run);

    public static void Heard()
    {
        foreach (var line in Sequences.Of(MailHandler.Get("conversation")))
        {
            Print("   ", line);
        }
        MailHandler.Get("conversation").Invoke("clear");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Mail sent to a server of the program's own, log records sent by mail and to the web, and cookies.
        Http = Modules.ImportRoot("http.cookies");
        Http = Modules.ImportRoot("http.server");
        Any logging = Modules.Import("logging");
        logging = Modules.ImportRoot("logging.handlers");
        Any smtplib = Modules.Import("smtplib");
        Any socketserver = Modules.Import("socketserver");
        Any threading = Modules.Import("threading");
        Urllib = Modules.ImportRoot("urllib.parse");
        Any emailMessage = Modules.ImportFrom("email.message", "EmailMessage");
        MIMEText = Modules.ImportFrom("email.mime.text", "MIMEText");

        MailHandler = ClassBuilder.Build("MailHandler", "MailHandler", "__main__", new Arguments { socketserver.Get("StreamRequestHandler") }, ns =>
        {
            ns["__doc__"] = "A server of just what a client says.";

            ns["conversation"] = (PyList<Any>)[];

            void Say(Any self, Any text)
            {
                self.Get("wfile").Invoke("write", text.Invoke("encode") + PyBytes.FromLatin1("\r\n"));
            }
            ns["say"] = new PyFunction("MailHandler.say", "self, text", (Any self, Any text) => Say(self, text));

            void Handle(Any self)
            {
                Any line = default;
                Any text = default;
                self.Invoke("say", "220 test ESMTP");
                while ((line = self.Get("rfile").Invoke("readline").Invoke("decode").Invoke("rstrip", "\r\n")).Truth)
                {
                    Any verb = line.Invoke("split")[0].Invoke("upper");
                    self.Get("conversation").Invoke("append", !Generic.ToAny(("EHLO", "HELO", "LHLO")).Contains(verb) ? line : verb);
                    if (verb == "EHLO")
                    {
                        self.Invoke("say", "250-test\r\n250-SIZE 1000000\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250 8BITMIME");
                    }
                    else if (verb == "AUTH" && line.Invoke("endswith", "CRAM-MD5").Truth)
                    {
                        self.Invoke("say", "334 PDEyMz4=");
                        self.Get("rfile").Invoke("readline");
                        self.Invoke("say", "535 no");
                    }
                    else if (verb == "AUTH")
                    {
                        self.Invoke("say", "235 welcome");
                    }
                    else if (verb == "RCPT" && line.Contains("nobody"))
                    {
                        self.Invoke("say", "550 no such user");
                    }
                    else if (verb == "MAIL" && line.Contains("evil"))
                    {
                        self.Invoke("say", "553 not you");
                    }
                    else if (verb == "DATA")
                    {
                        self.Invoke("say", "354 go on");
                        while ((text = self.Get("rfile").Invoke("readline").Invoke("decode").Invoke("rstrip", "\r\n")) != ".")
                        {
                            if (!text.Invoke("startswith", "Date:").Truth)
                            {
                                self.Get("conversation").Invoke("append", "| " + text);
                            }
                        }
                        self.Invoke("say", "250 taken");
                    }
                    else if (verb == "QUIT")
                    {
                        self.Invoke("say", "221 bye");
                        return;
                    }
                    else if (verb == "VRFY")
                    {
                        self.Invoke("say", "252 perhaps");
                    }
                    else
                    {
                        self.Invoke("say", "250 ok");
                    }
                }
            }
            ns["handle"] = new PyFunction("MailHandler.handle", "self", (Any self) => Handle(self));
        });

        Any server = socketserver.Get("ThreadingTCPServer").Call(PyTuple.Of("127.0.0.1", 0), MailHandler);
        server.Set("daemon_threads", true);
        threading.Get("Thread").Call(new Arguments { { "target", server.Get("serve_forever") }, { "daemon", true } }).Invoke("start");
        var items = Operators.Unpack(server.Get("server_address"), 2);
        Any host = items[0];
        Any port = items[1];

        var manager = Context.Of(smtplib.Get("SMTP").Call(new Arguments { host, port, { "local_hostname", "me" }, { "timeout", 10 } }));
        Any entered = manager.Enter();
        try
        {
            Smtp = entered;
            Print(Smtp.Invoke("ehlo"), Smtp.Get("esmtp_features"), Smtp.Invoke("has_extn", "size"), Smtp.Get("does_esmtp"));
            Print(Smtp.Invoke("login", "ann", "secret"));
            Any message = emailMessage.Call();
            message.SetItem("From", "Ann <ann@example.com>");
            message.SetItem("To", "Bob <bob@example.org>, carol@example.net");
            message.SetItem("Bcc", "secret@example.org");
            message.SetItem("Subject", "Grüße");
            message.Invoke("set_content", "Hello.\n.leading period\nÄnderung\n");
            Print(Smtp.Invoke("send_message", message));
            Print(Smtp.Invoke("sendmail", "a@b", (PyList<Any>)["c@d", "nobody@d"], "Subject: x\n\nplain\ntext"));
            Print(Smtp.Invoke("noop"), Smtp.Invoke("verify", "x@y"), Smtp.Invoke("rset"));
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
        Heard();
        Smtp = smtplib.Get("SMTP").Call();
        Smtp.Set("local_hostname", "me");
        Print(Smtp.Invoke("connect", host, port));
        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => Smtp.Invoke("sendmail", "evil@x", "a@b", "")), new PyFunction("<lambda>", "", () => Smtp.Invoke("sendmail", "a@b", (PyList<Any>)["nobody@x"], "x")), new PyFunction("<lambda>", "", () => Smtp.Invoke("putcmd", "a\nb")), Smtp.Get("starttls"), new PyFunction("<lambda>", "", () => Smtp.Invoke("sendmail", "ä@b", "c@d", "é")), new PyFunction("<lambda>", "", () => Smtp.Invoke("send_message", MIMEText.Call("no address"))) })
        {
            try
            {
                Print(call.Call());
            }
            catch (PyException error)
            {
                using var handling = Handling.Of(error);
                Print(PyType.Of(error).Name, error, GetAttr(error, "recipients", ""));
            }
        }
        Print(Smtp.Invoke("quit"));
        try
        {
            Smtp.Invoke("noop");
        }
        catch (BaseException error) when (Except.Matches(error, smtplib.Get("SMTPServerDisconnected")))
        {
            Print(error);
        }
        MailHandler.Get("conversation").Invoke("clear");
        Print(smtplib.Get("quoteaddr").Call("Ann <a@b>"), smtplib.Get("quoteaddr").Call("x"), Repr(smtplib.Get("quotedata").Call("a\n.b\r\nc")));

        // Records of a log.
        Any logger = logging.Get("getLogger").Call("golden");
        logger.Set("propagate", false);
        Any handler = logging.Get("handlers").Get("SMTPHandler").Call(new Arguments { PyTuple.Of(host, port), "log@example.com", (PyList<Any>)["admin@example.com"], "Trouble", { "credentials", PyTuple.Of("ann", "pw") } });
        handler.Invoke("setFormatter", logging.Get("Formatter").Call("%(levelname)s: %(message)s"));
        logger.Invoke("addHandler", handler);
        logger.Invoke("error", "disk %s is full", "C");
        logger.Invoke("removeHandler", handler);
        Heard();
        server.Invoke("shutdown");
        server.Invoke("server_close");

        Any collector = ClassBuilder.Build("Collector", "Collector", "__main__", new Arguments { Http.Get("server").Get("BaseHTTPRequestHandler") }, ns2 =>
        {
            ns2["got"] = (PyList<Any>)[];

            void DoPOST(Any self)
            {
                Any fields = Urllib.Get("parse").Get("parse_qs").Call(self.Get("rfile").Invoke("read", Numbers.ToInt(self.Get("headers")["Content-Length"])).Invoke("decode"));
                self.Get("got").Invoke("append", PyTuple.Of(self.Get("path"), self.Get("headers")["Content-Type"], fields["name"], fields["msg"], fields["levelname"]));
                self.Invoke("send_response", 200);
                self.Invoke("end_headers");
            }
            ns2["do_POST"] = new PyFunction("Collector.do_POST", "self", (Any self) => DoPOST(self));

            void LogMessage(Any self, PyTuple args)
            {
            }
            ns2["log_message"] = new PyFunction("Collector.log_message", "self, *args", (Any[] a) => LogMessage(a[0], a[1].As<PyTuple>()));
        });

        Any web = Http.Get("server").Get("HTTPServer").Call(PyTuple.Of("127.0.0.1", 0), collector);
        threading.Get("Thread").Call(new Arguments { { "target", web.Get("serve_forever") }, { "daemon", true } }).Invoke("start");
        handler = logging.Get("handlers").Get("HTTPHandler").Call(new Arguments { F($"127.0.0.1:{web.Get("server_port")}"), "/log", { "method", "POST" } });
        logger.Invoke("addHandler", handler);
        logger.Invoke("warning", "over the web");
        web.Invoke("shutdown");
        web.Invoke("server_close");
        Print(collector.Get("got"));

        // Cookies.
        Cookie = Http.Get("cookies").Invoke("SimpleCookie");
        Cookie.SetItem("session", "abc123");
        Cookie["session"].SetItem("path", "/");
        Cookie["session"].SetItem("httponly", true);
        Cookie["session"].SetItem("max-age", 3600);
        Cookie.SetItem("name", "semi; \"quoted\" ä");
        Cookie.SetItem("number", 7);
        Print(Cookie.Invoke("output"));
        Print(Cookie, Repr(Cookie), Cookie["session"].Get("value"), Cookie["number"].Get("coded_value"));
        Any read = Http.Get("cookies").Invoke("SimpleCookie", "a=1; b=\"two; three\"; session=x.y; Path=/q; Secure; $Version=1; c=d=e");
        IEnumerable<(Any, (Any, Any, Any))> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items2 = Operators.Unpack(item, 2);
                Any key = items2[0];
                Any morsel = items2[1];
                yield return (key, (morsel.Get("value"), morsel["path"], morsel["secure"]));
            }
        }
        Print(new PyDict<Any, (Any, Any, Any)>(Items(Sequences.Of(read.Invoke("items")))));
        read.Invoke("load", new PyDict<Any, Any> { ["z"] = "last" });
        Print(read.Invoke("output", new Arguments { { "header", "Cookie:" }, { "sep", "|" } }), Operators.Compare(Comparison.Eq, read["a"], Http.Get("cookies").Invoke("SimpleCookie", "a=1")["a"]), Cookie["session"].Invoke("OutputString", (PyList<Any>)["path"]));
        foreach (var wrong in new Any[] { new PyFunction("<lambda>", "", () => Cookie.Invoke("__setitem__", "bad key", 1)), new PyFunction("<lambda>", "", () => Cookie["name"].Invoke("__setitem__", "nothing", 1)), new PyFunction("<lambda>", "", () => Http.Get("cookies").Invoke("Morsel").Invoke("set", "path", "", "")) })
        {
            try
            {
                wrong.Call();
            }
            catch (BaseException caught)
            {
                using var handling = Handling.Of(caught);
                if (Except.Matches(caught, Http.Get("cookies").Get("CookieError")))
                {
                    BaseException error = caught;
                    Print(error);
                }
                else
                {
                    throw;
                }
            }
        }
        Print(Repr(Http.Get("cookies").Invoke("SimpleCookie", "broken cookie")), Http.Get("cookies").Invoke("BaseCookie", "k=v")["k"].Get("value"));
    }
}
