using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MailMessages;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("mail_messages.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;
        // Mail: messages built and read, in the old way and the new one.
        Any email = Modules.Import("email");
        email = Modules.ImportRoot("email.policy");
        Any encoders = Modules.ImportFrom("email", "encoders");
        Any messageFromBytes = Modules.ImportFrom("email", "message_from_bytes");
        Any messageFromString = Modules.ImportFrom("email", "message_from_string");
        Any bytesGenerator = Modules.ImportFrom("email.generator", "BytesGenerator");
        Any generator = Modules.ImportFrom("email.generator", "Generator");
        Any header = Modules.ImportFrom("email.header", "Header");
        Any decodeHeader = Modules.ImportFrom("email.header", "decode_header");
        Any makeHeader = Modules.ImportFrom("email.header", "make_header");
        Any address = Modules.ImportFrom("email.headerregistry", "Address");
        Any group = Modules.ImportFrom("email.headerregistry", "Group");
        Any emailMessage = Modules.ImportFrom("email.message", "EmailMessage");
        Any mimeApplication = Modules.ImportFrom("email.mime.application", "MIMEApplication");
        Any mimeBase = Modules.ImportFrom("email.mime.base", "MIMEBase");
        Any mimeImage = Modules.ImportFrom("email.mime.image", "MIMEImage");
        Any mimeMultipart = Modules.ImportFrom("email.mime.multipart", "MIMEMultipart");
        Any mimeText = Modules.ImportFrom("email.mime.text", "MIMEText");
        Any headerParser = Modules.ImportFrom("email.parser", "HeaderParser");
        Any parser = Modules.ImportFrom("email.parser", "Parser");
        Any collapseRfc2231Value = Modules.ImportFrom("email.utils", "collapse_rfc2231_value");
        Any formatDatetime = Modules.ImportFrom("email.utils", "format_datetime");
        Any formataddr = Modules.ImportFrom("email.utils", "formataddr");
        Any formatdate = Modules.ImportFrom("email.utils", "formatdate");
        Any getaddresses = Modules.ImportFrom("email.utils", "getaddresses");
        Any mktimeTz = Modules.ImportFrom("email.utils", "mktime_tz");
        Any parseaddr = Modules.ImportFrom("email.utils", "parseaddr");
        Any parsedate = Modules.ImportFrom("email.utils", "parsedate");
        Any parsedateToDatetime = Modules.ImportFrom("email.utils", "parsedate_to_datetime");
        Any parsedateTz = Modules.ImportFrom("email.utils", "parsedate_tz");
        Any quote = Modules.ImportFrom("email.utils", "quote");
        Any unquote = Modules.ImportFrom("email.utils", "unquote");
        Any datetime = Modules.Import("datetime");
        Any io = Modules.Import("io");

        // The new way.
        Any msg = emailMessage.Call();
        msg.SetItem("Subject", "Monthly report");
        msg.SetItem("From", address.Call("Ann Ä. Author", "ann", "example.com"));
        msg.SetItem("To", Generic.ToAny((address.Call("Bob", "bob", "example.org"), address.Call("Carol, Jr.", "carol", "example.net"))));
        msg.SetItem("Date", datetime.Get("datetime").Call(new Arguments { 2024, 2, 29, 12, 30, { "tzinfo", datetime.Get("timezone").Call(datetime.Get("timedelta").Call(new Arguments { { "hours", 2 } })) } }));
        msg.Invoke("set_content", "Hello,\nthe report is attached.\n");
        Print(msg);
        msg.Invoke("add_alternative", new Arguments { "<p>Hello, <b>the report</b> is attached. Grüße!</p>\n", { "subtype", "html" } });
        msg.Invoke("add_attachment", new Arguments { PyBytes.FromLatin1("a,b\n1,2\n"), { "maintype", "text" }, { "subtype", "csv" }, { "filename", "report.csv" } });
        msg.Invoke("add_attachment", new Arguments { (Any)PyBytes.FromLatin1("\0\u0001\u0002") * 40, { "maintype", "application" }, { "subtype", "octet-stream" }, { "filename", "Übersicht.bin" } });
        msg.Invoke("set_boundary", "BOUNDARY");
        Print(msg.Invoke("get_content_type"), msg.Invoke("is_multipart"), new PyList<Any>(Sequences.Of(msg.Invoke("walk")).Select(p => p.Invoke("get_content_type"))));
        foreach (var part in Sequences.Of(msg.Invoke("iter_attachments")))
        {
            Print(part.Invoke("get_filename"), part.Invoke("get_content_type"), Len(part.Invoke("get_content")), part.Invoke("get_content_disposition"));
        }
        Print(Repr(msg.Invoke("get_body", PyTuple.Of("html", "plain")).Invoke("get_content")), Repr(msg.Invoke("get_body", PyTuple.Of("plain")).Invoke("get_content")));
        Next(msg.Invoke("iter_parts")).Invoke("set_boundary", "INNER");
        Any text = msg.Invoke("as_string");
        Print(text);
        Any data = msg.Invoke("as_bytes", new Arguments { { "policy", email.Get("policy").Get("SMTP") } });
        Print(Len(data), data.Invoke("count", PyBytes.FromLatin1("\r\n")));
        Any again = messageFromBytes.Call(new Arguments { data, { "policy", email.Get("policy").Get("default") } });
        Print(again["subject"], again["from"].Get("addresses"), again["to"].Get("addresses")[1].Get("display_name"), again["date"].Get("datetime"), again["content-type"].Get("params"));
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source2)
        {
            foreach (var item in source2)
            {
                var items = Operators.Unpack(item, 2);
                Any k = items[0];
                Any v = items[1];
                yield return (k, v);
            }
        }
        Print(new PyList<(Any, Any)>(Items(Sequences.Of(again.Invoke("items")))));

        Any @long = emailMessage.Call();
        @long.SetItem("Subject", "Ein sehr langer Betreff mit Umlauten äöüß, der in mehrere Zeilen gefaltet werden muß, weil er viel zu lang ist");
        @long.SetItem("X-Plain", Str.Repeat("word ", 30));
        @long.SetItem("To", Str.Join(", ", Sequences.Range(6).Select(i => F($"Person Number {i} <person{i}@example.com>"))));
        @long.SetItem("Cc", "Jürgen Müller <j@example.com>, Group: a@b.c, d@e.f;");
        @long.Invoke("set_content", Str.Repeat("Zeile mit ü und noch mehr Text, der länger als achtundsiebzig Zeichen ist, damit er kodiert werden muß\n", 2));
        Print(@long.Invoke("as_string"));
        @long.Invoke("set_content", new Arguments { Str.Repeat("日本語のテキスト。", 10), { "charset", "utf-8" } });
        Print(@long.Invoke("get_content"), @long["content-transfer-encoding"]);
        try
        {
            @long.SetItem("Subject", "twice");
        }
        catch (ValueError error)
        {
            Print(error);
        }
        try
        {
            emailMessage.Call().SetItem("To", "a@b.c\nBcc: evil@example.com");
        }
        catch (ValueError error)
        {
            Print(error);
        }
        Any outer = emailMessage.Call();
        outer.Invoke("set_content", "see below");
        outer.Invoke("make_mixed", new Arguments { { "boundary", "XX" } });
        outer.Invoke("add_attachment", @long);
        outer.SetItem("Message-ID", "<1@x>");
        Print(outer.Invoke("as_string")[new PySlice(Any.None, 300, Any.None)]);
        Print(new PyList<Any>(Sequences.Of(outer.Invoke("iter_attachments")))[0].Invoke("get_content")["To"]);

        // The old way.
        Any old = mimeMultipart.Call(new Arguments { "mixed", { "boundary", "=-=" } });
        old.SetItem("Subject", header.Call("Привет, мир! Это довольно длинная тема письма для проверки", "utf-8"));
        old.SetItem("From", formataddr.Call(PyTuple.Of("Иван", "ivan@example.com")));
        old.SetItem("To", "a@example.com");
        old.Set("preamble", "You need MIME.");
        old.Invoke("attach", mimeText.Call("plain text"));
        old.Invoke("attach", mimeText.Call("Текст письма\n", "plain", "utf-8"));
        old.Invoke("attach", mimeText.Call("café\n", "html", "iso-8859-1"));
        Any image = mimeImage.Call(new Arguments { PyBytes.FromLatin1("\u0089PNG\r\n\u001A\n") + Builtins.Get("bytes").Call(60), { "name", "dot.png" } });
        image.Invoke("add_header", new Arguments { "Content-Disposition", "attachment", { "filename", "dot.png" } });
        old.Invoke("attach", image);
        Any @base = mimeBase.Call("application", "zip");
        @base.Invoke("set_payload", PyBytes.FromLatin1("PK\u0003\u0004"));
        encoders.Invoke("encode_base64", @base);
        @base.Invoke("add_header", new Arguments { "Content-Disposition", "attachment", { "filename", PyTuple.Of("utf-8", "", "архив.zip") } });
        old.Invoke("attach", @base);
        old.Invoke("attach", mimeApplication.Call(PyBytes.FromLatin1("{}"), "json", encoders.Get("encode_7or8bit")));
        Print(old.Invoke("as_string", new Arguments { { "unixfrom", false } }));
        Any read = messageFromString.Call(old.Invoke("as_string"));
        foreach (var part in Sequences.Of(read.Invoke("walk")))
        {
            Print(part.Invoke("get_content_type"), part.Invoke("get_content_charset"), part.Invoke("get_filename"), (value = Operators.Compare(Comparison.NotEq, part.Invoke("get_content_maintype"), "multipart")).Truth ? part.Invoke("get_payload", new Arguments { { "decode", true } })[new PySlice(Any.None, 20, Any.None)] : value);
        }
        Print(ToStr(makeHeader.Call(decodeHeader.Call(read["subject"]))), parseaddr.Call(ToStr(makeHeader.Call(decodeHeader.Call(read["from"])))), read.Get("preamble"));
        Print(read.Invoke("keys"), read.Invoke("get_all", "to"), read.Invoke("get", "nothing", "?"), read.Contains("TO"), Len(read));
        read.Invoke("replace_header", "To", "b@example.com");
        read.DeleteItem("from");
        read.Invoke("add_header", new Arguments { "X-Note", "value", { "key", "v;1" }, { "flag", Any.None } });
        read.Invoke("set_param", "charset", "utf-8");
        read.Invoke("set_type", "multipart/alternative");
        Print(read.Invoke("items"), read.Invoke("get_params"), read.Invoke("get_boundary"), read.Invoke("get_charsets"));
        Any @out = io.Get("StringIO").Call();
        generator.Call(new Arguments { @out, { "mangle_from_", true }, { "maxheaderlen", 40 } }).Invoke("flatten", messageFromString.Call("Subject: a long subject that has to be wrapped somewhere\n\nFrom here\nto there\n"));
        Print(@out.Invoke("getvalue"));
        Any buffer = io.Get("BytesIO").Call();
        bytesGenerator.Call(buffer).Invoke("flatten", messageFromBytes.Call(PyBytes.FromLatin1("Subject: café\nContent-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: 8bit\n\ncafé\n")));
        Print(buffer.Invoke("getvalue"));

        // Reading.
        string source = "Return-Path: <a@b>\nReceived: from x\n\tby y; Mon, 1 Jan 2024 00:00:00 +0000\nFrom: =?utf-8?q?J=C3=BCrgen?= <j@x.de>\nSubject: =?iso-8859-1?Q?p=F6stal?= =?utf-8?b?IMOkw7Y=?= end\nContent-Type: multipart/mixed; boundary=\"b1\"\nMIME-Version: 1.0\n\npreamble\n--b1\nContent-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =\njoined\n--b1\nContent-Disposition: attachment; filename*0=\"long-\"; filename*1=\"name.txt\"\nContent-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ=\n--b1\nContent-Type: message/rfc822\n\nSubject: inner\n\nbody\n--b1--\nepilogue\n";
        foreach (var policy in new Any[] { email.Get("policy").Get("compat32"), email.Get("policy").Get("default") })
        {
            Any m = parser.Call(new Arguments { { "policy", policy } }).Invoke("parsestr", source);
            Print(m["subject"], "|", m["from"], "|", m["received"]);
            Print(new PyList<Any>(Sequences.Of(m.Invoke("walk")).Select(p => p.Invoke("get_content_type"))), m.Get("preamble"), m.Get("epilogue"), m.Get("defects"));
            var items2 = Operators.Unpack(m.Invoke("get_payload"), 3);
            Any first = items2[0];
            Any second = items2[1];
            Any third = items2[2];
            Print(Repr(first.Invoke("get_payload", new Arguments { { "decode", true } })), Repr(first.Invoke("get_payload")), second.Invoke("get_filename"), second.Invoke("get_payload", new Arguments { { "decode", true } }), third.Invoke("get_payload", 0)["subject"]);
            Print(Operators.Compare(Comparison.Eq, m.Invoke("as_string"), source));
        }
        Any broken = parser.Call(new Arguments { { "policy", email.Get("policy").Get("default") } }).Invoke("parsestr", "Subject: x\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\npart\n");
        Print(broken.Get("defects"), headerParser.Call().Invoke("parsestr", source)["mime-version"]);
        Any bad = messageFromString.Call("no header\n\nbody");
        Print(bad.Get("defects"), Repr(bad.Invoke("get_payload")));

        // Addresses, dates and words.
        foreach (var item2 in new Any[] { "Ann <ann@x.org>", "\"Last, First\" <a@b.c>", "a@b.c (Comment)", "plain@x", "<only@x>", "bad@@x", "Group: a@b, c@d;", "\"q\\\"uote\" <a@b>", "a b c" })
        {
            text = item2;
            Print(Repr(text), parseaddr.Call(text));
        }
        Print(getaddresses.Call((PyList<Any>)["A <a@x>, b@y", "\"C, D\" <c@z>"]));
        Print(formataddr.Call(PyTuple.Of("A. B", "a@b")), formataddr.Call(PyTuple.Of("", "a@b")), formataddr.Call(PyTuple.Of("Zoë", "z@b")), formataddr.Call(PyTuple.Of("Q\"x", "q@b")));
        foreach (var item3 in new string[] { "Fri, 09 Nov 2001 01:08:47 -0000", "Mon, 20 Nov 1995 19:12:08 -0500", "20 Nov 95 19:12 EST", "Thu, 1 Feb 2024 10:00:00 GMT", "nonsense", "Wed, 3 Apr 2002 12.34.56.78+0800" })
        {
            text = item3;
            Print(text, parsedateTz.Call(text), parsedate.Call(text));
        }
        Print(parsedateToDatetime.Call("Mon, 20 Nov 1995 19:12:08 -0500"), mktimeTz.Call(parsedateTz.Call("Mon, 20 Nov 1995 19:12:08 -0500")));
        Print(formatdate.Call(0), formatdate.Call(new Arguments { 1000000000.0, { "usegmt", true } }), formatDatetime.Call(datetime.Get("datetime").Call(new Arguments { 2020, 5, 17, 1, 2, 3 })));
        Print(quote.Call("a\"b\\"), unquote.Call("\"a\\\"b\""), unquote.Call("<x>"), collapseRfc2231Value.Call(PyTuple.Of("utf-8", "", "Ã©")));
        Print(decodeHeader.Call("=?utf-8?q?a_b?= c =?utf-8?b?ZA==?="), header.Call("ascii only").Invoke("encode"), header.Call(new Arguments { Str.Repeat("é", 60), "iso-8859-1", { "header_name", "Subject" } }).Invoke("encode"));
        Any h = header.Call("Hello", "us-ascii");
        h.Invoke("append", "Wörld", "iso-8859-1");
        Print(h.Invoke("encode"), ToStr(h), Operators.Compare(Comparison.Eq, h, "Hello Wörld"));
        Print(Repr(address.Call(new Arguments { "X Y", { "addr_spec", "x.y@z.com" } })), ToStr(group.Call("G", (PyList<Any>)[address.Call("", "a", "b")])), address.Call("Ä", "ä", "z"));
        Print(email.Get("policy").Get("default").Invoke("clone", new Arguments { { "max_line_length", 40 } }), email.Get("policy").Get("SMTP"));
        try
        {
            email.Get("policy").Get("default").Set("max_line_length", 3);
        }
        catch (AttributeError error)
        {
            Print(error);
        }
    }
}
