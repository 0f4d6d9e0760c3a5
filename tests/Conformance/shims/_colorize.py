"""Whether terminals are written to in colours: never."""

COLORIZE = False


def can_colorize(*, file=None):
    return False
