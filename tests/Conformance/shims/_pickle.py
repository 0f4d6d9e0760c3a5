"""CPython's C module under pickle."""

from pickle import *
