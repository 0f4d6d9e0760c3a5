"""Typed code over the modules that scripts use most."""

from .scenarios import laid

COLLECTIONS = ('''
import bisect
import heapq
import operator
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

def index(words: list[str]) -> <<defaultdict[str, list[str]] || dict[str, list[str]]>>:
    result: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        result[word[:1]].append(word)
    return result

class Recent<<[K, V] || [K, V]>>:
    def __init__(self, limit: int = 2) -> None:
        self.limit = limit
        self.data: OrderedDict[Any, Any] = OrderedDict()

    def get(self, key: Any, default: Any = None) -> Any:
        if key not in self.data:
            return default
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key: Any, value: Any) -> None:
        if key in self.data:
            self.data.move_to_end(key)
        self.data[key] = value
        if len(self.data) > self.limit:
            <<old, _ = self.data.popitem(last=False)
            print("dropped", old) || self.data.popitem(last=False)>>

class Window:
    def __init__(self, size: int) -> None:
        self.values: deque[float] = deque(maxlen=size)

    def add(self, value: float) -> float:
        self.values.append(value)
        return sum(self.values) / len(self.values)

class Scores(dict):
    def __missing__(self, key: str) -> int:
        print("missing", key)
        return 0

    def best(self) -> str | None:
        return max(self, key=self.get, default=None)

class Names(list):
    def append(self, item: str) -> None:
        super().append(item.title())

    def joined(self, separator: str = ", ") -> str:
        return separator.join(self)

def inserted(values: list[int], *more: int) -> list[int]:
    ordered: list[int] = sorted(values)
    for value in more:
        bisect.insort(ordered, value)
    return ordered

def tops(rows: list[tuple[int, str]], n: int) -> list[str]:
    heap: list[tuple[int, str]] = []
    for row in rows:
        if len(heap) < n:
            heapq.heappush(heap, row)
        else:
            heapq.heappushpop(heap, row)
    return [name for _, name in sorted(heap, reverse=True)]

def grouped(rows: list[dict[str, Any]], key: str) -> dict[Any, list[dict[str, Any]]]:
    ordered = sorted(rows, key=operator.itemgetter(key))
    return {name: list(group) for name, group in itertools.groupby(ordered, key=operator.itemgetter(key))}
''', ['''
words = "apple ant bear bee cat".split()
print(dict(index(words)), sorted(index(words)), index(words)["z"], index([]) == {})
counts = Counter("mississippi")
print(counts.most_common(2), counts["z"], counts + Counter("sip"), counts - Counter("ssss"), sum(counts.values()), sorted(counts.elements())[:3])
counts.update(<<"mm" || {"m": 3}>>)
counts["m"] -= 1
print(counts, counts == Counter(a=1), max(counts, key=counts.get))
''', '''
recent = Recent(<<2 || 1>>)
for key, value in [("a", 1), ("b", 2), ("a", 3), ("c", 4)]:
    recent.put(key, value)
print(recent.get("a"), recent.get("b", "gone"), list(recent.data.items()), recent.data)
window = Window(<<2 || 3>>)
print([window.add(v) for v in (1, 2, 3, 4.5)], window.values, window.values[-1])
''', '''
scores = Scores(ann=3)
scores["bob"] = 5
scores["cid"] += <<2 || 9>>
print(scores, scores["nobody"], scores.best(), Scores().best(), isinstance(scores, dict), scores | {"x": 1}, "nobody" in scores)
names = Names(["x"])
names.append("ann lee")
names += ["raw"]
print(names, names.joined(), len(names), names[1:], sorted(names), names == ["x", "Ann Lee", "raw"])
''', '''
print(inserted([5, 1], 3, <<0 || 9>>), bisect.bisect([1, 3, 5], 3), tops([(3, "c"), (1, "a"), (2, "b")], <<2 || 1>>), heapq.nlargest(2, [4, 1, 7]))
rows = [{"name": "a", "n": 1}, {"name": "b", "n": 2}, {"name": "a", "n": 3}]
print(grouped(rows, "name"), [sum(map(operator.itemgetter("n"), group)) for group in grouped(rows, "name").values()])
print(grouped(rows, "missing"))
''', '''
queue: deque[tuple[str, int]] = deque([("a", 2)])
queue.extend([("b", 1), ("c", 3)])
queue.appendleft(("z", 0))
queue.rotate(<<1 || -1>>)
while queue:
    name, left = queue.popleft()
    if left > 1:
        queue.append((name, left - 1))
    print(name, left, len(queue), end="; ")
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(ChainMap({"a": 1}, {"a": 2})))
queue.pop()
''', '''
print(list(itertools.product("ab", [1, 2])), list(itertools.combinations([1, 2, 3], 2)), [*itertools.chain([1], (2,), {3})], list(itertools.takewhile(lambda n: n < 3, itertools.count())))
print(list(itertools.zip_longest([1, 2], "a", fillvalue="-")), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.islice(itertools.cycle("xy"), 5)), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print([list(group) for _, group in itertools.groupby([1, 1, 2, 3, 3])], list(itertools.permutations("abc", 2))[:3], list(itertools.batched(range(5), 2)), sum(itertools.repeat(2, 3)))
'''])

DOCUMENTS = ('''
import copy
import datetime
import json
import math
import re
import string

<<@dataclass || @dataclass(order=True) || @dataclass(frozen=True)>>
class Person:
    name: str
    age: int = 0
    tags: list[str] = field(default_factory=list)
    boss: "Person | None" = None

    def as_dict(self) -> dict[str, Any]:
        <<return dataclasses.asdict(self) || return {"name": self.name, "age": self.age, "tags": self.tags, "boss": self.boss.as_dict() if self.boss else None}>>

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Person":
        boss = data.get("boss")
        return cls(data["name"], int(data.get("age", 0)), list(data.get("tags") or []), cls.load(boss) if boss else None)

PATTERN = re.compile(r"(?P<key>\\w+)\\s*=\\s*(?P<value>\\d+|'[^']*')")

def settings(text: str) -> dict[str, int | str]:
    found: dict[str, int | str] = {}
    for match in PATTERN.finditer(text):
        key, value = match["key"], match.group("value")
        found[key] = int(value) if value.isdigit() else value.strip("'")
    return found

def template(text: str, **values: object) -> str:
    def replace(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise KeyError(name)
        return str(values[name])
    return re.sub(r"\\{(\\w+)\\}", replace, text)

def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")

def ages(people: list[Person]) -> dict[str, float]:
    values = [p.age for p in people]
    mean = sum(values) / len(values)
    return {"mean": mean, "spread": math.sqrt(sum((v - mean) ** 2 for v in values) / len(values)), "most": max(values)}

def days(start: datetime.date, count: int) -> list[str]:
    return [(start + datetime.timedelta(days=n)).isoformat() for n in range(count)]
''', ['''
ann = Person("ann", <<30 || 41>>, ["x"])
bob = Person("bob", boss=ann)
text = json.dumps(bob.as_dict(), <<indent=2 || sort_keys=True || separators=(",", ":")>>)
print(text, Person.load(json.loads(text)) == bob, bob)
json.loads("<<{bad} || [1, 2 || >>")
''', '''
print(settings("a = 1, b='two' c=33"), template("{who} is {what}", who="ann", what=<<3 || None>>), slug("Hello, <<World || wide  World>>!"))
print(template("{missing}"))
''', '''
first = Person("a", 3, ["t"])
shallow, deep = copy.copy(first), copy.deepcopy(first)
first.tags.append("u")
print(shallow.tags, deep.tags, shallow == first, deep == first, shallow is first)
first.age += 1
print(first, ages([first, Person("b", 10)]))
ages([])
''', '''
print(days(datetime.date(2024, 2, <<27 || 28>>), 3), datetime.date(2024, 12, 25).strftime("%d %b %Y"), (datetime.date(2024, 3, 1) - datetime.date(2023, 3, 1)).days)
print(math.floor(-2.5), math.ceil(2.1), math.gcd(12, 18), math.isclose(0.1 + 0.2, 0.3), math.pi, math.inf > 10 ** 100, math.factorial(10), math.hypot(3, 4), math.log2(8), math.prod([1, 2, 3]))
math.sqrt(<<-1 || 2>>)
''', '''
print(string.ascii_lowercase[:5], re.findall(r"\\d+", "a1b22"), re.split(r"[,;]\\s*", "a, b;c"), bool(re.match(r"^\\w+@\\w+\\.com$", "me@x.com")), re.fullmatch("a+", "aab"), re.sub("(a)(b)", r"\\2\\1", "abab"))
print(json.dumps({"a": [1, 2.5, None, True], "é": "\\n"}), json.loads('{"x": [1, {"y": null}]}'), json.dumps("é", ensure_ascii=False))
json.dumps({1, 2})
''', '''
people = [Person("c", 5), Person("a", 7), Person("b", 5)]
people.sort(key=lambda p: (p.age, p.name))
print([p.name for p in people], sorted(people, key=lambda p: p.name, reverse=True)[0].name, {p.age: p.name for p in people})
print(sorted(people)[0])
'''])

LIBRARIES = [COLLECTIONS, DOCUMENTS]


def libraries(w):
    """Code over collections or documents, and what is tried of it."""
    laid(w, *w.random.choice(LIBRARIES))
