import json, asyncio
import states
from states import State, Code, Weird, Planet, Late, Perm, Num
from dataclasses import dataclass, field
from typing import Optional

@dataclass
class Job:
    name: str
    state: State = State.IDLE
    history: list[State] = field(default_factory=list)

    def move(self, to: State) -> None:
        if not self.state.can(to):
            raise ValueError(f"{self.state} -> {to}")
        self.history.append(self.state)
        self.state = to

j = Job("a")
j.move(State.BUSY)
print(j, j.state is State.BUSY, j == Job("a", State.BUSY, [State.IDLE]))
try:
    j.move(State.BUSY)
except ValueError as e:
    print(e)
print(State.IDLE < State.BUSY, sorted(State), min(State), State.IDLE(3), len(State.IDLE), bool(State.IDLE), State.default())
for i, s in enumerate(State):
    print(i, s.name, s.value.upper())
for s, c in zip(State, Code):
    print(s, c, c.value + 1)
print(list(reversed(Code)), Code._member_names_, Code.__members__["OK"], Code.auto_like.name)
try:
    Code.OK < Code.BAD
except TypeError as e:
    print(e)
try:
    Code.OK.value = 3
except AttributeError as e:
    print(e)
print(Weird.B, Planet.EARTH.a, Late("x"), Perm.R | Perm.W, Num.ONE + 1)
try:
    Late("y")
except ValueError as e:
    print(e)
counts: dict[State, int] = {}
for s in [State.IDLE, State.BUSY, State.IDLE]:
    counts[s] = counts.get(s, 0) + 1
print(counts, State.IDLE in counts, {s.name: n for s, n in counts.items()})
print(json.dumps({s.value: s.name for s in State}), f"{State.IDLE!s:>14}|{State.IDLE:>14}|{State.IDLE!r}")
def find(v: str) -> Optional[State]:
    for s in State:
        if s.value == v:
            return s
    return None
print(find("busy"), find("x"), find("idle") == State.IDLE, find("x") is None, find("x") != State.IDLE)
def opposite(s: State) -> State:
    return State.BUSY if s == State.IDLE else State.IDLE
print(opposite(State.IDLE), [opposite(s) for s in State], {State(v) for v in ("idle",)})
async def gen():
    for s in State:
        match s:
            case State.IDLE:
                yield 1
            case x:
                yield x
async def main():
    print([x async for x in gen()])
    async for x in gen():
        match x:
            case int() as n if n > 0:
                await asyncio.sleep(0)
                print("n", n)
            case State() as st:
                print("st", st.value)
asyncio.run(main())
g = {"s": State.BUSY, "n": [State.IDLE, (Code.OK, Num.ONE)]}
match g:
    case {"s": State.IDLE}: print("idle")
    case {"s": State.BUSY, "n": [State.IDLE, (Code.OK, Num.ONE)]}: print("busy")
print(getattr(State, "IDLE"), hasattr(State, "NOPE"), State.__name__, State.IDLE.__class__, repr(State), str(Code), type(State))
setattr(j, "state", "odd")
print(j.state)
x: State | int = 3
for x in (3, State.IDLE):
    if isinstance(x, State):
        print("state", x.value)
    else:
        print("int", x)
try:
    State["NOPE"]
except KeyError as e:
    print(repr(e))
try:
    State("nope")
except ValueError as e:
    print(e)
print(State._value2member_map_, states.State is State, State.IDLE._name_, State.IDLE._value_)
try:
    del State.IDLE
except AttributeError as e:
    print(e)
try:
    class Sub(State): pass
except TypeError as e:
    print(e)
