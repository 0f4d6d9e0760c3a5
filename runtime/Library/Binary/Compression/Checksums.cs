namespace Pytocs.Runtime.Library.Compression;

/// <summary>The checksum of zlib's own format.</summary>
internal static class Checksums
{
    private const uint Modulus = 65521;

    public static uint Adler32(ReadOnlySpan<byte> data, uint start)
    {
        var (low, high) = (start & 0xffff, start >> 16);
        while (data.Length > 0)
        {
            // So many bytes at once cannot overflow 32 bits.
            var part = data[..Math.Min(5552, data.Length)];
            foreach (var value in part)
            {
                low += value;
                high += low;
            }
            low %= Modulus;
            high %= Modulus;
            data = data[part.Length..];
        }
        return (high << 16) | low;
    }
}
