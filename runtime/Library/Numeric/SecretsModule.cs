using System.Numerics;
using System.Security.Cryptography;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/secrets.html">secrets</see>: random numbers of the operating system.</summary>
internal static class SecretsModule
{
    private const int DefaultBytes = 32;

    public static PyModule Build() => new PyModule("secrets")
        .Value("DEFAULT_ENTROPY", DefaultBytes)
        .Value("SystemRandom", Modules.Import("random").Get("SystemRandom"))
        .Value("compare_digest", Modules.Import("hmac").Get("compare_digest"))
        .Function("choice", "seq", static (Any[] a) => Choice(a[0]))
        .Function("randbelow", "exclusive_upper_bound", static (Any[] a) => Below((BigInteger)Operators.Index(a[0])))
        .Function("randbits", "k", static (Any[] a) => Bits((int)Lib.Int(a[0])))
        .Function("token_bytes", "nbytes=None", static (Any[] a) => PyBytes.Wrap(Bytes(a[0])))
        .Function("token_hex", "nbytes=None", static (Any[] a) => Convert.ToHexStringLower(Bytes(a[0])))
        .Function("token_urlsafe", "nbytes=None", static (Any[] a) => Convert.ToBase64String(Bytes(a[0])).TrimEnd('=').Replace('+', '-').Replace('/', '_'));

    private static byte[] Bytes(Any count)
    {
        var size = count.IsNone ? DefaultBytes : Lib.Int(count);
        return size >= 0 ? RandomNumberGenerator.GetBytes((int)size) : throw new ValueError("negative argument not allowed");
    }

    private static BigInteger Bits(int count)
        => count >= 0
            ? new BigInteger(RandomNumberGenerator.GetBytes((count + 7) / 8), isUnsigned: true) & ((BigInteger.One << count) - 1)
            : throw new ValueError("number of bits must be non-negative");

    private static BigInteger Below(BigInteger limit)
    {
        if (limit.Sign <= 0)
            throw new ValueError("Upper bound must be positive.");
        while (true)
            if (Bits((int)limit.GetBitLength()) is var number && number < limit)
                return number;
    }

    private static Any Choice(Any items)
        => Operators.Len(items) is > 0 and var count ? items[(Any)Below(count)] : throw new IndexError("Cannot choose from an empty sequence");
}
