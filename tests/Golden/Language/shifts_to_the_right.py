"""Shifts to the right, whose C# operator is two tokens to a lexer."""


def shifted(value: int, count: int) -> int:
    return value >> count


x = 9
y = 2
print(x >> y, 7 >> 3, shifted(-9, 1), shifted(1 << 70, 69))
x >>= 1
print(x, x > y, x >= y, x << y)
