namespace Pytocs.Runtime.Library;

/// <summary>How a stretch of one sequence becomes a stretch of another.</summary>
internal readonly record struct Opcode(string Tag, int ALow, int AHigh, int BLow, int BHigh);

/// <summary>
/// Finds what two sequences share, by the longest common stretches.
/// See <see href="https://docs.python.org/3.13/library/difflib.html#difflib.SequenceMatcher">SequenceMatcher</see>.
/// </summary>
internal sealed class SequenceMatcher<T>
    where T : notnull
{
    private const int PopularFrom = 200;
    private readonly IReadOnlyList<T> _a;
    private readonly IReadOnlyList<T> _b;
    private readonly Dictionary<T, List<int>> _positions = [];
    private readonly HashSet<T> _junk = [];
    private readonly HashSet<T> _popular = [];
    private List<(int A, int B, int Size)>? _blocks;

    public SequenceMatcher(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, bool>? isJunk = null, bool autoJunk = true)
    {
        (_a, _b) = (a, b);
        for (var i = 0; i < b.Count; i++)
        {
            if (!_positions.TryGetValue(b[i], out var at))
                _positions[b[i]] = at = [];
            at.Add(i);
        }
        if (isJunk is not null)
            _junk.UnionWith(_positions.Keys.Where(isJunk));
        foreach (var item in _junk)
            _positions.Remove(item);
        if (!autoJunk || b.Count < PopularFrom)
            return;
        var most = (b.Count / 100) + 1;
        foreach (var item in _positions.Where(p => p.Value.Count > most).Select(static p => p.Key).ToArray())
        {
            _positions.Remove(item);
            _popular.Add(item);
        }
    }

    /// <summary>Where the elements of the second sequence are that count.</summary>
    public IReadOnlyDictionary<T, List<int>> Positions => _positions;

    /// <summary>Elements that are of no account.</summary>
    public IReadOnlySet<T> Junk => _junk;

    /// <summary>Elements that are left out because there are so many of them.</summary>
    public IReadOnlySet<T> Popular => _popular;

    /// <summary>The longest stretch free of junk that both ranges share, the earliest of several; then grown by what equals beside it.</summary>
    public (int A, int B, int Size) LongestMatch(int aLow, int aHigh, int bLow, int bHigh)
    {
        var (bestA, bestB, bestSize) = (aLow, bLow, 0);
        var lengths = new Dictionary<int, int>();
        for (var i = aLow; i < aHigh; i++)
        {
            var next = new Dictionary<int, int>();
            if (_positions.TryGetValue(_a[i], out var at))
            {
                foreach (var j in at)
                {
                    if (j < bLow)
                        continue;
                    if (j >= bHigh)
                        break;
                    var size = next[j] = lengths.GetValueOrDefault(j - 1) + 1;
                    if (size > bestSize)
                        (bestA, bestB, bestSize) = (i - size + 1, j - size + 1, size);
                }
            }
            lengths = next;
        }
        foreach (var junk in (bool[])[false, true])
        {
            while (bestA > aLow && bestB > bLow && _junk.Contains(_b[bestB - 1]) == junk && _a[bestA - 1].Equals(_b[bestB - 1]))
                (bestA, bestB, bestSize) = (bestA - 1, bestB - 1, bestSize + 1);
            while (bestA + bestSize < aHigh && bestB + bestSize < bHigh && _junk.Contains(_b[bestB + bestSize]) == junk && _a[bestA + bestSize].Equals(_b[bestB + bestSize]))
                bestSize++;
        }
        return (bestA, bestB, bestSize);
    }

    /// <summary>The shared stretches in order, ended by an empty one.</summary>
    public IReadOnlyList<(int A, int B, int Size)> MatchingBlocks()
    {
        if (_blocks is not null)
            return _blocks;
        var queue = new Stack<(int, int, int, int)>([(0, _a.Count, 0, _b.Count)]);
        var found = new List<(int A, int B, int Size)>();
        while (queue.TryPop(out var range))
        {
            var (aLow, aHigh, bLow, bHigh) = range;
            var match = LongestMatch(aLow, aHigh, bLow, bHigh);
            if (match.Size == 0)
                continue;
            found.Add(match);
            if (aLow < match.A && bLow < match.B)
                queue.Push((aLow, match.A, bLow, match.B));
            if (match.A + match.Size < aHigh && match.B + match.Size < bHigh)
                queue.Push((match.A + match.Size, aHigh, match.B + match.Size, bHigh));
        }
        found.Sort();
        _blocks = [];
        foreach (var match in found)
        {
            if (_blocks.Count > 0 && _blocks[^1] is var last && last.A + last.Size == match.A && last.B + last.Size == match.B)
                _blocks[^1] = (last.A, last.B, last.Size + match.Size);
            else
                _blocks.Add(match);
        }
        _blocks.Add((_a.Count, _b.Count, 0));
        return _blocks;
    }

    public IEnumerable<Opcode> Opcodes()
    {
        var (i, j) = (0, 0);
        foreach (var (a, b, size) in MatchingBlocks())
        {
            var tag = i < a && j < b ? "replace" : i < a ? "delete" : j < b ? "insert" : null;
            if (tag is not null)
                yield return new Opcode(tag, i, a, j, b);
            (i, j) = (a + size, b + size);
            if (size > 0)
                yield return new Opcode("equal", a, i, b, j);
        }
    }

    /// <summary>How alike the sequences are, from 0 to 1.</summary>
    public double Ratio()
        => _a.Count + _b.Count == 0 ? 1.0 : 2.0 * MatchingBlocks().Sum(static m => m.Size) / (_a.Count + _b.Count);
}
