namespace Pytocs.Runtime.Library.Bzip2;

/// <summary>Bits on their way out, the highest first.</summary>
internal sealed class Bzip2Bits
{
    private readonly MemoryStream _data = new();
    private ulong _bits;
    private int _count;

    public void Write(int count, uint value)
    {
        _bits = (_bits << count) | value;
        for (_count += count; _count >= 8; _count -= 8)
            _data.WriteByte((byte)(_bits >> (_count - 8)));
    }

    /// <summary>Whole bytes so far; with the last bits filled up at the end.</summary>
    public byte[] Take(bool end = false)
    {
        if (end && _count > 0)
            Write(8 - _count, 0);
        var data = _data.ToArray();
        _data.SetLength(0);
        return data;
    }

    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(static i =>
    {
        var crc = (uint)i << 24;
        for (var k = 0; k < 8; k++)
            crc = (crc << 1) ^ ((crc & 0x80000000) != 0 ? 0x04c11db7u : 0);
        return crc;
    })];

    public static uint Check(uint crc, byte b) => (crc << 8) ^ s_table[(crc >> 24) ^ b];
}
