"""Program 30150."""
import abc
import collections
import contextlib
import dataclasses
import enum
import functools
import itertools
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Generic, NamedTuple, Protocol, TypeVar
def show(error):
    """What an exception says, with what it was raised in the handling of."""
    parts = []
    while error is not None and len(parts) < 6:
        text = f"{type(error).__name__}({', '.join(map(repr, error.args))})"
        if isinstance(error, BaseExceptionGroup):
            text += "[" + " | ".join(show(inner) for inner in error.exceptions) + "]"
        if error.__cause__ is not None:
            text += " from"
        elif error.__suppress_context__:
            text += " alone"
        parts.append(text)
        error = error.__cause__ or error.__context__
    return " <- ".join(parts)
print('--', 'typed')
class Level(enum.IntEnum):
    DEBUG = 10
    INFO = 20
    ERROR = 40

class Record(typing.TypedDict):
    name: str
    level: int
    tags: list[str]

def parse(line):
    if not line or line.startswith('#'):
        return None
    name, _, rest = line.partition(':')
    level, *tags = rest.split() or ['INFO']
    assert level in Level.__members__, level
    return {'name': name.strip(), 'level': Level[level], 'tags': tags}

class Log:
    _instance: 'ClassVar[Log | None]' = None
    levels = {10: 'DEBUG', 20: 'INFO', 40: 'ERROR'}

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.records = []
        return cls._instance

    def add(self, text):
        for line in text.splitlines():
            record = parse(line)
            if record is None:
                continue
            self.records.append(record)
        return self

    def count(self, *levels):
        return {self.levels[level]: sum((1 for r in self.records if r['level'] == level)) for level in levels or self.levels}

    def tagged(self):
        found = {}
        for record in self.records:
            for tag in record.get('tags', []):
                found.setdefault(tag, set()).add(record['name'])
        return found

def limited(limit):

    def decorate(function):
        calls = 0

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal calls
            if calls >= limit:
                raise RuntimeError(f'{function.__name__} called {calls} times')
            calls += 1
            return function(*args, **kwargs)
        return wrapper
    return decorate

@limited(3)
def summary(log, *, width=10):
    return '|'.join((f'{name:^{width}}{count}' for name, count in sorted(log.count().items())))
TEXT = '# comment\ndisk: ERROR slow hot\nnet: INFO\ncpu:ERROR\n\n'
try:
    print(summary.__name__, summary.__wrapped__(Log()), Log.levels)
except Exception as error:
    print('error', show(error))
try:
    log = Log().add(TEXT)
    print(log is Log(), len(log.records), log.count(), log.count(Level.ERROR), {k: sorted(v) for k, v in log.tagged().items()})
    print([summary(log, width=n) for n in range(8, 12)])
except Exception as error:
    print('error', show(error))
try:
    for line in ("x: INFO a b", "", "y", "z: LOUD", "#"):
        try:
            print(parse(line))
        except (ValueError, AssertionError) as error:
            print(type(error).__name__, error)
except Exception as error:
    print('error', show(error))
print('--', 'protocol')
class TaskLike(Protocol):
    def adjust_all(self, n: int) -> str:
        ...

class Shelf:
    def __init__(self, totals, items):
        self.totals = totals
        self.items = [z for z in items if z not in 'tab\t']
    def adjust_all(self, n):
        try:
            unique = set(self.totals) & set(self.totals)
            total = offset = min((-n), n, round(2.25))
        except (IndexError, ZeroDivisionError) as error:
            print('caught', show(error))
            del self.totals[-1:]
        except TypeError:
            print('caught')
            if True:
                return 'Ärger'
        self.totals += (len({}), 3)
        if ((2**31) % 2 == 0) or (n == n):
            try:
                print('resolve', self.items, 0.5, end=';\n')
                self.items.reverse()
                object().x
            except (ValueError, ArithmeticError) as e:
                print('caught', show(e))
                n *= 6
            finally:
                string = f"{min(1, 3, 5)}:{(("it's")[-1:])}"
                string += ascii(string)
            checked = 0
            while (checked := checked + 1) < 6:
                self.totals.insert(3, n)
                self.items.append((" ".join(map(str, self.totals))))
            else:
                n &= 255
            n += max(n, n)
        elif float(n) == (next((a for a in self.totals if a > n), n)):
            try:
                key = f"{(1e3 * 2.25):.2f}"
            except* LookupError as exc:
                print('caught', show(exc))
                print('combine', self.items, not (n < n), sep='/')
                size, *counts = ({x: j + 1 for x, j in {}.items() if j > n}).get(('bob'.ljust(4, ".") + "|"), len('bob')), *[5, -2, 8, 5]
            except* RuntimeError as error:
                print('caught', show(error))
                self.totals += [(n * 7)]
        elif (f"{self.items}").isdigit():
            found = False and ([1, 2, 3] == self.totals)
            print('check', self.totals, "%s-%d" % (("{}/{:03d}".format('tab\t', n)), ({'bob': 30, 'key': -1}['n\nl'])))
        elif True:
            match n:
                case int() as index if callable(False):
                    print('int() as index', index)
                case True:
                    print('True')
                case int(index):
                    print('int(index)', index)
                case _:
                    self.totals.reverse()
        else:
            width = 5
            while width:
                width -= 1
                print('collect', self.totals, ([g if g % 2 else -g for g in [5, -2, 8, 5]])[1], [k + 1 for k in (list({}.values()))])
                if isinstance(('key'.count('Ärger')), list):
                    continue
            number = 0
            while (number := number + 1) < 4:
                if False:
                    raise ValueError(dict(zip(self.items, self.totals)))
                parts = [c for c in ('12'.splitlines()) if c not in 'hello world']
        return (" ".join(map(str, self.totals))) if (False ^ True) else ('12'[::-1])

def handle(given):
    return [each.adjust_all(number) for number, each in enumerate(given)]
try:
    print(handle([Shelf(totals=[1, 2, 3], items=['a', 'b'])]))
except Exception as error:
    print('error', show(error))
try:
    print(isinstance(Shelf(totals=[0], items=['pear', 'fig', 'apple']), TaskLike))
except Exception as error:
    print('error', show(error))
try:
    print(isinstance(3, TaskLike))
except Exception as error:
    print('error', show(error))
try:
    TaskLike()
except Exception as error:
    print('error', show(error))
print('--', 'typed')
Number = int | float

class Shape(abc.ABC):
    name: str = 'shape'

    @abc.abstractmethod
    def area(self):
        ...

    @property
    @abc.abstractmethod
    def sides(self):
        ...

    def describe(self):
        return f'{self.name}: {self.area():.2f} with {self.sides}'

    def __lt__(self, other):
        return self.area() < other.area()

class Circle(Shape):
    name = 'circle'

    def __init__(self, radius):
        self.radius = abs(radius)

    def area(self):
        return 3 * self.radius ** 2
    sides = 1

class Rectangle(Shape):
    name = 'rectangle'

    def __init__(self, width, height):
        self.width, self.height = (width, height)

    def area(self):
        return self.width * self.height

    @property
    def sides(self):
        return 4

    def scaled(self, factor):
        return type(self)(self.width * factor, self.height * factor)

class Square(Rectangle):
    name = 'square'

    def __init__(self, side):
        super().__init__(side, side)

    def scaled(self, factor):
        return Square(self.width * factor)

    def __eq__(self, other):
        return isinstance(other, Square) and self.width == other.width

def largest(shapes, allowed=None):
    best = None
    for shape in shapes:
        if allowed is not None and (not allowed(shape)):
            continue
        if best is None or best.area() < shape.area():
            best = shape
    return best

def totals(shapes):
    found = {}
    for shape in shapes:
        found[shape.name] = found.get(shape.name, []) + [shape.area()]
    return found

def kind(shape):
    match shape:
        case Square(width=w):
            return f'square of {w}'
        case Rectangle(width=w, height=h):
            return f'{w} by {h}'
        case Circle():
            return 'round'
        case _:
            return 'unknown'
def measure():
    try:
        best = largest([Circle(1), Square(5)], lambda s: s.sides == 1)
        print(best.describe() if best else None, largest([]) is None)
        print(best.name, best.area())
    except Exception as error:
        print('error', show(error))
    try:
        print(sorted([Square(3), Circle(1)])[0].name, Circle(1).area(), {Square(1): 1})
    except Exception as error:
        print('error', show(error))
    try:
        Shape().describe()
    except Exception as error:
        print('error', show(error))
    try:
        totals_by = totals([Square(n) for n in range(4)])
        print({k: sum(v) / len(v) for k, v in totals_by.items()}, totals_by)
    except Exception as error:
        print('error', show(error))
measure()
