# What inspect tells of metaclasses, slots and classes being made.
import abc
import inspect
import types


class Meta(type):
    def __dir__(cls):
        return ["__class__", "__module__", "eggs"]

    def __getattr__(cls, name):
        if name == "eggs":
            return "scrambled"
        raise AttributeError(name)


class Bird(metaclass=Meta):
    @types.DynamicClassAttribute
    def ham(self):
        return "ham"


class Broken:
    def __get__(self, instance, owner=None):
        raise AttributeError("broken")


class Parts:
    broken = Broken()

    def method(self): ...


class Slotted:
    __slots__ = {"power": "measured in kilowatts", "silent": None}


seen = []


class Base(abc.ABC):
    def __init_subclass__(cls):
        seen.append((cls.__name__, inspect.isabstract(cls)))

    @abc.abstractmethod
    def run(self): ...


class Open(Base): ...


class Done(Base):
    def run(self): ...


print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Bird) if a.name in ("ham", "eggs")])
print([(a.name, a.kind) for a in inspect.classify_class_attrs(Parts) if a.name[0] != "_"], inspect.isroutine(Parts.__dict__["broken"]))
print(inspect.getdoc(Slotted.power), inspect.getdoc(Slotted.silent))
print(seen, inspect.isabstract(Open), inspect.isabstract(Done))


class Refusing:
    def __get__(self, instance, owner=None):
        raise AttributeError("refused")


class Asked(metaclass=Meta):
    eggs = Refusing()


print(Asked.eggs)
