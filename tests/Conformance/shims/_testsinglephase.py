"""An extension that CPython's tests load, which is in C."""
