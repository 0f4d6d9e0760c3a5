from .inner import deep


def use():
    return f"tool of {__package__} with {deep.NAME}"
