from first import x

print("never", x)
