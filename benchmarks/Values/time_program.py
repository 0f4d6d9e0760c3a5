"""Runs a script several times in one process; the processor seconds of each run go to standard error."""
import sys
import time

path, rounds = sys.argv[1], int(sys.argv[2])
with open(path, encoding="utf-8") as file:
    code = compile(file.read(), path, "exec")
for _ in range(rounds):
    start = time.process_time()
    exec(code, {"__name__": "__main__"})
    print(time.process_time() - start, file=sys.stderr)
