"""Stories of objects: accounts, jobs, checked fields."""

ACCOUNTS = ('''
class BankError(<<Exception || ValueError || RuntimeError>>):
    pass

class Insufficient(<<BankError || LookupError || Exception>>):
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
