namespace Pytocs.Runtime.Library.Compression;

/// <summary>
/// Finds the code lengths of symbols from how often they occur. Which of several optimal trees comes out is settled as in zlib, so that
/// compressed data has the same bytes: the heap's order, ties by depth, and how codes that are too long are shortened.
/// </summary>
internal sealed class HuffmanTree(int symbols, int maxLength, int[] extraBits, int extraBase, byte[]? fixedLengths)
{
    private readonly int[] _heap = new int[(2 * symbols) + 1];
    private readonly int[] _depth = new int[(2 * symbols) + 1];
    private readonly int[] _parent = new int[(2 * symbols) + 1];
    private readonly int[] _nodeLength = new int[(2 * symbols) + 1];
    private readonly int[] _weight = new int[(2 * symbols) + 1];
    private int _heapCount;

    /// <summary>How often each symbol occurs in the block.</summary>
    public int[] Counts { get; } = new int[symbols];

    public byte[] Lengths { get; private set; } = new byte[symbols];

    public ushort[] Words { get; private set; } = [];

    /// <summary>The largest symbol that occurs.</summary>
    public int Largest { get; private set; }

    /// <summary>The bits that the block's symbols take in this tree's code, and in the fixed one.</summary>
    public long OptimalBits { get; private set; }

    public long FixedBits { get; private set; }

    public void Clear() => Array.Clear(Counts);

    public void Build()
    {
        _heapCount = 0;
        Largest = -1;
        for (var n = 0; n < symbols; n++)
        {
            _weight[n] = Counts[n];
            if (Counts[n] == 0)
                continue;
            _heap[++_heapCount] = Largest = n;
            _depth[n] = 0;
        }
        // The format wants two codes at least.
        while (_heapCount < 2)
        {
            var node = _heap[++_heapCount] = Largest < 2 ? ++Largest : 0;
            _weight[node] = 1;
            _depth[node] = 0;
        }
        for (var n = _heapCount / 2; n >= 1; n--)
            Sink(n);
        var order = Merge();
        Measure(order);
        Words = DeflateTables.CodeWords(Lengths);
    }

    /// <summary>Joins the two lightest nodes until one is left; gives all nodes, heaviest first.</summary>
    private List<int> Merge()
    {
        var order = new List<int>();
        var node = symbols;
        do
        {
            var first = _heap[1];
            _heap[1] = _heap[_heapCount--];
            Sink(1);
            var second = _heap[1];
            order.Add(first);
            order.Add(second);
            _weight[node] = _weight[first] + _weight[second];
            _depth[node] = Math.Max(_depth[first], _depth[second]) + 1;
            _parent[first] = _parent[second] = node;
            _heap[1] = node++;
            Sink(1);
        }
        while (_heapCount >= 2);
        order.Add(_heap[1]);
        order.Reverse();
        return order;
    }

    private bool IsLighter(int a, int b) => _weight[a] < _weight[b] || (_weight[a] == _weight[b] && _depth[a] <= _depth[b]);

    private void Sink(int at)
    {
        var node = _heap[at];
        for (var child = at * 2; child <= _heapCount; child *= 2)
        {
            if (child < _heapCount && IsLighter(_heap[child + 1], _heap[child]))
                child++;
            if (IsLighter(node, _heap[child]))
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = node;
    }

    /// <summary>Lengths from depths; codes longer than allowed are taken back by lengthening others.</summary>
    private void Measure(List<int> order)
    {
        Array.Clear(Lengths);
        Span<int> count = stackalloc int[16];
        var overflow = 0;
        (OptimalBits, FixedBits) = (0, 0);
        _nodeLength[order[0]] = 0;
        foreach (var node in order.Skip(1))
        {
            var bits = _nodeLength[_parent[node]] + 1;
            if (bits > maxLength)
            {
                bits = maxLength;
                overflow++;
            }
            _nodeLength[node] = bits;
            if (node >= symbols)
                continue;
            count[bits]++;
            Lengths[node] = (byte)bits;
            var extra = node >= extraBase ? extraBits[node - extraBase] : 0;
            // A symbol that is there only to make two codes counts nothing in the optimal code, and less than nothing in the fixed one.
            var forced = Counts[node] == 0;
            OptimalBits += forced ? -1 + bits : (long)Counts[node] * (bits + extra);
            if (forced)
                OptimalBits += extra;
            if (fixedLengths is not null && !forced)
                FixedBits += (long)Counts[node] * (fixedLengths[node] + extra);
            else if (fixedLengths is not null)
                FixedBits += extra;
        }
        if (overflow == 0)
            return;
        do
        {
            var bits = maxLength - 1;
            while (count[bits] == 0)
                bits--;
            count[bits]--;
            count[bits + 1] += 2;
            count[maxLength]--;
            overflow -= 2;
        }
        while (overflow > 0);
        var last = order.Count;
        for (var bits = maxLength; bits != 0; bits--)
        {
            for (var n = count[bits]; n != 0;)
            {
                var node = order[--last];
                if (node >= symbols)
                    continue;
                OptimalBits += (long)(bits - Lengths[node]) * Math.Max(Counts[node], 1);
                Lengths[node] = (byte)bits;
                n--;
            }
        }
    }
}
