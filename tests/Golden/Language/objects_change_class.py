"""An object that gets another class."""


class Calm:
    def speak(self):
        return "calm"

    def anger(self):
        self.__class__ = Angry


class Angry(Calm):
    def speak(self):
        return "ANGRY"


def main():
    calm = Calm()
    print(calm.speak(), type(calm).__name__)
    calm.anger()
    print(calm.speak(), type(calm).__name__)


main()
