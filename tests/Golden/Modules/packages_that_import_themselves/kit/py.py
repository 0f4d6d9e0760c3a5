class Path:
    x = 1
