"""Functions and classes over containers of containers, optional values, unions and callables, as typed programs have them."""

from .scenarios import laid
from .typed_objects import INVENTORY, SHAPES
from .typed_records import RECORDS, ROUTES

CODE = [SHAPES, INVENTORY, ROUTES, RECORDS]


def typed(w):
    """Typed code and what is tried of it."""
    laid(w, *w.random.choice(CODE))
