"""A generator that goes on although it is closed, while another delegates to it."""


def stubborn(n):
    try:
        for i in range(n):
            yield i
    except GeneratorExit:
        print("caught")
        yield -1
    finally:
        print("finally")


def outer(n):
    yield from stubborn(n)


made = outer(3)
print(next(made))
try:
    made.close()
except RuntimeError as e:
    print("close", e)
print(list(made))
