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
