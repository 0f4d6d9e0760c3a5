def products(digits: int, times: int) -> int:
    a = 3 ** int(digits / 0.4771212547)
    b = 7 ** int(digits / 0.8450980400)
    total = 0
    for i in range(times):
        total ^= (a + i) * b
    return total % 1_000_003


print(products(1_000, 300), products(10_000, 30), products(1_000_000, 1))
