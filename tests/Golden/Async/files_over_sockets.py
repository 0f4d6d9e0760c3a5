"""Files that loops send, by the system and by reading them, and what terminals are asked and told."""

import asyncio
import io
import os
import socket
import tempfile
import termios
import tty

DATA = bytes(range(256)) * 4000


async def sending():
    got = bytearray()
    done = asyncio.Event()

    async def serve(reader, writer):
        while data := await reader.read(65536):
            got.extend(data)
        writer.close()
        done.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryFile() as file:
        file.write(DATA)
        file.seek(0)
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"before")
        print(await loop.sendfile(writer.transport, file, 10, 300000), file.tell())
        writer.write(b"after")
        print(await loop.sendfile(writer.transport, file), file.tell())
        memory = io.BytesIO(b"abc" * 10)
        print(await loop.sendfile(writer.transport, memory, 2), memory.tell(), memory.seek(0), await loop.sendfile(writer.transport, memory, 0, 5), memory.tell())
        try:
            await loop.sendfile(writer.transport, memory, fallback=False)
        except asyncio.SendfileNotAvailableError as error:
            print(error)
        task = asyncio.create_task(loop.sendfile(writer.transport, file))
        await asyncio.sleep(0)
        try:
            writer.write(b"meanwhile")
        except RuntimeError as error:
            print(error)
        print(await task)
        writer.close()
        await writer.wait_closed()
        try:
            await loop.sendfile(writer.transport, file)
        except RuntimeError as error:
            print(error)
        await done.wait()
        print(bytes(got) == b"before" + DATA[10:300010] + b"after" + DATA + (b"abc" * 10)[2:] + b"abcab" + DATA)
        done.clear()
        got.clear()
        client = socket.socket()
        client.setblocking(False)
        await loop.sock_connect(client, address)
        print(await loop.sock_sendfile(client, file, 5, 100000), await loop.sock_sendfile(client, io.BytesIO(b"xyz"), 1), await loop.sock_sendfile(client, io.BytesIO()))
        for arguments in ((open(os.devnull), 0), (file, 0.5), (file, 0, -1)):
            try:
                await loop.sock_sendfile(client, *arguments)
            except (TypeError, ValueError, asyncio.SendfileNotAvailableError) as error:
                print(type(error).__name__, error)
        client.close()
        await done.wait()
        print(bytes(got) == DATA[5:100005] + b"yz")
        first, second = socket.socketpair()
        print(os.sendfile(first.fileno(), file.fileno(), 3, 4), second.recv(10))
        first.close()
        second.close()
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, ("127.0.0.1", 0))
    try:
        await loop.sendfile(transport, io.BytesIO())
    except RuntimeError as error:
        print(str(error).split(" <")[0])
    transport.close()
    server.close()


asyncio.run(sending())


async def refused():
    async def serve(reader, writer):
        writer.close()

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("file", "w") as file:
            file.write("precious")
        for case in (
            lambda: asyncio.start_unix_server(serve, "file"),
            lambda: asyncio.start_unix_server(serve, "/none/x"),
            lambda: asyncio.start_unix_server(serve, "x", ssl=True),
            lambda: asyncio.start_unix_server(serve, "x", ssl_handshake_timeout=3),
            lambda: asyncio.start_unix_server(serve),
            lambda: asyncio.start_server(serve, "127.0.0.1", 0, ssl=False),
            lambda: asyncio.open_unix_connection("x", server_hostname="h"),
            lambda: asyncio.open_unix_connection("x", ssl_shutdown_timeout=1),
            lambda: asyncio.open_connection("127.0.0.1", 1, server_hostname="h"),
            lambda: asyncio.open_connection("127.0.0.1", 1, ssl_handshake_timeout=2),
        ):
            try:
                await case()
            except (OSError, TypeError, ValueError) as error:
                print(type(error).__name__, error)
        with open("file") as file:
            print(file.read())
        os.chdir("/")


asyncio.run(refused())


def terminals():
    master, slave = os.openpty()
    print(os.isatty(master), os.ttyname(slave).startswith("/dev/pts/"))
    old = tty.setraw(slave)
    new = termios.tcgetattr(slave)
    print(old[:6], new[:6], old[6][:8], new[6][:8], len(new))
    termios.tcsetattr(slave, termios.TCSANOW, old)
    print(termios.tcgetattr(slave) == old)
    tty.setcbreak(slave)
    print(termios.tcgetattr(slave)[:6])
    print(termios.tcgetwinsize(slave), termios.tcsetwinsize(slave, (10, 20)), termios.tcgetwinsize(master))
    mode = list(old)
    tty.cfmakecbreak(mode)
    print(mode[tty.LFLAG], mode[tty.CC][termios.VMIN], old[6][termios.VMIN])
    reading, writing = os.pipe()
    for case in (
        lambda: termios.tcgetattr(reading),
        lambda: termios.tcsetattr(slave, 0, [1]),
        lambda: termios.tcsetattr(slave, 0, [*old[:6], [1]]),
        lambda: termios.tcgetattr("x"),
        lambda: termios.tcsetattr(slave, 0, [*old[:6], ["x"] * 32]),
    ):
        try:
            case()
        except (termios.error, TypeError) as error:
            print(type(error), error, error.args)
    print(termios.tcflush(slave, termios.TCIOFLUSH), termios.tcdrain(slave), termios.B9600, termios.ECHO)


terminals()


class Own(asyncio.Protocol):
    pass


print(hasattr(asyncio.Protocol(), "__dict__"), hasattr(Own(), "__dict__"), asyncio.Transport.__slots__, asyncio.BaseTransport.__slots__)
