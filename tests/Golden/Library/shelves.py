import shelve, os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, "db")
with shelve.open(p) as s:
    s["a"] = [1, 2]; s["b"] = {"x": (1, None)}
    s["a"].append(3); print(s["a"], len(s), sorted(s), "a" in s, s.get("zz", 5))
    del s["b"]
with shelve.open(p, writeback=True) as s:
    s["a"].append(9); print(dict(s))
with shelve.open(p, "r") as s:
    print(s["a"], list(s.items()))
    try: s["nope"]
    except KeyError as e: print("KeyError", e)
with shelve.open(p, "n") as s: print(len(s))
s.close()
try: s["a"]
except ValueError as e: print(e)
