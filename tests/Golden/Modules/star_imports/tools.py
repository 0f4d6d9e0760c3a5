from helpers import *

if len("x") == 2:
    maybe = 5
chosen = "tools"

if __name__ == "__main__":
    from pathlib import Path
    names = ["only", "where", "tools", "runs"]
    for item in names:
        print(item)
