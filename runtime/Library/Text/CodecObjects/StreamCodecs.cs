using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>
/// Streams of text over streams of bytes as codecs has them.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#stream-encoding-and-decoding">stream encoding and decoding</see>.
/// </summary>
internal static class StreamCodecs
{
    /// <summary><c>codecs.Codec</c>.</summary>
    public static readonly PyType Codec = new ClassMaker("Codec", "codecs")
        .Method("encode", "self, input, errors='strict'", static (Any[] _) => throw new NotImplementedError())
        .Method("decode", "self, input, errors='strict'", static (Any[] _) => throw new NotImplementedError())
        .Make(PyType.Object);

    /// <summary><c>codecs.StreamWriter</c>.</summary>
    public static readonly PyType Writer = Common(new ClassMaker("StreamWriter", "codecs"))
        .Method("__init__", "self, stream, errors='strict'", static a => Lib.Do(() =>
        {
            a[0].Set("stream", a[1]);
            a[0].Set("errors", a[2]);
        }))
        .Method("write", "object", static (self, text) => Lib.Do(() => self.Get("stream").Invoke("write", self.Invoke("encode", text, self.Get("errors"))[0])))
        .Method("writelines", "list", static (self, lines) => Lib.Do(() => self.Invoke("write", Str.JoinAny("", lines))))
        .Method("reset", static _ => Any.None)
        .Method("seek", "self, offset, whence=0", static a => Lib.Do(() =>
        {
            a[0].Get("stream").Invoke("seek", a[1], a[2]);
            if (Operators.Equal(a[1], 0) && Operators.Equal(a[2], 0))
                a[0].Invoke("reset");
        }))
        .Make(Codec);

    /// <summary><c>codecs.StreamReader</c>.</summary>
    public static readonly PyType Reader = Common(new ClassMaker("StreamReader", "codecs"))
        .Attribute("charbuffertype", (Any)StrType.Type)
        .Method("__init__", "self, stream, errors='strict'", static a => Lib.Do(() =>
        {
            var empty = a[0].Get("charbuffertype").Call();
            foreach (var (member, value) in (ReadOnlySpan<(string, Any)>)[("stream", a[1]), ("errors", a[2]), ("bytebuffer", new PyBytes([])), ("_empty_charbuffer", empty), ("charbuffer", empty), ("linebuffer", Any.None)])
                a[0].Set(member, value);
        }))
        .Method("read", "self, size=-1, chars=-1, firstline=False", static a => StreamReading.Read(a[0], Lib.Int(a[1]), Lib.Int(a[2]), a[3].Truth))
        .Method("readline", "self, size=None, keepends=True", static a => StreamReading.Line(a[0], a[1], a[2].Truth))
        .Method("readlines", "self, sizehint=None, keepends=True", static a => a[0].Invoke("read").Invoke("splitlines", a[2]))
        .Method("reset", static self => Lib.Do(() =>
        {
            self.Set("bytebuffer", new PyBytes([]));
            self.Set("charbuffer", self.Get("_empty_charbuffer"));
            self.Set("linebuffer", Any.None);
        }))
        .Method("seek", "self, offset, whence=0", static a => Lib.Do(() =>
        {
            a[0].Get("stream").Invoke("seek", a[1], a[2]);
            a[0].Invoke("reset");
        }))
        .Method("__iter__", static self => self)
        .Method("__next__", static self => self.Invoke("readline") is { Truth: true } line ? line : throw new StopIteration())
        .Make(Codec);

    /// <summary>What readers, writers and pairs of them have in common.</summary>
    internal static ClassMaker Common(ClassMaker maker) => maker
        .Method("__getattr__", "name", static (self, name) => self.Get("__dict__").Contains("stream") ? self.Get("stream").Get(Operators.Str(name)) : throw new AttributeError($"'{PyType.Of(self).Name}' object has no attribute '{Operators.Str(name)}'", Operators.Str(name), self))
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, type, value, tb", static a => Lib.Do(() => a[0].Get("stream").Invoke("close")))
        .Method("__reduce_ex__", "proto", static (self, _) => throw new TypeError($"can't serialize {PyType.Of(self).Name}"));

    private static readonly ConditionalWeakTable<object, NativeDecoder> s_decoders = [];
    private static readonly ConditionalWeakTable<object, Begun> s_writers = [];

    /// <summary>Whether a writer has written its mark, and what its encoding remembers.</summary>
    private sealed class Begun
    {
        public bool Value;
        public long State;
    }

    /// <summary>The reader class of an encoding of text.</summary>
    public static PyType ReaderOf(string encoding, string module)
    {
        var maker = PlainReader(encoding, module);
        // Those of East Asia count bytes, not characters.
        if (TextCodec.Find(Codecs.Canonical(encoding)) is MultibyteCodec or Iso2022Codec or HzCodec)
            maker.Method("read", "self, sizeobj=None, /", static a => StreamReading.Bytes(a[0], "read", a[1]))
                .Method("readline", "self, sizeobj=None, /", static a => StreamReading.Bytes(a[0], "readline", a[1]))
                .Method("readlines", "self, sizehintobj=None, /", static a => StreamReading.Bytes(a[0], "read", a[1]).Invoke("splitlines", true));
        return maker.Make(Reader);
    }

    private static ClassMaker PlainReader(string encoding, string module) => new ClassMaker("StreamReader", module)
        .Method("decode", "self, input, errors='strict'", a =>
        {
            if (!s_decoders.TryGetValue(a[0].Ref!, out var decoder))
                s_decoders.Add(a[0].Ref!, decoder = new NativeDecoder(Codecs.Canonical(encoding), Lib.Text(a[2])) { RequiresMark = true });
            var text = decoder.Part(Buffers.Of(a[1]), false, out var used);
            return PyTuple.Of(text, used);
        })
        .Method("reset", static self => Lib.Do(() =>
        {
            ((Any)Reader).Get("reset").Call(self);
            if (s_decoders.TryGetValue(self.Ref!, out var decoder))
                decoder.Reset();
        }));

    /// <summary>The writer class of an encoding of text.</summary>
    public static PyType WriterOf(string encoding, string module)
    {
        var name = Codecs.Canonical(encoding);
        var plain = name switch { "utf-8-sig" => "utf-8", "utf-16" or "utf-32" => name + "-le", _ => name };
        return new ClassMaker("StreamWriter", module)
            .Method("encode", "self, input, errors='strict'", a =>
            {
                var begun = s_writers.GetValue(a[0].Ref!, static _ => new Begun());
                var data = Codecs.EncodePart(begun.Value ? plain : name, Lib.Text(a[1]), Lib.Text(a[2]), false, ref begun.State);
                begun.Value = true;
                return PyTuple.Of(PyBytes.Wrap(data), Operators.Len(a[1]));
            })
            .Method("reset", static self => Lib.Do(() => s_writers.Remove(self.Ref!)))
            .Make(Writer);
    }
}
