__all__ = ["first"]
first = 3
