using System.Security.Cryptography;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/hmac.html">hmac</see>.</summary>
internal static class HmacModule
{
    private static readonly PyType s_hmac = Declare();

    public static PyModule Build() => new PyModule("hmac")
        .Type(s_hmac)
        .Function("new", "key, msg=None, digestmod=''", static a => Create(a[0], a[1], a[2]))
        .Function("digest", "key, msg, digest", static a => Create(a[0], a[1], a[2]).Invoke("digest"))
        .Function("compare_digest", "a, b, /", static (a, b) =>
        {
            if (PyValueInstance.Unwrap(a).Ref is string x && PyValueInstance.Unwrap(b).Ref is string y)
                return x.All(char.IsAscii) && y.All(char.IsAscii) ? x == y : throw new TypeError("comparing strings with non-ASCII characters is not supported");
            if (!Buffers.IsBuffer(a) || !Buffers.IsBuffer(b))
                throw new TypeError($"unsupported operand types(s) or combination of types: '{PyType.Of(a).ErrorName}' and '{PyType.Of(b).ErrorName}'");
            return CryptographicOperations.FixedTimeEquals(Buffers.Of(a), Buffers.Of(b));
        });

    private static Any Create(Any key, Any message, Any digest)
    {
        if (!digest.Truth)
            throw new TypeError("Missing required argument 'digestmod'.");
        Any Hash(ReadOnlySpan<byte> data)
        {
            Any bytes = new PyBytes(data);
            return digest.Ref is string name ? Modules.Import("hashlib").Get("new").Call(name, bytes) : digest.Ref is PyModule m ? ((Any)m).Invoke("new", bytes) : digest.Call(bytes);
        }

        var block = (int)Lib.Int(Hash([]).Get("block_size"));
        var secret = Buffers.Of(key).ToArray();
        if (secret.Length > block)
            secret = Buffers.Of(Hash(secret).Invoke("digest")).ToArray();
        Array.Resize(ref secret, block);
        var inner = Hash([.. secret.Select(static b => (byte)(b ^ 0x36))]);
        var outer = Hash([.. secret.Select(static b => (byte)(b ^ 0x5c))]);
        if (!message.IsNone)
            inner.Invoke("update", message);
        return new Mac(inner, outer);
    }

    private sealed class Mac(Any inner, Any outer) : PyObject
    {
        public override PyType Class => s_hmac;

        public Any Inner => inner;

        public Any Outer => outer;

        public Any Finish()
        {
            var last = outer.Invoke("copy");
            last.Invoke("update", inner.Invoke("digest"));
            return last;
        }
    }

    private static Mac Self(Any o) => (Mac)o.Ref!;

    private static PyType Declare() => Lib.Class("HMAC", "hmac").New("cls, key, msg=None, digestmod=''", static a => Create(a[1], a[2], a[3]))
        .Attribute("blocksize", 64)
        .Property("name", static o => "hmac-" + Operators.Str(Self(o).Inner.Get("name")))
        .Property("digest_size", static o => Self(o).Inner.Get("digest_size"))
        .Property("block_size", static o => Self(o).Inner.Get("block_size"))
        .Method("update", "self, msg", static (o, data) => Self(o).Inner.Invoke("update", data))
        .Method("digest", static o => Self(o).Finish().Invoke("digest"))
        .Method("hexdigest", static o => Self(o).Finish().Invoke("hexdigest"))
        .Method("copy", static o => new Mac(Self(o).Inner.Invoke("copy"), Self(o).Outer.Invoke("copy")));
}
