def escapes(cx, cy, limit):
    x = 0.0
    y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def mandelbrot(size, limit):
    inside = 0
    total = 0
    for row in range(size):
        cy = 2.0 * row / size - 1.0
        for column in range(size):
            steps = escapes(3.0 * column / size - 2.0, cy, limit)
            total += steps
            if steps == limit:
                inside += 1
    return inside, total


print(*mandelbrot(320, 200))
