"""Typed algorithms over numbers and grids."""

NUMBERS = ('''
LIMIT: <<Final[int] || int>> = <<10 || 25>>
Matrix = list[list[int]]

def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return <<a || abs(a)>>

def factorial(n: int) -> int:
    if n < 0:
        raise ValueError("n must be >= 0")
    <<return 1 if n < 2 else n * factorial(n - 1) || result = 1
    for i in range(2, n + 1):
        result *= i
    return result>>

def primes(limit: int) -> list[int]:
    <<sieve = [True] * (limit + 1)
    sieve[:2] = [False, False]
    for i in range(2, int(limit ** 0.5) + 1):
        if sieve[i]:
            for j in range(i * i, limit + 1, i):
                sieve[j] = False
    return [i for i, flag in enumerate(sieve) if flag] || return [n for n in range(2, limit + 1) if all(n % d for d in range(2, int(n ** 0.5) + 1))]>>

def multiply(a: Matrix, b: Matrix) -> Matrix:
    if len(a[0]) != len(b):
        raise ValueError(f"cannot multiply {len(a)}x{len(a[0])} by {len(b)}x{len(b[0])}")
    <<return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a] || result: Matrix = [[0] * len(b[0]) for _ in a]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                result[i][j] += a[i][k] * b[k][j]
    return result>>

def power(m: Matrix, n: int) -> Matrix:
    result: Matrix = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result

def digits(n: int, base: int = 10) -> list[int]:
    sign, n = n < 0, abs(n)
    found: list[int] = []
    while True:
        n, digit = divmod(n, base)
        found.append(digit)
        if not n:
            break
    found.reverse()
    return [-found[0], *found[1:]] if sign else found

def collatz(n: int) -> Iterator[int]:
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1

def mean(*values: float, weights: list[float] | None = None) -> float:
    if weights is None:
        return sum(values) / len(values)
    return sum(v * w for v, w in zip(values, weights)) / sum(weights)

def clamp(value: int, low: int = 0, high: int = LIMIT) -> int:
    return low if value < low else high if value > high else value
''', ['''
print(gcd(<<48 || -12>>, 18), gcd(0, 5), [factorial(n) for n in range(<<6 || 22>>)], factorial(<<30 || 5>>) % 1000007)
factorial(<<-1 || 3>>)
''', '''
print(primes(LIMIT), sum(primes(<<30 || 2>>)), [clamp(n) for n in (-5, 5, 500)], clamp(3, high=2))
''', '''
m = [[1, 1], [1, 0]]
print(power(m, <<10 || 90>>), multiply([[1, 2, 3]], [[1], [2], [3]]), m)
print(multiply(m, [[1, 2]]))
''', '''
print(digits(<<1234 || -98 || 0>>), digits(255, <<16 || 2>>), list(collatz(<<6 || 7>>)), max(collatz(27)), sum(1 for _ in collatz(97)))
''', '''
print(mean(1, 2, 4), mean(1.5, weights=[2]), mean(1, 3, weights=[1, 3]), round(mean(1, 2), <<1 || None>>), f"{mean(1, 2, 2):.3f}")
mean()
''', '''
print(-7 // 2, -7 % 3, divmod(-7, 2), 7 // -2, 2 ** -1, 10 ** 20 // 3, (-2) ** 3, 5 & -2, ~5, 1 << 70, round(2.5), round(-0.5), int(-3.9), True + True)
print(0.1 + 0.2, 1e16, 1e-5, float("inf"), -0.0, 3.0, 1 / 3, 2 ** 0.5, 1e22, 123456789.123, 7 / 2, 6 / 2, 1e3 // 7)
'''])

GRIDS = ('''
Cell = tuple[int, int]
Board = set[Cell]

def neighbours(cell: Cell, diagonal: bool = True) -> Iterator[Cell]:
    x, y = cell
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            if (dx, dy) != (0, 0) and (diagonal or dx == 0 or dy == 0):
                yield x + dx, y + dy

def step(alive: Board) -> Board:
    <<counts: dict[Cell, int] = {}
    for cell in alive:
        for other in neighbours(cell):
            counts[other] = counts.get(other, 0) + 1 || counts = collections.Counter(other for cell in alive for other in neighbours(cell))>>
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive)}

def show_board(alive: Board) -> str:
    if not alive:
        return "empty"
    xs = [x for x, _ in alive]
    ys = [y for _, y in alive]
    return "/".join("".join("#" if (x, y) in alive else "." for x in range(min(xs), max(xs) + 1)) for y in range(min(ys), max(ys) + 1))

class Grid:
    def __init__(self, rows: list[str]) -> None:
        self.rows = [list(row) for row in rows]
        self.height, self.width = len(rows), len(rows[0]) if rows else 0

    def __getitem__(self, at: Cell) -> str:
        x, y = at
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError(f"no cell {at}")
        return self.rows[y][x]

    def __setitem__(self, at: Cell, value: str) -> None:
        x, y = at
        self.rows[y][x] = value

    def find(self, value: str) -> Cell | None:
        for y, row in enumerate(self.rows):
            for x, cell in enumerate(row):
                if cell == value:
                    return x, y
        return None

    def walk(self, start: Cell, end: Cell) -> list[Cell] | None:
        queue: <<list[list[Cell]] = [[start]] || collections.deque[list[Cell]] = collections.deque([[start]])>>
        seen: Board = {start}
        while queue:
            path = <<queue.pop() || queue.pop()>>
            if path[-1] == end:
                return path
            for cell in neighbours(path[-1], diagonal=False):
                try:
                    if self[cell] == "#" or cell in seen:
                        continue
                except IndexError:
                    continue
                seen.add(cell)
                queue.<<append || append>>(path + [cell])
        <<else:
            return None || return None>>

    def __str__(self) -> str:
        return "\\n".join("".join(row) for row in self.rows)

def queens(n: int, placed: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    row = len(placed)
    if row == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, <<placed + (column,) || (*placed, column)>>)

def permutations(items: list[int]) -> list[list[int]]:
    if len(items) <= 1:
        return [items]
    return [[first, *rest] for i, first in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]
''', ['''
board: Board = {(1, 0), (1, 1), (1, 2)<<, (2, 2) || >>}
for turn in range(3):
    print(turn, show_board(board), len(board), sorted(board)[:2])
    board = step(board)
print(show_board(set()))
''', '''
grid = Grid(["S..", ".#.", "..E"])
start, end = grid.find("S"), grid.find("E")
print(start, end, grid.find("Z"), grid.walk(start, end))
grid[1, 0] = grid[0, 1] = "#"
print(grid, grid.walk(start, end), sep="\\n")
print(grid[<<5, 5 || 0, 0>>])
''', '''
print(next(queens(<<4 || 6>>)), sum(1 for _ in queens(5)), list(queens(3)))
print(permutations(<<[1, 2, 3] || %list[int]% >>)[:7], permutations([])<<, len(permutations([1, 2, 3, 4])) || >>)
''', '''
distances: dict[Cell, int] = {(x, y): abs(x) + abs(y) for x in range(2) for y in range(2)}
print(distances, max(distances, key=distances.__getitem__), [cell for cell in neighbours((0, 0), False)])
table = [[0] * 3 for _ in range(2)]
table[1][2] = 5
table[0][-1] += 2
for row in table:
    row[0], row[1] = row[1] + 1, row[2]
print(table, list(map(list, zip(*table))), [cell for row in table for cell in row if cell])
'''])
