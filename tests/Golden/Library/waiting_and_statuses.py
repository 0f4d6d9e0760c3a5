# Modules that say what the language, HTTP and the system have.
import __future__
import importlib.metadata
import importlib.util
import os
import select
import socket
import tracemalloc
from http import HTTPMethod, HTTPStatus

print(__future__.annotations, __future__.division.getMandatoryRelease(), __future__.all_feature_names[:2])
print(__future__.annotations.mandatory, __future__.generators.optional, hex(__future__.CO_ANNOTATIONS if hasattr(__future__, "CO_ANNOTATIONS") else 0))

for code in (200, 301, 404, 418, 503):
    status = HTTPStatus(code)
    print(repr(status), status, status.name, status.phrase, status.description, status.is_success, status.is_client_error, status == code)
print(HTTPStatus.OK + 1, f"{HTTPStatus.NOT_FOUND}", HTTPStatus["BAD_REQUEST"], len(HTTPStatus), HTTPStatus.REQUEST_URI_TOO_LONG)
print(repr(HTTPMethod.GET), HTTPMethod.POST, HTTPMethod.PUT.description, [m.value for m in HTTPMethod])
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)

print(importlib.util.find_spec("json").name, importlib.util.find_spec("no_such_module"), importlib.util.find_spec("os.path") is not None)
try:
    importlib.metadata.version("no-such-distribution")
except importlib.metadata.PackageNotFoundError as error:
    print(type(error).__mro__[1].__name__, error, error.name)

a, b = socket.socketpair()
print(select.select([a], [], [], 0))
b.send(b"x")
ready = select.select([a, b], [b], [], 1)
print([s is a for s in ready[0]], [s is b for s in ready[1]], ready[2])
poller = select.poll()
poller.register(a, select.POLLIN)
poller.register(b.fileno(), select.POLLIN | select.POLLOUT)
print([(fd == a.fileno(), event) for fd, event in poller.poll(100)])
poller.modify(b, select.POLLIN)
a.recv(1)
print(poller.poll(0))
poller.unregister(b)
for wrong in (lambda: poller.unregister(10000), lambda: poller.modify(10000, 1), lambda: select.select(1, [], []), lambda: select.select(["x"], [], []),
              lambda: select.select([], [], [], -1), lambda: select.select([-1], [], [], 0), lambda: select.select([], [], [], "1")):
    try:
        print(wrong())
    except (OSError, KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
b.close()
print([(fd == a.fileno(), event & select.POLLIN) for fd, event in poller.poll(100)])
a.close()

r, w = os.pipe()
with open(r, "rb") as reader, open(w, "wb") as writer:
    for wrong in (reader.tell, lambda: reader.seek(0), lambda: writer.truncate(1)):
        try:
            print(wrong())
        except OSError as error:
            print(type(error).__name__, error)

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start(3)
kept = [bytes(1000) for _ in range(100)]
now, peak = tracemalloc.get_traced_memory()
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), peak >= now >= 0, len(kept))
tracemalloc.stop()


class Waiting:
    make = select.poll
    wait = select.select


print(Waiting().wait([], [], [], 0), Waiting().make().poll(0))
