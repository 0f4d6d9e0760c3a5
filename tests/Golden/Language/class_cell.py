"""__class__ in what a class's methods define, and when a class that is still being made finds itself."""


class Outer:
    def nested(self):
        class Inner:
            def find(self):
                return __class__

            @staticmethod
            def static():
                return __class__

            @classmethod
            def of(cls):
                return __class__, cls

            later = lambda self: __class__

        class Derived(Inner):
            pass

        inner = Derived()
        return [inner.find() is Inner, inner.static() is Inner, inner.of() == (Inner, Derived), inner.later() is Inner, __class__ is Outer]


class Plain:
    @classmethod
    def of(cls):
        return __class__.__name__, cls.__name__

    @staticmethod
    def name():
        return [__class__.__name__ for _ in range(2)]


class Meta(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.made = cls.describe()


class A(metaclass=Meta):
    @classmethod
    def describe(cls):
        return __class__.__name__, cls.__name__


class B(A):
    @classmethod
    def describe(cls):
        return super().describe() + (__class__ is cls,)


def outside():
    try:
        return __class__
    except NameError as error:
        return str(error)


print(Outer().nested())
print(Plain.of(), Plain.name())
print(A.made, B.made)
print(outside())
