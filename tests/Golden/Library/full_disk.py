try:
    with open("/dev/full", "w") as f:
        f.write("x" * 100)
        f.flush()
except OSError as e:
    print(type(e).__name__, e)
try:
    with open("/dev/full", "wb", buffering=0) as f:
        f.write(b"x" * 100)
except OSError as e:
    print(type(e).__name__, e)
try:
    f = open("/dev/full", "w")
    f.write("abc")
    f.close()
except OSError as e:
    print(type(e).__name__, e)
