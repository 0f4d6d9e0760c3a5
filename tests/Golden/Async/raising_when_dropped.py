"""What a generator raises while it is closed because nothing refers to it any more: nobody can catch that."""
import sys


def report(given):
    print("ignored", type(given.exc_value).__name__, given.exc_value, given.err_msg, type(given.object).__name__)


def countdown(start, fails):
    try:
        while start:
            yield start
            start -= 1
    finally:
        if fails:
            raise RuntimeError(f"closing at {start}")


def main():
    sys.unraisablehook = report
    try:
        for left, right in zip(countdown(3, False), countdown(2, True)):
            print(left, right)
            break
        print("after zip")
    except RuntimeError as error:
        print("caught", error)
    for item in countdown(5, True):
        print(item)
        if item == 4:
            break
    print("after break")
    try:
        for item in countdown(1, True):
            print(item)
    except RuntimeError as error:
        print("caught", error)
    try:
        print([a + b for a, b in zip(countdown(1, True), countdown(2, True))])
    except RuntimeError as error:
        print("caught", error)


main()
