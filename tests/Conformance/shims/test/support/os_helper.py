"""Files and folders of tests."""

import collections.abc
import contextlib
import os
import tempfile
import unittest

TESTFN = "@test_tmp"
TESTFN_ASCII = TESTFN
TESTFN_UNICODE = TESTFN + "-\xe0\xf2\u0258\u0141\u011f"
TESTFN_UNDECODABLE = None
TESTFN_UNENCODABLE = TESTFN + "-\udcff"
FS_NONASCII = "\xe6"
TESTFN_NONASCII = TESTFN + FS_NONASCII
SAVEDCWD = os.getcwd()


class FakePath:
    """An object that gives a path, or raises."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


def _same(test):
    return test


skip_unless_symlink = skip_unless_hardlink = skip_unless_working_chmod = skip_if_dac_override = skip_unless_dac_override = _same
skip_unless_xattr = unittest.skip("needs extended attributes")


def create_empty_file(filename):
    open(filename, "wb").close()


def make_bad_fd():
    with open(TESTFN, "wb") as file:
        number = file.fileno()
    unlink(TESTFN)
    return number


def rmdir(path):
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass


def can_symlink():
    return True


def can_hardlink():
    return True


def can_chmod():
    return True


def can_xattr():
    return False


def fd_count():
    return len(os.listdir("/proc/self/fd"))


class EnvironmentVarGuard(collections.abc.MutableMapping):
    """The environment, which is as it was once the block ends."""

    def __init__(self):
        self._environ = os.environ
        self._before = {}

    def _keep(self, name):
        self._before.setdefault(name, self._environ.get(name))

    def __getitem__(self, name):
        return self._environ[name]

    def __setitem__(self, name, value):
        self._keep(name)
        self._environ[name] = value

    def __delitem__(self, name):
        self._keep(name)
        self._environ.pop(name, None)

    def __iter__(self):
        return iter(self._environ)

    def __len__(self):
        return len(self._environ)

    def keys(self):
        return self._environ.keys()

    def set(self, name, value):
        self[name] = value

    def unset(self, *names):
        for name in names:
            del self[name]

    def copy(self):
        return dict(self)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for name, value in self._before.items():
            if value is None:
                self._environ.pop(name, None)
            else:
                self._environ[name] = value
        os.environ = self._environ


@contextlib.contextmanager
def temp_umask(umask):
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


@contextlib.contextmanager
def open_dir_fd(path):
    number = os.open(path, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)


def unlink(filename):
    try:
        os.unlink(filename)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmtree(path):
    if not os.path.isdir(path):
        return
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        if os.path.isdir(inner) and not os.path.islink(inner):
            rmtree(inner)
        else:
            os.unlink(inner)
    os.rmdir(path)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    folder = tempfile.mkdtemp() if path is None else path
    if path is not None:
        os.mkdir(path)
    try:
        yield folder
    finally:
        rmtree(folder)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    saved = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(saved)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    with temp_dir() as folder, change_cwd(folder) as cwd:
        yield cwd
