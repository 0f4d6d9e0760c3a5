class A:
    @classmethod
    def __init__(cls, v=1):
        print('init', cls.__name__, v)


try:
    print(type(A(3)).__name__)
except Exception as e:
    print(type(e).__name__, e)


class B:
    @classmethod
    def __new__(cls, *args):
        print('new', cls.__name__, args)
        return super().__new__(cls)


try:
    print(type(B()).__name__)
except Exception as e:
    print(type(e).__name__, e)


class C:
    @staticmethod
    def __init__():
        print('static init')


try:
    print(type(C()).__name__)
except Exception as e:
    print(type(e).__name__, e)


class D:
    @staticmethod
    def __new__(cls, v):
        made = object.__new__(cls)
        made.v = v
        return made


try:
    print(D(4).v)
except Exception as e:
    print(type(e).__name__, e)


class E:
    @property
    def __init__(self):
        return lambda v: print('property init', v)


try:
    print(type(E(1)).__name__)
except Exception as e:
    print(type(e).__name__, e)


class F:
    @classmethod
    def __repr__(cls):
        return 'F of class'

    @staticmethod
    def __len__():
        return 3

    @classmethod
    def __eq__(cls, other):
        return True


print(F(), len(F()), F() == 1)


class G:
    @classmethod
    def __init_subclass__(cls, **k):
        print('sub', cls.__name__, k)

    @classmethod
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


class H(G, a=1):
    pass


print(G[1], H[2])
