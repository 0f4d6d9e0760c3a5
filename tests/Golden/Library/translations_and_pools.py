"""Catalogues of messages, pickled buffers and methods, queues that programs look into, pools of threads, warnings of a registry, plain modules."""
import gettext
import io
import os
import pickle
import queue
import struct
import tempfile
import threading
import warnings
from multiprocessing.pool import ThreadPool


def catalogue(messages):
    """The bytes of a .mo file."""
    pairs = sorted((k.encode(), v.encode()) for k, v in messages.items())
    start = 28 + 16 * len(pairs)
    originals, translated, data = b"", b"", b""
    for key, value in pairs:
        originals += struct.pack("<II", len(key), start + len(data))
        data += key + b"\0"
        translated += struct.pack("<II", len(value), start + len(data))
        data += value + b"\0"
    count = len(pairs)
    return struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count) + originals + translated + data


HEAD = "Project-Id-Version: x\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\n"
MO = catalogue({"": HEAD, "hello": "привет", "%d file\0%d files": "%d файл\0%d файла\0%d файлов", "menu\x04open": "открыть"})


def translations():
    t = gettext.GNUTranslations(io.BytesIO(MO))
    print(t.gettext("hello"), t.gettext("bye"), [t.ngettext("%d file", "%d files", n) % n for n in (1, 3, 11, 25)])
    print(t.pgettext("menu", "open"), t.pgettext("door", "open"), t.charset(), t.info()["project-id-version"])
    t.add_fallback(gettext.NullTranslations())
    print(t.ngettext("one", "many", 1), t.ngettext("one", "many", 2))
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, "ru", "LC_MESSAGES"))
        with open(os.path.join(folder, "ru", "LC_MESSAGES", "app.mo"), "wb") as file:
            file.write(MO)
        _ = gettext.translation("app", folder, languages=["ru_RU", "en"]).gettext
        print(_("hello"))
        try:
            gettext.translation("app", folder, languages=["de"])
        except FileNotFoundError as error:
            print(type(error).__name__, error.strerror)
        print(gettext.translation("app", folder, languages=["de"], fallback=True).gettext("hello"))
    print([gettext.c2py("n != 1")(n) for n in (0, 1, 2)])
    for bad in ("n +", "x", "(n"):
        try:
            gettext.c2py(bad)
        except ValueError as error:
            print(error)


class Tree:
    def __init__(self, value):
        self.value = value

    def twice(self):
        return self.value * 2


def define():
    global Local

    class Local:
        class Inner:
            pass

    return Local


def pickles():
    for method in (Tree(4).twice, "abc".upper, str.upper, [1, 2].__len__, dict.fromkeys, Tree.twice):
        copy = pickle.loads(pickle.dumps(method))
        print(getattr(copy, "__name__", copy))
    print(pickle.loads(pickle.dumps(Tree(4).twice))())
    print(define().__qualname__, Local.Inner.__qualname__, pickle.loads(pickle.dumps(Local.Inner)) is Local.Inner)
    buffers = []
    data = pickle.dumps([pickle.PickleBuffer(b"abc"), pickle.PickleBuffer(bytearray(b"de"))], protocol=5, buffer_callback=buffers.append)
    print([bytes(b) for b in buffers], pickle.loads(data, buffers=buffers)[0] is not None)
    print(pickle.loads(pickle.dumps([pickle.PickleBuffer(b"abc")], protocol=5)))
    print(pickle.TRUE, pickle.FALSE, pickle.dumps(ChildProcessError("x"), 2)[:30])


class Unique(queue.Queue):
    """A queue that takes each item once."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        if item not in self.queue:
            self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


def queues():
    q = queue.Queue()
    for i in range(3):
        q.put(i)
    print(list(q.queue), q.qsize(), q.unfinished_tasks)
    with q.mutex:
        q.queue.clear()
    print(q.empty())
    u = Unique()
    for i in (1, 2, 1, 3, 2):
        u.put(i)
    print(u.qsize(), [u.get() for _ in range(3)])
    polled = queue.SimpleQueue()
    threading.Timer(0.01, polled.put, ["late"]).start()
    while True:  # a thread that polls lets the others run
        try:
            print(polled.get_nowait())
            break
        except queue.Empty:
            pass
    q.shutdown()
    try:
        q.put(1)
    except queue.ShutDown as error:
        print(type(error).__name__, q.is_shutdown)


def pools():
    with ThreadPool(2) as pool:
        print(pool.map(lambda x: x * x, range(5)), pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(max, (1, 7)))
        print(list(pool.imap(str, range(3))), sorted(pool.imap_unordered(abs, [-2, 1])))
        result = pool.map_async(len, ["a", "bb"], callback=print)
        print(result.get(5), result.successful())
        try:
            pool.apply_async(int, ("x",)).get()
        except ValueError as error:
            print(error)


def registries():
    registry = {}
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("default")
        for _ in range(2):
            warnings.warn_explicit("seen", UserWarning, "file.py", 7, registry=registry)
        warnings.warn_explicit("seen", UserWarning, "file.py", 7)
        print(len(log), [k for k in registry if k != "version"])
        warnings.simplefilter("once")
        for line in (1, 2):
            warnings.warn_explicit("once only", UserWarning, "file.py", line)
        print(len(log))


translations()
pickles()
queues()
pools()
registries()
