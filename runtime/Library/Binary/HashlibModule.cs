using System.Security.Cryptography;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/hashlib.html">hashlib</see>.</summary>
internal static class HashlibModule
{
    private static readonly string[] s_names = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"];

    public static PyModule Build()
    {
        var module = new PyModule("hashlib");
        foreach (var name in s_names)
        {
            var algorithm = name;
            if (name.StartsWith("blake2", StringComparison.Ordinal))
                module.Value(name, name == "blake2b" ? HashTypes.BlakeB : HashTypes.BlakeS);
            else
                module.Value(name, new PyFunction("openssl_" + name, "string=, *, usedforsecurity=True", (Any[] a) => New(algorithm, a[0]), PyBytes.Empty) { IsBuiltin = true, Module = "_hashlib" });
        }
        var names = new PySet<Any>(s_names.Select(static n => (Any)n));
        return module
            .Function("new", "name, data=, **kwargs", static a => Known(Lib.Text(a[0])) is var name && name.StartsWith("blake2", StringComparison.Ordinal)
                ? Lib.Call(name == "blake2b" ? HashTypes.BlakeB : HashTypes.BlakeS, PyTuple.Of(a[1]), Lib.Dict(a[2])) : New(name, a[1]), PyBytes.Empty)
            .Function("scrypt", "password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64", static a => Scrypt.Derive(a))
            .Function("pbkdf2_hmac", "hash_name, password, salt, iterations, dklen=None", static a => Pbkdf2(a))
            .Function("file_digest", "fileobj, digest, /, *, _bufsize=262144", static a =>
            {
                var hash = a[1].Ref is string name ? New(Known(name), PyBytes.Empty) : (HashObject)a[1].Call().Ref!;
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

    public static HashObject New(string name, Any data, BlakeOptions? options = null)
    {
        var hash = new HashObject(name, options ?? (name switch { "blake2b" => new BlakeOptions(64, [], [], []), "blake2s" => new BlakeOptions(32, [], [], []), _ => null }));
        if (PyValueInstance.Unwrap(data).Ref is string)
            throw new TypeError("Strings must be encoded before hashing");
        hash.Update(Buffers.TryOf(data, out var bytes) ? bytes : throw new TypeError("object supporting the buffer API required"));
        return hash;
    }

    private static Any Pbkdf2(Any[] a)
    {
        var name = Known(Lib.Text(a[0]));
        var length = a[4].IsNone ? New(name, PyBytes.Empty).DigestSize : (int)Lib.Int(a[4]);
        var iterations = Lib.Int(a[3]);
        if (length < 1)
            throw new ValueError("key length must be greater than 0.");
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
}
