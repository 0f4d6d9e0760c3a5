"""Annotations in the body of a class see the names of its namespace, as they stand then."""

from collections import ChainMap


class Prepared(type):
    """Gives the bodies of classes names that nothing in the text binds."""

    @classmethod
    def __prepare__(mcls, name, bases):
        return ChainMap({}, {"Positive": "positive", "size": 3})

    def __new__(mcls, name, bases, namespace):
        return super().__new__(mcls, name, bases, namespace.maps[0])


class Base(metaclass=Prepared):
    pass


class Order(Base):
    limit = size + 1
    count: Positive = 5

    def take(self, amount: Positive, most: int = size) -> Positive:
        return most


print(Order.limit, Order.take.__annotations__, Order().take(1), Order.__annotations__)


class Changing:
    Width = int

    def first(self, a: Width, b=Width) -> Width:
        return b

    Width = str

    def second(self, a: Width):
        return a


print(Changing.first.__annotations__, Changing.second.__annotations__, Changing().first(1))
