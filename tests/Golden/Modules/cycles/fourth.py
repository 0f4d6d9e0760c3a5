import third

print("never", third.y)
