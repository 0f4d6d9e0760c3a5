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

/// <summary>BLAKE2.</summary>
internal static class Blake2
{
    private static readonly ulong[] s_start64 = [0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179];

    private static readonly string[] s_sigma =
    [
        "0123456789ABCDEF", "EA489FD61C02B753", "B8C052FDAE367194", "7931DCBE265A40F8", "905724AFE1BC683D", "2C6A0B834D75FE19",
        "C51FED4A0763928B", "DB7EC13950F4862A", "6FE9B308C2D714A5", "A2847615FB9E3CD0",
    ];

    public static byte[] HashB(ReadOnlySpan<byte> data, int size, byte[] key) => Run(data, size, key, 128, 12, 64, [32, 24, 16, 63]);

    public static byte[] HashS(ReadOnlySpan<byte> data, int size, byte[] key) => Run(data, size, key, 64, 10, 32, [16, 12, 8, 7]);

    private static byte[] Run(ReadOnlySpan<byte> data, int size, byte[] key, int blockSize, int rounds, int bits, int[] rotations)
    {
        var mask = bits == 64 ? ulong.MaxValue : uint.MaxValue;
        var start = bits == 64 ? s_start64 : [.. s_start64.Select(static v => v >> 32)];
        var h = (ulong[])start.Clone();
        h[0] ^= 0x01010000UL ^ ((ulong)key.Length << 8) ^ (ulong)size;
        byte[] input = [.. key.Length > 0 ? [.. key, .. new byte[blockSize - key.Length]] : Array.Empty<byte>(), .. data];
        var blocks = Math.Max(1, (input.Length + blockSize - 1) / blockSize);
        var block = new byte[blockSize];
        for (var i = 0; i < blocks; i++)
        {
            var count = Math.Min(blockSize, input.Length - (i * blockSize));
            Array.Clear(block);
            input.AsSpan(i * blockSize, count).CopyTo(block);
            Compress(h, start, block, (ulong)((i * blockSize) + count), i == blocks - 1, rounds, bits, mask, rotations);
        }
        var output = new byte[size];
        for (var i = 0; i < size; i++)
            output[i] = (byte)(h[i / (bits / 8)] >> (8 * (i % (bits / 8))));
        return output;
    }

    private static void Compress(ulong[] h, ulong[] start, byte[] block, ulong counter, bool last, int rounds, int bits, ulong mask, int[] r)
    {
        var v = new ulong[16];
        h.CopyTo(v, 0);
        start.CopyTo(v, 8);
        v[12] ^= counter & mask;
        if (last)
            v[14] = ~v[14] & mask;
        var m = new ulong[16];
        for (var i = 0; i < 16; i++)
            m[i] = bits == 64 ? BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(i * 8)) : BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(i * 4));
        for (var round = 0; round < rounds; round++)
        {
            var s = s_sigma[round % 10];
            for (var i = 0; i < 8; i++)
            {
                var (a, b, c, d) = i < 4 ? (i, i + 4, i + 8, i + 12) : (i - 4, ((i - 3) % 4) + 4, ((i - 2) % 4) + 8, ((i - 1) % 4) + 12);
                Mix(v, a, b, c, d, m[Digit(s[2 * i])], m[Digit(s[(2 * i) + 1])], bits, mask, r);
            }
        }
        for (var i = 0; i < 8; i++)
            h[i] ^= v[i] ^ v[i + 8];
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'A' + 10;

    private static void Mix(ulong[] v, int a, int b, int c, int d, ulong x, ulong y, int bits, ulong mask, int[] r)
    {
        v[a] = (v[a] + v[b] + x) & mask;
        v[d] = Rotate(v[d] ^ v[a], r[0], bits, mask);
        v[c] = (v[c] + v[d]) & mask;
        v[b] = Rotate(v[b] ^ v[c], r[1], bits, mask);
        v[a] = (v[a] + v[b] + y) & mask;
        v[d] = Rotate(v[d] ^ v[a], r[2], bits, mask);
        v[c] = (v[c] + v[d]) & mask;
        v[b] = Rotate(v[b] ^ v[c], r[3], bits, mask);
    }

    private static ulong Rotate(ulong value, int count, int bits, ulong mask) => ((value >> count) | (value << (bits - count))) & mask;
}
