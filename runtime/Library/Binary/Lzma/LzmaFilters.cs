using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Lzma;

/// <summary>Chains of filters as liblzma takes them: <see href="https://docs.python.org/3.13/library/lzma.html#specifying-custom-filter-chains">filter chains</see>.</summary>
internal static unsafe class LzmaFilters
{
    public const ulong Lzma1 = 0x4000000000000001, Lzma2 = 0x21;
    private const ulong Delta = 3, Sparc = 9, End = ulong.MaxValue;
    private const int Longest = 4, OptionsSize = 256;

    /// <summary>The names of filters, ways and finders in the module.</summary>
    public static readonly (string Name, long Value)[] Names =
    [
        ("FILTER_LZMA1", unchecked((long)Lzma1)), ("FILTER_LZMA2", (long)Lzma2), ("FILTER_DELTA", 3), ("FILTER_X86", 4), ("FILTER_POWERPC", 5), ("FILTER_IA64", 6), ("FILTER_ARM", 7), ("FILTER_ARMTHUMB", 8), ("FILTER_SPARC", 9),
        ("MODE_FAST", 1), ("MODE_NORMAL", 2), ("MF_HC3", 3), ("MF_HC4", 4), ("MF_BT2", 0x12), ("MF_BT3", 0x13), ("MF_BT4", 0x14),
    ];

    private static readonly string[] s_lzma = ["id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"];

    /// <summary>One filter of a chain.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ulong Id;
        public byte* Options;
    }

    /// <summary>Gives a chain to a function of liblzma, which keeps nothing of it.</summary>
    /// <param name="filters">The chain, a sequence of dictionaries.</param>
    /// <param name="isAlone">Whether the options of its one filter are wanted instead.</param>
    /// <param name="use">What is called with the address.</param>
    public static int With(Any filters, bool isAlone, Func<nint, int> use)
    {
        var list = Operators.ToList(filters);
        if (isAlone && (list.Count != 1 || Id(list[0]) != Lzma1))
            throw new ValueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        if (list.Count > Longest)
            throw new ValueError("Too many filters - liblzma supports a maximum of 4");
        var chain = stackalloc Filter[Longest + 1];
        var options = (byte*)NativeMemory.AllocZeroed((nuint)(OptionsSize * (list.Count + 1)));
        try
        {
            for (var i = 0; i < list.Count; i++)
            {
                chain[i] = new Filter { Id = Id(list[i]), Options = options + (i * OptionsSize) };
                Fill(chain[i].Id, list[i], chain[i].Options);
            }
            chain[list.Count] = new Filter { Id = End };
            return use(isAlone ? (nint)chain[0].Options : (nint)chain);
        }
        finally
        {
            NativeMemory.Free(options);
        }
    }

    private static ulong Id(Any filter)
    {
        if (Operators.GetAttr(filter, "__getitem__", Any.Unbound).IsUnbound)
            throw new TypeError("Filter specifier must be a dict or dict-like object");
        Any id;
        try
        {
            id = filter["id"];
        }
        catch (KeyError)
        {
            throw new ValueError("Filter specifier must have an \"id\" entry");
        }
        return (ulong)(System.Numerics.BigInteger)Operators.Index(id);
    }

    private static void Fill(ulong id, Any filter, byte* options)
    {
        var (kind, known) = id is Lzma1 or Lzma2 ? ("LZMA", s_lzma) : id == Delta ? ("delta", ["id", "dist"]) : id is > Delta and <= Sparc ? ("BCJ", (string[])["id", "start_offset"]) : throw new ValueError($"Invalid filter ID: {id}");
        foreach (var (key, _) in Operators.MappingItems(filter))
            if (!known.Contains(Operators.Str(key)))
                throw new ValueError($"Invalid filter specifier for {kind} filter");
        uint? Number(string name) => filter.Invoke("get", name) is { IsNone: false } value ? (uint)Lib.Int(value) : null;
        var words = (uint*)options;
        switch (kind)
        {
            case "delta":
                words[1] = Number("dist") ?? 1;
                return;
            case "BCJ":
                words[0] = Number("start_offset") ?? 0;
                return;
        }
        var preset = Number("preset") ?? 6;
        if (LzmaNative.Preset(options, preset) != 0)
            throw LzmaCoder.Make($"Invalid compression preset: {preset}");
        // The places of the options in the structure of liblzma; the pointer between takes two.
        foreach (var (name, at) in ((string, int)[])[("dict_size", 0), ("lc", 5), ("lp", 6), ("pb", 7), ("mode", 8), ("nice_len", 9), ("mf", 10), ("depth", 11)])
            if (Number(name) is { } value)
                words[at] = value;
    }
}
