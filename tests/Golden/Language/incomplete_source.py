# Source text that more text may complete is told from text that is wrong; equal code is equal.
KEEPS_BLOCKS_OPEN, TELLS_INCOMPLETE = 0x200, 0x4000


def state(text, mode="single"):
    flags = KEEPS_BLOCKS_OPEN | TELLS_INCOMPLETE
    try:
        compile(text, "<input>", mode, flags)
        return "complete"
    except SyntaxError:
        pass
    try:
        compile(text + "\n", "<input>", mode, flags)
        return "wants more"
    except _IncompleteInputError:
        return "wants more"
    except SyntaxError as error:
        return f"{type(error).__name__}: {error.msg}"


for text in ["a = 1", "def f():\n  pass\n", "if 1:\n pass", "if 1:\n pass\n if 2:\n  pass\n else:\n", "(a **", "a = '''xy", "a = 'b\\", "a b", 'x = f"""', "a = (1,\n 2",
             "for a in b:", "lambda z: \\", "a = 9 +", "class a(b,", "return 2", "try:\n x\nexcept:\n pass\n", "@a.b", "def x():\n\npass\n", "a = 'open", "{1: [2, (3"]:
    print(repr(text), state(text), sep=": ")
for text in ["", "(", "(9 +", "9 +", "lambda z:", "a = 1"]:
    print(repr(text), state(text, "eval"), sep=": ")
try:
    compile("if 1:\n pass", "file", "single", KEEPS_BLOCKS_OPEN | TELLS_INCOMPLETE)
except SyntaxError as error:
    print(type(error).__mro__[:2], error.msg, error.lineno, error.offset, repr(error.text))

one, same, other = (compile(text, name, "eval") for text, name in [("x + 1", "f"), ("x + 1", "g"), ("x + 2", "f")])
print(one == same, hash(one) == hash(same), one == other, one != other, one == 1)
