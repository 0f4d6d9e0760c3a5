"""Files and folders of tests."""

import contextlib
import os
import shutil
import tempfile

TESTFN = "@test_tmp"


def unlink(filename):
    try:
        os.unlink(filename)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmtree(path):
    try:
        shutil.rmtree(path)
    except FileNotFoundError:
        pass


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
