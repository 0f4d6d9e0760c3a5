"""Typed algorithms over texts and iterators."""

STRINGS = ('''
T = TypeVar("T")
ROMAN: dict[str, int] = {"M": 1000, "CM": 900, "D": 500, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}

def roman(n: int) -> str:
    out: <<str = "" || list[str] = []>>
    for text, value in ROMAN.items():
        while n >= value:
            out += <<text || text>>
            n -= value
    return "".join(out)

def lengths(text: str) -> list[tuple[str, int]]:
    <<runs: list[tuple[str, int]] = []
    for char in text:
        if runs and runs[-1][0] == char:
            runs[-1] = (char, runs[-1][1] + 1)
        else:
            runs.append((char, 1))
    return runs || return [(char, len(list(group))) for char, group in itertools.groupby(text)]>>

def common(a: str, b: str) -> str:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    i, j, out = len(a), len(b), ""
    while i and j:
        if a[i - 1] == b[j - 1]:
            out = a[i - 1] + out
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return out

def balanced(text: str) -> bool | str:
    pairs = {")": "(", "]": "[", "}": "{"}
    stack: list[str] = []
    for at, char in enumerate(text):
        if char in pairs.values():
            stack.append(char)
        elif char in pairs:
            if not stack or stack.pop() != pairs[char]:
                return f"unexpected {char} at {at}"
    return not stack

def merge(left: list[T], right: list[T], key: Callable[[T], Any] = lambda item: item) -> list[T]:
    result: list[T] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if key(left[i]) <= key(right[j]):
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]

def sort(items: list[T], key: Callable[[T], Any] = lambda item: item) -> list[T]:
    if len(items) < 2:
        return items[:]
    middle = len(items) // 2
    return merge(sort(items[:middle], key), sort(items[middle:], key), key)

def search(items: list[int], wanted: int) -> int | None:
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        match items[middle]:
            case value if value == wanted:
                return middle
            case value if value < wanted:
                low = middle + 1
            case _:
                high = middle - 1

def flatten(value: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from flatten(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield depth, key
            yield from flatten(item, depth + 1)
    else:
        yield depth, value

def compose(*functions: Callable[[int], int]) -> Callable[[int], int]:
    def composed(value: int) -> int:
        for function in <<functions || reversed(functions)>>:
            value = function(value)
        return value
    return composed

def describe(value: int | str | list[int] | None) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"text of {len(value)}: {value.upper()}"
    if isinstance(value, list):
        return f"{len(value)} items, {sum(value)} in all"
    return f"{'even' if value % 2 == 0 else 'odd'} {value:+}"
''', ['''
print([roman(n) for n in (1, 4, 9, 40, <<1994 || 3>>)], lengths("<<aaabccd || || abab>>"), common("<<banana || kitten>>", "ananas"))
''', '''
print([balanced(text) for text in ("()[]{}", "(]", "((", "<<a(b)c || } >>")])
print(sort(<<[5, 2, 9, 1] || %list[int]%>>), sort(["pear", "fig", "apple"], key=len), sort([(2, "b"), (1, "z"), (2, "a")], key=lambda pair: pair[0]))
''', '''
items = sorted(<<[4, 8, 15, 16, 23, 42] || range(10) || %list[int]%>>)
print([search(items, n) for n in (4, 16, 42, 99)], search([], 1))
print(list(flatten({"a": [1, (2, [3])], "b": {"c": None}})), [v for _, v in flatten([1, [2, [3, [4]]]])])
''', '''
print(compose(lambda n: n + 1, lambda n: n * 2, abs)(<<-5 || 3>>), compose()(1), list(map(compose(lambda n: n ** 2), range(4))))
for value in (<<3 || 4>>, "text", [1, 2], None, <<True || -1>>):
    print(describe(value))
''', '''
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=lambda w: (-len(w), w))[:4], {w[0]: w for w in words}, " ".join(w[::-1] for w in words), max(words, key=len), words.index("fox"))
print(words[-1:0:-3], words[1:3] + words[-2:], "fox" in words, [*enumerate(words[:2], 1)], dict(zip(words, map(len, words))), "-".join(sorted(set(words)))[:20])
print(words[<<20 || 3>>])
'''])

ITERATORS = ('''
class Countdown:
    def __init__(self, start: int) -> None:
        self.current = start

    def __iter__(self) -> "Iterator[int]":
        return self

    def __next__(self) -> int:
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1

class Stack<<[T] || [T]>>:
    def __init__(self<<, items: Iterable[T] = () || , items=()>>) -> None:
        self._items: list[Any] = list(items)

    def push(self, item: Any) -> None:
        self._items.append(item)

    def pop(self) -> Any:
        try:
            return self._items.pop()
        except IndexError:
            <<raise LookupError("stack is empty") from None || raise LookupError("stack is empty")>>

    @property
    def top(self) -> Any | None:
        return self._items[-1] if self._items else None

    def __len__(self) -> int:
        return len(self._items)

    def __enter__(self) -> "Stack":
        self.push("[")
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        print("leaving", len(self), kind and kind.__name__)
        return <<False || kind is LookupError || kind is not None and issubclass(kind, LookupError)>>

def chunks(items: list[int], size: int) -> Iterator[list[int]]:
    for at in range(0, len(items), size):
        yield items[at:at + size]

def running(start: float = 0.0) -> typing.Generator[float, float | None, str]:
    total, count = start, 0
    while True:
        value = yield total
        if value is None:
            break
        total += value
        count += 1
    return f"{count} values"

def pipeline(source: Iterable[int], *stages: Callable[[Iterable[int]], Iterable[int]]) -> list[int]:
    for stage in stages:
        source = stage(source)
    return list(source)

def doubled(source: Iterable[int]) -> Iterator[int]:
    return (n * 2 for n in source)

def evens(source: Iterable[int]) -> Iterator[int]:
    for n in source:
        if n % 2:
            continue
        yield n

def cleanup(log: list[str]) -> Iterator[int]:
    try:
        yield 1
        yield 2
    except ValueError as error:
        log.append(f"caught {error}")
        yield 99
    finally:
        log.append("closed")
''', ['''
countdown = Countdown(<<3 || 5>>)
print(next(countdown), list(countdown), list(countdown), next(countdown, "end"), sum(Countdown(4)), [*zip(Countdown(2), "ab")])
next(countdown)
''', '''
stack = Stack(<<[1, 2] || [] >>)
with stack as inner:
    inner.push(3)
    print(len(stack), stack.top, inner is stack, bool(stack))
    <<stack.pop() || raise KeyError("k") || while True:
        print(stack.pop())>>
print(len(stack), stack.top)
''', '''
total = running(<<1.5 || 0>>)
print(next(total), total.send(2), total.send(0.25))
try:
    total.send(None)
except StopIteration as stop:
    print("result", stop.value)
print(next(total, "over"))
''', '''
log: list[str] = []
steps = cleanup(log)
print(next(steps), <<steps.throw(ValueError("v")) || next(steps) || steps.close()>>, next(steps, "end"), log)
''', '''
print(pipeline(range(10), evens, doubled), pipeline([], doubled), list(chunks(list(range(7)), <<3 || 2>>)), pipeline(Countdown(5), evens))
first, *middle, last = evens(range(11))
print(first, middle, last, any(n > 5 for n in evens(range(9))), list(zip(*chunks([1, 2, 3, 4], 2))))
'''])
