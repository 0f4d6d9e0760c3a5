"""What a star import brings: not what runs only in scripts, and of what a module binds under a condition only what it has bound."""
from pathlib import Path
from tools import *
from helpers import *

maybe_before = "maybe" in globals()


def describe(path):
    return Path(path).name, join(chosen, shared)


print(describe("a/b"), maybe_before)
try:
    print(maybe)
except NameError as e:
    print(e)
try:
    from tools import maybe
except ImportError as e:
    print(str(e).split(" (")[0])
import tools

try:
    print(tools.maybe)
except AttributeError as e:
    print(e)
names = 5
item = "own"
print(names, item)
