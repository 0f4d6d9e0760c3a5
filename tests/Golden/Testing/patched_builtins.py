"""Tests put functions of their own in place of built-in ones, everywhere or in one module."""

import sys
from unittest.mock import mock_open, patch


def load(path):
    with open(path) as file:
        return file.read()


def ask():
    return input("name? ").strip()


def show(value):
    print("showing", value)


with patch("builtins.open", mock_open(read_data="hello")) as opened:
    print(load("x.txt"))
    opened.assert_called_once_with("x.txt")
with patch("builtins.input", return_value=" bob "):
    print(ask())
with patch("builtins.print") as printed:
    show(3)
print(printed.mock_calls)
with patch("__main__.open", mock_open(read_data="second"), create=True):
    print(load("y.txt"))
with patch.object(sys.modules["__main__"], "input", create=True, side_effect=["a", "b"]):
    print(ask(), ask())
show(4)
