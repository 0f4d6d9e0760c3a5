"""Text for people."""
from collections.abc import Iterator

from inventory.model import Shelf


def money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def lines(shelf: Shelf) -> Iterator[str]:
    """A line an item, the dearest first, then the sum."""
    for item, count in sorted(shelf.counts.items(), key=lambda entry: -entry[0].price):
        tags = f" ({', '.join(item.tags)})" if item.tags else ""
        yield f"{count:>3} x {item.name:<10}{money(item.price):>8}{tags}"
    yield f"{'all':>15}{money(shelf.value()):>9}"
