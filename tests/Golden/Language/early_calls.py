"""Functions, lambdas and methods that are called before the module has bound what they read."""
def f(): return x
def g(): return y + 1
def h(): return z
try: print(f())
except NameError as e: print(e)
try: print(g())
except NameError as e: print(e)
try: print(h()[0])
except NameError as e: print(e)
try: print(later())
except NameError as e: print(e)
try: print(K())
except NameError as e: print(e)
def user(): return later()
try: print(user())
except NameError as e: print(e)
def user2(): return K()
try: print(user2())
except NameError as e: print(e)
x = 'a'
y: int = 5
z = [1]
def later(): return 3
class K: pass
print(f(), g(), h(), user())
def size(): return sys.maxsize
try: size()
except NameError as e: print(e)
t = lambda: sys.intern('a')
try: t()
except NameError as e: print(e)
import sys
print(size() > 1, t())
def sep():
    return os.sep
try: sep()
except NameError as e: print(e)
import os
print(sep())


class Shape:
    def __init__(self): self.side = SIDE

    def area(self): return self.side * FACTOR

    @property
    def name(self): return NAME


SIDE = 3
shape = Shape()
for read in (shape.area, lambda: shape.name):
    try:
        print(read())
    except NameError as error:
        print(error)
FACTOR = 2
NAME = "square"
print(shape.area(), shape.name)
