"""Calls of the very method of a base: through super(), through the base's name, with starred arguments."""
import asyncio


class Base:
    def greet(self):
        return "base"

    def both(self):
        return Base.greet(self)

    @staticmethod
    def make():
        return "static of base"

    def made(self):
        return self.make()

    def save(self, *args, **options):
        return ("base", args, options)

    @property
    def area(self):
        return 1

    async def load(self):
        return "loaded by base"

    def each(self):
        yield "one"


class Derived(Base):
    def greet(self):
        return "derived " + super().greet()

    @staticmethod
    def make():
        return "static of derived"

    def save(self, *args, **options):
        return ("derived", super().save(*args, **options))

    @property
    def area(self):
        return super().area + 1

    async def load(self):
        later = super().load()
        return "derived: " + await super().load() + ", " + await later

    def each(self):
        yield from super().each()
        yield "two"


class Third(Derived):
    def greet(self):
        return "third " + Base.greet(self) + " and " + Derived.greet(self)

    @property
    def area(self):
        return [super().area for _ in range(2)]


derived = Derived()
print(Base.greet(derived), derived.both(), derived.greet(), derived.made(), Base().made())
function = Base.greet
print(function(derived), Third().greet(), Third().area, Derived.greet(Third()))
print(derived.save(1, two=2))
print(derived.area, asyncio.run(derived.load()), list(derived.each()), list(Base.each(derived)))
