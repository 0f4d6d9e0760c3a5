namespace Pytocs.Runtime.Core;

/// <summary>A set of characters that ISO 2022 names by an escape sequence.</summary>
/// <param name="Final">The last byte of the sequence; sets of two bytes a character have an upper bit.</param>
/// <param name="Width">How many bytes a character has.</param>
/// <param name="Decode">What the bytes, as a number, mean; 0 where nothing.</param>
/// <param name="Encode">The bytes of a character, as a number; 0 where it has none.</param>
internal sealed record Iso2022Charset(string Final, int Width, Func<int, long> Decode, Func<long, int> Encode)
{
    public static readonly Iso2022Charset Ascii = new("B", 1, static c => c, static c => c < 0x80 ? (int)c : 0);

    public static readonly Iso2022Charset Roman = new("J", 1, static c => c switch { '\\' => 0xA5, '~' => 0x203E, _ => c },
        static c => c switch { 0xA5 => '\\', 0x203E => '~', '\\' or '~' => 0, < 0x80 => (int)c, _ => 0 });

    public static readonly Iso2022Charset Kana = new("I", 1, static c => c is >= 0x21 and <= 0x5F ? c + 0xFF40 : 0, static c => c is >= 0xFF61 and <= 0xFF9F ? (int)c - 0xFF40 : 0);

    public static readonly Iso2022Charset Japanese = Of("$B", "euc_jp", 0);

    public static readonly Iso2022Charset OldJapanese = Japanese with { Final = "$@" };

    public static readonly Iso2022Charset Supplement = Of("$(D", "euc_jp", 0x8F0000);

    public static readonly Iso2022Charset Plane1 = Of("$(Q", "euc_jis_2004", 0);

    public static readonly Iso2022Charset OldPlane1 = Of("$(O", "euc_jisx0213", 0);

    /// <summary>The other rows of that part of EUC-JIS-2004 are of JIS X 0212.</summary>
    public static readonly Iso2022Charset Plane2 = Of("$(P", "euc_jis_2004", 0x8F0000) is var all
        ? all with { Decode = c => IsOfPlane2(c >> 8) ? all.Decode(c) : 0, Encode = c => all.Encode(c) is var code && IsOfPlane2(code >> 8) ? code : 0 } : null!;

    private static bool IsOfPlane2(int row) => row is 0x21 or >= 0x23 and <= 0x25 or 0x28 or >= 0x2C and <= 0x2F or >= 0x6E;

    public static readonly Iso2022Charset Korean = Of("$(C", "euc_kr", 0);

    public static readonly Iso2022Charset Chinese = Of("$(A", "gb2312", 0);

    /// <summary>The shorter sequence for it, which encoders do not write.</summary>
    public static readonly Iso2022Charset ShortChinese = Chinese with { Final = "$A" };

    /// <summary>The upper halves of ISO 8859, which one escape takes one character from; four characters CPython does not write so.</summary>
    public static readonly Iso2022Charset Latin1 = new(".A", 1, static c => c + 0x80, static c => c is > 0xA0 and < 0x100 and not (0xAB or 0xB5 or 0xBB) ? (int)c - 0x80 : 0);

    public static readonly Iso2022Charset Greek = new(".F", 1, static c => Charmap.Create("iso8859_7")!.Characters[c + 0x80] is not '\ufffe' and var g ? g : 0,
        static c => c is > 0x9F and < 0xFFFE and not (0x37A or 0x20AC or 0x20AF) && Charmap.Create("iso8859_7")!.Characters.IndexOf((char)c, StringComparison.Ordinal) is >= 0xA0 and var at ? at - 0x80 : 0);

    /// <summary>The part of an EUC encoding whose bytes have a certain one before them.</summary>
    private static Iso2022Charset Of(string escape, string module, int prefix) => new(escape, 2,
        c => MultibyteTable.Of(module).Decoded.GetValueOrDefault(prefix | c | 0x8080),
        c => MultibyteTable.Of(module).Encoded.TryGetValue(c, out var found) && (found & ~0xFFFF) == prefix && (found & 0xFFFF) >= 0xA1A1 && (found & 0xFF) >= 0xA1 ? found & 0x7F7F : 0);
}
