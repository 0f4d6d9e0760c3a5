"""What typing, inspect, traceback and the data model say about objects of a program."""

import inspect
import traceback
import types
from functools import partial
from typing import Annotated, Any, Callable, ClassVar, Generator, Generic, List, Literal, NamedTuple, Optional, ParamSpec, Protocol, TypedDict, TypeVar, TypeVarTuple, Union, Unpack, get_args, get_origin, get_type_hints, runtime_checkable

T = TypeVar("T")
K = TypeVar("K", bound=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Box(Generic[T, K]):
    item: "Optional[T]"
    count: ClassVar[int] = 0


class Row(Generic[Unpack[Ts]]):
    pass


class Named(NamedTuple):
    name: str
    size: int = 1


class Options(TypedDict, total=False):
    depth: int


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


def spread(*args: Unpack[Ts]) -> None: ...


def find(key: Annotated[str, "a key"], /, *rest: int, limit: "int | None" = None, **extra: Any) -> List[T]: ...


def failing(message):
    try:
        raise KeyError(message)
    except KeyError as error:
        raise ValueError(f"no {message}") from error


def refuse(action):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


print(Box[str, K], Box.__parameters__, Box[str, K][bool], Row[int, str], Row[()])
print(Union[int, str, int], Optional[Union[int, None]], Literal["a", 1, Literal["b"]], Generator[int])
print(Callable[[T], List[T]][int], Callable[P, T], get_args(Callable[[int], str]), get_origin(List[int]))
print(get_type_hints(find), get_type_hints(find, include_extras=True)["key"], get_type_hints(Box))
print(isinstance(File(), Closable), issubclass(int, Closable), Named("x"), Options.__optional_keys__)
refuse(lambda: Box[int])
refuse(lambda: List[int, str])
refuse(lambda: Union[()])
refuse(lambda: TypeVar("V", int))
refuse(lambda: Closable())
print(inspect.signature(find), inspect.signature(partial(find, "k", limit=3)), spread.__annotations__)
print(inspect.signature(Named), inspect.getfullargspec(failing).args)
print(inspect.getattr_static(File(), "close").__name__)
try:
    failing("lamp")
except ValueError as error:
    told = traceback.TracebackException.from_exception(error)
    print(told.__cause__.exc_type_str, list(told.format_exception_only()))
    print(told == traceback.TracebackException.from_exception(error))
print(traceback.StackSummary.from_list([("a.py", 1, "f", "call()")]).format())


class Base:
    def who(self):
        return "base"


class Other:
    def who(self):
        return "other"


class Derived(Base):
    def who(self):
        return super(Derived, self).who() + "!"


Derived.__bases__ = (Other,)
print(Derived().who(), Derived.__mro__[1].__name__, type(Derived.__dict__).__name__, "who" in Derived.__dict__)
module = types.ModuleType("made", "A module.")
module.value = 3
print(module, vars(module)["value"], module.__doc__)


def greet(name, mark="!"):
    return name + mark


greeting = greet
greeting.__defaults__ = ("you", "?")
print(greeting.__defaults__, inspect.signature(greeting))
