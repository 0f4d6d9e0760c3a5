using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.PropertyLists;

/// <summary>The module <see href="https://docs.python.org/3.13/library/plistlib.html">plistlib</see>.</summary>
internal static class PlistlibModule
{
    private const string ReadOptions = "*, fmt=None, dict_type=, aware_datetime=False";

    private static readonly PyType s_invalid = new ClassMaker("InvalidFileException", "plistlib")
        .Method("__init__", "message='Invalid file'", static (self, message) => ((Any)ValueError.Type).Get("__init__").Call(self, message))
        .Make(ValueError.Type);

    private static readonly PyType s_uid = new ClassMaker("UID", "plistlib")
        .Method("__init__", "data", static (self, data) => Lib.Do(() =>
        {
            if (!Builtins.IsInstance(data, IntType.Type))
                throw new TypeError("data must be an int");
            if (data >= System.Numerics.BigInteger.Pow(2, 64))
                throw new ValueError("UIDs cannot be >= 2**64");
            if (data < 0)
                throw new ValueError("UIDs must be positive");
            self.Set("data", data);
        }))
        .Method("__index__", static self => self.Get("data"))
        .Method("__repr__", static self => $"{PyType.Of(self).Name}({Operators.Repr(self.Get("data"))})")
        .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(self.Get("data"))))
        .Method("__eq__", "other", static (self, other) => IsUid(other) ? Operators.Equal(self.Get("data"), other.Get("data")) : Any.NotImplemented)
        .Method("__hash__", static self => Operators.Hash(self.Get("data")))
        .Make();

    private static readonly Any s_formats = Modules.Import("enum").Invoke("Enum", new Arguments { "PlistFormat", "FMT_XML FMT_BINARY", { "module", "plistlib" } });

    private static Any Xml => s_formats.Get("FMT_XML");

    private static Any Binary => s_formats.Get("FMT_BINARY");

    public static PyModule Build() => new PyModule("plistlib")
        .Type(s_invalid).Type(s_uid).Value("PlistFormat", s_formats).Value("FMT_XML", Xml).Value("FMT_BINARY", Binary).Value("PLISTHEADER", new PyBytes(PlistText.Header))
        .Function("load", "fp, " + ReadOptions, static a => Load(a[0], a[1], a[2], a[3].Truth), DictType.Type)
        .Function("loads", "value, " + ReadOptions, static a => Load(Stream(a[0], a[1]), a[1], a[2], a[3].Truth), DictType.Type)
        .Function("dump", "value, fp, *, fmt=, sort_keys=True, skipkeys=False, aware_datetime=False", static a => Lib.Do(() => Dump(a[0], a[1], a[2], a[3].Truth, a[4].Truth, a[5].Truth)), Xml)
        .Function("dumps", "value, *, fmt=, skipkeys=False, sort_keys=True, aware_datetime=False", static a =>
        {
            var stream = Modules.Import("io").Invoke("BytesIO");
            Dump(a[0], stream, a[1], a[3].Truth, a[2].Truth, a[4].Truth);
            return stream.Invoke("getvalue");
        }, Xml);

    public static bool IsUid(Any value) => Builtins.IsInstance(value, s_uid);

    public static Any Uid(Any number) => ((Any)s_uid).Call(number);

    /// <summary>The error of a file that is no property list.</summary>
    public static BaseException Invalid(string? message = null) => (BaseException)(message is null ? ((Any)s_invalid).Call() : ((Any)s_invalid).Call(message)).Ref!;

    /// <summary>The entries of a dictionary as they are written.</summary>
    /// <exception cref="TypeError">A key is no str, and such are not left out.</exception>
    public static IEnumerable<(Any Key, Any Value)> Items(Any dictionary, bool sorts, bool skips)
    {
        var items = dictionary.Invoke("items");
        foreach (var pair in sorts ? Modules.Import("builtins").Invoke("sorted", items) : items)
        {
            if (Builtins.IsInstance(pair[0], StrType.Type))
                yield return (pair[0], pair[1]);
            else if (!skips)
                throw new TypeError("keys must be strings");
        }
    }

    private static Any Stream(Any value, Any format)
    {
        if (value.Ref is string)
        {
            if (Operators.Equal(format, Binary))
                throw new TypeError("value must be bytes-like object when fmt is FMT_BINARY");
            value = value.Invoke("encode");
        }
        return Modules.Import("io").Invoke("BytesIO", value);
    }

    private static Any Load(Any file, Any format, Any dictionary, bool aware)
    {
        bool isBinary;
        if (format.IsNone)
        {
            var head = ((PyBytesBase)file.Invoke("read", 32).Ref!).Span;
            file.Invoke("seek", 0);
            isBinary = head.StartsWith("bplist00"u8);
            if (!isBinary && !PlistText.IsText(head))
                throw Invalid();
        }
        else
            isBinary = Operators.Equal(format, Binary) || (Operators.Equal(format, Xml) ? false : throw new KeyError(format));
        return isBinary ? new PlistBinaryReader(dictionary, aware).Read(file) : new PlistTextReader(dictionary, aware).Read(file);
    }

    private static void Dump(Any value, Any file, Any format, bool sorts, bool skips, bool aware)
    {
        if (Operators.Equal(format, Xml))
            new PlistTextWriter(file, sorts, skips, aware).Write(value);
        else if (Operators.Equal(format, Binary))
            new PlistBinaryWriter(file, sorts, skips, aware).Write(value);
        else
            throw new ValueError($"Unsupported format: {Operators.Repr(format)}");
    }
}
