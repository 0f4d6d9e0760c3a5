CACHE = {}
def decorate(text, mark="*", *, count=len("ab")):
    return mark * count + text + mark * count
def twice(x):
    CACHE[x] = x * 2
    return CACHE[x]
