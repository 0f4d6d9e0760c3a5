"""Threads of tests."""

import contextlib
import threading
import time

can_start_thread = True


def threading_setup():
    return (threading.active_count(),)


def threading_cleanup(*original_values):
    deadline = time.monotonic() + 5.0
    while threading.active_count() > original_values[0] and time.monotonic() < deadline:
        time.sleep(0.01)


def join_thread(thread, timeout=None):
    thread.join(timeout if timeout is not None else 30.0)
    if thread.is_alive():
        raise AssertionError("failed to join the thread")


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


def reap_threads(func):
    return func


def requires_working_threading(*, module=False):
    return None if module else (lambda test: test)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        for thread in started:
            join_thread(thread)


def run_concurrently(worker_func, nthreads, args=(), kwargs={}):
    threads = [threading.Thread(target=worker_func, args=args, kwargs=kwargs) for _ in range(nthreads)]
    with start_threads(threads):
        pass


class catch_threading_exception:
    """Keeps the exception that ended a thread."""

    def __enter__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
        self._before = threading.excepthook
        threading.excepthook = self._keep
        return self

    def _keep(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args.exc_type, args.exc_value, args.exc_traceback, args.thread

    def __exit__(self, *exc_info):
        threading.excepthook = self._before
        del self.exc_type, self.exc_value, self.exc_traceback, self.thread
