"""Logging, and context managers of contextlib."""
import asyncio
import contextlib
import io
import logging
import sys
import traceback


class Shout(logging.Handler):
    def emit(self, record):
        print("SHOUT", record.levelname, record.getMessage().upper())


def loggers():
    text = io.StringIO()
    logging.basicConfig(stream=text, level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s")
    log = logging.getLogger("app.db")
    log.debug("hidden")
    log.info("read %d rows in %.2fs", 3, 0.5)
    log.warning("%(user)s is late", {"user": "ann"})
    logging.getLogger("app").setLevel(logging.ERROR)
    log.info("hidden now")
    log.error("still told")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
    print("\n".join(line for line in text.getvalue().splitlines() if not line.startswith(("  ", "Trace"))))
    shout = Shout(level="ERROR")
    log.addHandler(shout)
    log.propagate = False
    log.critical("fire %s", "now")
    log.removeHandler(shout)
    print(log, log.parent, logging.root, log.getEffectiveLevel(), logging.getLevelName(35), log.hasHandlers(), log.getChild("x").name)
    formatter = logging.Formatter("{levelname}:{message}:{extra}", style="{")
    record = logging.makeLogRecord({"levelname": "X", "msg": "a %s", "args": ("b",), "extra": 1})
    print(formatter.format(record))
    quiet = logging.getLogger("quiet")
    quiet.addFilter(lambda r: "secret" not in r.getMessage())
    out = logging.StreamHandler(sys.stdout)
    out.setFormatter(logging.Formatter("%(message)s [%(tag)s]"))
    quiet.addHandler(out)
    quiet.propagate = False
    quiet.warning("a secret", extra={"tag": 1})
    quiet.warning("shown", extra={"tag": 2})
    logging.LoggerAdapter(quiet, {"tag": "adapted"}).warning("through")


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as error:
        print("tag saw", error)
        raise ValueError("changed") from error
    finally:
        print(f"</{name}>")


class Track(contextlib.ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *details):
        print("exit", details[0])
        return False


@Track()
def tracked(x):
    return x + 1


@tag("decorated")
def wrapped():
    print("inside")


def stacks():
    with contextlib.ExitStack() as stack:
        print(stack.enter_context(tag("a")), stack.enter_context(tag("b")))
        stack.callback(print, "callback", end="!\n")
        stack.push(lambda *details: print("pushed", details[0]) or True)
        raise LookupError("swallowed")
    try:
        with contextlib.ExitStack() as stack:
            stack.callback(lambda: 1 / 0)
            stack.push(lambda kind, error, tb: {}["missing"])
            raise OSError("first")
    except ZeroDivisionError as error:
        while error:
            print(repr(error))
            error = error.__context__
    moved = contextlib.ExitStack()
    moved.callback(print, "moved")
    kept = moved.pop_all()
    moved.close()
    kept.close()
    try:
        contextlib.ExitStack().enter_context(3)
    except TypeError as error:
        print(error)


async def asynchronous():
    @contextlib.asynccontextmanager
    async def resource(name):
        await asyncio.sleep(0)
        print("open", name)
        try:
            yield name
        finally:
            print("close", name)

    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource("r1")), stack.enter_context(tag("sync")))

        async def later(x):
            print("later", x)
        stack.push_async_callback(later, 5)
    async with contextlib.nullcontext(7) as value:
        print(value)

    class Thing:
        async def aclose(self):
            print("aclosed")
    async with contextlib.aclosing(Thing()):
        print("using")


loggers()
print(tracked(1))
wrapped()
try:
    with tag("error"):
        raise KeyError("k")
except ValueError as error:
    print(repr(error), repr(error.__cause__))
stacks()
with contextlib.suppress(KeyError, OSError):
    raise FileNotFoundError("gone")
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print("caught")
print(captured.getvalue().strip(), contextlib.closing(io.StringIO()).thing.closed)
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(repr(group))
asyncio.run(asynchronous())
print(traceback.format_exception_only(ValueError("x")))
