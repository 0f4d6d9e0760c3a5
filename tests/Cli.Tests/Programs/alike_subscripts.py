"""Two subscripts in a statement: the types of what they look into tell which one failed."""
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
