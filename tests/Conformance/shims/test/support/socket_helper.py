"""Sockets of tests."""

import contextlib
import errno
import socket
import tempfile
import os
import unittest

HOST = "localhost"
HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False


def find_unused_port(family=socket.AF_INET, socktype=socket.SOCK_STREAM):
    with socket.socket(family, socktype) as sock:
        sock.bind((HOSTv4, 0))
        return sock.getsockname()[1]


def bind_port(sock, host=HOSTv4):
    sock.bind((host, 0))
    return sock.getsockname()[1]


def create_unix_domain_name():
    return tempfile.mktemp(prefix="test_python_", suffix=".sock", dir=os.path.curdir)


def skip_unless_bind_unix_socket(test):
    return test


has_gethostname = True


def bind_unix_socket(sock, addr):
    sock.bind(addr)


def tcp_blackhole():
    return False


def skip_if_tcp_blackhole(test):
    return test


def get_socket_conn_refused_errs():
    return [errno.ECONNREFUSED, errno.ENETUNREACH, errno.EADDRNOTAVAIL]


@contextlib.contextmanager
def transient_internet(resource_name, *, timeout=30.0, errnos=()):
    """What needs the internet is not asked for."""
    raise unittest.SkipTest("no internet: " + resource_name)
    yield


def create_server_socket(address=(HOSTv4, 0)):
    return socket.create_server(address)
