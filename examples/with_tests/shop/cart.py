"""A shopping cart: what a shop's library may look like."""

from dataclasses import dataclass, field


@dataclass
class Item:
    """One line of a cart."""

    name: str
    price: int
    count: int = 1


class OutOfStock(ValueError):
    """More was asked for than there is."""


def discount(total: int, percent: int) -> int:
    """Take a share off a price in cents, rounded down.

    >>> discount(1000, 15)
    850
    >>> discount(999, 50)
    499
    >>> discount(100, 120)
    Traceback (most recent call last):
    ...
    ValueError: no discount of 120 percent
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"no discount of {percent} percent")
    return total * (100 - percent) // 100


@dataclass
class Cart:
    """What a customer is about to buy.

    >>> cart = Cart()
    >>> cart.add("tea", 450, 2)
    >>> cart.total()
    900
    """

    items: list[Item] = field(default_factory=list)

    def add(self, name: str, price: int, count: int = 1) -> None:
        if count < 1:
            raise ValueError("count must be positive")
        self.items.append(Item(name, price, count))

    def total(self) -> int:
        return sum(item.price * item.count for item in self.items)
