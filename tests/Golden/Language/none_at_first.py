class Task:
    def __init__(self, n):
        self.n = n
        self.next = None


def build(n):
    tab = [None] * n
    for i in range(n):
        tab[i] = Task(i)
    for i in range(n - 1):
        tab[i].next = tab[i + 1]
    return tab


def other():
    tab = [None, None]
    tab[0] = Task(3)
    return tab


def cache():
    memo = [None] * 10
    memo[3] = 5
    if memo[3] is None:
        return 0
    return memo[3]


t = build(3)
print(t[0].n, t[0].next.n, t[2].next)
x = t[1]
if x is not None:
    print(x.n)
print(other()[0].n, cache())
grid = [[None] * 3 for _ in range(3)]
grid[1][2] = Task(1)
print(grid[0][0], grid[1][2].n)
try:
    print(grid[0][0].n)
except AttributeError as e:
    print(e)
