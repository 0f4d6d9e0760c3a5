using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>
/// Encoders and decoders that are given a text bit by bit.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#incremental-encoding-and-decoding">incremental encoding and decoding</see>.
/// </summary>
internal static class IncrementalCodec
{
    /// <summary><c>codecs.IncrementalEncoder</c>: a base for programs' own.</summary>
    public static readonly PyType Encoder = new ClassMaker("IncrementalEncoder", "codecs")
        .Method("__init__", "errors='strict'", static (self, errors) => Lib.Do(() =>
        {
            self.Set("errors", errors);
            self.Set("buffer", "");
        }), "strict")
        .Method("encode", "self, input, final=False", static (Any[] _) => throw new NotImplementedError())
        .Method("reset", static _ => Any.None)
        .Method("getstate", static _ => 0)
        .Method("setstate", "state", static (_, _) => Any.None)
        .Make();

    /// <summary><c>codecs.IncrementalDecoder</c>: a base for programs' own.</summary>
    public static readonly PyType Decoder = new ClassMaker("IncrementalDecoder", "codecs")
        .Method("__init__", "errors='strict'", static (self, errors) => Lib.Do(() => self.Set("errors", errors)), "strict")
        .Method("decode", "self, input, final=False", static (Any[] _) => throw new NotImplementedError())
        .Method("reset", static _ => Any.None)
        .Method("getstate", static _ => PyTuple.Of(new PyBytes([]), 0))
        .Method("setstate", "state", static (_, _) => Any.None)
        .Make();

    /// <summary>Encoders that keep what they cannot encode yet; a derived class has <c>_buffer_encode</c>.</summary>
    public static readonly PyType BufferedEncoder = new ClassMaker("BufferedIncrementalEncoder", "codecs")
        .Method("__init__", "errors='strict'", static (self, errors) => Lib.Do(() =>
        {
            ((Any)Encoder).Get("__init__").Call(self, errors);
            self.Set("buffer", "");
        }), "strict")
        .Method("_buffer_encode", "self, input, errors, final", static (Any[] _) => throw new NotImplementedError())
        .Method("encode", "self, input, final=False", static a => Buffered(a[0], "_buffer_encode", a[1], a[2]))
        .Method("reset", static self => Lib.Do(() => self.Set("buffer", "")))
        .Method("getstate", static self => self.Get("buffer").Truth ? self.Get("buffer") : 0)
        .Method("setstate", "state", static (self, state) => Lib.Do(() => self.Set("buffer", state.Truth ? state : "")))
        .Make(Encoder);

    /// <summary>Decoders that keep what they cannot decode yet; a derived class has <c>_buffer_decode</c>.</summary>
    public static readonly PyType BufferedDecoder = new ClassMaker("BufferedIncrementalDecoder", "codecs")
        .Method("__init__", "errors='strict'", static (self, errors) => Lib.Do(() =>
        {
            ((Any)Decoder).Get("__init__").Call(self, errors);
            self.Set("buffer", new PyBytes([]));
        }), "strict")
        .Method("_buffer_decode", "self, input, errors, final", static (Any[] _) => throw new NotImplementedError())
        .Method("decode", "self, input, final=False", static a => Buffered(a[0], "_buffer_decode", a[1], a[2]))
        .Method("reset", static self => Lib.Do(() => self.Set("buffer", new PyBytes([]))))
        .Method("getstate", static self => PyTuple.Of(self.Get("buffer"), 0))
        .Method("setstate", "state", static (self, state) => Lib.Do(() => self.Set("buffer", state[0])))
        .Make(Decoder);

    private static Any Buffered(Any self, string method, Any input, Any final)
    {
        var data = self.Get("buffer") + input;
        var result = self.Invoke(method, data, self.Get("errors"), final);
        self.Set("buffer", data[new PySlice(result[1], Any.None, Any.None)]);
        return result[0];
    }

    /// <summary>What the runtime's own codecs remember between two calls, for each object of Python.</summary>
    private static readonly ConditionalWeakTable<object, EncoderState> s_encoders = [];

    private static readonly ConditionalWeakTable<object, NativeDecoder> s_decoders = [];

    private sealed class EncoderState
    {
        public long Value;
        public bool HasBegun;
    }

    private static EncoderState Encoding(Any self) => s_encoders.GetValue(self.Ref!, static _ => new EncoderState());

    private static NativeDecoder Decoding(Any self, string encoding)
    {
        if (!s_decoders.TryGetValue(self.Ref!, out var decoder))
            s_decoders.Add(self.Ref!, decoder = new NativeDecoder(Codecs.Canonical(encoding), Lib.Text(self.Get("errors"))));
        return decoder;
    }

    /// <summary>The encoder class of an encoding of text.</summary>
    public static PyType EncoderOf(string encoding, string module)
    {
        var name = Codecs.Canonical(encoding);
        if (name == "idna")
            return new ClassMaker("IncrementalEncoder", module)
                .Method("_buffer_encode", "self, input, errors, final", static a =>
                {
                    var text = Lib.Text(a[1]);
                    var whole = IdnaCodec.Whole(text, a[3].Truth);
                    return PyTuple.Of(PyBytes.Wrap(Codecs.EncodeWhole(text[..whole], "idna", Lib.Text(a[2]))), whole);
                })
                .Make(BufferedEncoder);
        // The mark stands before the first text only.
        var first = name switch { "utf-8-sig" => 1, "utf-16" or "utf-32" => 2, _ => 0 };
        var plain = name switch { "utf-8-sig" => "utf-8", "utf-16" or "utf-32" => name + "-le", _ => name };
        return new ClassMaker("IncrementalEncoder", module)
            .Method("encode", "self, input, final=False", a =>
            {
                var state = Encoding(a[0]);
                var data = Codecs.EncodePart(state.HasBegun ? plain : name, Lib.Text(a[1]), Lib.Text(a[0].Get("errors")), a[2].Truth, ref state.Value);
                state.HasBegun = first > 0;
                return PyBytes.Wrap(data);
            })
            .Method("reset", static self => Lib.Do(() => (Encoding(self).HasBegun, Encoding(self).Value) = (false, 0)))
            .Method("getstate", self => first == 0 ? Encoding(self).Value : Encoding(self).HasBegun ? 0 : first)
            .Method("setstate", "state", (self, state) => Lib.Do(() => (Encoding(self).HasBegun, Encoding(self).Value) = first > 0 ? (!state.Truth, 0) : (false, (long)Operators.Index(state))))
            .Make(Encoder);
    }

    /// <summary>The decoder class of an encoding of text.</summary>
    public static PyType DecoderOf(string encoding, string module)
        => new ClassMaker("IncrementalDecoder", module)
            .Method("decode", "self, input, final=False", a => Decoding(a[0], encoding).Decode(Buffers.Of(a[1]), a[2].Truth))
            .Method("reset", self => Lib.Do(() => Decoding(self, encoding).Reset()))
            .Method("getstate", self => Decoding(self, encoding).State is var (pending, flags) ? PyTuple.Of(new PyBytes(pending), flags) : Any.None)
            .Method("setstate", "state", (self, state) => Lib.Do(() => Decoding(self, encoding).State = (Buffers.Of(state[0]).ToArray(), Operators.Index(state[1]))))
            .Make(BufferedDecoder);
}
