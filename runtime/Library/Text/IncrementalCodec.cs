using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Encoders and decoders that are given a text bit by bit.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#incremental-encoding-and-decoding">incremental encoding and decoding</see>.
/// </summary>
internal static class IncrementalCodec
{
    /// <summary><c>codecs.IncrementalEncoder</c>: a base for programs' own.</summary>
    public static readonly PyType Encoder = Base("IncrementalEncoder", "encode");

    /// <summary><c>codecs.IncrementalDecoder</c>: a base for programs' own.</summary>
    public static readonly PyType Decoder = Base("IncrementalDecoder", "decode");

    private static PyType Base(string name, string method)
    {
        var type = PyType.Builtin(name, module: "codecs");
        type.HasInstanceDict = true;
        type.New(static (cls, _) => new PyInstance(cls));
        return type
            .Method("__init__", "self, errors='strict'", static (o, errors) => Lib.Do(() => Operators.SetAttr(o, "errors", errors)))
            .Method(method, "self, input, final=False", static (Any _, Any _, Any _) => throw new NotImplementedError())
            .Method("reset", static _ => Any.None)
            .Method("getstate", static _ => 0)
            .Method("setstate", "self, state", static (_, _) => Any.None);
    }

    public static PyType EncoderOf(string encoding)
    {
        var type = PyType.Builtin("IncrementalEncoder", Encoder, "encodings." + Codecs.Canonical(encoding).Replace('-', '_'));
        type.HasInstanceDict = true;
        // The mark stands before the first text only.
        var marks = Codecs.Canonical(encoding) is "utf-8-sig" or "utf-16" or "utf-32";
        var plain = !marks ? encoding : Codecs.Canonical(encoding) == "utf-8-sig" ? "utf-8" : Codecs.Canonical(encoding) + "-le";
        var first = Codecs.Canonical(encoding) == "utf-8-sig" ? 1 : 2;
        bool IsFirst(Any o) => marks && Operators.GetAttr(o, "first", true).Truth;
        return type
            .Method("encode", "self, input, final=False", (o, text, _) =>
            {
                var data = Codecs.Encode(Lib.Text(text), IsFirst(o) ? encoding : plain, Lib.Text(Operators.GetAttr(o, "errors")));
                if (marks)
                    Operators.SetAttr(o, "first", false);
                return PyBytes.Wrap(data);
            })
            .Method("reset", o => Lib.Do(() => Operators.SetAttr(o, "first", true)))
            .Method("getstate", o => IsFirst(o) ? first : 0)
            .Method("setstate", "self, state", (o, state) => Lib.Do(() => Operators.SetAttr(o, "first", state.Truth)));
    }

    public static PyType DecoderOf(string encoding)
    {
        var type = PyType.Builtin("IncrementalDecoder", Decoder, "encodings." + Codecs.Canonical(encoding).Replace('-', '_'));
        type.HasInstanceDict = true;
        return type
            .Method("decode", "self, input, final=False", (o, data, final) => Decode(o, Buffers.Of(data), final.Truth, encoding))
            .Method("reset", static o => Lib.Do(() => Operators.SetAttr(o, "buffer", new PyBytes([]))))
            .Method("getstate", static o => PyTuple.Of(Operators.GetAttr(o, "buffer", new PyBytes([])), 0))
            .Method("setstate", "self, state", static (o, state) => Lib.Do(() => Operators.SetAttr(o, "buffer", Operators.GetItem(state, 0))));
    }

    private static string Decode(Any self, ReadOnlySpan<byte> added, bool final, string encoding)
    {
        byte[] data = [.. Buffers.Of(Operators.GetAttr(self, "buffer", new PyBytes([]))), .. added];
        var errors = Lib.Text(Operators.GetAttr(self, "errors"));
        var name = Codecs.Canonical(encoding);
        var used = data.Length;
        string text;
        if (name == "utf-8")
        {
            text = Utf8.DecodePartial(data, errors, final, out used);
        }
        else
        {
            if (!final)
                used = Whole(data, name);
            text = Codecs.Decode(data.AsSpan(0, used), encoding, errors);
        }
        Operators.SetAttr(self, "buffer", new PyBytes(data.AsSpan(used)));
        return text;
    }

    /// <summary>How many bytes make whole characters.</summary>
    internal static int Whole(ReadOnlySpan<byte> data, string name)
    {
        if (name.StartsWith("utf-32", StringComparison.Ordinal))
            return data.Length / 4 * 4;
        if (!name.StartsWith("utf-16", StringComparison.Ordinal))
            return data.Length;
        var even = data.Length / 2 * 2;
        var isSplit = even >= 2 && (data[even - (name.EndsWith("be", StringComparison.Ordinal) ? 2 : 1)] & 0xfc) == 0xd8;
        return isSplit ? even - 2 : even;
    }
}
