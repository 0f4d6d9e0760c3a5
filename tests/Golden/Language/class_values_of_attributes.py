"""Attributes that objects have, and that the program gives a class after it was made."""


class Shared:
    @classmethod
    def set_up(cls):
        cls.shared = {"k": 1}

    @classmethod
    def tear_down(cls):
        cls.shared = None

    def get(self):
        return self.shared["k"]


Shared.set_up()
print(Shared().get(), Shared.shared, vars(Shared()))
Shared.tear_down()
print(Shared().shared)


class Late:
    def get(self):
        return self.count


Late.count = 4
late = Late()
print(late.get(), vars(late))
late.count = 5
print(late.get(), Late.count, vars(late), Late().get())
del late.count
print(late.get(), vars(late))
del Late.count
try:
    print(late.get())
except AttributeError as e:
    print(e)
try:
    del Late.count
except AttributeError as e:
    print(e)


class Perhaps:
    def __init__(self, size=None):
        if size:
            self.size = size

    @classmethod
    def configure(cls, size):
        cls.size = size

    def get(self):
        return self.size


class Derived(Perhaps):
    pass


class Further(Derived):
    pass


Perhaps.configure(4)
print(Perhaps().get(), Perhaps(5).get(), Derived().get(), Further(6).get())
Derived.configure(7)
print(Perhaps().get(), Derived().get(), Derived(8).get(), Further().get(), Further(9).get())
print("size" in Further.__dict__, "size" in Derived.__dict__, Derived.size)
del Derived.size
print(Derived().get(), hasattr(Further, "size"))
del Perhaps.size
print(hasattr(Further(), "size"), hasattr(Further(1), "size"), hasattr(Further, "size"))


class Surely:
    def __init__(self):
        self.level = 1

    def raised(self):
        self.level += 1
        return self.level


def change(cls, name, value):
    setattr(cls, name, value)


surely = Surely()
Surely.level = 10
print(surely.level, surely.raised(), getattr(surely, "level"), Surely.level, vars(surely))
change(Surely, "level", 20)
print(surely.level, Surely.level, Surely().raised())


class Through:
    def put(self):
        type(self).first = 8
        self.__class__.second = 7

    def get(self):
        return self.first, self.second


Through().put()
print(Through().get(), Through.first)


class Hooked:
    def call(self):
        return self.hook(2)


def double(self, n):
    return n * 2


Hooked.hook = double
print(Hooked().call())
hooked = Hooked()
hooked.hook = lambda n: n * 5
print(hooked.call(), Hooked().call())
