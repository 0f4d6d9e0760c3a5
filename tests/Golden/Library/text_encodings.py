# Texts in the encodings of the world: str.encode, bytes.decode, open and the parts of codecs.
import codecs
import io
import os
import tempfile

samples = {
    "cp1251": "Привет", "koi8-r": "Привет", "iso8859-7": "Καλημέρα", "cp1255": "שלום", "iso8859-6": "مرحبا", "cp437": "café ░▒▓", "mac-roman": "naïve √",
    "cp037": "EBCDIC 123", "shift_jis": "日本語テキスト", "euc-jp": "日本語テキスト", "iso-2022-jp": "日本語 text かな", "cp932": "①株㈱", "gbk": "中文编码", "gb2312": "中文编码",
    "gb18030": "中文 😀 ꧁", "hz": "中文 and ~", "big5": "繁體中文", "big5hkscs": "香港㗎", "euc-kr": "한국어 뷁", "cp949": "한국어 뷁", "johab": "한국어", "iso2022_kr": "한국어 kr",
    "utf-7": "Hi Mom -☺-! +", "utf-8-sig": "BOM", "utf-16-be": "x😀", "punycode": "bücher", "idna": "bücher.example", "tis-620": "สวัสดี", "kz1048": "Қазақ",
}
for name, text in samples.items():
    data = text.encode(name)
    print(name, codecs.lookup(name).name, data, data.decode(name) == text)

for alias in ("latin1", "L1", "ISO-8859-1", "windows-1252", "cp-1252", "Shift-JIS", "sjis", "ms932", "UTF8", "u8", "utf_16_le", "korean", "chinese", "big5-tw", "ks_c-5601", "csisolatin2", "646", "IBM850"):
    try:
        print(alias, codecs.lookup(alias).name)
    except LookupError as error:
        print(alias, error)

for name, data in (("shift_jis", b"\x81"), ("shift_jis", b"ab\x80cd"), ("gbk", b"\xff\xff"), ("cp1252", b"\x81"), ("ascii", b"a\xe9"), ("utf-16", b"\xff\xfe\x00"), ("utf-7", b"+AOk"), ("iso2022_jp", b"\x1b$B\x21")):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(name, errors, ascii(data.decode(name, errors)))
        except UnicodeDecodeError as error:
            print(name, errors, error, error.start, error.end, getattr(error, "__notes__", None))
for name in ("ascii", "cp1252", "shift_jis", "euc_kr", "iso2022_jp"):
    for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
        try:
            print(name, errors, "aé\u0416\u20ac\U0001f600z".encode(name, errors))
        except UnicodeEncodeError as error:
            print(name, errors, error, getattr(error, "__notes__", None))

# Transforms of bytes and of text.
for name in ("hex", "base64", "quopri", "uu", "bz2", "zlib"):
    packed = codecs.encode(b"some data = 100%\n" * 3, name)
    print(name, packed if name not in ("bz2", "zlib") else len(packed) < 60, codecs.decode(packed, name) == b"some data = 100%\n" * 3)
print(codecs.encode("Hello, World", "rot13"), codecs.decode("Uryyb", "rot_13"))
for call in (lambda: b"zz".decode("hex"), lambda: "x".encode("rot13"), lambda: codecs.decode(b"zz", "hex"), lambda: "x".encode("nope"), lambda: "x".encode("undefined")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))

# Step by step.
decoder = codecs.getincrementaldecoder("euc_jp")()
print([decoder.decode(bytes([b])) for b in "日本".encode("euc_jp")], decoder.decode(b"", True))
encoder = codecs.getincrementalencoder("iso2022_jp")()
print([encoder.encode(c) for c in "a日b"], encoder.encode("", True))
print(list(codecs.iterdecode([b"\xd0", b"\x9f\xd1", b"\x80"], "utf-8")), list(codecs.iterencode("aé", "utf-16")))
decoder = codecs.getincrementaldecoder("utf-16")()
print(decoder.getstate(), decoder.decode(b"\xfe\xff\x00"), decoder.getstate(), decoder.decode(b"a"))

# Files.
path = os.path.join(tempfile.mkdtemp(), "text")
for name in ("cp1251", "shift_jis", "utf-16", "gb18030", "utf-7"):
    text = "строка one\nline two\n" if name != "shift_jis" else "一行目\n二行目\n"
    with open(path, "w", encoding=name) as file:
        file.write(text)
    with open(path, encoding=name) as file:
        print(name, file.readlines(), os.path.getsize(path))
    with codecs.open(path, encoding=name) as file:
        print(file.readline(), file.encoding, file.read(3), repr(file.read()))
with codecs.open(path, "w", "utf-8-sig") as file:
    file.writelines(["a\n", "б\n"])
print(open(path, "rb").read())
recoder = codecs.EncodedFile(io.BytesIO("год\nда".encode("cp1251")), "utf-8", "cp1251")
print(recoder.readline(), recoder.read(), recoder.data_encoding)

# Handlers, tables and codecs of the program's own.
codecs.register_error("stars", lambda error: ("*" * (error.end - error.start), error.end))
print("aéюb".encode("ascii", "stars"), codecs.lookup_error("replace")(UnicodeEncodeError("x", "abc", 0, 2, "no")))
table = codecs.charmap_build("".join(chr(c) for c in range(128)) + "€")
print(codecs.charmap_encode("1€", "strict", table), codecs.charmap_decode(b"\x41\x80", "replace", "".join(chr(c) for c in range(128)) + "€"))
print(codecs.utf_8_decode(b"a\xc3"), codecs.utf_16_le_decode(b"a\0b"), codecs.utf_8_encode("é"), codecs.escape_decode(rb"a\n\x41"))
print("\\u00e9\\n\\N{EURO SIGN}".encode().decode("unicode_escape"), "é€".encode("unicode_escape"), "é€\\".encode("raw_unicode_escape"))


class Upper(codecs.Codec):
    def encode(self, text, errors="strict"):
        return text.upper().encode("utf-8"), len(text)

    def decode(self, data, errors="strict"):
        return bytes(data).decode("utf-8").lower(), len(data)


codecs.register(lambda name: codecs.CodecInfo(Upper().encode, Upper().decode, name="upper") if name == "upper" else None)
print("abc".encode("upper"), b"ABC".decode("upper"), codecs.lookup("upper").name)
