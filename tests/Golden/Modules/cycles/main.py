"""Imports in a circle: what is not bound yet is not there."""

try:
    import first
except ImportError as error:
    print(type(error).__name__, str(error).split(" (/")[0].split(" (most")[0], error.name)

try:
    import third
except AttributeError as error:
    print(type(error).__name__, str(error).split(" (")[0])

import fifth

print(fifth.late(), fifth.total)
