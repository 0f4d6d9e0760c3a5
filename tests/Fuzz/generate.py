"""Writes random asynchronous programs.

    python3.13 generate.py FIRST COUNT > programs.py

One file holds COUNT programs, those of the seeds FIRST, FIRST+1, ...; each prints a header and then
what it does. A program is a coroutine that uses workers, generators, asynchronous generators and
context managers, which share locks, queues and events. A family of programs has the same workers, which
halves what is to be compiled; each program of it has a body of its own and everything fresh. Everything
is bounded, and what waits for ever is cancelled in the end, so that all programs end.
"""

import random
import sys

HEADER = '''import asyncio
import contextlib
import contextvars


var = contextvars.ContextVar("var", default=0)
began = 0.0


def show(e: BaseException) -> str:
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}[{', '.join(show(x) for x in e.exceptions)}]"
    return f"{type(e).__name__}{e.args}"


def label(task) -> str:
    """The name of a task; numbers are not compared."""
    name = task.get_name()
    return "Task" if name.startswith("Task-") else name


def now() -> float:
    """The time since the program began, so that programs do not depend on those before them."""
    return round(asyncio.get_running_loop().time() - began, 3)


class Manager:
    """An asynchronous and plain context manager with a temper."""

    def __init__(self, name, swallows, fails):
        self.name = name
        self.swallows = swallows
        self.fails = fails

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self

    async def __aexit__(self, kind, error, trace):
        print("exit", self.name, "with" if kind is None else kind.__name__)
        await asyncio.sleep(1)
        if self.fails:
            raise KeyError(self.name)
        return self.swallows and error is not None and isinstance(error, Exception)

    def __enter__(self):
        print("plain enter", self.name)
        return 7

    def __exit__(self, kind, error, trace):
        print("plain exit", self.name, "with" if kind is None else kind.__name__)
        return self.swallows and error is not None and isinstance(error, ValueError)


class Countdown:
    """An asynchronous iterator."""

    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(self.n % 2)
        return self.n


class Later:
    """An awaitable made by hand."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return self.value


@contextlib.asynccontextmanager
async def scope(name):
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)

'''

FOOTER = '''

def rescue():
    """Cancels whatever still waits, again and again: also what waits for ever once it was cancelled."""
    for task in asyncio.all_tasks():
        task.cancel()
    asyncio.get_running_loop().call_later(50, rescue)


async def limited(program, member):
    global began
    began = asyncio.get_running_loop().time()
    asyncio.get_running_loop().call_later(600, rescue)
    return await asyncio.wait_for(program(member), 500)


def run(number, program, member):
    print("===", number)
    try:
        print("result", asyncio.run(limited(program, member)))
    except BaseException as e:
        print("end", show(e))

'''

FAMILY = 8

ERRORS = ["ValueError", "KeyError", "RuntimeError", "asyncio.CancelledError", "TimeoutError", "Exception", "BaseException", "(ValueError, KeyError)"]


class Family:
    def __init__(self, number):
        self.random = random.Random(number)
        self.number_of_family = number
        self.lines = []
        self.indent = 0
        self.names = 0
        self.budget = 60

    def name(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    def emit(self, line):
        self.lines.append("    " * self.indent + line)

    def pick(self, *options):
        return self.random.choice(options)

    def chance(self, p):
        return self.random.random() < p

    def number(self, top=4):
        return self.random.randint(0, top)

    # ---- whole programs

    def write(self):
        self.emit(f"async def family_{self.number_of_family}(member):")
        self.indent += 1
        self.emit("lock = asyncio.Lock()")
        self.emit(f"queue = asyncio.{self.pick('Queue', 'Queue', 'LifoQueue', 'PriorityQueue')}({self.number(3)})")
        self.emit("event = asyncio.Event()")
        self.emit(f"semaphore = asyncio.Semaphore({self.random.randint(1, 2)})")
        self.emit("condition = asyncio.Condition()")
        self.emit("tasks = []")
        self.generators = []
        self.agens = []
        self.workers = []
        for i in range(self.random.randint(1, 3)):
            self.generator(f"gen{i}")
        for i in range(self.random.randint(2, 3)):
            self.async_generator(f"agen{i}")
        for i in range(self.random.randint(3, 5)):
            self.worker(f"work{i}")
        for i in range(FAMILY):
            self.member(f"main{i}")
        self.emit(f"return await [{', '.join(f'main{i}' for i in range(FAMILY))}][member]()")
        self.indent -= 1
        return "\n".join(self.lines)

    def member(self, name):
        def body():
            self.vars = ["x"]
            self.emit("x = 1")
            self.budget = 25
            self.block(2, size=self.random.randint(3, 6), guarded=True)
            self.emit("for t in tasks:")
            self.emit("    print('left', label(t), t.done(), t.cancelling())")
            if self.chance(0.5):
                self.emit("print('all', [show(r) if isinstance(r, BaseException) else r for r in await asyncio.gather(*tasks, return_exceptions=True)])")
            self.emit(f"return {self.pick('x', 'len(tasks)', 'now()')}")
        self.function(f"async def {name}():", body)

    def function(self, header, body):
        self.emit(header)
        self.indent += 1
        saved = getattr(self, "vars", None), getattr(self, "loop_depth", 0), self.budget
        self.vars, self.loop_depth, self.budget = ["n"], 0, 18
        body()
        self.vars, self.loop_depth, self.budget = saved
        self.indent -= 1
        self.emit("")

    def generator(self, name):
        def body():
            self.kind = "gen"
            style = self.number(3)
            if style == 0:
                self.emit("for i in range(n):")
                self.emit(f"    yield i * {self.number()} + n")
            elif style == 1:
                self.emit("got = None")
                self.emit("try:")
                self.emit("    for i in range(n):")
                self.emit("        got = yield (i, got)")
                self.emit(f"except {self.pick('ValueError', 'KeyError', 'GeneratorExit')} as e:")
                self.emit(f"    print('{name} caught', show(e))")
                self.emit(f"    {self.pick('yield -1', 'raise', 'return 99', 'pass')}")
                self.emit("finally:")
                self.emit(f"    print('{name} finally')")
            elif style == 2 and self.generators:
                self.emit(f"r = yield from {self.pick(*self.generators)}(n)")
                self.emit("print('delegated', r)")
                self.emit("yield 5")
                self.emit("return r")
            else:
                self.emit("while n > 0:")
                self.emit("    n -= 1")
                self.emit("    if n % 2:")
                self.emit("        continue")
                self.emit("    yield n")
        self.function(f"def {name}(n{self.pick('', ': int')}):", body)
        self.generators.append(name)

    def async_generator(self, name):
        def body():
            style = self.number(4)
            if style == 0:
                self.emit("for i in range(n):")
                self.emit(f"    await asyncio.sleep({self.number(2)})")
                self.emit("    yield i + n")
            elif style == 1:
                self.emit("try:")
                self.emit("    for i in range(n):")
                self.emit("        got = yield i")
                self.emit("        if got:")
                self.emit(f"            print('{name} got', got)")
                self.emit(f"        await asyncio.sleep({self.number(1)})")
                self.emit("finally:")
                if self.chance(0.5):
                    self.emit(f"    await asyncio.sleep({self.number(2)})")
                self.emit(f"    print('{name} finally', n)")
            elif style == 2:
                self.emit("try:")
                self.emit("    yield n")
                self.emit(f"except {self.pick('ValueError', 'Exception', 'asyncio.CancelledError', 'GeneratorExit')} as e:")
                self.emit(f"    print('{name} caught', show(e))")
                self.emit(f"    {self.pick('yield -1', 'raise', 'return', 'await asyncio.sleep(1)')}")
                self.emit("yield n + 1")
            elif style == 3 and self.agens:
                self.emit(f"async for v in {self.pick(*self.agens)}(n):")
                self.emit("    if v % 3 == 2:")
                self.emit(f"        {self.pick('break', 'continue', 'yield 100')}")
                self.emit("    yield v * 2")
            else:
                self.emit(f"async with Manager('{name}', {self.chance(0.3)}, False):")
                self.emit("    for i in range(n):")
                self.emit("        yield i")
                if self.chance(0.3):
                    self.emit("raise ValueError(n)")
        self.function(f"async def {name}(n{self.pick('', ': int')}):", body)
        self.agens.append(name)

    def worker(self, name):
        def body():
            self.block(2, size=self.random.randint(2, 5))
            self.emit(f"return {self.pick('n', 'n + 1', '(n, now())' if False else 'n * 2')}")
        self.function(f"async def {name}(n{self.pick('', ': int')}):", body)
        self.workers.append(name)

    # ---- statements

    def block(self, depth, size=None, guarded=False):
        for _ in range(size or self.random.randint(1, 3)):
            if self.budget <= 0:
                break
            self.budget -= 1
            if guarded and self.chance(0.6):
                self.guarded(depth)
            else:
                self.statement(depth)
        self.emit(f"print({self.number(99)}, {self.value()}, now())")

    def inside(self, header, depth, **options):
        self.emit(header)
        self.indent += 1
        self.block(depth - 1, **options)
        self.indent -= 1

    def guarded(self, depth):
        self.emit("try:")
        self.indent += 1
        self.statement(depth)
        self.indent -= 1
        self.emit("except BaseException as e:")
        self.emit("    print('guard', show(e), now())")

    def statement(self, depth):
        compound = ["compound"] * (3 if depth > 0 else 0)
        kind = self.random.choice(compound + ["simple"] * 4 + ["await"] * 3 + ["task"] * 2 + ["shared"] * 2 + ["manual"])
        getattr(self, kind)(depth)

    def value(self):
        return self.pick(*self.vars, str(self.number()))

    def call(self):
        if not self.workers:
            return f"asyncio.sleep({self.number(3)}, {self.value()})"
        return self.pick(
            f"{self.pick(*self.workers)}({self.value()})", f"{self.pick(*self.workers)}({self.value()})",
            f"asyncio.sleep({self.number(3)}, {self.value()})")

    def assign(self, text):
        name = self.name("v")
        self.emit(f"{name} = {text}")
        return name

    def simple(self, depth):
        match self.number(9):
            case 0:
                self.emit(f"{self.vars[0]} = {self.value()} if isinstance({self.value()}, int) else 3")
            case 1 if self.chance(0.5):
                self.emit(f"if {self.vars[0]} != {self.number()}:")
                self.emit(f"    raise {self.pick('ValueError', 'KeyError', 'RuntimeError', 'asyncio.CancelledError')}({self.number()})")
            case 2 if self.loop_depth:
                self.emit(f"if {self.value()} == {self.number()}:")
                self.emit(f"    {self.pick('break', 'continue')}")
            case 3:
                self.emit(f"var.set({self.number(9)})")
            case 4:
                self.emit("print('var', var.get(), asyncio.current_task().cancelling())")
            case 5:
                self.emit(f"asyncio.get_running_loop().call_{self.pick('soon(', f'later({self.number(3)}, ')}print, 'callback', {self.number(9)})")
            case 6 if self.generators:
                self.emit(f"print(list({self.pick(*self.generators)}({self.number(3)})))")
            case 7:
                self.emit(f"print('uncancel', asyncio.current_task().uncancel())")
            case _:
                self.emit(f"print({self.number(99)}, {self.value()})")

    def await_(self, depth):
        match self.number(9):
            case 0 | 1:
                self.emit(f"await asyncio.sleep({self.pick('0', '0', '1', '2', '3')})")
            case 2 | 3:
                self.emit(f"print('value', await {self.call()})")
            case 4:
                self.emit(f"print('gather', await asyncio.gather({self.call()}, {self.call()}{self.pick('', ', ' + self.call())}))")
            case 5:
                self.emit(f"r = await asyncio.gather({self.call()}, {self.call()}, return_exceptions=True)")
                self.emit("print('gather', [show(e) if isinstance(e, BaseException) else e for e in r])")
            case 6:
                self.emit(f"print('in time', await asyncio.wait_for({self.call()}, {self.pick('0', '1', '2', '5', 'None')}))")
            case 7:
                self.emit(f"print('later', await Later({self.value()}))")
            case 8 if self.agens:
                self.emit(f"print([v {self.pick('', '* 2 ')}async for v in {self.pick(*self.agens)}({self.number(3)}){self.pick('', ' if v % 2')}])")
            case _:
                self.emit(f"print([await asyncio.sleep(i, i) for i in range({self.number(3)})])")

    def __getattr__(self, name):
        if name == "await":
            return self.await_
        raise AttributeError(name)

    def task(self, depth):
        match self.number(8):
            case 0 | 1 | 2:
                name = f", name='{self.name('T')}'" if self.chance(0.7) else ""
                self.emit(f"tasks.append(asyncio.create_task({self.call()}{name}))")
            case 3:
                self.emit("if tasks:")
                self.emit(f"    print('cancel', tasks[{self.pick('0', '-1')}].cancel({self.pick('', repr('stop'))}))")
            case 4:
                self.emit("if tasks and tasks[-1] is not asyncio.current_task():")
                # Shielded: two tasks that wait for each other would cancel each other without end.
                self.emit(f"    print('joined', await asyncio.wait_for(asyncio.shield(tasks[-1]), {self.number(3)}))")
            case 5:
                self.emit("others = [t for t in tasks if t is not asyncio.current_task()]")
                self.emit("if others:")
                self.emit(f"    done, pending = await asyncio.wait(others, timeout={self.number(3)}, return_when=asyncio.{self.pick('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED')})")
                self.emit("    print('wait', sorted(label(t) for t in done), sorted(label(t) for t in pending))")
            case 6:
                self.emit(f"made = [asyncio.create_task({self.call()}), asyncio.create_task({self.call()})]")
                if self.chance(0.5):
                    self.emit(f"for c in asyncio.as_completed(made{self.pick('', ', timeout=2')}):")
                    self.emit("    print('completed', await c)")
                else:
                    self.emit(f"async for c in asyncio.as_completed(made{self.pick('', ', timeout=2')}):")
                    self.emit("    print('completed', made.index(c), c.cancelled() or c.exception() is None)")
            case 7:
                self.emit(f"asyncio.get_running_loop().call_later({self.number(3)}, asyncio.current_task().cancel)")
            case _:
                self.emit(f"print(label(asyncio.current_task()), len(tasks))")

    def shared(self, depth):
        match self.number(8):
            case 0:
                self.emit(f"await asyncio.wait_for(queue.put({self.number()}), {self.number(3)})")
            case 1:
                self.emit(f"print('got', await asyncio.wait_for(queue.get(), {self.number(3)}))")
            case 2:
                self.emit(f"queue.put_nowait({self.number()})")
            case 3:
                self.emit("print('nowait', queue.get_nowait(), queue.qsize())")
            case 4:
                self.emit(f"event.{self.pick('set', 'clear')}()")
            case 5:
                self.emit(f"print('event', await asyncio.wait_for(event.wait(), {self.number(3)}))")
            case 6 if depth > 0:
                self.inside(f"async with {self.pick('lock', 'semaphore', 'condition')}:", depth)
            case 7:
                self.emit("async with condition:")
                self.emit(f"    {self.pick('condition.notify()', 'condition.notify_all()', 'await asyncio.wait_for(condition.wait(), 2)')}")
            case _:
                self.emit("print(lock.locked(), semaphore.locked(), event.is_set(), queue.qsize())")

    def manual(self, depth):
        if self.generators and self.chance(0.4):
            g = self.assign(f"{self.pick(*self.generators)}({self.random.randint(1, 3)})")
            self.emit("try:")
            self.emit(f"    print('next', next({g}))")
            for _ in range(self.random.randint(1, 3)):
                self.emit(f"    print('{g}', {g}.{self.pick('send(5)', 'send(None)', 'throw(ValueError(1))', 'throw(KeyError)', 'close()', '__next__()')})")
            self.emit("except BaseException as e:")
            self.emit("    print('gen ended', show(e))")
            self.emit("finally:")
            self.emit("    try:")
            self.emit(f"        {g}.close()")
            self.emit("    except RuntimeError as e:")
            self.emit("        print('close', show(e))")
            # One that ignores the first close is not left to be closed when its last reference goes.
            self.emit(f"        {g}.close()")
        elif self.agens:
            g = self.assign(f"{self.pick(*self.agens)}({self.random.randint(1, 3)})")
            self.emit("try:")
            for _ in range(self.random.randint(1, 4)):
                self.emit(f"    print('{g}', await {self.pick(f'anext({g})', f'anext({g}, None)', f'{g}.asend(4)', f'{g}.asend(None)', f'{g}.athrow(ValueError(2))', f'{g}.aclose()', f'{g}.__anext__()')})")
            self.emit("except BaseException as e:")
            self.emit("    print('agen ended', show(e))")
            self.emit("finally:")
            self.emit("    try:")
            self.emit(f"        await {g}.aclose()")
            self.emit("    except RuntimeError as e:")
            self.emit("        print('aclose', show(e))")

    def compound(self, depth):
        match self.number(11):
            case 0:
                self.inside(f"if {self.value()} {self.pick('==', '!=')} {self.number()}:", depth)
                if self.chance(0.4):
                    self.inside("else:", depth)
            case 1:
                self.loop(f"for {self.name('i')} in range({self.number(3)}):", depth)
            case 2 if self.agens:
                self.loop(f"async for v in {self.pick(*self.agens)}({self.number(3)}):", depth)
            case 3:
                self.loop(f"async for v in Countdown({self.number(3)}):", depth)
            case 4 | 5 | 6:
                self.attempt(depth)
            case 7:
                self.inside(f"async with asyncio.timeout({self.pick('0', '1', '2', '3', 'None')}):", depth)
            case 8:
                self.emit("async with asyncio.TaskGroup() as tg:")
                self.indent += 1
                for _ in range(self.random.randint(1, 3)):
                    self.emit(f"{self.pick('', 'tasks.append(')}tg.create_task({self.call()})".replace("tasks.append(tg", "tasks.append(tg") + "")
                    if "tasks.append(" in self.lines[-1]:
                        self.lines[-1] += ")"
                self.block(depth - 1)
                self.indent -= 1
            case 9:
                self.inside(f"{self.pick('async with', 'with')} Manager('{self.name('m')}', {self.chance(0.4)}, {self.chance(0.1)}):", depth)
            case 10:
                self.inside(f"async with scope('{self.name('s')}'){self.pick('', ' as s')}:", depth)
            case _:
                self.inside(f"async with lock, semaphore:", depth)

    def loop(self, header, depth):
        self.loop_depth += 1
        self.inside(header, depth)
        self.loop_depth -= 1
        if self.chance(0.3):
            self.inside("else:", depth)

    def attempt(self, depth):
        self.inside("try:", depth)
        style = self.number(3)
        if style < 3:
            group = self.chance(0.15)
            self.emit(f"except{'* ' if group else ' '}{self.pick('ValueError', 'KeyError', 'Exception') if group else self.pick(*ERRORS)} as e:")
            self.indent += 1
            self.emit("print('except', show(e), now())")
            outer, self.loop_depth = self.loop_depth, 0 if group else self.loop_depth
            self.block(min(depth - 1, 0 if group else depth), size=1)
            self.loop_depth = outer
            if self.chance(0.3):
                self.emit(self.pick("raise", "raise KeyError('again') from e"))
            self.indent -= 1
            if self.chance(0.3):
                self.inside("else:", depth)
        if style in (2, 3):
            outer, self.loop_depth = self.loop_depth, 0
            self.inside("finally:", min(depth, 1))
            self.loop_depth = outer


def module(seeds):
    parts = [HEADER]
    parts += [Family(number).write() + "\n\n" for number in sorted({seed // FAMILY for seed in seeds})]
    parts.append(FOOTER)
    parts += [f"run({seed}, family_{seed // FAMILY}, {seed % FAMILY})\n" for seed in seeds]
    return "\n".join(parts)


if __name__ == "__main__":
    first, count = int(sys.argv[1]), int(sys.argv[2])
    print(module(range(first, first + count)))
