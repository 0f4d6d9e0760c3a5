namespace Pytocs.Runtime.Library;

/// <summary>The difference of two texts, line by line, as people read it. See <see href="https://docs.python.org/3.13/library/difflib.html#difflib.ndiff">ndiff</see>.</summary>
internal sealed class Differ
{
    private const double Cutoff = 0.75;

    private readonly Func<string, bool>? _lineJunk;
    private readonly Func<char, bool>? _characterJunk;

    private Differ(Func<string, bool>? lineJunk, Func<char, bool>? characterJunk) => (_lineJunk, _characterJunk) = (lineJunk, characterJunk);

    public static IEnumerable<string> Compare(IReadOnlyList<string> a, IReadOnlyList<string> b)
        => Compare(a, b, null, static c => c is ' ' or '\t');

    /// <param name="a">The first text.</param>
    /// <param name="b">The second one.</param>
    /// <param name="lineJunk">Which lines are of no account.</param>
    /// <param name="characterJunk">Which characters are, where lines that are alike are compared.</param>
    public static IEnumerable<string> Compare(IReadOnlyList<string> a, IReadOnlyList<string> b, Func<string, bool>? lineJunk, Func<char, bool>? characterJunk)
        => new Differ(lineJunk, characterJunk).Run(a, b);

    private IEnumerable<string> Run(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        foreach (var op in new SequenceMatcher<string>(a, b, _lineJunk).Opcodes())
        {
            var lines = op.Tag switch
            {
                "replace" => Replace(a, op.ALow, op.AHigh, b, op.BLow, op.BHigh),
                "delete" => Dump('-', a, op.ALow, op.AHigh),
                "insert" => Dump('+', b, op.BLow, op.BHigh),
                _ => Dump(' ', a, op.ALow, op.AHigh),
            };
            foreach (var line in lines)
                yield return line;
        }
    }

    private static IEnumerable<string> Dump(char tag, IReadOnlyList<string> lines, int low, int high)
    {
        for (var i = low; i < high; i++)
            yield return $"{tag} {lines[i]}";
    }

    private SequenceMatcher<char> Characters(string a, string b) => new([.. a], [.. b], _characterJunk);

    /// <summary>Lines that are alike are shown as one changed; the most alike pair divides the rest.</summary>
    private IEnumerable<string> Replace(IReadOnlyList<string> a, int aLow, int aHigh, IReadOnlyList<string> b, int bLow, int bHigh)
    {
        if (aLow >= aHigh)
            return Dump('+', b, bLow, bHigh);
        if (bLow >= bHigh)
            return Dump('-', a, aLow, aHigh);
        var (best, bestA, bestB) = (0.74, -1, -1);
        var (sameA, sameB) = (-1, -1);
        for (var j = bLow; j < bHigh; j++)
        {
            for (var i = aLow; i < aHigh; i++)
            {
                if (a[i] == b[j])
                {
                    if (sameA < 0)
                        (sameA, sameB) = (i, j);
                }
                else if (Characters(a[i], b[j]).Ratio() is var ratio && ratio > best)
                {
                    (best, bestA, bestB) = (ratio, i, j);
                }
            }
        }
        if (best < Cutoff && sameA < 0)
        {
            var (removed, added) = (Dump('-', a, aLow, aHigh), Dump('+', b, bLow, bHigh));
            return bHigh - bLow < aHigh - aLow ? added.Concat(removed) : removed.Concat(added);
        }
        var same = best < Cutoff;
        if (same)
            (bestA, bestB) = (sameA, sameB);
        return Replace(a, aLow, bestA, b, bLow, bestB)
            .Concat(same ? ["  " + a[bestA]] : Changed(a[bestA], b[bestB]))
            .Concat(Replace(a, bestA + 1, aHigh, b, bestB + 1, bHigh));
    }

    /// <summary>Both lines, each with the marks of its changes beneath.</summary>
    private IEnumerable<string> Changed(string a, string b)
    {
        var (marksA, marksB) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        foreach (var op in Characters(a, b).Opcodes())
        {
            marksA.Append(op.Tag switch { "replace" => '^', "delete" => '-', _ => ' ' }, op.AHigh - op.ALow);
            marksB.Append(op.Tag switch { "replace" => '^', "insert" => '+', _ => ' ' }, op.BHigh - op.BLow);
        }
        yield return "- " + a;
        if (Marks(a, marksA.ToString()) is { Length: > 0 } first)
            yield return $"? {first}\n";
        yield return "+ " + b;
        if (Marks(b, marksB.ToString()) is { Length: > 0 } second)
            yield return $"? {second}\n";
    }

    /// <summary>Keeps the line's own white space where there is no mark, so that tabs line up.</summary>
    private static string Marks(string line, string marks)
        => string.Concat(line.Zip(marks, static (c, mark) => mark == ' ' && char.IsWhiteSpace(c) ? c : mark)).TrimEnd();
}
