# Mail sent to a server of the program's own, log records sent by mail and to the web, and cookies.
import http.cookies
import http.server
import logging
import logging.handlers
import smtplib
import socketserver
import threading
import urllib.parse
from email.message import EmailMessage
from email.mime.text import MIMEText


class MailHandler(socketserver.StreamRequestHandler):
    """A server of just what a client says."""

    conversation = []

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("220 test ESMTP")
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            verb = line.split()[0].upper()
            self.conversation.append(line if verb not in ("EHLO", "HELO", "LHLO") else verb)
            if verb == "EHLO":
                self.say("250-test\r\n250-SIZE 1000000\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250 8BITMIME")
            elif verb == "AUTH" and line.endswith("CRAM-MD5"):
                self.say("334 PDEyMz4=")
                self.rfile.readline()
                self.say("535 no")
            elif verb == "AUTH":
                self.say("235 welcome")
            elif verb == "RCPT" and "nobody" in line:
                self.say("550 no such user")
            elif verb == "MAIL" and "evil" in line:
                self.say("553 not you")
            elif verb == "DATA":
                self.say("354 go on")
                while (text := self.rfile.readline().decode().rstrip("\r\n")) != ".":
                    if not text.startswith("Date:"):
                        self.conversation.append("| " + text)
                self.say("250 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            elif verb == "VRFY":
                self.say("252 perhaps")
            else:
                self.say("250 ok")


def heard():
    for line in MailHandler.conversation:
        print("   ", line)
    MailHandler.conversation.clear()


server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailHandler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
host, port = server.server_address

with smtplib.SMTP(host, port, local_hostname="me", timeout=10) as smtp:
    print(smtp.ehlo(), smtp.esmtp_features, smtp.has_extn("size"), smtp.does_esmtp)
    print(smtp.login("ann", "secret"))
    message = EmailMessage()
    message["From"] = "Ann <ann@example.com>"
    message["To"] = "Bob <bob@example.org>, carol@example.net"
    message["Bcc"] = "secret@example.org"
    message["Subject"] = "Grüße"
    message.set_content("Hello.\n.leading period\nÄnderung\n")
    print(smtp.send_message(message))
    print(smtp.sendmail("a@b", ["c@d", "nobody@d"], "Subject: x\n\nplain\ntext"))
    print(smtp.noop(), smtp.verify("x@y"), smtp.rset())
heard()
smtp = smtplib.SMTP()
smtp.local_hostname = "me"
print(smtp.connect(host, port))
for call in (lambda: smtp.sendmail("evil@x", "a@b", ""), lambda: smtp.sendmail("a@b", ["nobody@x"], "x"), lambda: smtp.putcmd("a\nb"), smtp.starttls,
             lambda: smtp.sendmail("ä@b", "c@d", "é"), lambda: smtp.send_message(MIMEText("no address"))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "recipients", ""))
print(smtp.quit())
try:
    smtp.noop()
except smtplib.SMTPServerDisconnected as error:
    print(error)
MailHandler.conversation.clear()
print(smtplib.quoteaddr("Ann <a@b>"), smtplib.quoteaddr("x"), repr(smtplib.quotedata("a\n.b\r\nc")))

# Records of a log.
logger = logging.getLogger("golden")
logger.propagate = False
handler = logging.handlers.SMTPHandler((host, port), "log@example.com", ["admin@example.com"], "Trouble", credentials=("ann", "pw"))
handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
logger.addHandler(handler)
logger.error("disk %s is full", "C")
logger.removeHandler(handler)
heard()
server.shutdown()
server.server_close()


class Collector(http.server.BaseHTTPRequestHandler):
    got = []

    def do_POST(self):
        fields = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.got.append((self.path, self.headers["Content-Type"], fields["name"], fields["msg"], fields["levelname"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


web = http.server.HTTPServer(("127.0.0.1", 0), Collector)
threading.Thread(target=web.serve_forever, daemon=True).start()
handler = logging.handlers.HTTPHandler(f"127.0.0.1:{web.server_port}", "/log", method="POST")
logger.addHandler(handler)
logger.warning("over the web")
web.shutdown()
web.server_close()
print(Collector.got)

# Cookies.
cookie = http.cookies.SimpleCookie()
cookie["session"] = "abc123"
cookie["session"]["path"] = "/"
cookie["session"]["httponly"] = True
cookie["session"]["max-age"] = 3600
cookie["name"] = 'semi; "quoted" ä'
cookie["number"] = 7
print(cookie.output())
print(cookie, repr(cookie), cookie["session"].value, cookie["number"].coded_value)
read = http.cookies.SimpleCookie('a=1; b="two; three"; session=x.y; Path=/q; Secure; $Version=1; c=d=e')
print({key: (morsel.value, morsel["path"], morsel["secure"]) for key, morsel in read.items()})
read.load({"z": "last"})
print(read.output(header="Cookie:", sep="|"), read["a"] == http.cookies.SimpleCookie("a=1")["a"], cookie["session"].OutputString(["path"]))
for wrong in (lambda: cookie.__setitem__("bad key", 1), lambda: cookie["name"].__setitem__("nothing", 1), lambda: http.cookies.Morsel().set("path", "", "")):
    try:
        wrong()
    except http.cookies.CookieError as error:
        print(error)
print(repr(http.cookies.SimpleCookie("broken cookie")), http.cookies.BaseCookie("k=v")["k"].value)
