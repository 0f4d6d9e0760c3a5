# Lines and source of functions that share a name, lambdas above all.
import inspect

first = lambda x: x + 1
second = lambda y: (
    y)
pair = [lambda: 1,
        lambda: 2]
if first(1):
    def chosen(): return "here"
else:
    def chosen(): return "there"
for function in (first, second, *pair, chosen):
    print(function.__code__.co_firstlineno, inspect.getsource(function), end="")


def chosen(): return "again"


print(chosen.__code__.co_firstlineno, inspect.getsource(chosen), end="")
