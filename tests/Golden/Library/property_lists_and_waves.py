"""plistlib and wave: property lists as XML and as bytes; files of sound."""
import datetime
import io
import plistlib
import struct
import wave

VALUE = {
    "number": 1, "list": [1.5, True, False, "x<>&é", b"bytes" * 30], "deep": {"when": datetime.datetime(2020, 1, 2, 3, 4, 5), "none": {}, "empty": []},
    "negative": -5, "large": 2 ** 63, "text": "ü",
}
HEAD = b'<?xml version="1.0"?><plist version="1.0">'


def lists():
    text = plistlib.dumps(VALUE)
    print(text.decode())
    packed = plistlib.dumps(VALUE, fmt=plistlib.FMT_BINARY)
    print(packed)
    print(plistlib.loads(text) == VALUE == plistlib.loads(packed))
    print(plistlib.loads(plistlib.dumps(plistlib.UID(300), fmt=plistlib.FMT_BINARY)), plistlib.FMT_XML, plistlib.UID(1) == plistlib.UID(1))
    for wrong in {1: 2}, None, "a\x01", 2 ** 65, {"a": object}, [set()]:
        for form in plistlib.FMT_XML, plistlib.FMT_BINARY:
            try:
                print(plistlib.dumps(wrong, fmt=form))
            except (TypeError, ValueError, OverflowError) as error:
                print(type(error).__name__, error)
    for part in (b"<dict><key>a</key></dict>", b"<dict><string>x</string></dict>", b"<array><key>a</key></array>", b"<integer>0x1F</integer>", b"<integer>z</integer>",
                 b"<date>2020-01-02Z</date>", b"<data>aGk=</data>", b"<dict><key>a</key><key>b</key></dict>", b"<array>", b"<string> s\n</string>", b"<dict>\n<key>k</key>\n</dict>"):
        try:
            print(plistlib.loads(HEAD + part + b"</plist>"))
        except Exception as error:
            print(type(error), error)
    for whole in b"", b"nope", b"bplist00", b"bplist00" + bytes(40), b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY e "x">]><plist><string>&e;</string></plist>', "<plist><string>é</string></plist>":
        try:
            print(plistlib.loads(whole))
        except ValueError as error:
            print(type(error), error)
    print(plistlib.loads(plistlib.dumps({"b": 1, "a": 2}, sort_keys=False)), plistlib.dumps({1: 2, "x": 1}, skipkeys=True, sort_keys=False))
    moment = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
    for form in plistlib.FMT_XML, plistlib.FMT_BINARY:
        print(plistlib.loads(plistlib.dumps(moment, fmt=form, aware_datetime=True), aware_datetime=True))
    circle = [1]
    circle.append(circle)
    read = plistlib.loads(plistlib.dumps(circle, fmt=plistlib.FMT_BINARY))
    print(read[1] is read)


def sounds():
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as writer:
        writer.setnchannels(2)
        writer.setsampwidth(2)
        writer.setframerate(44100.4)
        writer.writeframes(struct.pack("<4h", 1, 2, 3, 4))
        writer.writeframesraw(bytes(8))
        print(writer.tell(), writer.getnframes())
    print(buffer.getvalue())
    buffer.seek(0)
    reader = wave.open(buffer)
    print(reader.getparams(), reader.readframes(1), reader.tell(), reader.readframes(10))
    reader.setpos(1)
    print(reader.readframes(1))
    other = wave.open(io.BytesIO(), "w")
    other.setparams((1, 1, 8000, 0, "NONE", "not compressed"))
    print(other.getparams())
    other.writeframes(b"abc")
    for fail in (lambda: reader.setpos(99), lambda: wave.open(buffer, "x"), lambda: wave.open(io.BytesIO(b"RIFFxxxxAAAA")), lambda: wave.open(io.BytesIO(b"nopexxxx")),
                 lambda: other.setnchannels(2), lambda: other.setcomptype("X", "y"), lambda: other.setparams((1, 2, 3))):
        try:
            fail()
        except (wave.Error, ValueError) as error:
            print(type(error), error)
    other.close()


lists()
sounds()
