"""What the tests of asyncio ask of their helpers."""

import asyncio
import contextlib
import logging
import os
import re
import socket
import sys
import tempfile
import threading
import unittest
from asyncio import base_events
from asyncio import events
from unittest import mock

from test import support
from test.support import threading_helper

logger = logging.getLogger("asyncio")

# How coarse clocks may be, in seconds.
CLOCK_RES = 0.050


def run_briefly(loop):
    async def once():
        pass
    coro = once()
    task = loop.create_task(coro)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coro.close()


def run_until(loop, pred, timeout=support.SHORT_TIMEOUT):
    delay = 0.001
    for _ in support.busy_retry(timeout, error=False):
        if pred():
            return
        loop.run_until_complete(asyncio.sleep(delay))
        delay = min(delay * 2, 1.0)
    raise TimeoutError()


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


class TestSelector:
    """Never waits and never reports anything."""

    def __init__(self):
        self.keys = {}

    def select(self, timeout=None):
        return []

    def get_map(self):
        return self.keys

    def close(self):
        pass


class TestLoop(base_events.BaseEventLoop):
    """A loop whose time a generator moves: it gets the time of each new timer and gives how far to go."""

    def __init__(self, gen=None):
        super().__init__()
        self._check_on_close = gen is not None
        if gen is None:
            def gen():
                yield
        self._gen = gen()
        next(self._gen)
        self._time = 0
        self._clock_resolution = 1e-9
        self._timers = []
        self._selector = TestSelector()

    def time(self):
        return self._time

    def advance_time(self, advance):
        if advance:
            self._time += advance

    def close(self):
        super().close()
        if self._check_on_close:
            try:
                self._gen.send(0)
            except StopIteration:
                pass
            else:
                raise AssertionError("Time generator is not finished")

    def _run_once(self):
        super()._run_once()
        for when in self._timers:
            self.advance_time(self._gen.send(when))
        self._timers = []

    def call_at(self, when, callback, *args, context=None):
        self._timers.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _process_events(self, event_list):
        return

    def _write_to_self(self):
        pass


def MockCallback(**kwargs):
    return mock.Mock(spec=["__call__"], **kwargs)


class MockPattern(str):
    """A pattern that equals every text it is found in."""

    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))


class MockInstanceOf:
    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    raise ValueError("unable to get the source of %r" % (func,))


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        if getattr(loop, "_default_executor", None) is not None:
            if not loop.is_closed():
                loop.run_until_complete(loop.shutdown_default_executor())
            else:
                loop._default_executor.shutdown(wait=True)
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def setUp(self):
        self._thread_cleanup = threading_helper.threading_setup()

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()
        threading_helper.threading_cleanup(*self._thread_cleanup)


@contextlib.contextmanager
def disable_logger():
    old_level = logger.level
    try:
        logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        logger.setLevel(old_level)


def mock_nonblocking_socket(proto=6, type=1, family=2):
    sock = mock.MagicMock(["fileno", "gettimeout", "recv", "send", "close", "setsockopt", "getsockname", "getpeername"])
    sock.proto = proto
    sock.type = type
    sock.family = family
    sock.gettimeout.return_value = 0.0
    return sock


async def await_without_task(coro):
    """Awaits outside of any task."""
    exc = None

    def drive():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as err:
            nonlocal exc
            exc = err
    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if exc is not None:
        raise exc


def make_test_protocol(base):
    members = {name: MockCallback(return_value=None) for name in dir(base) if not name.startswith("__")}
    return type("TestProtocol", (base,) + base.__bases__, members)()


class _Server:
    """A plain HTTP server on a thread, enough for one request after another."""

    def __init__(self, sock, address):
        self._sock = sock
        self.address = address
        self._closing = False
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self):
        while True:
            conn, _ = self._sock.accept()
            if self._closing:
                conn.close()
                return
            data = b""
            while b"\r\n\r\n" not in data:
                part = conn.recv(4096)
                if not part:
                    break
                data += part
            head, _, body = data.partition(b"\r\n\r\n")
            conn.sendall(b"HTTP/1.0 200 OK\r\nContent-type: text/plain\r\nServer: Test\r\n\r\n")
            if b" /loop " in head:
                self._echo(conn, head, body)
            else:
                conn.sendall(b"Test message")
            conn.close()

    @staticmethod
    def _echo(conn, head, part):
        left = int(re.search(rb"content-length: *(\d+)", head, re.I)[1])
        while left:
            conn.sendall(part)
            left -= len(part)
            part = conn.recv(min(left, 0x10000)) if left else b""

    def close(self):
        self._closing = True
        with socket.socket(self._sock.family, socket.SOCK_STREAM) as wake:
            wake.connect(self.address)
        self._thread.join()
        self._sock.close()


@contextlib.contextmanager
def run_test_server(*, host="127.0.0.1", port=0, use_ssl=False):
    if use_ssl:
        raise unittest.SkipTest("no certificates here")
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.bind((host, port))
    sock.listen(5)
    server = _Server(sock, sock.getsockname())
    try:
        yield server
    finally:
        server.close()


@contextlib.contextmanager
def run_udp_echo_server(*, host="127.0.0.1", port=0):
    """Sends back what comes, until STOP."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind((host, port))

    def serve():
        while True:
            data, sender = sock.recvfrom(4096)
            if data == b"STOP":
                sock.close()
                return
            sock.sendto(data, sender)
    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield sock.getsockname()
    finally:
        sock.sendto(b"STOP", sock.getsockname())
        thread.join()


def gen_unix_socket_path():
    return tempfile.mktemp(prefix="test_python_", suffix=".sock")


@contextlib.contextmanager
def unix_socket_path():
    path = gen_unix_socket_path()
    try:
        yield path
    finally:
        try:
            os.unlink(path)
        except OSError:
            pass


@contextlib.contextmanager
def run_test_unix_server(*, use_ssl=False):
    if use_ssl:
        raise unittest.SkipTest("no certificates here")
    with unix_socket_path() as path:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.bind(path)
        sock.listen(5)
        server = _Server(sock, path)
        try:
            yield server
        finally:
            server.close()


def dummy_ssl_context():
    raise unittest.SkipTest("no certificates here")


def simple_server_sslcontext():
    raise unittest.SkipTest("no certificates here")


def simple_client_sslcontext(*, disable_verify=True):
    raise unittest.SkipTest("no certificates here")
