"""The stories: code with choices, and what is tried of it."""

from .stories_objects import ACCOUNTS, FIELDS, MACHINE
from .stories_parsing import PARSER, TEXTS
from .stories_structures import EVENTS, TREES

STORIES = [ACCOUNTS, PARSER, EVENTS, MACHINE, TREES, FIELDS, TEXTS]
