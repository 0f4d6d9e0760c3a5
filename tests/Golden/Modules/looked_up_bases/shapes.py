"""Classes that another module derives from."""


class Named:
    def __init__(self, name="shape"):
        self.name = name

    def describe(self):
        return f"{self.name} of {type(self).__name__}"


class Counted:
    count = 0

    def counted(self):
        type(self).count += 1
        return self.count
