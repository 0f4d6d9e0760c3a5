"""What a class assigns to __slots__ is what it has."""
class A:
    __slots__ = ['a', 'b']
    def __init__(self): self.a = self.b = 1
class B:
    __slots__ = 'a'
    def __init__(self): self.a = 1
class C:
    __slots__ = ('a',)
    def __init__(self): self.a = 1
class D:
    __slots__ = {'a': 'doc of a'}
    def __init__(self): self.a = 1
class E:
    __slots__ = []
print(A.__slots__, B.__slots__, C.__slots__, D.__slots__, E.__slots__, A().__slots__, A.__dict__['__slots__'])
