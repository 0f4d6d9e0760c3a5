"""Two subscripts in a statement: the types of what they look into, or how deep it is, tell which one failed."""
import traceback
from enum import Enum


class State(Enum):
    IDLE = "idle"
    BUSY = "busy"


class Machine:
    MOVES: dict[State, dict[str, State]] = {State.IDLE: {"start": State.BUSY}}

    def __init__(self) -> None:
        self.state = State.IDLE
        self.names: list[str] = ["idle", "busy"]
        self.scores: dict[str, list[int]] = {"idle": [1, 2]}

    def apply(self, event: str) -> None:
        self.state = self.MOVES[self.state][event]

    def letter(self, row: int, column: int) -> str:
        return self.names[row][column]

    def score(self, name: str, at: int) -> int:
        return self.scores[name][at]


def attempt(action) -> None:
    try:
        action()
    except LookupError:
        traceback.print_exc()


machine = Machine()
attempt(lambda: machine.apply("stop"))
machine.apply("start")
attempt(lambda: machine.apply("start"))
attempt(lambda: machine.letter(5, 0))
attempt(lambda: machine.letter(0, 9))
attempt(lambda: machine.score("busy", 0))
attempt(lambda: machine.score("idle", 7))
print("done")


def found(table, row, column):
    return table[row][column]


def store(table, row, column, value):
    table[row][column] = value


def deep(table, row, column, depth):
    return table[row][column][depth]


attempt(lambda: found({1: {2: 3}}, 5, 2))
attempt(lambda: found({1: {2: 3}}, 1, 9))
attempt(lambda: found([[1], [2]], 4, 0))
attempt(lambda: found([[1], [2]], 1, 7))
attempt(lambda: found([{"a": 1}], 0, "b"))
attempt(lambda: store([[1], [2]], 4, 0, 1))
attempt(lambda: store([[1], [2]], 1, 7, 1))
attempt(lambda: deep({1: {2: {3: 4}}}, 0, 2, 3))
attempt(lambda: deep({1: {2: {3: 4}}}, 1, 0, 3))
attempt(lambda: deep({1: {2: {3: 4}}}, 1, 2, 0))
attempt(lambda: deep({1: [(3, 4)]}, 1, 2, 0))
attempt(lambda: deep({1: [(3, 4)]}, 1, 0, 5))
