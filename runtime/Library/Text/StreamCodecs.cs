using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Streams of text over streams of bytes as codecs has them.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#stream-encoding-and-decoding">stream encoding and decoding</see>.
/// </summary>
internal static class StreamCodecs
{
    private static readonly PyType s_codec = new ClassMaker("Codec", "codecs")
        .Method("encode", "self, input, errors='strict'", static _ => throw new NotImplementedError())
        .Method("decode", "self, input, errors='strict'", static _ => throw new NotImplementedError())
        .Make(PyType.Object);

    /// <summary><c>codecs.StreamWriter</c>.</summary>
    public static readonly PyType Writer = Stream("StreamWriter")
        .Method("write", "object", static (self, text) => self.Get("stream").Invoke("write", self.Invoke("encode", text, self.Get("errors"))[0]))
        .Method("writelines", "list", static (self, lines) => self.Invoke("write", Str.JoinAny("", lines)))
        .Method("reset", static _ => Any.None)
        .Make(s_codec);

    /// <summary><c>codecs.StreamReader</c>.</summary>
    public static readonly PyType Reader = Stream("StreamReader")
        .Method("read", "self, size=-1, chars=-1, firstline=False", static a => Read(a[0], Math.Max(Lib.Int(a[1]), Lib.Int(a[2]))))
        .Method("readline", "self, size=None, keepends=True", static a => Line(a[0], a[2].Truth))
        .Method("readlines", "self, sizehint=None, keepends=True", static a => Lib.List(Str.SplitLines(Read(a[0], -1), a[2].Truth)))
        .Method("reset", static self => Lib.Do(() =>
        {
            self.Set("bytebuffer", new PyBytes([]));
            self.Set("charbuffer", "");
        }))
        .Method("__iter__", static self => self)
        .Method("__next__", static self => Line(self, true) is { Length: > 0 } line ? line : throw new StopIteration())
        .Make(s_codec);

    private static ClassMaker Stream(string name) => new ClassMaker(name, "codecs")
        .Method("__init__", "self, stream, errors='strict'", static a => Lib.Do(() =>
        {
            foreach (var (member, value) in (ReadOnlySpan<(string, Any)>)[("stream", a[1]), ("errors", a[2]), ("bytebuffer", new PyBytes([])), ("charbuffer", "")])
                a[0].Set(member, value);
        }))
        .Method("seek", "self, offset, whence=0", static a =>
        {
            a[0].Get("stream").Invoke("seek", a[1], a[2]);
            return a[0].Invoke("reset");
        })
        .Method("__getattr__", "name", static (self, name) => self.Get("stream").Get(Operators.Str(name)))
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, type, value, tb", static a => a[0].Get("stream").Invoke("close"));

    /// <summary>The stream class of an encoding.</summary>
    /// <param name="kind">The one to derive from.</param>
    /// <param name="info">What is registered of the encoding.</param>
    public static Any Of(PyType kind, Any info)
    {
        var name = ReferenceEquals(kind, Reader) ? "streamreader" : "streamwriter";
        if (info.Get(name) is { IsNone: false } own)
            return own;
        var (encode, decode) = (info.Get("encode"), info.Get("decode"));
        return new ClassMaker(kind.Name, "encodings." + Operators.Str(info.Get("name")).Replace('-', '_'))
            .Method("encode", "self, input, errors='strict'", a => encode.Call(a[1], a[2]))
            .Method("decode", "self, input, errors='strict'", a => decode.Call(a[1], a[2]))
            .Attribute("_decoder", info.Get("incrementaldecoder"))
            .Make(kind);
    }

    /// <summary>Decodes what can be decoded of the next bytes.</summary>
    private static bool Fill(Any self, long size)
    {
        var added = size < 0 ? self.Get("stream").Invoke("read") : self.Get("stream").Invoke("read", size);
        var data = self.Get("bytebuffer") + added;
        var decoder = Operators.GetAttr(self, "_decoder", Any.None);
        if (decoder.IsNone)
        {
            var parts = self.Invoke("decode", data, self.Get("errors"));
            self.Set("charbuffer", self.Get("charbuffer") + parts[0]);
            self.Set("bytebuffer", data[new PySlice(parts[1], Any.None, Any.None)]);
            return added.Truth;
        }
        var incremental = decoder.Call(self.Get("errors"));
        self.Set("charbuffer", self.Get("charbuffer") + incremental.Invoke("decode", data, size < 0 || !added.Truth));
        self.Set("bytebuffer", incremental.Invoke("getstate")[0]);
        return added.Truth;
    }

    private static string Take(Any self, string text, int count)
    {
        self.Set("charbuffer", text[count..]);
        return text[..count];
    }

    private static string Read(Any self, long size)
    {
        if (size < 0)
            Fill(self, -1);
        else
            while (Operators.Len(self.Get("charbuffer")) < size && Fill(self, size))
            {
            }
        var text = Operators.Str(self.Get("charbuffer"));
        return Take(self, text, size < 0 ? text.Length : Str.Offset(text, (int)Math.Min(size, Str.Length(text))));
    }

    private static string Line(Any self, bool keepEnds)
    {
        while (true)
        {
            var text = Operators.Str(self.Get("charbuffer"));
            // A line is whole when another begins behind it: what ends with \r may go on with \n.
            if (Str.SplitLines(text, keepends: true).Count < 2 && Fill(self, 72))
                continue;
            text = Operators.Str(self.Get("charbuffer"));
            if (text.Length == 0)
                return "";
            var line = Take(self, text, Str.SplitLines(text, keepends: true).First().Length);
            return keepEnds ? line : Str.SplitLines(line, keepends: false).First();
        }
    }
}
