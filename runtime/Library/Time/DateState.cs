using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The bytes in which CPython's pickles hold dates and times, and which its constructors take back.</summary>
internal static class DateState
{
    /// <summary>Marks the second of two times that clocks show twice.</summary>
    private const int FoldBit = 0x80;

    /// <summary>An argument as such bytes; null where it is none of that length. Old pickles have them as a text.</summary>
    public static byte[]? Of(Any value, int length) => value.Ref switch
    {
        PyBytes bytes when bytes.Span.Length == length => bytes.Span.ToArray(),
        string text when text.Length == length => text.All(char.IsAscii) || text.All(static c => c < 256) ? Buffers.FromLatin1(text)
            : throw new ValueError("Failed to encode latin1 string when unpickling a datetime object. pickle.load(data, encoding='latin1') is assumed."),
        _ => null,
    };

    /// <summary>The day that the first four of them tell; null where they tell none.</summary>
    public static DateOnly? Day(byte[]? state)
        => state is not null && (state[2] & ~FoldBit) is >= 1 and <= 12 and var month ? PyDate.Day((state[0] << 8) | state[1], month, state[3]) : null;

    public static bool HasFold(byte first) => (first & FoldBit) != 0;

    public static long Since(ReadOnlySpan<byte> time) => PyTime.Since(time[0] & ~FoldBit, time[1], time[2], (time[3] << 16) | (time[4] << 8) | time[5]);

    /// <summary>A zone that stands beside them.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static Any Zone(Any zone) => zone.IsUnbound || zone.IsNone ? Any.None : PyType.Of(zone).IsSubclassOf(PyTimeZone.Abstract) ? zone : throw new TypeError("bad tzinfo state arg");

    public static byte[] Bytes(DateOnly date) => [(byte)(date.Year >> 8), (byte)date.Year, (byte)date.Month, (byte)date.Day];

    public static byte[] Bytes(long since)
    {
        var micro = since % 1_000_000;
        return [(byte)(since / 3_600_000_000), (byte)(since / 60_000_000 % 60), (byte)(since / 1_000_000 % 60), (byte)(micro >> 16), (byte)(micro >> 8), (byte)micro];
    }

    /// <summary>What pickles hold: the class, the bytes, and the zone if there is one.</summary>
    /// <param name="folded">Which of the bytes says that a time is the second one; below 0 for a time that is not.</param>
    public static PyTuple Reduced(Any o, byte[] state, Any zone, int folded)
    {
        if (folded >= 0)
            state[folded] |= FoldBit;
        return PyTuple.Of(PyType.Of(o), zone.IsNone ? PyTuple.Of(PyBytes.Wrap(state)) : PyTuple.Of(PyBytes.Wrap(state), zone));
    }

    /// <exception cref="TypeError">The argument is missing.</exception>
    public static Any Required(Any value, string name, int position)
        => value.IsUnbound ? throw new TypeError($"function missing required argument '{name}' (pos {position})") : value;
}
