"""A comprehension's local function beside an attribute of the same name, which was read before."""


class Shelf:
    def __init__(self, items):
        self.items = [item for item in items if item]

    def counted(self, least):
        print('before', self.items)
        pairs = {name: count + 1 for name, count in {'a': 1, 'b': 3}.items() if count > least}
        print(pairs, self.items)
        return [name * count for name, count in pairs.items()] + self.items


print(Shelf(['x', '', 'y']).counted(2))
