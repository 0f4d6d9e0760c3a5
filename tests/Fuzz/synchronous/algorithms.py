"""Small typed algorithms over numbers, texts, grids and iterators."""

from .algorithms_numbers import GRIDS, NUMBERS
from .algorithms_texts import ITERATORS, STRINGS
from .scenarios import laid

ALGORITHMS = [NUMBERS, GRIDS, STRINGS, ITERATORS]


def algorithms(w):
    """An algorithm and what is tried of it."""
    laid(w, *w.random.choice(ALGORITHMS))
