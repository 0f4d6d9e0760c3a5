"""Special methods that are no plain functions of their class, and attributes that objects and metaclasses decide on."""


class Callable:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args):
        return f"{self.name}{args}"


class Described:
    """A descriptor that gives a function of the object it is read from."""

    def __get__(self, instance, owner):
        return lambda *args: (type(instance).__name__, owner.__name__, len(args))


class Mixed:
    __call__ = Callable("call")
    __add__ = Described()
    __getitem__ = staticmethod(lambda key: key * 2)
    __contains__ = classmethod(lambda cls, item: item == cls.__name__)
    __len__ = staticmethod(lambda: 3)

    @property
    def __neg__(self):
        return lambda: "negative"

    @property
    def __enter__(self):
        return lambda: "entered"

    __exit__ = staticmethod(lambda *exc: len(exc))


m = Mixed()
print(m(1, 2), m + 1, m[4], "Mixed" in m, 1 in m, len(m), -m)
with m as entered:
    print(entered)


class Reading:
    kept = 1

    def __getattribute__(self, name):
        if name == "own":
            return "mine"
        return object.__getattribute__(self, name)


class Falling(Reading):
    def __getattr__(self, name):
        return "fallen " + name


class Meta(type):
    def __getattribute__(cls, name):
        return "meta" if name == "asked" else super().__getattribute__(name)

    def mro(cls):
        return super().mro()[:-1] + [Extra, object]


class Extra:
    def extra(self):
        return "extra"


class Built(metaclass=Meta):
    pass


print(Reading().own, Reading().kept, Falling().other, Falling().own)
try:
    Reading().missing
except AttributeError as error:
    print(error)
print(Built.asked, Built().extra(), [c.__name__ for c in Built.__mro__])


class WriteOnly:
    def __set__(self, instance, value):
        instance.__dict__["w"] = value + 1


class Holder:
    w = WriteOnly()


h = Holder()
print(type(h.w).__name__)
h.w = 1
print(h.w, vars(h))


class Slotted:
    __slots__ = ("a", "__dict__")


s = Slotted()
s.a, s.b = 1, 2
print(s.__dict__, Slotted.a)
s.__dict__ = {"c": 3}
print(s.c, s.a, hasattr(s, "b"))
del s.__dict__
print(s.__dict__, h.__weakref__)


class Endless:
    pass


Endless.__call__ = Endless()
try:
    Endless()()
except RecursionError as error:
    print("RecursionError")


class Doc(property):
    """A kind of property."""


class WithDocs:
    @Doc
    def first(self):
        """The first."""
        return 1

    @first.setter
    def first(self, value):
        pass

    @property
    def second(self):
        return 2


print(WithDocs.first.__doc__, WithDocs.second.__doc__, WithDocs.second.__name__, type(WithDocs.first).__name__)
bound = super(Holder)
print(repr(bound), bound.__get__(h).__self__ is h)


class Sup(super):
    pass


print(type(Sup(Holder, h)).__name__, Sup(Holder, h).__repr__.__name__)


def local():
    class Private:
        def __get_x(self):
            return self.__x

        def __set_x(self, value):
            self.__x = value * 2

        x = property(__get_x, __set_x)

    private = Private()
    private.x = 3
    return private.x, vars(private)


class Auto(type):
    def __init__(cls, name, bases, namespace):
        setattr(cls, f"_{name}__super", super(cls))


class First(metaclass=Auto):
    def hello(self):
        return "first"


class Second(First):
    def hello(self):
        return "second " + self.__super.hello()


print(local(), Second().hello())
