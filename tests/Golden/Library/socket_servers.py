"""socketserver, selectors and files of sockets."""
import os
import selectors
import socket
import socketserver
import sys
import tempfile
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline()
        if line == b"bad\n":
            raise ValueError("bad")
        self.wfile.write(line.upper())


class Back(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


def servers():
    for kind in socketserver.TCPServer, socketserver.ThreadingTCPServer:
        with kind(("127.0.0.1", 0), Upper) as server:
            thread = threading.Thread(target=server.serve_forever, args=(0.02,))
            thread.start()
            for text in b"hello\n", b"again\n":
                with socket.create_connection(server.server_address) as client:
                    client.sendall(text)
                    print(client.recv(10))
            server.shutdown()
            thread.join()
        print(kind.__mro__)
    with socketserver.UDPServer(("127.0.0.1", 0), Back) as server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"abc", server.server_address)
        server.handle_request()
        print(client.recv(10))
        server.timeout = 0.01
        server.handle_timeout = lambda: print("nobody came")
        server.handle_request()
    with socketserver.TCPServer(("127.0.0.1", 0), Upper) as server, socket.create_connection(server.server_address) as client:
        client.sendall(b"bad\n")
        server.handle_error = lambda request, address: print("error", repr(sys.exception()))
        server.handle_request()
        print(client.recv(5))


def files():
    one, other = socket.socketpair()
    with one, other.makefile("rw", encoding="utf-8", newline="\n") as text:
        other.close()
        one.sendall("zwölf\nlines\n".encode())
        print(text.readline(), text.mode, text.encoding)
        text.write("answer\n")
        text.flush()
        print(one.recv(20))
    for mode, buffering in ("x", None), ("r", 0):
        try:
            socket.socket().makefile(mode, buffering)
        except ValueError as error:
            print(error)


def waiting():
    one, other = socket.socketpair()
    for kind in selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector:
        with kind() as selector:
            key = selector.register(one, selectors.EVENT_READ, "data")
            print(kind, key.events, key.data, key.fd == one.fileno(), key._fields, len(selector.get_map()), selector.select(0))
            other.send(b"x")
            print([(found.data, events) for found, events in selector.select(1)])
            one.recv(1)
            selector.modify(one, selectors.EVENT_WRITE | selectors.EVENT_READ, "both")
            print([(found.data, events) for found, events in selector.select(1)], selector.get_key(one).data)
            for fail in (lambda: selector.register(one, 1), lambda: selector.register(other, 0), lambda: selector.register("x", 1), lambda: selector.unregister(other),
                         lambda: selector.modify(other, 1), lambda: selector.get_key(other), lambda: selector.register(-1, 1)):
                try:
                    fail()
                except (KeyError, ValueError) as error:
                    print(type(error).__name__, str(error).split("<")[0].strip("\"'"), str(error).split(">")[-1].strip("\"'").replace(str(one.fileno()), "N"))
            print(selector.unregister(one).data, list(selector.get_map()), one in selector.get_map())
        print(selector.get_map())
        try:
            selector.get_key(one)
        except RuntimeError as error:
            print(error)
    one.close()
    other.close()


servers()
files()
waiting()


def datagrams_of_this_machine():
    folder = tempfile.mkdtemp()
    with socketserver.UnixDatagramServer(os.path.join(folder, "server"), Back) as server, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as client:
        client.sendto(b"nameless", server.server_address)
        print(server.get_request()[1])
        client.bind(os.path.join(folder, "client"))
        client.sendto(b"abc", server.server_address)
        server.handle_request()
        print(client.recv(10))


datagrams_of_this_machine()
