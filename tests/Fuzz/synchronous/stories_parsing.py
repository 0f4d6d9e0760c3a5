"""Stories of a parser and of texts."""

PARSER = ('''
class TokenKind(enum.<<Enum || StrEnum>>):
    NUMBER = <<"number" || enum.auto()>>
    OPERATOR = "operator"
    PAREN = "paren"
    << || END = "end">>

<<@dataclass(frozen=True) || @dataclass || @dataclass(slots=True)>>
class Token:
    kind: TokenKind
    text: str
    at: int = 0

<<class Node:
    def evaluate(self, names: dict[str, int]) -> int:
        raise NotImplementedError
|| class Node(abc.ABC):
    @abc.abstractmethod
    def evaluate(self, names: dict[str, int]) -> int: ... >>

@dataclass
class Number(Node):
    value: int

    def evaluate(self, names: dict[str, int]) -> int:
        return self.value

@dataclass
class Binary(Node):
    operator: str
    left: Node
    right: Node

    def evaluate(self, names: dict[str, int]) -> int:
        left, right = self.left.evaluate(names), self.right.evaluate(names)
        <<match self.operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left // right
            case other:
                raise ValueError(f"no {other}")
        || if self.operator == "+":
            return left + right
        elif self.operator == "-":
            return left - right
        elif self.operator == "*":
            return left * right
        return left // right
        || return {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left // right}[self.operator]() >>

def tokenize(text: str) -> <<list[Token] || Iterator[Token]>>:
    <<tokens = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
            continue
        if char.isdigit():
            start = at
            while at < len(text) and text[at].isdigit():
                at += 1
            tokens.append(Token(TokenKind.NUMBER, text[start:at], start))
            continue
        if char in "+-*/":
            tokens.append(Token(TokenKind.OPERATOR, char, at))
        elif char in "()":
            tokens.append(Token(TokenKind.PAREN, char, at))
        else:
            raise SyntaxError(f"unexpected {char!r} at {at}")
        at += 1
    return tokens
    || import re
    for match in re.finditer(r"\\s*(?:(\\d+)|([-+*/])|([()])|(\\S))", text):
        number, operator, paren, other = match.groups()
        if number:
            yield Token(TokenKind.NUMBER, number, match.start(1))
        elif operator:
            yield Token(TokenKind.OPERATOR, operator, match.start(2))
        elif paren:
            yield Token(TokenKind.PAREN, paren)
        else:
            raise SyntaxError(f"unexpected {other!r}") >>

class Parser:
    precedence = {"+": 1, "-": 1, "*": 2, "/": 2}

    def __init__(self, text: str) -> None:
        self.tokens = list(tokenize(text))
        self.at = 0

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> Token:
        token = self.peek()
        if token is None:
            raise <<EOFError || ValueError>>("unexpected end")
        self.at += 1
        return token

    def parse(self, lowest: int = 0) -> Node:
        left = self.primary()
        while (token := self.peek()) is not None and token.kind is TokenKind.OPERATOR and self.precedence[token.text] > lowest:
            self.take()
            left = Binary(token.text, left, self.parse(self.precedence[token.text]))
        return left

    def primary(self) -> Node:
        token = self.take()
        if token.kind is TokenKind.NUMBER:
            return Number(int(token.text))
        if token.text == "(":
            inner = self.parse()
            self.take()
            return inner
        raise ValueError(f"unexpected {token.text!r}<< || at {token.at}>>")
''', ['''
for text in ("1 + 2 * 3", "(1 + 2) * 3", "<<7 / 0 || 8 / 3 - 1 || 2 * (3 + 4) * 5>>", "<<1 + || 2 $ 3 || )>>"):
    try:
        tree = Parser(text).parse()
        print(text, "=", tree.evaluate({}), tree)
    except (<<ValueError, ArithmeticError, EOFError, SyntaxError || Exception>>) as error:
        print(text, type(error).__name__, error)
''', '''
print([token.text for token in tokenize("12*(3-4)")], next(iter(tokenize("5"))))
''', '''
print(Parser("1-2-3").parse() == Binary("-", Binary("-", Number(1), Number(2)), Number(3)), Number(1) != Number(2))
''', '''
match Parser("4*5").parse():
    case Binary("*", Number(a), Number(value=b)):
        print("product", a, b)
    case Number(n):
        print("number", n)
''', '''
Parser("<<(1 || ab || 1 1>>").parse()
print("fine")
Node()
'''])

TEXTS = ('''
def words(text: str) -> list[str]:
    return [word.strip(".,!?").lower() for word in text.split()<< if word.isalpha() || >>]

def frequencies(text: str) -> dict[str, int]:
    <<counts: dict[str, int] = {}
    for word in words(text):
        counts[word] = counts.get(word, 0) + 1
    return counts || return dict(collections.Counter(words(text))) || counts: collections.defaultdict[str, int] = collections.defaultdict(int)
    for word in words(text):
        counts[word] += 1
    return dict(counts)>>

def grouped(items: Iterable[str], key: Callable[[str], Any]) -> dict[Any, list[str]]:
    groups: dict[Any, list[str]] = {}
    for item in items:
        <<groups.setdefault(key(item), []).append(item) || k = key(item)
        if k in groups:
            groups[k].append(item)
        else:
            groups[k] = [item]
        || try:
            groups[key(item)].append(item)
        except KeyError:
            groups[key(item)] = [item]>>
    return groups

def table(rows: list[tuple[str, int]], width: int = 8) -> str:
    lines = [f"{name:<{width}}|{value:>{width}}" for name, value in rows]
    lines.insert(0, "-" * (2 * width + 1))
    return "\\n".join(lines)

def caesar(text: str, shift: int) -> str:
    out = ""
    for char in text:
        if char.isalpha():
            base = ord("A") if char.isupper() else ord("a")
            out += chr((ord(char) - base + shift) % 26 + base)
        else:
            out += char
    return out

def numbers(limit: int) -> Iterator[int]:
    found: list[int] = []
    n = 2
    while len(found) < limit:
        for p in found:
            if p * p > n:
                found.append(n)
                yield n
                break
            if n % p == 0:
                break
        else:
            found.append(n)
            yield n
        n += 1

TEXT = "<<The cat and the dog. The end! || a b a c b a || It was the best of times, it was the worst of times.>>"
''', ['''
counts = frequencies(TEXT)
print(counts, sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3])
print(table(sorted(counts.items())[:3], <<8 || 5>>))
''', '''
print(grouped(words(TEXT), len), grouped(words(TEXT), lambda word: word[0]))
''', '''
secret = caesar(TEXT, <<3 || 13 || -1>>)
print(secret, caesar(secret, -3) == TEXT)
print(list(numbers(<<1 || 6>>)), sum(numbers(5)), dict(enumerate(numbers(3))))
''', '''
grid = [[row * col for col in range(1, 4)] for row in range(1, 4)]
print(grid, [list(column) for column in zip(*grid)], sum(map(sum, grid)), [row[i] for i, row in enumerate(grid)])
(a, b, *_), *rest = grid
print(a, b, rest, max(max(row) for row in grid), any(0 in row for row in grid))
''', '''
memo: dict[int, int] = {}
def fib(n):
    if n in memo:
        return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(<<10 || 50 || 90>>), len(memo), table([("x", 1), ("yy", 22)], 4))
'''])
