using System.Globalization;

namespace Pytocs.Parser.Unicode;

/// <summary>What characters beyond ASCII are, in the version of Unicode that CPython 3.13 has.</summary>
internal sealed class CharacterTables
{
    private static readonly Lazy<CharacterTables> Loaded = new(() => new CharacterTables());

    private CharacterTables()
    {
        foreach (var line in Resource.Lines("unicode.dat"))
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "start": Start = Ranges(words); break;
                case "continue": Continue = Ranges(words); break;
                case "printable": Printable = Ranges(words); break;
                case "nfkd": Decompositions[Code(words[1])] = [.. words.Skip(2).Select(Code)]; break;
                case "class": Classes[Code(words[1])] = int.Parse(words[2], CultureInfo.InvariantCulture); break;
                case "pair": Compositions[(Code(words[1]), Code(words[2]))] = Code(words[3]); break;
            }
        }
    }

    public static CharacterTables Instance => Loaded.Value;

    /// <summary>Where ranges of characters that may start an identifier begin and end, by turns.</summary>
    public int[] Start { get; } = [];

    /// <summary>Where ranges of characters that an identifier may hold begin and end, by turns.</summary>
    public int[] Continue { get; } = [];

    /// <summary>Where ranges of characters that `repr` shows as they are begin and end, by turns.</summary>
    public int[] Printable { get; } = [];

    /// <summary>Whole decompositions.</summary>
    public Dictionary<int, int[]> Decompositions { get; } = [];

    /// <summary>Combining classes other than zero.</summary>
    public Dictionary<int, int> Classes { get; } = [];

    /// <summary>Characters made of two.</summary>
    public Dictionary<(int First, int Second), int> Compositions { get; } = [];

    /// <summary>Whether a character lies in one of the ranges.</summary>
    public static bool Has(int[] ranges, int code)
    {
        var index = System.Array.BinarySearch(ranges, code);
        return index >= 0 ? index % 2 == 0 : ~index % 2 == 1;
    }

    private static int Code(string word) => int.Parse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static int[] Ranges(string[] words)
    {
        var bounds = new int[words.Length - 1];
        var sum = 0;
        for (var i = 1; i < words.Length; i++) bounds[i - 1] = sum += Code(words[i]);
        return bounds;
    }
}
