__all__ = ["second"]
second = 4
