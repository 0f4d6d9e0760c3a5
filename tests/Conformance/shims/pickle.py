"""As much of pickling as the tests need: objects that say they cannot be pickled."""

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def dumps(obj, protocol=None):
    obj.__reduce_ex__(2)
    raise PicklingError("this object is not pickled here")
