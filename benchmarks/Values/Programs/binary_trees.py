class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


for depth in range(4, 17, 4):
    trees = 1 << (16 - depth)
    total = 0
    for _ in range(trees):
        total += make(depth).check()
    print(depth, trees, total)
