chosen = "helpers"
shared = [1, 2]


def join(*parts):
    return "-".join(str(p) for p in parts)


if __name__ == "__main__":
    names = shared
    print(join(*names))
