import fifth
from fifth import start


def both():
    return fifth.total, start
