from .. import greet
from ..util import decorate as deco
from . import sibling
def value():
    return deco(greet("deep") + sibling.NAME, mark="+")
