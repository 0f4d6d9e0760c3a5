"""The stories: code with choices, and what is tried of it."""

ACCOUNTS = ('''
class <<BankError || AccountError>>(<<Exception || ValueError || RuntimeError>>):
    pass

class Insufficient(<<BankError || AccountError || LookupError || Exception>>):
    def __init__(self, needed: int, available: int) -> None:
        super().__init__(f"need {needed}, have {available}")
        self.needed = needed
        self.available = available

    <<
    @property
    def missing(self) -> int:
        return self.needed - self.available
    || def __str__(self) -> str:
        return f"short of {self.needed - self.available}"
    || missing = 0 >>

class Account:
    interest: <<float || ClassVar[float]>> = 0.02
    count = 0

    def __init__(self, owner: str, balance: int = %small%) -> None:
        self.owner = owner
        self.<<balance || _balance>> = balance
        self.history: list[tuple[str, int]] = []
        <<Account.count += 1 || type(self).count += 1 || self.count += 1 || pass>>

    def deposit(self, amount: int) -> <<int || "Account">>:
        if amount <= 0:
            raise ValueError(<<"amount must be positive" || f"bad amount {amount}" || f"bad amount {amount!r}">>)
        self.change(amount)
        self.history.append(("deposit", amount))
        return <<amount || self>>

    def change(self, amount: int) -> None:
        <<self.balance += amount || setattr(self, "balance", getattr(self, "balance", 0) + amount)>>

    def withdraw(self, amount: int) -> None:
        available = <<self.balance || getattr(self, "balance", 0)>>
        if amount > available:
            <<raise Insufficient(amount, available) || raise Insufficient(amount, available) from None>>
        self.change(-amount)
        self.history.append(("withdraw", -amount))

    def __repr__(self) -> str:
        return f"{<<type(self).__name__ || self.__class__.__name__>>}({self.owner!r}, {getattr(self, 'balance', None)})"

class Savings(Account):
    <<interest = 0.05 || fee: int = 1 || pass>>

    def withdraw(self, amount: int) -> None:
        <<super().withdraw(amount) || Account.withdraw(self, amount + 1)>>
        print("saved", self.history[-1])

    <<
    @classmethod
    def open(cls, owner: str) -> "Savings":
        return cls(owner, 100)
    || @staticmethod
    def open(owner: str) -> "Account":
        return Savings(owner)
    >>

def transfer(source: Account, target: Account, amount: int) -> bool:
    try:
        source.withdraw(amount)
        target.deposit(amount)
    except <<Insufficient || (Insufficient, ValueError) || Exception>> as error:
        print("refused:", error<<, error.args || , type(error).__name__ || , error.__context__>>)
        return False
    <<else:
        print("moved", amount)
        return True || finally:
        print("after", source, target)
    return True || else:
        return True
    finally:
        print("done") >>
''', ['''
first, second = Account("ann", <<10 || %small% || 100>>), <<Savings || Account>>("bob")
for amount in (<<5, 50, -1 || 3, 3, 3 || 0, 1000>>):
    print(transfer(first, second, amount), first, second)
print(first.history, second.history)
''', '''
accounts = [Account("a", 5), Savings("b", 50), Savings.open("c")]
total = 0
for account in accounts:
    account.deposit(<<7 || %small%>>)
    total += account.balance
    print(account, account.interest, account.count)
print(total, sorted(accounts, key=lambda a: -a.balance), Account.count)
''', '''
try:
    Account("z").withdraw(99)
except Insufficient as error:
    print(error, error.missing, repr(error), error.needed)
    raise <<RuntimeError("outer") from error || || KeyError("x")>>
''', '''
print({a.owner: a.balance for a in [Account("x", 1), Savings("y", 2)]})
print(max([Account("x", 1), Savings("y", 2)], key=lambda a: a.balance))
Account("q").deposit(<<0 || -5>>)
'''])

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

EVENTS = ('''
Handler = <<Callable[..., Any] || "Callable[[str, int], None]">>

class Emitter:
    def __init__(self) -> None:
        self.handlers: <<dict[str, list[Any]] = {} || collections.defaultdict[str, list[Any]] = collections.defaultdict(list)>>
        self.log: list[str] = []

    def on(self, name: str, handler: Any = None) -> Any:
        if handler is None:
            <<return functools.partial(self.on, name) || def register(function: Any) -> Any:
                self.on(name, function)
                return function
            return register || return lambda function: self.on(name, function) >>
        self.handlers.setdefault(name, []).append(handler)
        return handler

    def emit(self, name: str, *args: Any, **kwargs: Any) -> int:
        count = 0
        for handler in self.handlers.get(name, []):
            try:
                handler(*args, **kwargs)
            except StopIteration:
                self.log.append(f"{name}: stopped")
                break
            except Exception as error:
                self.log.append(f"{name}: {type(error).__name__}: {error}")
            else:
                count += 1
        <<else:
            self.log.append("all") || self.log.append("after")>>
        return count

class Counter:
    def __init__(self, step: int = 1) -> None:
        self.step = step
        self.total = 0

    def __call__(self, *values: int, **options: Any) -> None:
        self.total += self.step * (sum(values) or 1)
        if options.get("fail"):
            raise ValueError(options["fail"])

def make_handlers(n: int) -> list[Any]:
    handlers = []
    for i in range(n):
        def handle(*values: int, index: int = i, **options: Any) -> None:
            print("handler", i, index, values, sorted(options))
        handlers.append(handle)
    return handlers
''', ['''
emitter, counter = Emitter(), Counter(<<1 || 3>>)
emitter.on("tick", counter)
@emitter.on("tick")
def listen(*values, **options):
    print("listen", values, options)
    if len(values) > 2:
        raise StopIteration
for handler in make_handlers(<<1 || 2 || 3>>):
    emitter.on("tick", handler)
print(emitter.emit("tick", 1), emitter.emit("tick", 1, 2, 3), emitter.emit("tick", fail="bad"), emitter.emit("none"))
print(counter.total, emitter.log)
''', '''
total = 0
def add(value):
    global total
    total += value
emitter = Emitter()
emitter.on("add", add)
emitter.on("add")(lambda value: print("lambda", value))
for value in %list[int]%:
    emitter.emit("add", value)
print(total, emitter.log)
''', '''
for handler in make_handlers(2):
    handler(1, extra=2)
Counter()(1, 2, fail="no")
'''])

MACHINE = ('''
class State(<<enum.Enum || enum.StrEnum || str, enum.Enum>>):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def final(self) -> bool:
        return self in (State.DONE, State.FAILED)

    def __str__(self) -> str:
        return <<self.value.title() || f"<{self.name}>" || self.name>>

class Invalid(Exception):
    def __init__(self, state: State, event: str) -> None:
        self.state, self.event = state, event
        super().__init__(state, event)

@dataclass<<(order=True) || >>
class Job:
    name: str
    priority: int = 0
    state: State = field(default=State.IDLE, compare=False<<, repr=False || >>)
    history: list[str] = field(default_factory=list, compare=False, repr=False)
    TRANSITIONS: ClassVar[dict[State, dict[str, State]]] = {
        State.IDLE: {"start": State.RUNNING},
        State.RUNNING: {"finish": State.DONE, "crash": State.FAILED},
    }

    def __post_init__(self) -> None:
        self.history.append(f"created {self.name}")

    def apply(self, event: str) -> State:
        try:
            after = self.TRANSITIONS[self.state][event]
        except <<KeyError || KeyError as error>>:
            <<raise Invalid(self.state, event) || raise Invalid(self.state, event) from None>>
        self.history.append(f"{self.state} -> {after}")
        self.state = after
        return after

    def run(self, *events: str) -> "Job":
        for event in events:
            <<self.apply(event) || if self.apply(event).final:
                break>>
        return self
''', ['''
job = Job("build", <<1 || %small%>>)
print(job, job.run("start", "<<finish || crash>>").state, job.history, job.state.final)
job.apply("start")
''', '''
jobs = [Job("b", 2), Job("a", 2), Job("c", 1).run("start")]
print(sorted(jobs, key=lambda job: (job.priority, job.name)), [str(job.state) for job in jobs], f"{jobs[0].state}")
by_state: dict[State, list[str]] = {}
for job in jobs:
    by_state.setdefault(job.state, []).append(job.name)
print(by_state, {state.name: len(names) for state, names in by_state.items()})
''', '''
try:
    Job("x").run("start", "finish", "start")
except Invalid as error:
    print(error, error.state, error.event, error.__cause__, error.__context__, error.__suppress_context__)
''', '''
for state in State:
    match state:
        case State.IDLE | State.RUNNING:
            print(state, "active", state.value)
        case State() if state.final:
            print(state, "final", repr(state))
print(State("idle") is State.IDLE, State["DONE"].name, sorted([Job("x", 1), Job("a", 1)]))
'''])

TREES = ('''
class Tree<<[T] || >>:
    <<__slots__ = ("value", "left", "right") || >>

    def __init__(self, value: Any, left: "Tree | None" = None, right: "Tree | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right

    def insert(self, value: Any) -> "Tree":
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right:
                self.right.insert(value)
            else:
                self.right = Tree(value)
        return self

    def __iter__(self) -> Iterator[Any]:
        if self.left:
            yield from self.left
        yield self.value
        <<if self.right is not None:
            yield from self.right || for each in self.right or ():
            yield each>>

    def __len__(self) -> int:
        return 1 + (len(self.left) if self.left else 0) + (len(self.right) if self.right is not None else 0)

    def __contains__(self, value: object) -> bool:
        <<return any(each == value for each in self) || node = self
        while node is not None:
            if node.value == value:
                return True
            node = node.left if value < node.value else node.right
        return False>>

    def depth(self) -> int:
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)

class Linked:
    class Cell:
        def __init__(self, item: Any, after: "Linked.Cell | None") -> None:
            self.item, self.after = item, after

    def __init__(self, items: Iterable[Any] = ()) -> None:
        self.head: Any = None
        self.size = 0
        for item in items:
            self.push(item)

    def push(self, item: Any) -> None:
        self.head = <<Linked || self>>.Cell(item, self.head)
        self.size += 1

    def pop(self) -> Any:
        if self.head is None:
            raise IndexError("pop from empty list")
        cell, self.head = self.head, self.head.after
        self.size -= 1
        return cell.item

    def __iter__(self) -> Iterator[Any]:
        cell = self.head
        while cell:
            yield cell.item
            cell = cell.after

    def __bool__(self) -> bool:
        return self.head is not None

    def reverse(self) -> "Linked":
        before, cell = None, self.head
        while cell is not None:
            cell.after, before, cell = before, cell, cell.after
        self.head = before
        return self
''', ['''
tree = Tree(%small%)
for value in <<[5, 2, 8, 1, 9, 3] || %list[int]% || range(4)>>:
    tree.insert(value)
print(list(tree), len(tree), 8 in tree, 77 in tree, tree.depth(), sum(tree), max(tree))
''', '''
words = Tree("m")
for word in "the quick brown fox".split():
    words.insert(word)
print(" ".join(words), sorted(words, key=len), [word for word in words if "o" in word])
words.insert(<<3 || None>>)
''', '''
linked = Linked(<<"abc" || [1, 2, 3] || %list[int]%>>)
print(list(linked), bool(linked), linked.size, list(linked.reverse()))
while linked:
    print(linked.pop(), end=" ")
linked.pop()
''', '''
first, *others = Linked(range(4))
print(first, others, dict(zip("xyz", Linked([1, 2]))), 2 in Linked([1, 2]), Linked.Cell.__qualname__)
'''])

FIELDS = ('''
class Checked:
    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.slot = "_" + name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        return getattr(instance, self.slot<<, None || >>)

    def __set__(self, instance: Any, value: Any) -> None:
        self.check(value)
        setattr(instance, self.slot, value)

    def check(self, value: Any) -> None:
        <<pass || raise NotImplementedError>>

class Positive(Checked):
    def check(self, value: Any) -> None:
        if value <= 0:
            raise ValueError(f"{self.name} must be positive, not {value}")

class OneOf(Checked):
    def __init__(self, *options: str) -> None:
        self.options = options

    def check(self, value: Any) -> None:
        if value not in self.options:
            raise ValueError(f"{value!r} is not one of {self.options}")

class Product:
    price = Positive()
    size = OneOf("small", "large")
    registry: list["Product"] = []

    def __init__(self, name: str, price: float, size: str = "small") -> None:
        self.name = name
        self.price = price
        self.size = size
        self.registry.append(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Product):
            return NotImplemented
        return (self.name, self.price) == (other.name, other.price)

    <<def __hash__(self) -> int:
        return hash((self.name, self.price)) || __hash__ = None || >>

    def __lt__(self, other: "Product") -> bool:
        return self.price < other.price

    def __format__(self, spec: str) -> str:
        return f"{self.name}@{self.price:{spec or '.1f'}}"
''', ['''
product = Product("pen", <<2.5 || 3>>)
print(product.price, product.size, f"{product} {product:.2f}", Product.registry == [product])
product.price = <<10 || -1 || 0>>
print(product.price)
product.size = <<"huge" || "large">>
print(product.size)
''', '''
a, b = Product("a", 2), Product("b", 1, "large")
print(a < b, a > b, sorted([a, b])[0].name, a == Product("a", 2), a != b, a == 3)
print(len({a, b, Product("a", 2)}))
''', '''
for name, price, size in [("x", 1, "small"), ("y", 0, "small"), ("z", 1, "odd")]:
    try:
        print(vars(Product(name, price, size)))
    except ValueError as error:
        print(error)
''', '''
print(type(Product.price).__name__, Product.__dict__["price"].name, max(Product("m", 1), Product("n", 4)).name)
print(Product("a", 1) <= Product("b", 2))
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

STORIES = [ACCOUNTS, PARSER, EVENTS, MACHINE, TREES, FIELDS, TEXTS]
