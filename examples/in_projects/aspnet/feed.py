"""What the service streams."""

import asyncio
from collections.abc import AsyncIterator


async def ticks(count: int) -> AsyncIterator[str]:
    """A tick every tenth of a second."""
    for i in range(count):
        yield f"tick {i}"
        await asyncio.sleep(0.1)
