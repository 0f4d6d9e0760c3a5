"""Files and folders of tests."""

import contextlib
import os
import tempfile

TESTFN = "@test_tmp"


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
        if os.path.isdir(inner):
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
