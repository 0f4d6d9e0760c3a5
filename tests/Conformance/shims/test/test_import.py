"""What other tests take from those of import."""

import functools


def no_rerun(reason):
    """A test that runs once at most."""
    def decorate(test):
        ran = []

        @functools.wraps(test)
        def once(self):
            if ran:
                self.skipTest(reason)
            ran.append(True)
            return test(self)
        return once
    return decorate
