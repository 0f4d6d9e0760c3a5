"""Dataclasses that the library is asked about: asdict, astuple, replace, is_dataclass."""
from __future__ import annotations
import dataclasses
import json
from dataclasses import asdict, astuple, dataclass, field, is_dataclass, replace
from collections import defaultdict


@dataclass(frozen=True, slots=True)
class Event:
    kind: str
    payload: int
    attempt: int = 0

    def retry(self) -> Event:
        return dataclasses.replace(self, attempt=self.attempt + 1)


@dataclass
class Address:
    street: str
    tags: list[str] = field(default_factory=list)


@dataclass(order=True)
class Person:
    name: str
    age: int = 0
    address: Address | None = None
    scores: dict[str, list[int]] = field(default_factory=dict)
    seen: int = field(default=0, init=False, repr=False)

    def birthday(self) -> Person:
        return replace(self, age=self.age + 1)


@dataclass
class Employee(Person):
    salary: float = 0.0


class Plain:
    pass


e = Event("add", 3)
r = e.retry().retry()
print(r, r.attempt + 1, e)
print(asdict(r), astuple(e))
p = Person("Ann", 30, Address("Main", ["home"]), {"a": [1, 2]})
d = asdict(p)
print(d, json.dumps(d, sort_keys=True))
d["address"]["tags"].append("x")
print(p.address.tags, p.birthday(), p.birthday() > p)
print(astuple(p))
q = replace(p, name="Bob", address=None)
print(q, q.address is None, q.scores is p.scores)
emp = Employee("Cid", 40, salary=2.5)
print(asdict(emp), replace(emp, salary=3))
print(is_dataclass(p), is_dataclass(Person), is_dataclass(Plain()), is_dataclass(3))
try:
    replace(p, seen=3)
except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
try:
    replace(p, nothing=3)
except TypeError as error:
    print(error)
try:
    asdict(Plain())
except TypeError as error:
    print(error)
try:
    asdict(Person)
except TypeError as error:
    print(error)
print(asdict(p, dict_factory=lambda items: sorted(k for k, _ in items)))
people = [Person("x", 1), Person("y", 2)]
print([asdict(x)["age"] for x in people], json.dumps([asdict(x) for x in people]))
grown = [replace(x, age=x.age * 2) for x in people]
print(grown, sum(x.age for x in grown))
print(hash(e) == hash(Event("add", 3)), e == Event("add", 3), {e: 1}[Event("add", 3)])
try:
    raise dataclasses.FrozenInstanceError("cannot")
except dataclasses.FrozenInstanceError as error:
    print(error)
