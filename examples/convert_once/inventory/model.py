"""Items and the shelf they stand on."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """One kind of thing that the shop sells."""

    name: str
    price: int  # in cents
    tags: tuple[str, ...] = ()


@dataclass
class Shelf:
    """Items and how many of each there are."""

    counts: dict[Item, int] = field(default_factory=dict)

    def add(self, item: Item, count: int = 1) -> None:
        if count < 1:
            raise ValueError(f"cannot add {count} of {item.name}")
        self.counts[item] = self.counts.get(item, 0) + count

    def take(self, name: str) -> Item:
        """Takes one item off the shelf; KeyError where there is none of that name."""
        for item, count in self.counts.items():
            if item.name == name and count > 0:
                self.counts[item] = count - 1
                return item
        raise KeyError(name)

    def value(self) -> int:
        return sum(item.price * count for item, count in self.counts.items())
