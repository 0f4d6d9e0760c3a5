"""Module doc.

>>> total([1, 2, 3])
6
"""
import doctest

def total(items):
    """Sum.

    >>> total([])
    0
    >>> for i in range(3):
    ...     total(range(i))
    0
    0
    1
    >>> total(["a"])
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> x = total([4])
    >>> x
    4
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> total(range(100)) # doctest: +ELLIPSIS
    4...
    >>> def f(: pass
    Traceback (most recent call last):
    SyntaxError: invalid syntax
    """
    t = 0
    for i in items:
        t = t + i
    return t

def counted():
    """Functions of examples may share a name that no example binds itself.

    >>> def count():
    ...     global seen
    ...     seen = 1
    >>> count()
    >>> seen
    1
    """


class Stack:
    """
    >>> s = Stack(); s.push(3)
    >>> s.items
    [3]
    """
    def __init__(self):
        self.items = []
    def push(self, x):
        """No examples."""
        self.items.append(x)

def helper():
    pass

if __name__ == "__main__":
    r = doctest.testmod()
    print(r, r.failed)
    doctest.testmod(verbose=True)
