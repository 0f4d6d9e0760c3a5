def a():
    """
    hi
      there

    """
def b():
    """first
    second
	tab
    """
def c(): """one  """
def d():
    """  lead
        more
       less   
    """
class E:
    """

    x
    """
for o in (a, b, c, d, E): print(repr(o.__doc__))


class Shared:
    """Instances that share one dictionary."""

    state = {"n": 0}

    def __init__(self):
        self.n = 1
        self.__dict__ = Shared.state


one, two = Shared(), Shared()
one.n = 5
two.__dict__.update(m=7)
print(one.n, two.n, one.m, vars(two))
