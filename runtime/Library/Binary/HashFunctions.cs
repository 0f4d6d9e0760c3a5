using System.Buffers.Binary;
using System.Numerics;

namespace Pytocs.Runtime.Library;

/// <summary>SHA-224: SHA-256 with other start values, cut short.</summary>
internal static class Sha224
{
    private static readonly uint[] s_constants = Constants();

    /// <summary>The fractional parts of the cube roots of the first primes.</summary>
    private static uint[] Constants()
    {
        var result = new List<uint>();
        for (var n = 2; result.Count < 64; n++)
        {
            var isPrime = true;
            for (var d = 2; d * d <= n; d++)
                isPrime &= n % d != 0;
            if (isPrime)
                result.Add((uint)(CubeRoot((BigInteger)n << 96) & uint.MaxValue));
        }
        return [.. result];
    }

    private static BigInteger CubeRoot(BigInteger n)
    {
        BigInteger low = 0, high = BigInteger.One << 40;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (middle * middle * middle <= n)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        uint[] state = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];
        var padded = new byte[((data.Length + 8) / 64 * 64) + 64];
        data.CopyTo(padded);
        padded[data.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)data.Length * 8);
        for (var i = 0; i < padded.Length; i += 64)
            Block(state, padded.AsSpan(i, 64));
        var result = new byte[28];
        for (var i = 0; i < 7; i++)
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(i * 4), state[i]);
        return result;
    }

    private static void Block(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < 64; i++)
        {
            var s0 = BitOperations.RotateRight(w[i - 15], 7) ^ BitOperations.RotateRight(w[i - 15], 18) ^ (w[i - 15] >> 3);
            var s1 = BitOperations.RotateRight(w[i - 2], 17) ^ BitOperations.RotateRight(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < 64; i++)
        {
            var t1 = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + ((e & f) ^ (~e & g)) + s_constants[i] + w[i];
            var t2 = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}

/// <summary>SHA-3 and SHAKE.</summary>
internal static class Keccak
{
    private static readonly ulong[] s_rounds =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    private static readonly int[] s_rotations = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    private static readonly int[] s_lanes = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    public static byte[] Hash(ReadOnlySpan<byte> data, int rate, int length, byte suffix)
    {
        var padded = new byte[(data.Length / rate * rate) + rate];
        data.CopyTo(padded);
        padded[data.Length] ^= suffix;
        padded[^1] ^= 0x80;
        Span<ulong> state = stackalloc ulong[25];
        state.Clear();
        for (var block = 0; block < padded.Length; block += rate)
        {
            for (var i = 0; i < rate / 8; i++)
                state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(padded.AsSpan(block + (i * 8)));
            Permute(state);
        }
        var output = new byte[length];
        Span<byte> word = stackalloc byte[8];
        for (var at = 0; at < length;)
        {
            for (var i = 0; i < rate / 8 && at < length; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, state[i]);
                var count = Math.Min(8, length - at);
                word[..count].CopyTo(output.AsSpan(at));
                at += count;
            }
            Permute(state);
        }
        return output;
    }

    private static void Permute(Span<ulong> a)
    {
        Span<ulong> c = stackalloc ulong[5];
        foreach (var constant in s_rounds)
        {
            for (var x = 0; x < 5; x++)
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            for (var x = 0; x < 5; x++)
            {
                var d = c[(x + 4) % 5] ^ BitOperations.RotateLeft(c[(x + 1) % 5], 1);
                for (var y = 0; y < 25; y += 5)
                    a[y + x] ^= d;
            }
            var moved = a[1];
            for (var i = 0; i < 24; i++)
            {
                var target = s_lanes[i];
                (a[target], moved) = (BitOperations.RotateLeft(moved, s_rotations[i]), a[target]);
            }
            for (var y = 0; y < 25; y += 5)
            {
                a.Slice(y, 5).CopyTo(c);
                for (var x = 0; x < 5; x++)
                    a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
            }
            a[0] ^= constant;
        }
    }
}
