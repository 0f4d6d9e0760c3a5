start = 40

import sixth


def late():
    return sixth.both()


total = sixth.start + 2
