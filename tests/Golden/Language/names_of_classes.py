class A:
    def who(self):
        return type(self).__name__ + "/" + self.__class__.__name__


class B(A):
    pass


class M(type):
    pass


class C(metaclass=M):
    pass


print(A().who(), B().who(), type(3).__name__, type("x").__name__, type(C()).__name__, type(C).__name__, type(None).__name__, type(A.who).__name__)
A.__name__ = "Renamed"
print(A().who(), type(A()).__name__)


def f(x):
    return f"{type(x).__name__}: {x.__class__.__name__}"


print(f(1), f([]), f(ValueError("x")), f(len), f(True))
