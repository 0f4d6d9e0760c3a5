"""A base that is named with its package, beside a base of the library."""

import io

import parts.shapes


class Sized(parts.shapes.Shape):
    def size(self):
        return 3


class Text(Sized, io.StringIO):
    def size(self):
        return len(self.getvalue())


text = Text("abcd")
print(Sized().describe(), text.describe(), text.read())
print([c.__name__ for c in Text.__mro__[:4]], isinstance(text, io.StringIO))
