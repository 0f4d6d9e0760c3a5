class A:
    __count = 0

    def __init__(self):
        self.__value = 1

    def __bump(self, by):
        self.__value += by
        return self.__value

    def bump(self):
        return self.__bump(2)

    @property
    def __secret(self):
        return self.__value * 10

    def secret(self):
        return self.__secret

    @staticmethod
    def __helper(x):
        return x + 1

    def help(self):
        return A.__helper(3) + self.__helper(4)

    def peek(self, other):
        return other.__value

    def count(self):
        return self.__count + A.__count


class B(A):
    def __init__(self):
        super().__init__()
        self.__value = "b"

    def __bump(self):
        return "B bump"

    def own(self):
        return self.__value, self.__bump()


a = A()
print(a.bump(), a.secret(), a.help(), a.peek(A()), a.count(), A().bump())
b = B()
print(b.bump(), b.own(), b.secret())
print(a._A__value, b._B__value, b._A__value)
try:
    a.__value
except AttributeError as e:
    print(e)
print(a._A__bump(5), A._A__bump.__name__, A._A__bump.__qualname__)
