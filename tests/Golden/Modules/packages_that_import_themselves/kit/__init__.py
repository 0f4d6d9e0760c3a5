try:
    from kit import Tool
except ImportError as error:
    print(str(error).split(" (")[0])
    from kit.mod import Tool
from . import mod as m
from .py import Path as Path
from .names import *
from .more import *


def tools():
    from kit import Tool as Again, count

    return Again, count()


def count():
    return 5


from . import late

__all__ = [*names.__all__, *more.__all__]
