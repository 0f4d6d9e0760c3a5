using System.IO.Compression;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Which sequences of bytes mean which characters in an encoding of East Asia. A sequence is the number that its bytes make, the first being the
/// highest; those of four bytes have numbers without gaps from <see cref="FourBytes"/> on. Made by <c>Library/Text/Tables/encodings.py</c>.
/// </summary>
internal sealed class MultibyteTable
{
    /// <summary>The number of the first sequence of four bytes.</summary>
    public const int FourBytes = 0x40000000;

    private const int Absent = 0xFFFE;

    private static readonly Lazy<Dictionary<string, (string Base, byte[] Data)>> s_packed = new(Unpack);
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, MultibyteTable> s_known = new(StringComparer.Ordinal);

    /// <summary>What sequences mean; two characters are joined as the first, and the second in the upper 32 bits.</summary>
    public Dictionary<int, long> Decoded { get; }

    public Dictionary<long, int> Encoded { get; }

    /// <summary>Characters that have another code with a second one behind them.</summary>
    public HashSet<int> Openers { get; }

    /// <summary>Bytes that never begin a character.</summary>
    public byte[] Illegal { get; }

    public static bool Exists(string module) => s_packed.Value.ContainsKey(module);

    public static MultibyteTable Of(string module) => s_known.GetOrAdd(module, static m => new MultibyteTable(s_packed.Value[m]));

    private static Dictionary<string, (string Base, byte[] Data)> Unpack()
    {
        using var stream = typeof(MultibyteTable).Assembly.GetManifestResourceStream("multibyte.z")!;
        var all = new byte[stream.Length];
        stream.ReadExactly(all);
        var result = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal);
        for (var i = 0; i < all.Length;)
        {
            var end = Array.IndexOf(all, (byte)'\n', i);
            var parts = Encoding.ASCII.GetString(all, i, end - i).Split(' ');
            var length = int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture);
            result[parts[0]] = (parts[1], all[(end + 1)..(end + 1 + length)]);
            i = end + 1 + length;
        }
        return result;
    }

    private MultibyteTable((string Base, byte[] Data) packed)
    {
        using var stream = new BufferedStream(new ZLibStream(new MemoryStream(packed.Data), CompressionMode.Decompress));
        Decoded = packed.Base == "-" ? [] : new(Of(packed.Base).Decoded);
        Illegal = new byte[stream.ReadByte()];
        stream.ReadExactly(Illegal);
        var (key, code) = (0, 0);
        for (var count = Number(stream); count > 0; count--)
        {
            key += Number(stream);
            code += Signed(stream);
            long text = code;
            if (code >= 0x110000)
            {
                code -= 0x110000;
                text = (uint)code | ((long)Number(stream) << 32);
            }
            // What is no character marks one that the base has and this encoding has not.
            if (text != Absent || !Decoded.Remove(key))
                Decoded[key] = text;
            key++;
            code++;
        }
        Encoded = new(Decoded.Count);
        foreach (var (sequence, text) in Decoded)
            if (!Encoded.TryGetValue(text, out var other) || sequence < other)
                Encoded[text] = sequence;
        for (var count = Number(stream); count > 0; count--)
        {
            var pair = Number(stream) == 2;
            var text = (uint)Number(stream) | (pair ? (long)Number(stream) << 32 : 0);
            if (Number(stream) is > 0 and var sequence)
                Encoded[text] = sequence - 1;
            else
                Encoded.Remove(text);
        }
        Openers = [.. Encoded.Keys.Where(static t => t >> 32 != 0).Select(static t => (int)t)];
    }

    private static int Number(Stream stream)
    {
        for (int value = 0, shift = 0; ; shift += 7)
        {
            var b = stream.ReadByte();
            value |= (b & 127) << shift;
            if (b < 128)
                return value;
        }
    }

    private static int Signed(Stream stream) => Number(stream) is var n && (n & 1) == 0 ? n >> 1 : -((n + 1) >> 1);
}
