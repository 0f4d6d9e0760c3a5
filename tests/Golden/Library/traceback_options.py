"""Texts of exceptions: notes, groups and their limits, summaries of classes of the program."""
import traceback
def func():
    something = 3
    print(somethong)
    somethong = 3
try: func()
except NameError as e:
    print(e.name)
    print(traceback.format_exception_only(e))
class X(Exception):
    def __str__(self): return "I am X"
X.__module__ = 42
print(traceback.format_exception_only(X()))
class BadThing:
    def __str__(self): return 'bad str'
    def __repr__(self): return 'bad repr'
class Unprintable:
    def __repr__(self): raise ValueError('bad value')
e = ValueError(1)
for n in BadThing(), Unprintable(), [BadThing(), "Final"], [Unprintable(), "x"], "abc", None, 3, ("a", "b"):
    e.__notes__ = n
    print(traceback.format_exception_only(e))
try: traceback.format_exception(ValueError, e)
except ValueError as x: print(x)
try: traceback.format_exception(exc=e)
except TypeError as x: print(x)
print(traceback.format_exception_only(ExceptionGroup('A\n1', [ValueError('B\n2')]), show_group=True))
eg = ExceptionGroup('eg', [ExceptionGroup('eg1', [ValueError(i) for i in range(3)]), ExceptionGroup('eg2', [TypeError(i) for i in range(10)])])
print("".join(traceback.TracebackException.from_exception(eg, max_group_width=2).format()))
print("".join(traceback.TracebackException.from_exception(eg, max_group_depth=1).format()))
t = traceback.TracebackException.from_exception(e, save_exc_type=False)
print(t.exc_type_str)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(t.exc_type, traceback.TracebackException.from_exception(e).exc_type)
    print(w[0].message)
def a(): b()
def b(): 1/0
try: a()
except ZeroDivisionError as e: x = e
s = traceback.FrameSummary("f", 1, "dummy", lookup_line=False, line="abc  ")
print(s, s.line, s == ("f", 1, "dummy", "abc"), tuple(s), s[3], len(s))
class Skip(traceback.StackSummary):
    def format_frame_summary(self, fs, **k):
        if fs.name == 'a': return None
        return "<" + fs.name + ">"
print(type(Skip.extract(traceback.walk_tb(x.__traceback__))).__name__)
