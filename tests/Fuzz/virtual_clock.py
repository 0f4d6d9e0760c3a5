"""Runs a Python program under the virtual clock that the C# runtime has with PYTOCS_VIRTUAL_CLOCK=1.

    python3.13 virtual_clock.py PROGRAM [ARGUMENTS]

Time starts at 0 and stands still while anything can run; whoever waits moves it on. Where CPython's
order depends on addresses of objects (sets of tasks), it is made that of creation.
"""

import asyncio
import itertools
import runpy
import sys
import time
import weakref

now = 0.0
created = weakref.WeakKeyDictionary()
numbers = itertools.count()


def sleep(seconds):
    global now
    now += seconds


class Selector:
    """Asks the real selector without waiting, and moves the clock on by the time it would have waited."""

    def __init__(self, real):
        self.real = real

    def __getattr__(self, name):
        return getattr(self.real, name)

    def select(self, timeout=None):
        if timeout is None:
            return self.real.select(None)
        if timeout > 0:
            sleep(timeout)
        return self.real.select(0)


class OrderedSet(dict):
    """A set in the order of insertion."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class OrderedWeakSet(weakref.WeakKeyDictionary):
    """A weak set in the order of insertion."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time is virtual."""

    def __init__(self):
        super().__init__()
        self._selector = Selector(self._selector)
        self._asyncgens = OrderedWeakSet()

    def create_task(self, coro, **options):
        number = next(numbers)
        task = super().create_task(coro, **options)
        created[task] = number
        return task


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return VirtualLoop()


def install():
    time.monotonic = time.perf_counter = lambda: now
    time.sleep = sleep
    asyncio.set_event_loop_policy(Policy())
    make_group = asyncio.TaskGroup.__init__

    def __init__(self):
        make_group(self)
        self._tasks = OrderedSet()

    asyncio.TaskGroup.__init__ = __init__
    all_tasks = asyncio.tasks.all_tasks

    def ordered_tasks(loop=None):
        return sorted(all_tasks(loop), key=lambda task: created.get(task, -1))

    asyncio.all_tasks = asyncio.tasks.all_tasks = ordered_tasks


if __name__ == "__main__":
    install()
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
