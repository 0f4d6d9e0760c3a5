# Mail: messages built and read, in the old way and the new one.
import email
import email.policy
from email import encoders, message_from_bytes, message_from_string
from email.generator import BytesGenerator, Generator
from email.header import Header, decode_header, make_header
from email.headerregistry import Address, Group
from email.message import EmailMessage, Message
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.parser import BytesParser, HeaderParser, Parser
from email.utils import (collapse_rfc2231_value, format_datetime, formataddr, formatdate, getaddresses, mktime_tz, parseaddr, parsedate, parsedate_to_datetime,
                         parsedate_tz, quote, unquote)
import datetime
import io

# The new way.
msg = EmailMessage()
msg["Subject"] = "Monthly report"
msg["From"] = Address("Ann Ä. Author", "ann", "example.com")
msg["To"] = (Address("Bob", "bob", "example.org"), Address("Carol, Jr.", "carol", "example.net"))
msg["Date"] = datetime.datetime(2024, 2, 29, 12, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
msg.set_content("Hello,\nthe report is attached.\n")
print(msg)
msg.add_alternative("<p>Hello, <b>the report</b> is attached. Grüße!</p>\n", subtype="html")
msg.add_attachment(b"a,b\n1,2\n", maintype="text", subtype="csv", filename="report.csv")
msg.add_attachment(b"\x00\x01\x02" * 40, maintype="application", subtype="octet-stream", filename="Übersicht.bin")
msg.set_boundary("BOUNDARY")
print(msg.get_content_type(), msg.is_multipart(), [p.get_content_type() for p in msg.walk()])
for part in msg.iter_attachments():
    print(part.get_filename(), part.get_content_type(), len(part.get_content()), part.get_content_disposition())
print(repr(msg.get_body(("html", "plain")).get_content()), repr(msg.get_body(("plain",)).get_content()))
next(msg.iter_parts()).set_boundary("INNER")
text = msg.as_string()
print(text)
data = msg.as_bytes(policy=email.policy.SMTP)
print(len(data), data.count(b"\r\n"))
again = message_from_bytes(data, policy=email.policy.default)
print(again["subject"], again["from"].addresses, again["to"].addresses[1].display_name, again["date"].datetime, again["content-type"].params)
print([(k, v) for k, v in again.items()])

long = EmailMessage()
long["Subject"] = "Ein sehr langer Betreff mit Umlauten äöüß, der in mehrere Zeilen gefaltet werden muß, weil er viel zu lang ist"
long["X-Plain"] = "word " * 30
long["To"] = ", ".join(f"Person Number {i} <person{i}@example.com>" for i in range(6))
long["Cc"] = "Jürgen Müller <j@example.com>, Group: a@b.c, d@e.f;"
long.set_content("Zeile mit ü und noch mehr Text, der länger als achtundsiebzig Zeichen ist, damit er kodiert werden muß\n" * 2)
print(long.as_string())
long.set_content("日本語のテキスト。" * 10, charset="utf-8")
print(long.get_content(), long["content-transfer-encoding"])
try:
    long["Subject"] = "twice"
except ValueError as error:
    print(error)
try:
    EmailMessage()["To"] = "a@b.c\nBcc: evil@example.com"
except ValueError as error:
    print(error)
outer = EmailMessage()
outer.set_content("see below")
outer.make_mixed(boundary="XX")
outer.add_attachment(long)
outer["Message-ID"] = "<1@x>"
print(outer.as_string()[:300])
print(list(outer.iter_attachments())[0].get_content()["To"])

# The old way.
old = MIMEMultipart("mixed", boundary="=-=")
old["Subject"] = Header("Привет, мир! Это довольно длинная тема письма для проверки", "utf-8")
old["From"] = formataddr(("Иван", "ivan@example.com"))
old["To"] = "a@example.com"
old.preamble = "You need MIME."
old.attach(MIMEText("plain text"))
old.attach(MIMEText("Текст письма\n", "plain", "utf-8"))
old.attach(MIMEText("café\n", "html", "iso-8859-1"))
image = MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(60), name="dot.png")
image.add_header("Content-Disposition", "attachment", filename="dot.png")
old.attach(image)
base = MIMEBase("application", "zip")
base.set_payload(b"PK\x03\x04")
encoders.encode_base64(base)
base.add_header("Content-Disposition", "attachment", filename=("utf-8", "", "архив.zip"))
old.attach(base)
old.attach(MIMEApplication(b"{}", "json", encoders.encode_7or8bit))
print(old.as_string(unixfrom=False))
read = message_from_string(old.as_string())
for part in read.walk():
    print(part.get_content_type(), part.get_content_charset(), part.get_filename(), part.get_content_maintype() != "multipart" and part.get_payload(decode=True)[:20])
print(str(make_header(decode_header(read["subject"]))), parseaddr(str(make_header(decode_header(read["from"])))), read.preamble)
print(read.keys(), read.get_all("to"), read.get("nothing", "?"), "TO" in read, len(read))
read.replace_header("To", "b@example.com")
del read["from"]
read.add_header("X-Note", "value", key="v;1", flag=None)
read.set_param("charset", "utf-8")
read.set_type("multipart/alternative")
print(read.items(), read.get_params(), read.get_boundary(), read.get_charsets())
out = io.StringIO()
Generator(out, mangle_from_=True, maxheaderlen=40).flatten(message_from_string("Subject: a long subject that has to be wrapped somewhere\n\nFrom here\nto there\n"))
print(out.getvalue())
buffer = io.BytesIO()
BytesGenerator(buffer).flatten(message_from_bytes(b"Subject: caf\xe9\nContent-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: 8bit\n\ncaf\xe9\n"))
print(buffer.getvalue())

# Reading.
source = """Return-Path: <a@b>
Received: from x
\tby y; Mon, 1 Jan 2024 00:00:00 +0000
From: =?utf-8?q?J=C3=BCrgen?= <j@x.de>
Subject: =?iso-8859-1?Q?p=F6stal?= =?utf-8?b?IMOkw7Y=?= end
Content-Type: multipart/mixed; boundary="b1"
MIME-Version: 1.0

preamble
--b1
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

caf=C3=A9 =
joined
--b1
Content-Disposition: attachment; filename*0="long-"; filename*1="name.txt"
Content-Transfer-Encoding: base64

aGVsbG8gd29ybGQ=
--b1
Content-Type: message/rfc822

Subject: inner

body
--b1--
epilogue
"""
for policy in (email.policy.compat32, email.policy.default):
    m = Parser(policy=policy).parsestr(source)
    print(m["subject"], "|", m["from"], "|", m["received"])
    print([p.get_content_type() for p in m.walk()], m.preamble, m.epilogue, m.defects)
    first, second, third = m.get_payload()
    print(repr(first.get_payload(decode=True)), repr(first.get_payload()), second.get_filename(), second.get_payload(decode=True), third.get_payload(0)["subject"])
    print(m.as_string() == source)
broken = Parser(policy=email.policy.default).parsestr("Subject: x\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\npart\n")
print(broken.defects, HeaderParser().parsestr(source)["mime-version"])
bad = message_from_string("no header\n\nbody")
print(bad.defects, repr(bad.get_payload()))

# Addresses, dates and words.
for text in ("Ann <ann@x.org>", '"Last, First" <a@b.c>', "a@b.c (Comment)", "plain@x", "<only@x>", "bad@@x", "Group: a@b, c@d;", '"q\\"uote" <a@b>', "a b c"):
    print(repr(text), parseaddr(text))
print(getaddresses(["A <a@x>, b@y", '"C, D" <c@z>']))
print(formataddr(("A. B", "a@b")), formataddr(("", "a@b")), formataddr(("Zoë", "z@b")), formataddr(('Q"x', "q@b")))
for text in ("Fri, 09 Nov 2001 01:08:47 -0000", "Mon, 20 Nov 1995 19:12:08 -0500", "20 Nov 95 19:12 EST", "Thu, 1 Feb 2024 10:00:00 GMT", "nonsense", "Wed, 3 Apr 2002 12.34.56.78+0800"):
    print(text, parsedate_tz(text), parsedate(text))
print(parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0500"), mktime_tz(parsedate_tz("Mon, 20 Nov 1995 19:12:08 -0500")))
print(formatdate(0), formatdate(1e9, usegmt=True), format_datetime(datetime.datetime(2020, 5, 17, 1, 2, 3)))
print(quote('a"b\\'), unquote('"a\\"b"'), unquote("<x>"), collapse_rfc2231_value(("utf-8", "", "\xc3\xa9")))
print(decode_header("=?utf-8?q?a_b?= c =?utf-8?b?ZA==?="), Header("ascii only").encode(), Header("é" * 60, "iso-8859-1", header_name="Subject").encode())
h = Header("Hello", "us-ascii")
h.append("Wörld", "iso-8859-1")
print(h.encode(), str(h), h == "Hello Wörld")
print(repr(Address("X Y", addr_spec="x.y@z.com")), str(Group("G", [Address("", "a", "b")])), Address("Ä", "ä", "z"))
print(email.policy.default.clone(max_line_length=40), email.policy.SMTP)
try:
    email.policy.default.max_line_length = 3
except AttributeError as error:
    print(error)
