"""Datagrams, raw sockets with loop.sock_*, add_reader, pipes."""
import asyncio
import os
import socket


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print("server got", data)
        self.transport.sendto(data.upper(), addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done, self.got = done, []

    def connection_made(self, transport):
        print("client made", transport.get_extra_info("peername")[0])
        transport.sendto(b"one")
        transport.sendto(b"two")

    def datagram_received(self, data, addr):
        self.got.append(data)
        if len(self.got) == 2:
            self.done.set_result(self.got)

    def connection_lost(self, exc):
        print("client lost", exc)


async def udp(loop):
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    addr = server.get_extra_info("sockname")
    transport, p = await loop.create_datagram_endpoint(lambda: Client(loop.create_future()), remote_addr=addr)
    print(await p.done)
    transport.close()
    print(transport.is_closing())
    server.close()
    await asyncio.sleep(0)


async def raw(loop):
    listener = socket.socket()
    listener.setblocking(False)
    listener.bind(("127.0.0.1", 0))
    listener.listen()

    async def serve():
        conn, addr = await loop.sock_accept(listener)
        with conn:
            while data := await loop.sock_recv(conn, 100):
                await loop.sock_sendall(conn, data[::-1])
        print("server done")
    task = asyncio.create_task(serve())
    c = socket.socket()
    c.setblocking(False)
    await loop.sock_connect(c, listener.getsockname())
    for word in (b"abc", b"hello"):
        await loop.sock_sendall(c, word)
        print(await loop.sock_recv(c, 100))
    buf = bytearray(5)
    await loop.sock_sendall(c, b"xyz")
    print(await loop.sock_recv_into(c, buf), buf)
    c.close()
    await task
    listener.close()


async def readers(loop):
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    got = loop.create_future()

    def readable():
        got.set_result(b.recv(10))
        print("removed", loop.remove_reader(b), loop.remove_reader(b))
    loop.add_reader(b, readable)
    loop.add_writer(a, lambda: (a.send(b"ping"), loop.remove_writer(a)))
    print(await got)
    r, w = await asyncio.open_connection(sock=a)
    w.write(b"via stream\n")
    await w.drain()
    print(b.recv(100))
    try:
        loop.add_reader(a, print)
    except RuntimeError as e:
        print(str(e).split(" is used by")[1][:20])
    w.close()
    await w.wait_closed()
    print(b.recv(10))
    b.close()


class Pipe(asyncio.Protocol):
    def __init__(self, done):
        self.done, self.data = done, b""

    def data_received(self, data):
        self.data += data

    def eof_received(self):
        print("eof")

    def connection_lost(self, exc):
        self.done.set_result(self.data)


async def pipes(loop):
    r, w = os.pipe()
    rt, rp = await loop.connect_read_pipe(lambda: Pipe(loop.create_future()), os.fdopen(r, "rb"))
    wt, wp = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(w, "wb"))
    wt.write(b"through ")
    wt.write(b"the pipe")
    print(wt.get_write_buffer_size(), wt.can_write_eof())
    wt.write_eof()
    print(await rp.done, rt.is_closing())
    reader = asyncio.StreamReader()
    r, w = os.pipe()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, "rb"))
    os.write(w, b"l1\nl2\nrest")
    os.close(w)
    print([line async for line in reader])


async def main():
    loop = asyncio.get_running_loop()
    await udp(loop)
    await raw(loop)
    await readers(loop)
    await pipes(loop)

asyncio.run(main())
