"""Names of typing and dataclasses that libraries look at, functions of hashlib as attributes of classes, copies, days of years."""

import copy
import dataclasses
import hashlib
import pickle
import time
import typing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, List, Optional, TypedDict, Union


class Keys(TypedDict):
    x: int


print(
    isinstance(List[int], typing._GenericAlias), isinstance(Annotated[int, 1], typing._AnnotatedAlias), isinstance(Union[int, str], typing._UnionGenericAlias),
    isinstance(List, typing._SpecialGenericAlias), isinstance(List, typing._BaseGenericAlias), isinstance(Keys, typing._TypedDictMeta),
    isinstance(Optional, typing._SpecialForm), isinstance(list[int], typing._GenericAlias), issubclass(typing._LiteralGenericAlias, typing._Final),
)


@dataclass
class Fields:
    x: int
    y: ClassVar[int] = 3
    z: dataclasses.InitVar[int] = 3


for field in getattr(Fields, dataclasses._FIELDS).values():
    print(field.name, field._field_type, field._field_type is dataclasses._FIELD)
print(isinstance(dataclasses.MISSING, dataclasses._MISSING_TYPE), dataclasses.field()._field_type)


class Signer:
    digest = staticmethod(lambda: "lazy")

    def __init__(self):
        self.method = self.digest


class Other(Signer):
    digest = hashlib.sha256


print(Signer().method(), Other().method == hashlib.sha256, hashlib.sha256, Other().method(b"x").hexdigest()[:8])


class Tree(dict):
    def __getattr__(self, name):
        return self.__class__()

    def __getstate__(self):
        return dict(self)

    def __setstate__(self, state):
        self.update(state)


class Asked:
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


tree = Tree(a=1, b=Tree(c=2))
print(copy.copy(tree), pickle.loads(pickle.dumps(tree)), copy.deepcopy(Asked()).x)
print(datetime.strptime("9", "%j"), datetime.strptime("2024-60", "%Y-%j"), time.strptime("60", "%j")[:3], time.strptime("10 1", "%U %w")[:3])
