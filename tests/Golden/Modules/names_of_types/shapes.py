"""Classes whose names are also those of types of .NET and of the runtime."""


class Lock:
    def __init__(self, owner: str):
        self.owner = owner


class Timer:
    def __init__(self, seconds: int):
        self.seconds = seconds

    def twice(self) -> int:
        return self.seconds * 2


class IntType:
    name = "int"


class ListType:
    def __init__(self, item):
        self.item = item

    def __str__(self):
        return f"list[{self.item.name}]"


class Signature:
    def __init__(self, *parameters: str):
        self.parameters = parameters


class PyModule:
    pass


class Future:
    def __init__(self, value: int):
        self.value = value


class Timeout(Exception):
    pass


class TaskGroup:
    def __init__(self):
        self.names: list[str] = []
