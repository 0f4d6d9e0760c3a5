"""Unix servers, BufferedProtocol, flow control, half close, servers' lifecycle."""
import asyncio
import os
import tempfile


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buf = bytearray(8)
        self.total = b""
        self.done = done

    def connection_made(self, t):
        self.t = t

    def get_buffer(self, hint):
        return self.buf

    def buffer_updated(self, n):
        self.total += self.buf[:n]

    def eof_received(self):
        self.t.write(b"got %d" % len(self.total))

    def connection_lost(self, exc):
        self.done.set_result(bytes(self.total))


class Slow(asyncio.Protocol):
    def __init__(self):
        self.events = []

    def connection_made(self, t):
        self.t = t
        t.set_write_buffer_limits(high=1000, low=100)
        print(t.get_write_buffer_limits())

    def pause_writing(self):
        self.events.append("pause")

    def resume_writing(self):
        self.events.append("resume")

    def connection_lost(self, exc):
        self.events.append("lost")


async def main():
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "sock")
        done = loop.create_future()
        server = await loop.create_unix_server(lambda: Buffered(done), path)
        r, w = await asyncio.open_unix_connection(path)
        w.write(b"0123456789" * 3)
        w.write_eof()
        print(await r.read())
        print(await done)
        w.close()
        await w.wait_closed()
        server.close()
        await server.wait_closed()
        print(os.path.exists(path), server.is_serving(), server)
        try:
            await asyncio.open_unix_connection(os.path.join(d, "none"))
        except FileNotFoundError as e:
            print(e)

    async def handle(r, w):
        data = await r.readexactly(400000)
        w.write(b"%d" % len(data))
        w.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving())
    await server.start_serving()
    print(server.is_serving())
    port = server.sockets[0].getsockname()[1]
    t, p = await loop.create_connection(Slow, "127.0.0.1", port)
    for _ in range(40):
        t.write(b"x" * 10000)
    await asyncio.sleep(0.05)
    print(p.events[:1] in ([], ["pause"]), p.events[-1:])
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print("already" in str(e))
    forever.cancel()
    print(await asyncio.gather(forever, return_exceptions=True), server.sockets)

    async def bad(r, w):
        raise ValueError("in handler")
    loop.set_exception_handler(lambda l, c: print(c["message"], repr(c["exception"])))
    async with await asyncio.start_server(bad, "127.0.0.1", 0) as server:
        r, w = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await r.read())
        w.close()

    async def stay(r, w):
        await r.read()
    server = await asyncio.start_server(stay, "127.0.0.1", 0)
    r, w = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    server.close()
    server.close_clients()
    await server.wait_closed()
    print(await r.read(), r.at_eof())
    print(w.get_extra_info("peername")[0], w.get_extra_info("nothing", 3))

asyncio.run(main())
