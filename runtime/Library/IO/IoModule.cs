namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/io.html">io</see>.</summary>
internal static class IoModule
{
    private static readonly string[] s_exports =
    [
        "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair",
        "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder", "text_encoding",
    ];

    public static PyModule Build()
    {
        // The classes that programs derive from know virtual subclasses.
        foreach (var type in (PyType[])[IOTypes.IOBase, IOTypes.RawIOBase, IOTypes.BufferedIOBase, IOTypes.TextIOBase])
            type.Metaclass = Library.AbstractMeta.Meta;
        return Names();
    }

    private static PyModule Names() => new PyModule("io")
        .Value("IOBase", IOTypes.IOBase).Value("RawIOBase", IOTypes.RawIOBase)
        .Value("BufferedIOBase", IOTypes.BufferedIOBase).Value("TextIOBase", IOTypes.TextIOBase)
        .Type(IOTypes.BytesIO).Type(IOTypes.StringIO).Type(IOTypes.BufferedReader).Type(IOTypes.BufferedWriter).Type(IOTypes.BufferedRandom).Type(IOTypes.BufferedRWPair)
        .Type(IOTypes.FileIO).Type(IOTypes.TextIOWrapper).Type(NewlineDecoder.Type).Type(UnsupportedOperation.Type).Value("BlockingIOError", BlockingIOError.Type)
        .Value("SEEK_SET", 0).Value("SEEK_CUR", 1).Value("SEEK_END", 2).Value("DEFAULT_BUFFER_SIZE", 8192)
        .Function("text_encoding", "encoding, stacklevel=2, /", static (encoding, _) => encoding.IsNone ? "locale" : encoding)
        .Function("open_code", static path => OpenFunction.Binary(path, "r", raw: false))
        .Value("open", BuiltinsModule.Instance.Namespace["open"])
        .Value("__all__", new PyList<Any>(s_exports.Select(static n => (Any)n)));
}
