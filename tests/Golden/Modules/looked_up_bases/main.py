"""A module whose names are a dictionary that the program writes to: bases of its classes are looked up as the classes are made."""

from shapes import Counted, Named


class Plain(Named):
    pass


class Both(Counted, Named):
    pass


globals()["extra"] = 3
print(Plain("circle").describe(), extra)
both = Both()
print(both.describe(), both.counted(), both.counted(), Counted.count)
print([c.__name__ for c in Both.__mro__])
globals()["Named"] = Counted


class Later(Named):
    pass


print(Later().counted(), [c.__name__ for c in Later.__mro__])
