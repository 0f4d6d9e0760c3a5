namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/io.html">io</see>.</summary>
internal static class IoModule
{
    public static PyModule Build() => new PyModule("io")
        .Value("IOBase", IOTypes.IOBase).Value("RawIOBase", IOTypes.RawIOBase).Value("BufferedIOBase", IOTypes.BufferedIOBase).Value("TextIOBase", IOTypes.TextIOBase)
        .Type(IOTypes.BytesIO).Type(IOTypes.StringIO).Type(IOTypes.BufferedReader).Type(IOTypes.BufferedWriter).Type(IOTypes.BufferedRandom).Type(IOTypes.FileIO)
        .Type(IOTypes.TextIOWrapper).Type(UnsupportedOperation.Type)
        .Value("SEEK_SET", 0).Value("SEEK_CUR", 1).Value("SEEK_END", 2).Value("DEFAULT_BUFFER_SIZE", 8192)
        .Value("open", BuiltinsModule.Instance.Namespace["open"]);
}
