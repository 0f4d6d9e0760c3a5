"""Sockets that a program uses itself, watched descriptors, and datagrams."""

import asyncio
import os
import socket


async def readers():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    got = loop.create_future()
    seen = []

    def readable(label):
        seen.append(left.recv(3))
        print(label, seen[-1])
        if len(seen) == 2:
            got.set_result("read")

    loop.add_reader(left, readable, "reader")
    right.send(b"abcdef")
    print(await got)
    print(loop.remove_reader(left), loop.remove_reader(left.fileno()))
    writable = loop.create_future()
    loop.add_writer(right.fileno(), lambda: writable.done() or writable.set_result("writable"))
    print(await writable, loop.remove_writer(right), loop.remove_writer(right))
    for wrong in (-1, "x"):
        try:
            loop.add_reader(wrong, print)
        except ValueError as e:
            print(e)
    left.close()
    right.close()


async def pipes():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    done = loop.create_future()
    loop.add_reader(r, lambda: done.set_result(os.read(r, 100)) if not done.done() else None)
    loop.call_later(0.01, os.write, w, b"through a pipe")
    print(await done)
    loop.remove_reader(r)
    os.close(r)
    os.close(w)


async def answer(server):
    loop = asyncio.get_running_loop()
    client, address = await loop.sock_accept(server)
    print("accepted", address[0], client.getblocking())
    while data := await loop.sock_recv(client, 100):
        await loop.sock_sendall(client, data.upper())
    client.close()


async def sockets():
    loop = asyncio.get_running_loop()
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setblocking(False)
    server.bind(("127.0.0.1", 0))
    server.listen()
    task = asyncio.create_task(answer(server))
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.setblocking(False)
    await loop.sock_connect(client, server.getsockname())
    await loop.sock_sendall(client, b"hello")
    print(await loop.sock_recv(client, 100))
    await loop.sock_sendall(client, b"again")
    buffer = bytearray(8)
    print(await loop.sock_recv_into(client, buffer), buffer)
    try:
        await asyncio.wait_for(loop.sock_recv(client, 10), 0.02)
    except TimeoutError:
        print("nothing came")
    await loop.sock_sendall(client, b"after")
    print(await loop.sock_recv(client, 100))
    client.close()
    await task
    server.close()


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print("server got", data)
        self.transport.sendto(b"echo " + data, addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        print("made", transport.get_extra_info("peername") is not None)
        transport.sendto(b"ping")

    def datagram_received(self, data, addr):
        print("client got", data)
        self.done.set_result(None)

    def connection_lost(self, exc):
        print("lost", exc)


async def datagrams():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    done = loop.create_future()
    client, protocol = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=server.get_extra_info("sockname"))
    await done
    try:
        client.sendto("text")
    except TypeError as e:
        print(e)
    client.close()
    server.close()
    print(client.is_closing())
    await asyncio.sleep(0.01)
    try:
        await loop.create_datagram_endpoint(Echo)
    except ValueError as e:
        print(e)


async def main():
    await readers()
    await pipes()
    await sockets()
    await datagrams()
    reader = asyncio.StreamReader()
    reader.feed_data(b"abc")
    reader.feed_eof()
    print(await reader.read())
    try:
        reader.feed_data(b"x")
    except AssertionError as e:
        print("refused:", e)


asyncio.run(main())
