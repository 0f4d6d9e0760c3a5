# Ports that somebody listens on, options of sockets, loops that are closed or abstract, and the order of callbacks from other threads.
import asyncio
import signal
import socket
import threading


def tell(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


async def serve():
    first = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    port = first.sockets[0].getsockname()[1]
    try:
        await asyncio.start_server(lambda r, w: None, "127.0.0.1", port)
    except OSError as error:
        print(error.errno, str(error).replace(str(port), "PORT"))
    shared = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0, reuse_port=True)
    for server in (first, shared):
        print([server.sockets[0].getsockopt(socket.SOL_SOCKET, option) for option in (socket.SO_REUSEADDR, socket.SO_REUSEPORT)])
        server.close()


asyncio.run(serve())
listening = socket.create_server(("127.0.0.1", 0))
try:
    socket.create_server(listening.getsockname())
except OSError as error:
    print(error.errno)
copy = listening.dup()
print(type(copy).__name__, copy.getsockname() == listening.getsockname(), copy.fileno() != listening.fileno())
listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, bytes(16))
print(listening.getsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, 16), listening.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
copy.close()
listening.close()

closed = asyncio.new_event_loop()
closed.close()
for name, arguments in [("run_forever", ()), ("call_soon", (print,)), ("call_soon_threadsafe", (print,)), ("call_later", (1, print)), ("add_signal_handler", (signal.SIGTERM, print))]:
    tell(name, lambda: getattr(closed, name)(*arguments))
for cls in (asyncio.AbstractEventLoop, asyncio.AbstractEventLoopPolicy, asyncio.AbstractServer):
    for name in ("time", "get_event_loop", "is_serving"):
        if hasattr(cls, name):
            tell(f"{cls.__name__}.{name}", getattr(cls(), name))


async def abstract():
    await asyncio.AbstractEventLoop().sock_accept(None)


tell("sock_accept", lambda: asyncio.run(abstract()))

loop, order = asyncio.new_event_loop(), []


def note(item):
    order.append(item)
    if len(order) == 3:
        loop.stop()


thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(note, "from a thread"))
thread.start()
thread.join()
loop.call_soon(note, "soon")
loop.call_soon_threadsafe(note, "threadsafe")
loop.run_forever()
loop.close()
print(order)
