# CPython hands str.format the mapping as it is; other functions want names.
import collections

d = {"a": 1, 2: "two", None: 3}
print("{a}".format(**d), "{}{a}".format(0, **d))
bound = "{a}!".format
print(bound(**d))


def f(**kwargs):
    return kwargs


for call in (f, dict, print, str.format):
    try:
        call(**d)
    except TypeError as e:
        print(e)

# What values say of what does not fit.
def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


def put(target, key, value):
    target[key] = value


queue = collections.deque([1, 2])
for action in (
    lambda: "%5%" % 3, lambda: "%*d" % (2**62,), lambda: "%.*d" % (2**31, 1), lambda: "abc" % queue, lambda: 0.5 * "a", lambda: None * [1], lambda: put([1, 2, 3], slice(1, 2), 5),
    lambda: queue[10**20], lambda: queue.__getitem__(10**20), lambda: queue["a"], lambda: collections.deque([], 1.5), lambda: bytearray(b"'"), lambda: format("abc", ".30000000000000004"),
    lambda: bytearray(b"ab").__setitem__(2**70, 300), lambda: "abc".index(None), lambda: "a b".rsplit("", 1), lambda: (float("inf") + 1j) ** 2.5j, lambda: 16 << 2**63, lambda: 16 << 2**70,
):
    attempt(action)
