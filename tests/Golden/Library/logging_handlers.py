"""logging.handlers and logging.config: files that rotate, buffers, queues, sockets; configurations from dictionaries and files."""
import io
import logging
import logging.config
import logging.handlers
import os
import pickle
import queue
import socket
import struct
import sys
import tempfile

FOLDER = tempfile.mkdtemp()


def logger(name, handler):
    log = logging.getLogger(name)
    log.addHandler(handler)
    log.propagate = False
    log.setLevel(logging.DEBUG)
    return log


def plain(handler, text="%(message)s"):
    handler.setFormatter(logging.Formatter(text))
    return handler


def files():
    path = os.path.join(FOLDER, "size.log")
    handler = plain(logging.handlers.RotatingFileHandler(path, maxBytes=50, backupCount=2))
    handler.namer = lambda name: name.replace(".log.", ".") + ".old"
    log = logger("size", handler)
    for i in range(12):
        log.info("message %d", i)
    handler.close()
    for name in sorted(os.listdir(FOLDER)):
        print(name, open(os.path.join(FOLDER, name)).read().split("\n"))
    print(repr(handler).replace(FOLDER, "FOLDER"), handler.maxBytes, handler.backupCount, handler.encoding)
    for when in "S", "M", "H", "D", "W0", "W6", "midnight":
        timed = logging.handlers.TimedRotatingFileHandler(os.path.join(FOLDER, "t.log"), when=when, utc=True, interval=2, delay=True)
        print(when, timed.computeRollover(1000000), timed.suffix, timed.extMatch.pattern, timed.interval)
    for when in "W7", "W", "X", "W10":
        try:
            logging.handlers.TimedRotatingFileHandler(path, when=when)
        except ValueError as error:
            print(error)
    timed = plain(logging.handlers.TimedRotatingFileHandler(os.path.join(FOLDER, "t.log"), when="S", interval=3600, utc=True, backupCount=1))
    log = logger("timed", timed)
    for second in 10, 20, 30:
        log.info("second %d", second)
        timed.rolloverAt = second
    log.info("last")
    timed.close()
    print(sorted(name for name in os.listdir(FOLDER) if name.startswith("t.")))
    watched = plain(logging.handlers.WatchedFileHandler(os.path.join(FOLDER, "w.log")))
    log = logger("watched", watched)
    log.info("before")
    os.rename(watched.baseFilename, watched.baseFilename + ".moved")
    log.info("after")
    watched.close()
    print([open(os.path.join(FOLDER, name)).read() for name in ("w.log.moved", "w.log")])


def buffers():
    memory = logging.handlers.MemoryHandler(3, target=logging.StreamHandler(sys.stdout))
    log = logger("memory", memory)
    for text in "abcd":
        log.info(text)
        print(len(memory.buffer))
    log.error("e")
    log.info("f")
    memory.close()
    box = queue.Queue()
    listener = logging.handlers.QueueListener(box, plain(logging.StreamHandler(sys.stdout), "%(levelname)s %(message)s"), respect_handler_level=True)
    log = logger("queue", logging.handlers.QueueHandler(box))
    log.handlers[0].setFormatter(Brief("%(message)s"))
    listener.start()
    log.info("hello %s", "there")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("bad")
    listener.stop()
    listener.stop()
    print(box.empty())


def network():
    server = socket.create_server(("127.0.0.1", 0))
    log = logger("socket", logging.handlers.SocketHandler("127.0.0.1", server.getsockname()[1]))
    log.warning("over %s", "there", extra={"tag": 1})
    with server.accept()[0] as connection:
        size = struct.unpack(">L", connection.recv(4))[0]
        record = logging.makeLogRecord(pickle.loads(connection.recv(size)))
        print(record.name, record.levelname, record.getMessage(), record.args, record.tag)
    log.handlers[0].close()
    server.close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        handler = logging.handlers.SysLogHandler(receiver.getsockname(), facility=logging.handlers.SysLogHandler.LOG_LOCAL0)
        handler.ident = "app: "
        log = logger("syslog", handler)
        log.error("disk %s", "full")
        print(receiver.recv(100), handler.encodePriority("mail", "crit"), handler.mapPriority("DEBUG"))
        handler.close()
    try:
        logging.handlers.HTTPHandler("localhost", "/log", method="PUT")
    except ValueError as error:
        print(error)


def dictionaries():
    logging.config.dictConfig({
        "version": 1,
        "formatters": {"brief": {"format": "%(levelname)s|%(name)s|%(message)s"}, "own": {"()": Shout, "prefix": "!"}},
        "filters": {"app": {"name": "app"}},
        "handlers": {
            "out": {"class": "logging.StreamHandler", "formatter": "brief", "level": "INFO", "stream": "ext://sys.stdout", "filters": ["app"]},
            "memory": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "out", "flushLevel": "ERROR"},
            "loud": {"class": "logging.StreamHandler", "formatter": "own", "stream": "cfg://streams[0].err"},
        },
        "streams": [{"err": "ext://sys.stdout"}],
        "loggers": {"app": {"level": "DEBUG", "handlers": ["out"], "propagate": False}, "loud": {"handlers": ["loud"]}},
        "root": {"level": "WARNING", "handlers": ["out"]},
    })
    logging.getLogger("app").info("one")
    logging.getLogger("app").debug("hidden")
    logging.getLogger("other").error("filtered")
    logging.getLogger("app.sub").warning("two")
    logging.getLogger("loud").warning("three")
    print(logging.getLogger("memory").disabled, sorted(logging.getHandlerNames()), logging.getHandlerByName("out"))
    logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"out": {"level": "ERROR"}}})
    print(logging.getHandlerByName("out"))
    for wrong in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "nope.X"}}}, {"version": 1, "root": {"handlers": ["x"]}},
                  {"version": 1, "formatters": {"f": {"format": "x"}}}, {"version": 1, "root": {"level": "LOUD"}},
                  {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "no"}}}):
        try:
            logging.config.dictConfig(wrong)
        except ValueError as error:
            print(error, "<-", repr(error.__cause__))


class Brief(logging.Formatter):
    def formatException(self, info):
        return repr(info[1])


class Shout(logging.Formatter):
    def __init__(self, prefix):
        super().__init__("%(message)s")
        self.prefix = prefix

    def format(self, record):
        return self.prefix + super().format(record).upper()


INI = """[loggers]
keys=root,lib
[handlers]
keys=h1,h2
[formatters]
keys=f1
[logger_root]
level=WARNING
handlers=h1
[logger_lib]
level=DEBUG
handlers=h1,h2
qualname=lib.x
propagate=0
[handler_h1]
class=StreamHandler
level=NOTSET
formatter=f1
args=(sys.stdout,)
[handler_h2]
class=handlers.MemoryHandler
args=(10, ERROR)
target=h1
[formatter_f1]
format=%(levelname)s:%(name)s:%(message)s [%(tag)s]
defaults={'tag': 1 + 2}
"""


def texts():
    logging.config.fileConfig(io.StringIO(INI))
    logging.getLogger("lib.x").debug("first")
    logging.warning("second")
    print(logging.getLogger("lib.x").handlers)
    try:
        logging.config.fileConfig("missing.ini")
    except FileNotFoundError as error:
        print(error)


def details():
    for text, style in (("x", "%"), ("{", "{"), ("$", "$"), ("{a!x}", "{"), ("{a:q}", "{"), ("$bad $", "$"), ("y", "#")):
        try:
            logging.Formatter(text, style=style)
        except ValueError as error:
            print(error)
    log = logger("places", plain(logging.StreamHandler(sys.stdout), "%(threadName)s %(processName)s %(taskName)s %(message)s"))
    log.warning("where")
    print(logging.getLogger("a.b.c").parent, logging.getLogger("a.b").parent, logging.getLogger("a.b.c").parent, logging.getLogger("a.b").getChildren())
    print(list(vars(logging.makeLogRecord({"more": 1}))))
    adapter = logging.LoggerAdapter(log, {"user": "ann"}, merge_extra=True)
    log.handlers[0].setFormatter(logging.Formatter("{message} {user} {ip}", style="{", defaults={"ip": "none"}))
    adapter.warning("in", extra={"ip": 1})
    adapter.warning("out")
    print(adapter)
    logging.setLogRecordFactory(lambda *args, **keywords: logging.LogRecord(*args, **keywords))
    log.handlers[0].setFormatter(None)
    log.warning("made")
    print(pickle.loads(pickle.dumps(log)) is log)


files()
buffers()
network()
dictionaries()
texts()
details()
