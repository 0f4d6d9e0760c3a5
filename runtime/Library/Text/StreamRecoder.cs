using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// A stream of bytes in one encoding over one in another.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#streamrecoder-objects">StreamRecoder</see>.
/// </summary>
internal static class StreamRecoder
{
    /// <summary><c>codecs.StreamRecoder</c>.</summary>
    public static readonly PyType Type = new ClassMaker("StreamRecoder", "codecs")
        .Attribute("data_encoding", "unknown").Attribute("file_encoding", "unknown")
        .Method("__init__", "self, stream, encode, decode, Reader, Writer, errors='strict'", static a => Lib.Do(() =>
        {
            foreach (var (member, value) in (ReadOnlySpan<(string, Any)>)[("stream", a[1]), ("encode", a[2]), ("decode", a[3]), ("reader", a[4].Call(a[1], a[6])), ("writer", a[5].Call(a[1], a[6])), ("errors", a[6])])
                a[0].Set(member, value);
        }))
        .Method("read", "self, size=-1", static a => Encoded(a[0], a[0].Get("reader").Invoke("read", a[1])))
        .Method("readline", "self, size=None", static a => Encoded(a[0], a[1].IsNone ? a[0].Get("reader").Invoke("readline") : a[0].Get("reader").Invoke("readline", a[1])))
        .Method("readlines", "self, sizehint=None", static a => Encoded(a[0], a[0].Get("reader").Invoke("read")).Invoke("splitlines", true))
        .Method("__next__", static self => Encoded(self, Operators.Next(self.Get("reader"))))
        .Method("__iter__", static self => self)
        .Method("write", "data", static (self, data) => self.Get("writer").Invoke("write", self.Get("decode").Call(data, self.Get("errors"))[0]))
        .Method("writelines", "list", static (self, list) => self.Invoke("write", ((Any)new PyBytes([])).Invoke("join", list)))
        .Method("reset", static self => Lib.Do(() =>
        {
            self.Get("reader").Invoke("reset");
            self.Get("writer").Invoke("reset");
        }))
        .Method("seek", "self, offset, whence=0", static a => Lib.Do(() =>
        {
            a[0].Get("reader").Invoke("seek", a[1], a[2]);
            a[0].Get("writer").Invoke("seek", a[1], a[2]);
        }))
        .Method("__getattr__", "name", static (self, name) => self.Get("stream").Get(Operators.Str(name)))
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, type, value, tb", static a => a[0].Get("stream").Invoke("close"))
        .Make(PyType.Object);

    /// <summary><c>codecs.EncodedFile(file, data_encoding, file_encoding=None, errors='strict')</c>.</summary>
    public static Any Wrap(Any file, Any dataEncoding, Any fileEncoding, Any errors)
    {
        var (data, stored) = (CodecsModule.Info(dataEncoding), CodecsModule.Info(fileEncoding.IsNone ? dataEncoding : fileEncoding));
        var result = ((Any)Type).Call(new Arguments { file, data.Get("encode"), data.Get("decode"), StreamCodecs.Of(StreamCodecs.Reader, stored), StreamCodecs.Of(StreamCodecs.Writer, stored), errors });
        result.Set("data_encoding", dataEncoding);
        result.Set("file_encoding", fileEncoding.IsNone ? dataEncoding : fileEncoding);
        return result;
    }

    private static Any Encoded(Any self, Any text) => self.Get("encode").Call(text, self.Get("errors"))[0];
}
