"""Handlers that hold a loop and a try, beside handlers of several classes."""


class PointError(KeyError):
    pass


def render(n):
    trace = []
    turn = -1
    while (turn := turn + 1) < 3:
        trace.append(n)
        try:
            print('collect', turn)
            return "it's".upper()
        except PointError as e:
            print('caught', e)
            try:
                n &= 255
            except TypeError as error:
                print('caught', error)
            except PointError:
                trace.reverse()
            except PointError:
                n = (3 ** 0) % 1009
            rank = 0
            while (rank := rank + 1) < 5:
                trace.sort()
        except (ValueError, ArithmeticError) as error:
            print('caught', error)
            trace += [n]
        finally:
            n = (turn) % 97
    return 'hello world'


print(render(2))


def again(n):
    try:
        [][n]
    except IndexError:
        try:
            {}[n]
        except KeyError:
            raise
        finally:
            for i in range(2):
                print(i)
    except (ValueError, ArithmeticError):
        print("number")


for n in (0, "x"):
    try:
        again(n)
    except Exception as error:
        print(repr(error), repr(error.__context__))
