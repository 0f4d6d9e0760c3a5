using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The key derivation of <see href="https://datatracker.ietf.org/doc/html/rfc7914">RFC 7914</see>: <c>hashlib.scrypt</c>.</summary>
internal static class Scrypt
{
    private const long DefaultMemory = 32L * 1024 * 1024;

    /// <exception cref="ValueError">The parameters do not fit together.</exception>
    public static Any Derive(Any[] a)
    {
        var password = Buffers.Of(a[0]).ToArray();
        if (a[1].IsNone)
            throw new TypeError("salt is required");
        var salt = Buffers.Of(a[1]).ToArray();
        long Required(Any value, string name) => value.IsNone || !Operators.IsIntLike(value) ? throw new TypeError($"{name} is required and must be an unsigned int") : Lib.Int(value);
        var n = Required(a[2], "n");
        if (n < 2 || (n & (n - 1)) != 0)
            throw new ValueError("n must be a power of 2.");
        var (r, p, memory, length) = (Required(a[3], "r"), Required(a[4], "p"), Lib.Int(a[5]), Lib.Int(a[6]));
        if (memory is < 0 or > int.MaxValue)
            throw new ValueError($"maxmem must be positive and smaller than {int.MaxValue}");
        if (length is < 1 or > int.MaxValue)
            throw new ValueError($"dklen must be greater than 0 and smaller than {int.MaxValue}");
        if (r < 1 || p < 1 || p > (1L << 30) / r)
            throw new ValueError("Invalid parameter combination for n, r, p, maxmem.");
        if ((128 * r * p) + (32 * r * (n + 2) * 4) > (memory == 0 ? DefaultMemory : memory))
            throw new ValueError("[digital envelope routines] memory limit exceeded");
        return PyBytes.Wrap(Derive(password, salt, (int)n, (int)r, (int)p, (int)length));
    }

    private static byte[] Derive(byte[] password, byte[] salt, int n, int r, int p, int length)
    {
        var blocks = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA256, p * 128 * r);
        for (var i = 0; i < p; i++)
            Mix(blocks.AsSpan(i * 128 * r, 128 * r), n, r);
        return Rfc2898DeriveBytes.Pbkdf2(password, blocks, 1, HashAlgorithmName.SHA256, length);
    }

    /// <summary>A block is mixed with earlier ones, which its own content chooses.</summary>
    private static void Mix(Span<byte> block, int n, int r)
    {
        var size = 32 * r;
        var x = new uint[size];
        for (var i = 0; i < size; i++)
            x[i] = BinaryPrimitives.ReadUInt32LittleEndian(block[(i * 4)..]);
        var table = new uint[n][];
        for (var i = 0; i < n; i++)
        {
            table[i] = (uint[])x.Clone();
            Blocks(x, r);
        }
        for (var i = 0; i < n; i++)
        {
            var chosen = table[x[size - 16] & (uint)(n - 1)];
            for (var k = 0; k < size; k++)
                x[k] ^= chosen[k];
            Blocks(x, r);
        }
        for (var i = 0; i < size; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(block[(i * 4)..], x[i]);
    }

    private static void Blocks(uint[] x, int r)
    {
        var result = new uint[x.Length];
        var last = x[^16..];
        for (var i = 0; i < 2 * r; i++)
        {
            for (var k = 0; k < 16; k++)
                last[k] ^= x[(i * 16) + k];
            Salsa(last);
            last.CopyTo(result, ((i / 2) + (i % 2 == 0 ? 0 : r)) * 16);
        }
        result.CopyTo(x, 0);
    }

    private static void Salsa(uint[] block)
    {
        var x = (uint[])block.Clone();
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 4; i++)
                Quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
            for (var i = 0; i < 4; i++)
                Quarter(x, 5 * i, (4 * i) + ((i + 1) % 4), (4 * i) + ((i + 2) % 4), (4 * i) + ((i + 3) % 4));
        }
        for (var i = 0; i < 16; i++)
            block[i] += x[i];
    }

    private static void Quarter(uint[] x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
