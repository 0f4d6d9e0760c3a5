using System.Security.Cryptography;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/hashlib.html">hashlib</see>.</summary>
internal static class HashlibModule
{
    private static readonly string[] s_names = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"];

    private static readonly PyType s_hash = DeclareHash();

    public static PyModule Build()
    {
        var module = new PyModule("hashlib");
        foreach (var name in s_names)
        {
            var algorithm = name;
            if (name.StartsWith("blake2", StringComparison.Ordinal))
                module.Function(name, "data=, /, *, digest_size=0, key=, salt=, person=, fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True", a => New(algorithm, a[0], (int)Lib.Int(a[1]), Buffers.Of(a[2])), PyBytes.Empty, PyBytes.Empty, PyBytes.Empty, PyBytes.Empty);
            else
                module.Function(name, "string=, *, usedforsecurity=True", a => New(algorithm, a[0], 0, []), PyBytes.Empty);
        }
        var names = new PySet<Any>(s_names.Select(static n => (Any)n));
        return module
            .Function("new", "name, data=, **kwargs", static a => New(Known(Lib.Text(a[0])), a[1], 0, []), PyBytes.Empty)
            .Function("pbkdf2_hmac", "hash_name, password, salt, iterations, dklen=None", static a => Pbkdf2(a))
            .Function("file_digest", "fileobj, digest, /, *, _bufsize=262144", static a =>
            {
                var hash = a[1].Ref is string name ? New(Known(name), PyBytes.Empty, 0, []) : (HashObject)a[1].Call().Ref!;
                hash.Update(Buffers.Of(a[0].Invoke("read")));
                return hash;
            })
            .Value("algorithms_guaranteed", names)
            .Value("algorithms_available", names.Copy());
    }

    private static string Known(string name)
    {
        var lower = name.ToLowerInvariant().Replace('-', '_');
        lower = lower switch { "sha_1" => "sha1", "sha_224" => "sha224", "sha_256" => "sha256", "sha_384" => "sha384", "sha_512" => "sha512", _ => lower };
        return Array.IndexOf(s_names, lower) >= 0 ? lower : throw new ValueError($"unsupported hash type {name}");
    }

    private static HashObject New(string name, Any data, int size, ReadOnlySpan<byte> key)
    {
        var hash = new HashObject(name, size, key.ToArray());
        if (PyValueInstance.Unwrap(data).Ref is string)
            throw new TypeError("Strings must be encoded before hashing");
        hash.Update(Buffers.TryOf(data, out var bytes) ? bytes : throw new TypeError("object supporting the buffer API required"));
        return hash;
    }

    private static Any Pbkdf2(Any[] a)
    {
        var name = Known(Lib.Text(a[0]));
        var length = a[4].IsNone ? new HashObject(name, 0, []).DigestSize : (int)Lib.Int(a[4]);
        var iterations = Lib.Int(a[3]);
        if (iterations < 1)
            throw new ValueError("iteration value must be greater than 0.");
        var algorithm = name switch
        {
            "md5" => HashAlgorithmName.MD5,
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            "sha384" => HashAlgorithmName.SHA384,
            "sha512" => HashAlgorithmName.SHA512,
            _ => throw new ValueError($"unsupported hash type {name}"),
        };
        return PyBytes.Wrap(Rfc2898DeriveBytes.Pbkdf2(Buffers.Of(a[1]), Buffers.Of(a[2]), (int)iterations, algorithm, length));
    }

    private static HashObject Self(Any o) => (HashObject)o.Ref!;

    private static PyType DeclareHash() => Lib.Class("HASH", "_hashlib")
        .Property("name", static o => Self(o).Name)
        .Property("digest_size", static o => Self(o).DigestSize)
        .Property("block_size", static o => Self(o).BlockSize)
        .Method("update", "self, obj, /", static (o, data) =>
        {
            if (PyValueInstance.Unwrap(data).Ref is string)
                throw new TypeError("Strings must be encoded before hashing");
            Self(o).Update(Buffers.TryOf(data, out var bytes) ? bytes : throw new TypeError("object supporting the buffer API required"));
            return Any.None;
        })
        .Method("digest", "self, length=0", static (o, length) => PyBytes.Wrap(Self(o).Digest((int)Lib.Int(length))))
        .Method("hexdigest", "self, length=0", static (o, length) => Convert.ToHexStringLower(Self(o).Digest((int)Lib.Int(length))))
        .Method("copy", static o => Self(o).Copy())
        .Method("__repr__", static o => $"<{Self(o).Name} _hashlib.HASH object @ {Operators.Address(Self(o))}>");

    /// <summary>A hash in the making.</summary>
    internal sealed class HashObject(string name, int size, byte[] key) : PyObject
    {
        private readonly MemoryStream _data = new();

        public override PyType Class => s_hash;

        public string Name => name;

        public int DigestSize => name switch
        {
            "md5" => 16,
            "sha1" => 20,
            "sha224" or "sha3_224" => 28,
            "sha256" or "sha3_256" => 32,
            "sha384" or "sha3_384" => 48,
            "sha512" or "sha3_512" => 64,
            "blake2b" => size == 0 ? 64 : size,
            "blake2s" => size == 0 ? 32 : size,
            _ => 0,
        };

        public int BlockSize => name switch
        {
            "sha384" or "sha512" or "blake2b" => 128,
            "sha3_224" => 144,
            "sha3_256" or "shake_256" => 136,
            "sha3_384" => 104,
            "sha3_512" => 72,
            "shake_128" => 168,
            _ => 64,
        };

        public void Update(ReadOnlySpan<byte> data) => _data.Write(data);

        public HashObject Copy()
        {
            var copy = new HashObject(name, size, key);
            copy.Update(_data.GetBuffer().AsSpan(0, (int)_data.Length));
            return copy;
        }

        public byte[] Digest(int length)
        {
            var data = _data.GetBuffer().AsSpan(0, (int)_data.Length);
            return name switch
            {
                "md5" => MD5.HashData(data),
                "sha1" => SHA1.HashData(data),
                "sha224" => Sha224.Hash(data),
                "sha256" => SHA256.HashData(data),
                "sha384" => SHA384.HashData(data),
                "sha512" => SHA512.HashData(data),
                "blake2b" => Blake2.HashB(data, DigestSize, key),
                "blake2s" => Blake2.HashS(data, DigestSize, key),
                "sha3_224" => Keccak.Hash(data, 144, 28, 0x06),
                "sha3_256" => Keccak.Hash(data, 136, 32, 0x06),
                "sha3_384" => Keccak.Hash(data, 104, 48, 0x06),
                "sha3_512" => Keccak.Hash(data, 72, 64, 0x06),
                "shake_128" => Keccak.Hash(data, 168, length, 0x1f),
                _ => Keccak.Hash(data, 136, length, 0x1f),
            };
        }
    }
}

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
        .Property("name", static o => "hmac-" + Operators.Str(Self(o).Inner.Get("name")))
        .Property("digest_size", static o => Self(o).Inner.Get("digest_size"))
        .Property("block_size", static o => Self(o).Inner.Get("block_size"))
        .Method("update", "self, msg", static (o, data) => Self(o).Inner.Invoke("update", data))
        .Method("digest", static o => Self(o).Finish().Invoke("digest"))
        .Method("hexdigest", static o => Self(o).Finish().Invoke("hexdigest"))
        .Method("copy", static o => new Mac(Self(o).Inner.Invoke("copy"), Self(o).Outer.Invoke("copy")));
}
