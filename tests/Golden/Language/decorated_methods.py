"""Methods with decorators of the library and of the program; classes with total_ordering."""
import asyncio
import contextlib
import functools
import time


def logged(function):
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        print("call", function.__name__, args, kwargs)
        return function(self, *args, **kwargs)
    return wrapper


def repeat(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


def retry(function):
    @functools.wraps(function)
    async def wrapper(self, *args):
        for attempt in range(3):
            try:
                return await function(self, *args)
            except ValueError as error:
                print("retry", attempt, error)
        return None
    return wrapper


class Service:
    calls = 0

    def __init__(self, name: str):
        self.name = name
        self.failures = 2

    @functools.cached_property
    def expensive(self):
        """Computed once."""
        print("computing", self.name)
        return len(self.name)

    @logged
    @repeat(2)
    def ping(self, text="ping", *, loud=False):
        """Answers."""
        return self.name + ":" + text

    @contextlib.contextmanager
    def session(self, kind):
        print("open", kind)
        yield self
        print("close", kind)

    @retry
    async def fetch(self, key):
        if self.failures:
            self.failures -= 1
            raise ValueError(f"no {key} yet")
        return f"{key} of {self.name}"

    @functools.lru_cache(maxsize=None)
    def square(self, n):
        print("squaring", n)
        return n * n

    def both(self):
        return self.ping("inner"), self.square(3), self.square(3)


class Special(Service):
    @logged
    def ping(self, text="special"):
        return super().ping(text)

    def square(self, n):
        return -super().square(n)


service = Service("svc")
print(service.expensive, service.expensive, vars(service))
print(service.ping(), service.ping("x"))
with service.session("read") as inside:
    print(inside is service)
print(asyncio.run(service.fetch("key")))
print(service.both(), Service.ping.__name__, Service.ping.__doc__)
print(Special("s").ping(), Special("t").square(4))
del service.expensive
print(service.expensive, Service.expensive.__doc__)


@functools.total_ordering
class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return (self.major, self.minor) < (other.major, other.minor)

    def __repr__(self):
        return f"v{self.major}.{self.minor}"


one, two = Version(1, 0), Version(2, 1)
print(one < two, one <= two, one > two, one >= Version(1, 0), sorted([two, one]), max(one, two))
try:
    print(one <= 3)
except TypeError as error:
    print(error)


class Lazy:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(f"no {name} here")


lazy = Lazy()
print(lazy.known, lazy.get_it(), hasattr(lazy, "other"), getattr(lazy, "other", "fallback"))
try:
    lazy.other
except AttributeError as error:
    print(error)
