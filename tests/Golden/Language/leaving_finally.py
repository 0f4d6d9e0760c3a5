# return / break / continue inside finally
def a():
    try:
        return 1
    finally:
        return 2
def b():
    try:
        raise ValueError("x")
    finally:
        return "swallowed"
def c(n):
    out = []
    for i in range(n):
        try:
            if i == 2:
                raise KeyError(i)
            out.append(i)
        finally:
            if i == 2:
                continue
            out.append(-i)
    return out
def d():
    r = []
    while True:
        try:
            r.append("try")
            return r
        finally:
            r.append("fin")
            break
    r.append("after")
    return r
def e(flag):
    try:
        try:
            return "inner"
        finally:
            if flag:
                return "override"
    finally:
        print("outer finally", flag)
def f():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                return i
            print("fin", i)
    return "never"
def g(x):
    try:
        if x == 0:
            return "zero"
        if x == 1:
            raise ValueError("one")
        r = "normal"
    except ValueError as err:
        return "caught " + str(err)
    else:
        r += " else"
    finally:
        if x == 3:
            return "three"
        print("cleanup", x)
    return r
def h():
    log = []
    for i in range(4):
        try:
            try:
                if i == 1:
                    break
                if i == 0:
                    continue
            finally:
                log.append(("inner", i))
                if i == 99:
                    return None
        finally:
            log.append(("outer", i))
    return log
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closing")
        return "done"
print(a(), b(), c(4), d(), e(True), e(False), f())
for x in range(4):
    print(g(x))
print(h())
it = gen()
print(next(it))
it.close()
try:
    it2 = gen(); next(it2); it2.throw(RuntimeError("x"))
except StopIteration as s:
    print("stop", s.value)
async def co():
    try:
        return 1
    finally:
        return 5
import asyncio
print(asyncio.run(co()))
try:
    try:
        raise ValueError("a")
    finally:
        print("plain finally")
except ValueError as v:
    print(v)
