"""Tuples of tuples that would grow with every round of inference, in functions that nobody calls and in those that somebody does."""


def ranked(queries):
    highest = max(queries, key=lambda query: query[0])[0]
    queries = sorted(enumerate(queries), key=lambda pair: pair[1][1])
    for place, (first, second) in queries:
        print(place, first, second, highest)


def paired(items):
    while items:
        items = [(a, b) for a, b in zip(items, items[1:])]
        items = list(enumerate(items))
    return items


class Collector:
    def gather(self, items):
        items = list(enumerate(items))
        return items[0][1][0]

    def best(self, items):
        items = sorted(enumerate(items), key=lambda pair: pair[1])
        items = list(map(lambda pair: (pair[0], pair), items))
        return min(items, key=lambda item: item[1][1])

    def nested(self, items):
        entries = {index: item for index, item in enumerate(items)}
        entries = dict(enumerate(entries.items()))
        entries = sorted(entries.items(), key=lambda entry: entry[1][1])
        return list(zip(items, entries))


def pushed(stack, item):
    return (item, stack)


stack = ()
for i in range(5):
    stack = pushed(stack, i)
print(stack)
node = None
for i in range(3):
    node = (i, node)
while node:
    value, node = node
    print(value)
print(Collector().best([5, 2, 4]))
