"""Class attributes that objects replace by their own."""
import copy
class Player:
    """A player."""
    score = 0
    name = "anon"  # until told
    lives = 3
    best = None

    def __init__(self, name=None):
        if name:
            self.name = name

    def hit(self, n):
        self.score += n
        if self.score > 10:
            self.lives -= 1
        self.best = n if self.best is None else max(self.best, n)
        return self.lives

class Game:
    players = []
    running = True
    total = 0
    count = 0
    def __init__(self):
        type(self).count += 1
    def add(self, p):
        self.players.append(p)
    def run(self):
        while self.running:
            for p in self.players:
                if p.hit(4) < 3:
                    self.running = False
            Game.total += 1

class Node:
    next = None
    value = 0
    def __init__(self, value):
        self.value = value
class Chain:
    head = None
    size = 0
    def push(self, v):
        n = Node(v)
        n.next = self.head
        self.head = n
        self.size += 1
    def items(self):
        n = self.head
        while n is not None:
            yield n.value
            n = n.next
class Base:
    kind = "base"
    level = 1
    def up(self):
        self.level += 1
        return self
class Derived(Base):
    kind = "derived"
    def set(self, k):
        self.kind = k
class Conf:
    debug = False
    level = 1.5
    @classmethod
    def configure(cls, on):
        cls.debug = on
def tune(conf):
    conf.level = 2
p, q = Player("a"), Player()
g = Game()
h = Game()
g.add(p); g.add(q)
g.run()
for x in g.players:
    print(x.name, x.score, x.lives, x.best)
print(Player.score, Game.running, g.running, h.running, Player.lives, Player.best, Game.total, Game.count, h.total)
c = Chain()
for i in range(3): c.push(i)
print(list(c.items()), c.size, Chain.size, Chain.head)
d = Derived().up(); d.set("own")
print(d.kind, d.level, Derived.kind, Base.level, Derived.level, Base().up().up().level)
cf = Conf(); Conf.configure(True); tune(cf)
print(cf.debug, Conf.debug, cf.level, Conf.level, Conf().level)
tune(Conf); print(Conf.level, Conf().level)
print(getattr(Player, "score"), hasattr(Player, "lives"), [n for n in dir(Player) if not n.startswith("_")], Player.__doc__)
setattr(p, "score", 99); print(p.score, getattr(p, "lives"), getattr(p, "nope", "no"))
r = copy.copy(p); r.score += 1; print(r.score, p.score)
