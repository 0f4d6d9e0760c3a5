# A server of the web and its clients: http.server, http.client and urllib.request over the loopback.
import http.client
import http.server
import json
import os
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request
from http import HTTPStatus


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    log = []

    def answer(self, body, status=HTTPStatus.OK, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/echo":
            self.answer(json.dumps(urllib.parse.parse_qs(query)).encode(), Content_Type="application/json")
        elif path == "/moved":
            self.answer(b"gone", HTTPStatus.FOUND, Location="/echo?from=moved")
        elif path == "/loop":
            self.answer(b"", HTTPStatus.FOUND, Location="/loop")
        elif path == "/chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for part in (b"one ", b"two ", b"three"):
                self.wfile.write(b"%X\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        elif path == "/secret":
            if self.headers.get("Authorization") == "Basic YW5uOnB3":
                self.answer(b"welcome")
            else:
                self.answer(b"who?", 401, WWW_Authenticate='Basic realm="here"')
        elif path == "/headers":
            self.answer("\n".join(f"{k}: {v}" for k, v in self.headers.items() if k not in ("Host", "User-Agent")).encode())
        else:
            self.send_error(404)

    do_HEAD = do_GET

    def do_POST(self):
        size = self.headers["Content-Length"]
        if size is None:
            body = b""
            while count := int(self.rfile.readline(), 16):
                body += self.rfile.read(count)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(size))
        self.answer(b"%s %s" % (self.headers.get("Content-Type", "-").encode(), body), HTTPStatus.CREATED)

    def log_message(self, format, *args):
        self.log.append(format % args)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, daemon=True)
thread.start()
host, port = server.server_address
base = f"http://127.0.0.1:{port}"

# One connection for several requests.
connection = http.client.HTTPConnection(host, port, timeout=10)
connection.request("GET", "/echo?a=1&a=2&b=x%20y")
response = connection.getresponse()
print(response.status, response.reason, response.version, response.getheader("content-type"), json.load(response), response.isclosed())
connection.request("POST", "/", body="naïve".encode(), headers={"Content-Type": "text/plain"})
response = connection.getresponse()
print(response.status, response.reason, response.read(), response.headers["Server"].split("/")[0])
connection.request("POST", "/", body=(part for part in (b"a", b"bc")))
print(connection.getresponse().read())
connection.request("HEAD", "/echo?x=1")
response = connection.getresponse()
print(response.status, response.length, response.read(), response.getheader("nothing", "none"))
connection.request("GET", "/chunks")
response = connection.getresponse()
print(response.chunked, response.read(5), response.read1(), response.read())
try:
    connection.putrequest("GET", "/chunks")
    connection.putrequest("GET", "/chunks")
except http.client.CannotSendRequest as error:
    print("CannotSendRequest", error)
connection.close()
for wrong in (lambda: http.client.HTTPConnection("a:b"), lambda: connection.request("GET", "/a b"), lambda: connection.putheader("x", "y"), lambda: connection.getresponse(), lambda: connection.request("GET", "/", headers={"a b:": "c"})):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
connection.close()
print(http.client.responses[404], http.client.NOT_FOUND, http.client.HTTP_PORT)

# urlopen and openers.
with urllib.request.urlopen(base + "/echo?q=1") as page:
    print(page.status, page.geturl() == base + "/echo?q=1", page.info().get_content_type(), page.read())
print(urllib.request.urlopen(base + "/", data=urllib.parse.urlencode({"k": "v w"}).encode()).read())
with urllib.request.urlopen(base + "/moved") as page:
    print(page.url.endswith("/echo?from=moved"), page.read())
for path in ("/nothing", "/loop", "/secret"):
    try:
        urllib.request.urlopen(base + path)
    except urllib.error.HTTPError as error:
        print(error.code, error.reason, str(error).splitlines()[0], error.headers["Content-Length"], error.read()[:4])
passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, "ann", "pw")
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
opener.addheaders = [("User-agent", "golden"), ("X-More", "yes")]
print(opener.open(base + "/secret").read(), opener.open(base + "/headers").read())
request = urllib.request.Request(base + "/headers#part", headers={"x-own": "1"}, method="GET")
request.add_header("Accept", "text/*")
print(request.get_method(), request.host == f"127.0.0.1:{port}", request.selector, request.fragment, request.header_items(), request.has_header("X-own"))
print(urllib.request.urlopen(request).read())
try:
    urllib.request.urlopen("http://127.0.0.1:1/", timeout=5)
except urllib.error.URLError as error:
    print(type(error.reason).__name__, error)
for url in ("nothing:x", "no url", "data:text/plain;charset=utf-8;base64,aGVsbG8=", "data:,a%20b"):
    try:
        with urllib.request.urlopen(url) as page:
            print(page.headers["content-type"], page.headers["content-length"], page.read())
    except (urllib.error.URLError, ValueError) as error:
        print(type(error).__name__, error)
server.shutdown()
server.server_close()
thread.join()
print(len(Handler.log), Handler.log[0], Handler.log[-1])

# The files of a folder.
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "page.html"), "w") as file:
    file.write("<p>Hello</p>")
with open(os.path.join(folder, "a&b.txt"), "w") as file:
    file.write("text")
os.mkdir(os.path.join(folder, "sub"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, directory=folder, **kwargs)

    def log_message(self, *args):
        pass


with http.server.HTTPServer(("127.0.0.1", 0), Quiet) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    with urllib.request.urlopen(base + "/page.html") as page:
        print(page.headers.get_content_type(), page.headers["Content-Length"], page.read())
        modified = page.headers["Last-Modified"]
    listing = urllib.request.urlopen(base + "/").read().decode()
    print(listing)
    print(urllib.request.urlopen(base + "/sub").geturl() == base + "/sub/")
    for path, headers in (("/../etc/passwd", {}), ("/page.html", {"If-Modified-Since": modified}), ("/missing", {})):
        try:
            urllib.request.urlopen(urllib.request.Request(base + path, headers=headers))
        except urllib.error.HTTPError as error:
            print(path, error.code, error.msg)
    name, headers = urllib.request.urlretrieve(base + "/page.html", os.path.join(folder, "copy"))
    print(open(name).read(), headers["Content-Length"])
    server.shutdown()
with urllib.request.urlopen("file://" + urllib.request.pathname2url(os.path.join(folder, "page.html"))) as page:
    print(page.headers["Content-type"], page.headers["Content-length"], page.read())
try:
    urllib.request.urlopen("file:///nothing/here")
except urllib.error.URLError as error:
    print(error)
