from inventory.model import Item, Shelf
from inventory.report import lines


def main() -> None:
    shelf = Shelf()
    shelf.add(Item("lamp", 2495, ("light", "brass")), 2)
    shelf.add(Item("chair", 8900), 4)
    shelf.add(Item("cup", 350, ("blue",)), 12)
    for name in ("lamp", "sofa"):
        try:
            print("sold:", shelf.take(name).name)
        except KeyError as missing:
            print("not here:", missing)
    for line in lines(shelf):
        print(line)


if __name__ == "__main__":
    main()
