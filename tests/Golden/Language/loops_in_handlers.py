"""Handlers that hold a loop and a try, beside handlers of several classes."""


class PointError(KeyError):
    pass


def steps(n, errors):
    trace = []
    turn = -1
    while (turn := turn + 1) < 4:
        trace.append(n)
        try:
            if errors[turn]:
                raise errors[turn]("at", turn)
            print("fine", turn)
        except PointError as e:
            print("point", e)
            try:
                n &= 255
                trace[n]
            except TypeError as error:
                print("type", error)
            except IndexError:
                print("index")
            rank = 0
            while (rank := rank + 1) < 3:
                trace.sort()
        except (ValueError, ArithmeticError) as error:
            print("number", error)
            trace += [n]
        except KeyError as error:
            print("key", error.args)
        finally:
            count = 0
            while count < 2:
                count += 1
                if len(trace) > 5:
                    raise LookupError("long")
            else:
                n = turn % 97
    return trace


print(steps(300, [None, PointError, ValueError, KeyError]))
try:
    steps(1, [PointError, OverflowError, ValueError, ZeroDivisionError, None])
except LookupError as error:
    print(repr(error), repr(error.__context__))
