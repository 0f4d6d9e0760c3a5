"""What complex makes of two arguments, complex ones among them: the signs of zeros."""
class C:
    def __complex__(self): return 1-0j
vals = [0, -0.0, 1, -2147482875, 1j, -1j, complex(-0.0,-1), complex(-0.0,-0.0), complex(0.0,-0.0), C(), True]
for a in vals:
    for b in vals[:9] + [True]:
        print(repr(complex(a,b)) , end=" ")
    print(complex(a))
