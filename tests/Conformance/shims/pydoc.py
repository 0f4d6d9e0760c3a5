"""Stands in for the module that shows documentation: tests of other modules import it."""


def render_doc(thing, title="Python Library Documentation: %s"):
    return (title % type(thing).__name__) + "\n\n" + (getattr(thing, "__doc__", None) or "")
