"""Stories of events, trees and lists."""

EVENTS = ('''
Handler = <<Callable[..., Any] || "Callable[[str, int], None]">>

class Emitter:
    def __init__(self) -> None:
        self.handlers: <<dict[str, list[Any]] = {} || collections.defaultdict[str, list[Any]] = collections.defaultdict(list)>>
        self.log: list[str] = []

    def on(self, name: str, handler: Any = None) -> Any:
        if handler is None:
            <<return functools.partial(self.on, name) || def register(function: Any) -> Any:
                self.on(name, function)
                return function
            return register || return lambda function: self.on(name, function) >>
        self.handlers.setdefault(name, []).append(handler)
        return handler

    def emit(self, name: str, *args: Any, **kwargs: Any) -> int:
        count = 0
        for handler in self.handlers.get(name, []):
            try:
                handler(*args, **kwargs)
            except StopIteration:
                self.log.append(f"{name}: stopped")
                break
            except Exception as error:
                self.log.append(f"{name}: {type(error).__name__}: {error}")
            else:
                count += 1
        <<else:
            self.log.append("all") || self.log.append("after")>>
        return count

class Counter:
    def __init__(self, step: int = 1) -> None:
        self.step = step
        self.total = 0

    def __call__(self, *values: int, **options: Any) -> None:
        self.total += self.step * (sum(values) or 1)
        if options.get("fail"):
            raise ValueError(options["fail"])

def make_handlers(n: int) -> list[Any]:
    handlers = []
    for i in range(n):
        def handle(*values: int, index: int = i, **options: Any) -> None:
            print("handler", i, index, values, sorted(options))
        handlers.append(handle)
    return handlers
''', ['''
emitter, counter = Emitter(), Counter(<<1 || 3>>)
emitter.on("tick", counter)
@emitter.on("tick")
def listen(*values, **options):
    print("listen", values, options)
    if len(values) > 2:
        raise StopIteration
for handler in make_handlers(<<1 || 2 || 3>>):
    emitter.on("tick", handler)
print(emitter.emit("tick", 1), emitter.emit("tick", 1, 2, 3), emitter.emit("tick", fail="bad"), emitter.emit("none"))
print(counter.total, emitter.log)
''', '''
total = 0
def add(value):
    global total
    total += value
emitter = Emitter()
emitter.on("add", add)
emitter.on("add")(lambda value: print("lambda", value))
for value in %list[int]%:
    emitter.emit("add", value)
print(total, emitter.log)
''', '''
for handler in make_handlers(2):
    handler(1, extra=2)
Counter()(1, 2, fail="no")
'''])

TREES = ('''
class Tree<<[T] || >>:
    <<__slots__ = ("value", "left", "right") || >>

    def __init__(self, value: Any, left: "Tree | None" = None, right: "Tree | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right

    def insert(self, value: Any) -> "Tree":
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right:
                self.right.insert(value)
            else:
                self.right = Tree(value)
        return self

    def __iter__(self) -> Iterator[Any]:
        if self.left:
            yield from self.left
        yield self.value
        <<if self.right is not None:
            yield from self.right || for each in self.right or ():
            yield each>>

    def __len__(self) -> int:
        return 1 + (len(self.left) if self.left else 0) + (len(self.right) if self.right is not None else 0)

    def __contains__(self, value: object) -> bool:
        <<return any(each == value for each in self) || node = self
        while node is not None:
            if node.value == value:
                return True
            node = node.left if value < node.value else node.right
        return False>>

    def depth(self) -> int:
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)

class Linked:
    class Cell:
        def __init__(self, item: Any, after: "Linked.Cell | None") -> None:
            self.item, self.after = item, after

    def __init__(self, items: Iterable[Any] = ()) -> None:
        self.head: Any = None
        self.size = 0
        for item in items:
            self.push(item)

    def push(self, item: Any) -> None:
        self.head = <<Linked || self>>.Cell(item, self.head)
        self.size += 1

    def pop(self) -> Any:
        if self.head is None:
            raise IndexError("pop from empty list")
        cell, self.head = self.head, self.head.after
        self.size -= 1
        return cell.item

    def __iter__(self) -> Iterator[Any]:
        cell = self.head
        while cell:
            yield cell.item
            cell = cell.after

    def __bool__(self) -> bool:
        return self.head is not None

    def reverse(self) -> "Linked":
        before, cell = None, self.head
        while cell is not None:
            cell.after, before, cell = before, cell, cell.after
        self.head = before
        return self
''', ['''
tree = Tree(%small%)
for value in <<[5, 2, 8, 1, 9, 3] || %list[int]% || range(4)>>:
    tree.insert(value)
print(list(tree), len(tree), 8 in tree, 77 in tree, tree.depth(), sum(tree), max(tree))
''', '''
words = Tree("m")
for word in "the quick brown fox".split():
    words.insert(word)
print(" ".join(words), sorted(words, key=len), [word for word in words if "o" in word])
words.insert(<<3 || None>>)
''', '''
linked = Linked(<<"abc" || [1, 2, 3] || %list[int]%>>)
print(list(linked), bool(linked), linked.size, list(linked.reverse()))
while linked:
    print(linked.pop(), end=" ")
linked.pop()
''', '''
first, *others = Linked(range(4))
print(first, others, dict(zip("xyz", Linked([1, 2]))), 2 in Linked([1, 2]), Linked.Cell.__qualname__)
'''])
