using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The classes of hashes.</summary>
internal static class HashTypes
{
    public static readonly PyType Hash = Digests(Common(Lib.Class("HASH", "_hashlib")));
    public static readonly PyType Extensible = Common(Lib.Class("HASHXOF", "_hashlib", Hash))
        .Method("digest", "self, length", static (o, length) => PyBytes.Wrap(Self(o).Digest(Length(length))))
        .Method("hexdigest", "self, length", static (o, length) => Convert.ToHexStringLower(Self(o).Digest(Length(length))));

    public static readonly PyType BlakeB = Blake("blake2b", 64, 16, 16);
    public static readonly PyType BlakeS = Blake("blake2s", 32, 8, 8);

    private static HashObject Self(Any o) => (HashObject)o.Ref!;

    private static int Length(Any value) => Lib.Int(value) switch
    {
        < 0 => throw new ValueError("value must be positive"),
        >= 1L << 29 => throw new ValueError("length is too large"),
        var length => (int)length,
    };

    private static PyType Common(PyType type) => type
        .Property("name", static o => Self(o).Name).Property("digest_size", static o => Self(o).DigestSize).Property("block_size", static o => Self(o).BlockSize)
        .Method("update", "self, obj, /", static (o, data) => Lib.Do(() =>
        {
            if (PyValueInstance.Unwrap(data).Ref is string)
                throw new TypeError("Strings must be encoded before hashing");
            Self(o).Update(Buffers.TryOf(data, out var bytes) ? bytes : throw new TypeError("object supporting the buffer API required"));
        }))
        .Method("copy", static o => Self(o).Copy())
        .Method("__repr__", static o => $"<{Self(o).Name} {PyType.Of(o).FullName} object @ {Operators.Address(o.Ref!)}>");

    private static PyType Digests(PyType type) => type
        .Method("digest", static o => PyBytes.Wrap(Self(o).Digest(0)))
        .Method("hexdigest", static o => Convert.ToHexStringLower(Self(o).Digest(0)));

    private static PyType Blake(string name, int most, int salt, int person)
    {
        var type = Digests(Common(Lib.Class(name, "_blake2")));
        foreach (var (constant, value) in ((string, int)[])[("MAX_DIGEST_SIZE", most), ("MAX_KEY_SIZE", most), ("SALT_SIZE", salt), ("PERSON_SIZE", person)])
            type.Attribute(constant, value);
        type.Method("__repr__", o => $"<_blake2.{name} object at {Operators.Address(o.Ref!)}>");
        return type.New("cls, data=, /, *, digest_size=, key=, salt=, person=, fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True",
            a => HashlibModule.New(name, a[1], Options(a, most, salt, person)), PyBytes.Empty, most, PyBytes.Empty, PyBytes.Empty, PyBytes.Empty);
    }

    private static BlakeOptions Options(Any[] a, int most, int salt, int person)
    {
        byte[] Bytes(Any value, int limit, string what) => Buffers.Of(value).ToArray() is var data && data.Length <= limit ? data : throw new ValueError($"maximum {what} length is {limit} bytes");
        int Within(Any value, int least, int limit, string message) => Lib.Int(value) is var number && number >= least && number <= limit ? (int)number : throw new ValueError(message);
        var size = Within(a[2], 1, most, $"digest_size must be between 1 and {most} bytes");
        return new BlakeOptions(size, Bytes(a[3], most, "key"), Bytes(a[4], salt, "salt"), Bytes(a[5], person, "person"),
            Within(a[6], 0, 255, "fanout must be between 0 and 255"), Within(a[7], 1, 255, "depth must be between 1 and 255"), (uint)Number(a[8], uint.MaxValue, "leaf_size"),
            Number(a[9], most == 64 ? ulong.MaxValue : (1UL << 48) - 1, "node_offset"), Within(a[10], 0, 255, "node_depth must be between 0 and 255"),
            Within(a[11], 0, most, $"inner_size must be between 0 and is {most}"), a[12].Truth);
    }

    private static ulong Number(Any value, ulong most, string name)
    {
        BigInteger number = Operators.Index(value);
        return number < 0 ? throw new ValueError("value must be positive") : number > ulong.MaxValue ? throw new OverflowError("int too big to convert") : number > most ? throw new OverflowError($"{name} is too large") : (ulong)number;
    }
}
