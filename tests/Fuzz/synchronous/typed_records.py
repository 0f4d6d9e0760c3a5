"""Typed code over graphs and records."""

ROUTES = ('''
Graph = dict[str, dict[str, int]]

class NoPath(Exception):
    def __init__(self, start: str, end: str) -> None:
        self.start = start
        self.end = end
        super().__init__(f"no path from {start} to {end}")

def edges(text: str) -> Iterator[tuple[str, str, int]]:
    for number, part in enumerate(text.split(",")):
        try:
            source, target, *cost = part.split()
        except ValueError as error:
            raise ValueError(f"part {number}: {part!r}") from <<error || None>>
        yield source, target, int(cost[0]) if cost else 1

def graph(text: str) -> Graph:
    result: Graph = {}
    for source, target, cost in edges(text):
        result.setdefault(source, {})[target] = cost
        result.setdefault(target, {})<< || [source] = cost>>
    return result

def shortest(g: Graph, start: str, end: str) -> tuple[int, list[str]]:
    <<import heapq
    queue: list[tuple[int, str, list[str]]] = [(0, start, [start])]
    seen: set[str] = set()
    while queue:
        cost, node, path = heapq.heappop(queue)
        if node == end:
            return cost, path
        if node in seen:
            continue
        seen.add(node)
        for target, step in g[node].items():
            if target not in seen:
                heapq.heappush(queue, (cost + step, target, path + [target]))
    raise NoPath(start, end)
    || best: dict[str, tuple[int, list[str]]] = {start: (0, [start])}
    changed = True
    while changed:
        changed = False
        for node in list(best):
            cost, path = best[node]
            for target, step in g.get(node, {}).items():
                if target not in best or best[target][0] > cost + step:
                    best[target] = (cost + step, [*path, target])
                    changed = True
    try:
        return best[end]
    except KeyError:
        raise NoPath(start, end) >>

def order(g: Graph) -> list[str]:
    done: list[str] = []
    state: dict[str, bool] = {}

    def visit(node: str) -> None:
        if node in state:
            if not state[node]:
                raise RecursionError(f"cycle at {node}")
            return
        state[node] = False
        for target in sorted(g.get(node, ())):
            visit(target)
        state[node] = True
        done.append(node)

    for node in g:
        visit(node)
    return done[::-1]

def levels(g: Graph, start: str) -> dict[int, list[str]]:
    queue = collections.deque([(start, 0)])
    seen = {start}
    found: <<dict[int, list[str]] = {} || collections.defaultdict[int, list[str]] = collections.defaultdict(list)>>
    while queue:
        node, depth = queue.popleft()
        found.setdefault(depth, []).append(node)
        for target in g[node]:
            if target not in seen:
                seen.add(target)
                queue.append((target, depth + 1))
    return dict(found)
''', ['''
g = graph("a b 2,b c 3,a c <<9 || 1>>,c d")
print(g, shortest(g, "a", "d"), levels(g, "a"))
print(order(g))
''', '''
for text in ("a b,b a", "a", "x y z", "a b 1,c d 2"):
    try:
        g = graph(text)
        print(g, order(g), shortest(g, "a", "d"))
    except (NoPath, RecursionError) as error:
        print(type(error).__name__, error, error.__context__)
    except <<ValueError as error:
        print(error, repr(error.__cause__)) || Exception as error:
        print(repr(error))>>
''', '''
print(shortest({"a": {"b": 1}}, "a", "b"), shortest({"a": {}}, "a", "b"))
''', '''
print(levels(graph("a b,a c,b d,c d"), "<<a || b || z>>"))
'''])

RECORDS = ('''
class Level(enum.IntEnum):
    DEBUG = 10
    INFO = 20
    ERROR = 40

class Record(typing.TypedDict<<, total=False || >>):
    name: str
    level: int
    tags: list[str]

def parse(line: str) -> Record | None:
    if not line or line.startswith("#"):
        return None
    name, _, rest = line.partition(":")
    level, *tags = rest.split() or ["INFO"]
    <<if level not in Level.__members__:
        raise ValueError(f"bad level {level!r} in {line!r}") || assert level in Level.__members__, level>>
    return {"name": name.strip(), "level": Level[level]<<.value || >>, "tags": tags}

class Log:
    _instance: "ClassVar[Log | None]" = None
    <<levels: ClassVar[dict[int, str]] = {int(level): level.name for level in Level} || levels = {10: "DEBUG", 20: "INFO", 40: "ERROR"}>>

    def __new__(cls) -> "Log":
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.records = []
        return cls._instance

    def add(self, text: str) -> "Log":
        for line in text.splitlines():
            record = parse(line)
            if record is None:
                continue
            self.records.append(record)
        return self

    def count(self, *levels: int) -> dict[str, int]:
        return {self.levels[level]: sum(1 for r in self.records if r["level"] == level) for level in levels or self.levels}

    def tagged(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for record in self.records:
            for tag in record.get("tags", []):
                found.setdefault(tag, set()).add(record["name"])
        return found

def limited(limit: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        calls = 0
        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            if calls >= limit:
                raise RuntimeError(f"{function.__name__} called {calls} times")
            calls += 1
            return function(*args, **kwargs)
        return wrapper
    return decorate

@limited(<<2 || 3>>)
def summary(log: Log, *, width: int = 10) -> str:
    return "|".join(f"{name:^{width}}{count}" for name, count in sorted(log.count().items()))

TEXT = """# comment
disk: ERROR slow hot
net: INFO
cpu:<< DEBUG hot || ||  ERROR>>

"""
''', ['''
log = Log().add(TEXT)
print(log is Log(), len(log.records), log.count(), log.count(Level.ERROR), {k: sorted(v) for k, v in log.tagged().items()})
print([summary(log, width=n) for n in range(8, 12)])
''', '''
for line in ("x: INFO a b", "", "y", "z: LOUD", "#"):
    try:
        print(parse(line))
    except (ValueError, AssertionError) as error:
        print(type(error).__name__, error)
''', '''
record: Record = {"name": "n", "level": 20, "tags": []}
record["tags"].append("t")
print(record, Level(record["level"]), Level.INFO + 1, Level.DEBUG < Level.ERROR, f"{Level.INFO} {Level.INFO!r} {Level.INFO:>4}", max(Level))
print(Level(<<15 || 40>>))
''', '''
print(summary.__name__, summary.__wrapped__(Log()), Log.levels)
'''])
