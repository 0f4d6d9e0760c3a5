"""The sections of which a program is made."""

from . import exceptions, functions, kinds
from .algorithms import algorithms
from .classes import klass, trials
from .libraries import libraries
from .scenarios import story
from .typed import typed


def calls(w):
    """Functions, called with random arguments."""
    for _ in range(w.random.randint(1, 3)):
        functions.define(w)
    for function in w.functions[-3:]:
        with w.block("try"):
            w.line(f"print({function.name!r}, {function.call(w.expressions)})")
        with w.block("except Exception as error"):
            w.line("print('error', show(error))")


def top(w):
    """Statements of the module itself."""
    with w.block("try"):
        w.bodies.body(5)
    with w.block("except Exception as error"):
        w.line("print('error', show(error))")


def hierarchy(w):
    """Classes that inherit, and a loop that calls what they override."""
    root = klass(w, root=w.pick(None, None, "object", "abc.ABC"))
    known, group = [root], [root]
    for _ in range(w.random.randint(1, 3)):
        base = w.random.choice(known)
        known.append(klass(w, [base]))
        group.append(known[-1])
    if w.chance(0.3) and not root.init:
        mixed = klass(w)
        klass(w, [mixed, known[-1]])
    dispatch(w, [k for k in group if not k.abstract or k is not root], root)


def dispatch(w, group, root):
    e = w.expressions
    group = [k for k in group if k in w.classes]
    name = w.fresh("list")
    with w.block("try"):
        w.line(f"{name}{f': list[{root.name}]' if w.typed else ''} = [{', '.join(k.make(e) for k in group)}]")
        with w.block(f"for each in {name}"):
            shared = [m for m in root.members()]
            w.line(f"print(type(each).__name__, isinstance(each, {w.random.choice(group).name}))")
            for member in w.random.sample(shared, min(2, len(shared))):
                w.line(f"print({member.name!r}, each.{member.call(e)})")
    with w.block("except Exception as error"):
        w.line("print('error', show(error))")
    for known in w.random.sample(group, min(2, len(group))):
        name = w.fresh("object")
        with w.block("try"):
            w.line(f"{name} = {known.make(e)}")
            trials(w, known, name)
        with w.block("except Exception as error"):
            w.line("print('error', show(error))")


def errors(w):
    """Exception classes, and functions that raise and catch them."""
    first = klass(w, error=True)
    if w.chance(0.6):
        klass(w, [first], error=True)
    if w.chance(0.5):
        exceptions.managers(w)
    for _ in range(w.random.randint(1, 2)):
        exceptions.shapes(w)
    if w.chance(0.4):
        exceptions.groups(w)


def contexts(w):
    """`with` statements."""
    exceptions.managers(w)
    exceptions.managers(w)
    calls(w)


SECTIONS = [calls, calls, top, hierarchy, hierarchy, hierarchy, errors, errors, contexts, functions.decorated, functions.generator, functions.generator,
            exceptions.groups, kinds.data, kinds.data, kinds.enumeration, kinds.named, kinds.protocol, kinds.generic, kinds.mixins, kinds.operators, kinds.nested, kinds.subclasses, kinds.slotted,
            story, story, story, typed, typed, typed, typed,
            algorithms, algorithms, algorithms, algorithms, libraries, libraries, libraries]
