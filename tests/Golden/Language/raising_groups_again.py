"""What except* raises: parts of a group again, something new, or both."""


def show(e):
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}({e.message!r}, [{', '.join(show(x) for x in e.exceptions)}])"
    return repr(e)

def attempt(error, again, other=False):
    try:
        try:
            raise error
        except* ValueError as e:
            print("values", show(e))
            if again:
                raise
        except* KeyError as e:
            print("keys", show(e))
            if other:
                raise TypeError("new")
    except BaseException as e:
        print("out", show(e))

nested = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError(2), ValueError(3), OSError(4)])])
for again in (False, True):
    for other in (False, True):
        attempt(ValueError(0), again, other)
        attempt(KeyError(0), again, other)
        attempt(OSError(0), again, other)
        attempt(nested, again, other)
        attempt(ExceptionGroup("flat", [ValueError(5), KeyError(6)]), again, other)
