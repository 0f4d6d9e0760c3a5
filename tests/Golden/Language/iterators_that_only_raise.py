class E:
    def __iter__(self):
        return self

    def __next__(self):
        3 // 0


class S:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


try:
    list(E())
except ZeroDivisionError as e:
    print(e)
for x in S():
    print(x)
print(list(S()), list(enumerate(S())))
try:
    for x in E():
        print(x)
except ZeroDivisionError as e:
    print(e)
