using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>Streams that are read and written through codecs: <see href="https://docs.python.org/3.13/library/codecs.html#streamreaderwriter-objects">StreamReaderWriter</see> and StreamRecoder.</summary>
internal static class StreamPairs
{
    public static readonly PyType ReaderWriter = Pair("StreamReaderWriter")
        .Attribute("encoding", "unknown")
        .Method("__init__", "self, stream, Reader, Writer, errors='strict'", static a => Lib.Do(() =>
        {
            a[0].Set("stream", a[1]);
            a[0].Set("reader", a[2].Call(a[1], a[4]));
            a[0].Set("writer", a[3].Call(a[1], a[4]));
            a[0].Set("errors", a[4]);
        }))
        .Method("read", "self, size=-1", static a => a[0].Get("reader").Invoke("read", a[1]))
        .Method("readline", "self, size=None", static a => a[0].Get("reader").Invoke("readline", a[1]))
        .Method("readlines", "self, sizehint=None", static a => a[0].Get("reader").Invoke("readlines", a[1]))
        .Method("__next__", static self => Builtins.Get("next").Call(self.Get("reader")))
        .Method("write", "data", static (self, data) => self.Get("writer").Invoke("write", data))
        .Method("writelines", "list", static (self, lines) => self.Get("writer").Invoke("writelines", lines))
        .Method("seek", "self, offset, whence=0", static a => Lib.Do(() =>
        {
            a[0].Get("stream").Invoke("seek", a[1], a[2]);
            a[0].Get("reader").Invoke("reset");
            if (Operators.Equal(a[1], 0) && Operators.Equal(a[2], 0))
                a[0].Get("writer").Invoke("reset");
        }))
        .Make();

    public static readonly PyType Recoder = Pair("StreamRecoder")
        .Attribute("data_encoding", "unknown").Attribute("file_encoding", "unknown")
        .Method("__init__", "self, stream, encode, decode, Reader, Writer, errors='strict'", static a => Lib.Do(() =>
        {
            a[0].Set("stream", a[1]);
            a[0].Set("encode", a[2]);
            a[0].Set("decode", a[3]);
            a[0].Set("reader", a[4].Call(a[1], a[6]));
            a[0].Set("writer", a[5].Call(a[1], a[6]));
            a[0].Set("errors", a[6]);
        }))
        .Method("read", "self, size=-1", static a => Encoded(a[0], a[0].Get("reader").Invoke("read", a[1])))
        .Method("readline", "self, size=None", static a => Encoded(a[0], a[0].Get("reader").Invoke("readline", a[1])))
        .Method("readlines", "self, sizehint=None", static a => Encoded(a[0], a[0].Get("reader").Invoke("read")).Invoke("splitlines", true))
        .Method("__next__", static self => Encoded(self, Builtins.Get("next").Call(self.Get("reader"))))
        .Method("write", "data", static (self, data) => self.Get("writer").Invoke("write", Decoded(self, data)))
        .Method("writelines", "list", static (self, lines) => self.Get("writer").Invoke("write", Decoded(self, ((Any)new PyBytes([])).Invoke("join", lines))))
        .Method("seek", "self, offset, whence=0", static a => Lib.Do(() =>
        {
            a[0].Get("reader").Invoke("seek", a[1], a[2]);
            a[0].Get("writer").Invoke("seek", a[1], a[2]);
        }))
        .Make();

    private static Any Encoded(Any self, Any data) => self.Get("encode").Call(data, self.Get("errors"))[0];

    private static Any Decoded(Any self, Any data) => self.Get("decode").Call(data, self.Get("errors"))[0];

    private static ClassMaker Pair(string name) => StreamCodecs.Common(new ClassMaker(name, "codecs"))
        .Method("__iter__", static self => self)
        .Method("reset", static self => Lib.Do(() =>
        {
            self.Get("reader").Invoke("reset");
            self.Get("writer").Invoke("reset");
        }));

    /// <summary><c>codecs.open</c>.</summary>
    public static Any Open(Any file, string mode, Any encoding, Any errors, Any buffering)
    {
        if (encoding.IsNone)
            return Builtins.Get("open").Call(file, mode, buffering);
        var stream = Builtins.Get("open").Call(file, mode.Contains('b', StringComparison.Ordinal) ? mode : mode + "b", buffering);
        try
        {
            var info = Modules.Import("codecs").Invoke("lookup", encoding);
            var pair = ((Any)ReaderWriter).Call(new Arguments { stream, info.Get("streamreader"), info.Get("streamwriter"), errors });
            pair.Set("encoding", encoding);
            return pair;
        }
        catch (BaseException)
        {
            stream.Invoke("close");
            throw;
        }
    }

    /// <summary><c>codecs.EncodedFile</c>.</summary>
    public static Any EncodedFile(Any file, Any dataEncoding, Any fileEncoding, Any errors)
    {
        if (fileEncoding.IsNone)
            fileEncoding = dataEncoding;
        var (data, stored) = (Modules.Import("codecs").Invoke("lookup", dataEncoding), Modules.Import("codecs").Invoke("lookup", fileEncoding));
        var result = ((Any)Recoder).Call(new Arguments { file, data.Get("encode"), data.Get("decode"), stored.Get("streamreader"), stored.Get("streamwriter"), errors });
        result.Set("data_encoding", dataEncoding);
        result.Set("file_encoding", fileEncoding);
        return result;
    }
}
