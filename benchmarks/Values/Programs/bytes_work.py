def checksum(data):
    a = 1
    b = 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def work(n):
    data = bytes(i * 7 % 256 for i in range(n))
    text = data.hex()
    parts = data.split(b"\x07")
    buffer = bytearray()
    for part in parts:
        buffer += part[::-1]
        buffer.append(33)
    packed = b",".join(parts)
    return checksum(data), len(text), len(parts), checksum(buffer), packed.find(b"\x2a\x31"), data[5:9], packed.count(b",")


print(*work(1000000))
