"""A context manager of a function in a program that gives functions other names."""
import contextlib


class Server:
    def __init__(self, address: str) -> None:
        self.address = address


@contextlib.contextmanager
def running(address: str):
    yield Server(address)


def renamed(function, name: str):
    function.__name__ = name
    return function


def check(server: Server) -> str:
    return server.address.upper()


with running("here") as server:
    print(server.address, check(server))
again = renamed(running, "again")
print(again.__name__)
with again("there") as other:
    print(other.address)
