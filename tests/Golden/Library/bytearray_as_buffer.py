"""A bytearray as a buffer: taken from the front, added to at the end."""

def numbers(start, count):
    return bytes((start + i) % 251 for i in range(count))


def fifo():
    """Lets data run through a small buffer for long, in pieces of changing size."""
    buffer = bytearray()
    written = read = 0
    for turn in range(2000):
        size = turn % 37
        buffer += numbers(written, size)
        written += size
        take = turn % 31
        if turn % 7 == 0:
            with memoryview(buffer) as view:
                assert bytes(view) == numbers(read, len(view))
        piece = bytes(buffer[:take])
        assert piece == numbers(read, len(piece))
        del buffer[:take]
        read += len(piece)
    assert bytes(buffer) == numbers(read, written - read)
    print(written, read, len(buffer))


def front():
    data = bytearray(b"0123456789")
    del data[:3]
    print(data, data[0], data[-1], len(data), data.find(b"7"))
    data[0] = 65
    data[1:3] = b"----"
    data.insert(0, 33)
    print(data, data.pop(0), data)
    del data[0]
    data.extend(data)
    print(data)
    data *= 2
    data[0:0] = data[5:9]
    print(data, data.index(b"-"), hash(bytes(data)) == hash(bytes(data)))
    del data[:4]
    data += bytes(data)
    data.reverse()
    print(data, data == bytearray(data))
    del data[:]
    print(data, len(data))
    data.append(1)
    print(data)
    view = memoryview(data)
    try:
        del data[:1]
    except BufferError as error:
        print(error)
    view.release()
    del data[:1]
    print(data)


fifo()
front()
