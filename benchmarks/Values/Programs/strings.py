def work(n):
    out = []
    for i in range(n):
        line = f"{i:06d};name{i % 100};{i * 0.5:.2f}"
        number, name, value = line.split(";")
        if name.startswith("name1") and not name.endswith("9"):
            out.append(name.upper() + "=" + value.replace(".", ",").rjust(12))
        elif number.find("77") >= 0:
            out.append("%s/%d" % (name, int(number)))
        else:
            out.append("{}:{:>8}".format(name.strip(), value))
    text = "\n".join(out)
    lines = text.splitlines()
    vowels = 0
    for line in lines[:20000]:
        for c in line:
            if c in "aeiou":
                vowels += 1
    joined = ""
    for i in range(n):
        joined += str(i % 10)
    return len(text), vowels, text.count("NAME"), len(joined), joined[1000:1010], joined[-1]


print(*work(100000))
