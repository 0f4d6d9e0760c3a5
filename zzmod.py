x = 5
def f(): return x
print('running', __name__)
