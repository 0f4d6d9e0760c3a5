"""Except clauses after others that catch the same; groups that except* takes apart."""


class AppError(LookupError):
    pass


class NotFound(AppError):
    pass


def handled(error: Exception) -> str:
    try:
        raise error
    except AppError as e:
        return f"app {e}"
    except LookupError as e:
        return f"lookup {e!r}"
    except NotFound:
        return "never"
    except (KeyError, ValueError):
        return "value"
    except Exception:
        return "exception"
    except TypeError:
        return "never either"


def again(error: Exception) -> None:
    try:
        try:
            raise error
        except ValueError:
            print("value")
        except ValueError:
            print("never")
    except KeyError as e:
        print("outer", e)


def grouped(error: Exception) -> None:
    try:
        try:
            raise error
        except* ValueError as group:
            print(repr(group), group.__suppress_context__)
    except BaseException as e:
        print("left", repr(e), e is error, e.__suppress_context__)


for each in (NotFound("n"), KeyError("k"), ValueError("v"), TypeError("t")):
    print(handled(each))
again(ValueError())
again(KeyError("k"))
grouped(ValueError(1))
grouped(ExceptionGroup("g", [TypeError(1)]))
grouped(ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2), KeyError(3)])]))


def loop(n: int) -> int:
    while True:
        n += 1
        try:
            try:
                if n < 3:
                    raise ValueError(n)
                if n < 5:
                    raise IndexError(n)
                return n
            except (IndexError, ZeroDivisionError) as error:
                try:
                    print("collect", error)
                    continue
                except ValueError as inner:
                    print("never", inner)
                except ValueError:
                    for item in [1, 2]:
                        n += item
        except (ValueError, ArithmeticError) as error:
            print("caught", error)
        finally:
            print("end", n)


print(loop(0))
