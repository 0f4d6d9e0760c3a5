class First:
    def f(self, x=1, y="a"):
        return ("F", x, y)

    def g(self, names=()):
        return names


class Second(First):
    def f(self, x=2, y="b"):
        return ("S", x, y)

    def g(self, names=("z",)):
        return names


def show(items: list[First]):
    for a in items:
        print(a.f(), a.f(5), a.f(y="q"), a.g())


show([First(), Second()])

class Animal:
    def speak(self, times, loud=False):
        return "..." * times

    def feed(self, food):
        print("animal eats", food)

    async def run(self, speed=1):
        return ("animal", speed)


class Dog(Animal):
    def speak(self, count, loud=False):
        text = "woof " * count
        return text.upper() if loud else text

    def feed(self, bone):
        super().feed(bone)
        print("dog eats", bone)

    async def run(self, speed=5):
        base = await super().run()
        return ("dog", speed, base)


def talk(animal):
    print(animal.speak(2), animal.speak(1, True))
    animal.feed("x")
    try:
        animal.feed(food="y")
    except TypeError as e:
        print(e)
    try:
        print(animal.speak(times=1))
    except TypeError as e:
        print(e)


async def main():
    for a in [Animal(), Dog()]:
        print(await a.run(), await a.run(9))


import asyncio
talk(Animal())
talk(Dog())
asyncio.run(main())
