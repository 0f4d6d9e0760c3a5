import enum
from enum import *

class State(enum.Enum):
    IDLE = "idle"
    BUSY = "busy"

    def can(self, other: "State") -> bool:
        return other in TRANSITIONS[self]

    @staticmethod
    def default() -> "State":
        return State.IDLE

    def __lt__(self, other):
        return self.value < other.value

    def __call__(self, n):
        return f"{self.name}{n}"

    def __len__(self):
        return len(self.value)

TRANSITIONS: dict[State, set[State]] = {State.IDLE: {State.BUSY}, State.BUSY: {State.IDLE}}

@unique
class Code(Enum):
    OK = 0
    BAD = -1
    auto_like = 7

class Weird(Enum):
    A = 1
    B = A
class Planet(Enum):
    EARTH = (1, 2.0)
    def __init__(self, a, b):
        self.a = a
class Late(Enum):
    X = 1
    @classmethod
    def _missing_(cls, value):
        return cls.X if value == "x" else None
class Perm(Flag):
    R = auto()
    W = auto()
class Num(IntEnum):
    ONE = 1
