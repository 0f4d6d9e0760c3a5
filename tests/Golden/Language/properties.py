"""Properties that are set and deleted, through names and through values of no known type."""
import copy
import pickle


class Celsius:
    def __init__(self, degrees: float = 0.0):
        self._degrees = degrees

    @property
    def degrees(self) -> float:
        """How warm it is."""
        return self._degrees

    @degrees.setter
    def degrees(self, number: float) -> None:
        if number < -273.15:
            raise ValueError(f"{number} is below absolute zero")
        self._degrees = number

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return self._degrees + 273.15


class Cache:
    def __init__(self):
        self._value = None

    @property
    def value(self):
        if self._value is None:
            print("computing")
            self._value = 42
        return self._value

    @value.setter
    def value(self, new):
        value = new * 2
        self._value = value

    @value.deleter
    def value(self):
        print("dropping")
        self._value = None


warm = Celsius(20.0)
warm.degrees += 1.5
warm.fahrenheit = 212.0
print(warm.degrees, warm.fahrenheit, warm.kelvin, vars(warm))
try:
    warm.degrees = -300.0
except ValueError as error:
    print(error)
try:
    warm.kelvin = 3
except AttributeError as error:
    print(error)
try:
    del warm.degrees
except AttributeError as error:
    print(error)
cache = Cache()
print(cache.value, cache.value)
cache.value = 4
print(cache.value)
del cache.value
print(cache.value)
for thing, name in [(warm, "degrees"), (cache, "value")]:
    setattr(thing, name, 5)
    print(getattr(thing, name), hasattr(thing, name), isinstance(getattr(type(thing), name), property))
print(copy.copy(warm).degrees, pickle.loads(pickle.dumps(cache)).value)
print(Celsius.kelvin.fset, Celsius.degrees.fget(warm), type(Celsius.degrees).__name__)
