"""Writes random synchronous programs: each is a module of its own."""

import itertools
import random
import warnings

from .bodies import Bodies
from .sections import SECTIONS
from .writer import Writer


def program(seed, only=None):
    """The text of the program of a seed: the first that compiles. It may have sections of one kind only."""
    for turn in itertools.count():
        text = written(random.Random(f"{seed}.{turn}"), seed, only)
        try:
            with warnings.catch_warnings(action="ignore"):
                compile(text, "program", "exec")
        except SyntaxError:
            continue
        return text


def written(source, seed, only=None):
    writer = Writer(source)
    Bodies(writer)
    writer.line(f'"""Program {seed}."""')
    writer.header()
    for _ in range(writer.random.randint(1, 3)):
        section = writer.random.choice([each for each in SECTIONS if only in (None, each.__name__)])
        writer.line(f"print('--', {section.__name__!r})")
        writer.scope = dict(writer.globals)
        section(writer)
    return writer.text()
