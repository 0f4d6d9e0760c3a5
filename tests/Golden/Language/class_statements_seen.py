"""What a class knows of its statement: __firstlineno__ and __static_attributes__, and which attributes are its own."""

import abc


class Plain:
    """Text."""

    limit = 3

    def __init__(self, value):
        self.value = value
        self._kept: int = 2

    def store(self, other):
        self.value += 1
        other.nothing = self.value

    @property
    def double(self):
        return self.value * 2


class Derived(Plain):
    def more(self):
        self.extra = 1


class Counted:
    count = 0

    def __init__(self):
        Counted.count += 1
        self.number = Counted.count


class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1
        self.b = 2


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    def name(self):
        self.named = True


class Noticing(type):
    def __new__(meta, name, bases, space, **options):
        print(name, list(space), space['__firstlineno__'], sorted(space['__static_attributes__']))
        return super().__new__(meta, name, bases, space, **options)


def same(cls):
    return cls


@same
@same
class Noticed(metaclass=Noticing):
    """Noticed text."""

    first = 1
    typed: int = 2

    def __init__(self, values):
        self.values = values
        self.__private = 1
        self.added += 1
        self.declared: int
        for self.loop in values:
            pass
        a, (self.left, *self.right) = values
        self.items[0] = 3

        def inner():
            self.inner = 3

        del self.gone

    def other(this):
        this.unseen = 1

    @staticmethod
    def static(self):
        self.of_static = 3

    class Nested:
        def method(self):
            self.nested = 1


class Cell(metaclass=Noticing):
    def own(self):
        return __class__


class Generic[T](metaclass=Noticing):
    item: T


def local():
    class Local:
        def __init__(self):
            self.here = 1
    return Local


for cls in (Plain, Derived, Counted, Slotted, Shape, Noticed, Noticed.Nested, Cell, local()):
    print(cls.__qualname__, cls.__firstlineno__, sorted(cls.__static_attributes__))
    print(list(name for name in vars(cls) if name != '_abc_impl'))
    print(sorted(set(dir(cls)) - set(dir(object)) - {'_abc_impl'}))

plain = Plain(1)
print(sorted(set(dir(plain)) - set(dir(Plain))), sorted(set(dir(Derived(1))) - set(dir(Derived))))
print(plain.__firstlineno__, plain.__static_attributes__ == Plain.__static_attributes__, Derived(1).__doc__)
print('value' in vars(Plain), hasattr(Plain, 'value'), 'a' in vars(Slotted))
print({name: value for name, value in vars(Counted).items() if not name.startswith('__')})

@same
@same
def decorated():
    pass


print(decorated.__code__.co_firstlineno, local.__code__.co_firstlineno)
made = type('Made', (), {})
print(hasattr(made, '__firstlineno__'), list(vars(made)))
space = {}
exec('''
class Interpreted:
    "Text."
    x: int = 1
    def f(self):
        self.set = 1
''', space)
print(list(vars(space['Interpreted'])), space['Interpreted'].__firstlineno__, space['Interpreted'].__static_attributes__)


class Emptied:
    first = 1
    second = 2
    del first
    try:
        print(first)
    except NameError as e:
        print(e)
    for i in range(2):
        if i:
            del second
    try:
        second
    except NameError as e:
        print(e)


print([name for name in vars(Emptied) if not name.startswith("__")], hasattr(Emptied, "first"))
