"""Packages that are only folders."""
import spare
import spare.inner.deep
from spare import tool

print(spare.__name__, spare.__file__, spare.__package__, [p.rsplit("/", 1)[-1] for p in spare.__path__])
print(repr(spare).split(" from")[0], hasattr(spare, "__cached__"))
print(spare.inner.deep.NAME, tool.use(), spare.tool is tool)
try:
    from spare import nothing
except ImportError as e:
    print(e)
