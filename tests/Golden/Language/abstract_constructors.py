"""An abstract class whose constructor is abstract too, and is called by those of its subclasses."""

from abc import ABC, abstractmethod


class Expert(ABC):
    @abstractmethod
    def __init__(self, name):
        self.name = name

    @property
    @abstractmethod
    def eager(self):
        raise NotImplementedError


class Student(Expert):
    def __init__(self, name):
        super().__init__(name)

    @property
    def eager(self):
        return True


print(Student("ann").name, Student("b").eager)
try:
    Expert("x")
except TypeError as e:
    print(e)
