using System.Buffers.Binary;

namespace Pytocs.Runtime.Library;

/// <summary>The parameters of a BLAKE2 hash. See <see href="https://docs.python.org/3.13/library/hashlib.html#creating-hash-objects">BLAKE2</see>.</summary>
internal sealed record BlakeOptions(int Size, byte[] Key, byte[] Salt, byte[] Person, int Fanout = 1, int Depth = 1, uint LeafSize = 0, ulong NodeOffset = 0, int NodeDepth = 0, int InnerSize = 0, bool IsLastNode = false)
{
    /// <summary>The words that the hash begins with.</summary>
    public ulong[] Words(int bits)
    {
        var block = new byte[bits];
        (block[0], block[1], block[2], block[3]) = ((byte)Size, (byte)Key.Length, (byte)Fanout, (byte)Depth);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4), LeafSize);
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(8), NodeOffset);
        var at = bits == 64 ? 16 : 14;
        (block[at], block[at + 1]) = ((byte)NodeDepth, (byte)InnerSize);
        Salt.CopyTo(block, bits / 2);
        Person.CopyTo(block, bits * 3 / 4);
        var words = new ulong[8];
        for (var i = 0; i < 8; i++)
            words[i] = bits == 64 ? BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(i * 8)) : BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(i * 4));
        return words;
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

    public static byte[] HashB(ReadOnlySpan<byte> data, BlakeOptions options) => Run(data, options, 128, 12, 64, [32, 24, 16, 63]);

    public static byte[] HashS(ReadOnlySpan<byte> data, BlakeOptions options) => Run(data, options, 64, 10, 32, [16, 12, 8, 7]);

    private static byte[] Run(ReadOnlySpan<byte> data, BlakeOptions options, int blockSize, int rounds, int bits, int[] rotations)
    {
        var (size, key) = (options.Size, options.Key);
        var mask = bits == 64 ? ulong.MaxValue : uint.MaxValue;
        var start = bits == 64 ? s_start64 : [.. s_start64.Select(static v => v >> 32)];
        var h = (ulong[])start.Clone();
        var words = options.Words(bits);
        for (var i = 0; i < h.Length; i++)
            h[i] ^= words[i];
        byte[] input = [.. key.Length > 0 ? [.. key, .. new byte[blockSize - key.Length]] : Array.Empty<byte>(), .. data];
        var blocks = Math.Max(1, (input.Length + blockSize - 1) / blockSize);
        var block = new byte[blockSize];
        for (var i = 0; i < blocks; i++)
        {
            var count = Math.Min(blockSize, input.Length - (i * blockSize));
            Array.Clear(block);
            input.AsSpan(i * blockSize, count).CopyTo(block);
            Compress(h, start, block, (ulong)((i * blockSize) + count), i == blocks - 1, options.IsLastNode, rounds, bits, mask, rotations);
        }
        var output = new byte[size];
        for (var i = 0; i < size; i++)
            output[i] = (byte)(h[i / (bits / 8)] >> (8 * (i % (bits / 8))));
        return output;
    }

    private static void Compress(ulong[] h, ulong[] start, byte[] block, ulong counter, bool last, bool isLastNode, int rounds, int bits, ulong mask, int[] r)
    {
        var v = new ulong[16];
        h.CopyTo(v, 0);
        start.CopyTo(v, 8);
        v[12] ^= counter & mask;
        if (last)
            v[14] = ~v[14] & mask;
        if (last && isLastNode)
            v[15] = ~v[15] & mask;
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
