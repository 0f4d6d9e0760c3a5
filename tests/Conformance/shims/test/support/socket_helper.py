"""Sockets of tests."""

import socket
import tempfile
import os

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
