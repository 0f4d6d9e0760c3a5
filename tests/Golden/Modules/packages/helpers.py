import os
__all__ = ["helper_one", "HELPER_TWO"]
def helper_one(x):
    return x + 1
HELPER_TWO = {"a": 1}
_hidden = 3
def not_exported(): pass
