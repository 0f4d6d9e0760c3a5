print("pkg init")
from .shapes import Shape
from . import util
def greet(name: str) -> str:
    return util.decorate(f"hello {name}")
