"""What the compiler warns of comes after what the tokens are warned of."""

import warnings

SOURCE = r'''
print(1 is None)
x = "\d"
assert (x, "always true")
y = 1or 2
z = "\q" is x
'''

with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    compile(SOURCE, "<source>", "exec")
for warning in found:
    print(warning.lineno, warning.category.__name__, warning.message)
