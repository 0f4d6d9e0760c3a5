namespace Pytocs.Runtime.Core;

/// <summary>Syllables that KS X 1001 has no code for: in EUC-KR they are written as a filler and their three letters.</summary>
internal static class KoreanSyllables
{
    private const string Letters = "ㄱㄲㄳㄴㄵㄶㄷㄸㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅃㅄㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const byte Lead = 0xA4, Filler = 0xD4, FirstLetter = 0xA1, FirstVowel = 0xBF;

    public static byte[] Encode(int c)
    {
        var (initial, vowel, final) = ((c - 0xAC00) / 588, (c - 0xAC00) / 28 % 21, (c - 0xAC00) % 28);
        return [Lead, Filler, Lead, Code(Initials[initial]), Lead, (byte)(FirstVowel + vowel), Lead, final == 0 ? Filler : Code(Finals[final - 1])];
    }

    private static byte Code(char letter) => (byte)(FirstLetter + Letters.IndexOf(letter, StringComparison.Ordinal));

    /// <summary>The syllable of eight bytes; 0 if they make none.</summary>
    public static int Decode(ReadOnlySpan<byte> data)
    {
        var (initial, vowel, final) = (Index(Initials, data[3]), data[5] - FirstVowel, data[7] == Filler ? 0 : Index(Finals, data[7]) + 1);
        return data[2] != Lead || data[4] != Lead || data[6] != Lead || initial < 0 || vowel is < 0 or > 20 || (final == 0 && data[7] != Filler)
            ? 0 : 0xAC00 + (initial * 588) + (vowel * 28) + final;
    }

    private static int Index(string letters, byte code)
        => code - FirstLetter is >= 0 and var at && at < Letters.Length ? letters.IndexOf(Letters[at], StringComparison.Ordinal) : -1;
}
