"""What the errors of streams hold lives on in copies of them."""

import asyncio
import copy

for error in (asyncio.IncompleteReadError(b"abc", 10), asyncio.IncompleteReadError(b"", None), asyncio.LimitOverrunError("message", 10)):
    for twin in (copy.copy(error), copy.deepcopy(error)):
        print(repr(twin), getattr(twin, "partial", "-"), getattr(twin, "expected", "-"), getattr(twin, "consumed", "-"))
    kind, arguments = error.__reduce__()
    print(kind.__name__, arguments)
