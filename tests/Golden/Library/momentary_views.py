# Views that nothing holds once their operation has ended let go of their bytearray at once.
import io


def front(buf):
    view = memoryview(buf)[10:20]
    text = bytes(view)
    view.release()
    del buf[:10]
    return text, len(buf)


def typed(buf: bytearray, n: int) -> bytes:
    head = bytes(memoryview(buf)[:n])
    del buf[:n]
    return head


def words(buf: bytearray) -> list[int]:
    found = memoryview(buf)[:4].cast("H").tolist()
    buf.append(1)
    return found


def collected(parts):
    out = bytearray()
    for part in parts:
        out += memoryview(part)[1:]
        part.clear()
    return out


def held(buf):
    view = memoryview(buf)[1:]
    try:
        buf.append(0)
    except BufferError as error:
        print("held:", error)
    view.release()
    buf.append(0)
    return len(buf)


def derived(buf):
    part = memoryview(buf)[2:][1:].toreadonly()
    try:
        buf.clear()
    except BufferError as error:
        print("derived:", error)
    buf[3] = 200
    print(part[0], part.readonly)
    try:
        part[0] = 1
    except TypeError as error:
        print(error)
    part.release()
    buf.clear()
    return buf


print(front(bytearray(range(30))))
print(typed(bytearray(b"header:body"), 7))
print(words(bytearray([1, 0, 2, 0, 9])))
print(collected([bytearray(b"abc"), bytearray(b"xyz")]))
print(held(bytearray(b"abc")))
print(derived(bytearray(b"abcdef")))

stream = io.BytesIO(b"0123456789")
part = stream.getbuffer()[2:5]
try:
    stream.write(b"x" * 20)
except BufferError as error:
    print("stream:", error)
print(part.tobytes())
part.release()
print(stream.write(b"x" * 20), stream.getbuffer().nbytes, len(stream.getbuffer()))
stream.truncate(3)
print(stream.getvalue())

line = bytearray(b"key=value;rest")
if memoryview(line)[:3] == b"key":
    del line[:4]
print(line)
try:
    line[0:2] = memoryview(line)[2:6]
except BufferError as error:
    print("itself:", error)
other = bytearray(b"12345")
source = bytearray(line)
other[0:2] = memoryview(source)[2:6]
source.clear()
print(source, other)

for view in (memoryview(b"abc"), memoryview(bytearray(b"abc")), memoryview(bytearray(b"abc")).toreadonly(), memoryview(b"abcd").cast("H")):
    try:
        print(hash(view) == hash(b"abc"))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
