namespace Pytocs.Runtime.Library.Bzip2;

/// <summary>One block on its way into the stream: its rotations sorted, its last column moved to front, and the codes of what is left.</summary>
internal static class Bzip2Block
{
    private const int GroupSize = 50;
    private const int RunA = 0;
    private const int RunB = 1;

    /// <summary>Writes a block, whose bytes went through the first run-length code.</summary>
    public static void Write(Bzip2Bits bits, byte[] block, uint check)
    {
        var order = Sorted(block);
        bits.Write(24, 0x314159);
        bits.Write(24, 0x265359);
        bits.Write(16, check >> 16);
        bits.Write(16, check & 0xffff);
        bits.Write(1, 0);
        bits.Write(24, (uint)Array.IndexOf(order, 0));
        var used = new bool[256];
        foreach (var b in block)
            used[b] = true;
        WriteUsed(bits, used);
        var symbols = Moved(block, order, used, out var alphabet);
        WriteSymbols(bits, symbols, alphabet);
    }

    /// <summary>The rotations in order, by doubling the length that they are compared by.</summary>
    private static int[] Sorted(byte[] block)
    {
        var n = block.Length;
        var order = new int[n];
        var rank = new int[n];
        var next = new int[n];
        var counts = new int[Math.Max(256, n) + 1];
        foreach (var b in block)
            counts[b + 1]++;
        for (var i = 1; i <= 256; i++)
            counts[i] += counts[i - 1];
        for (var i = 0; i < n; i++)
            order[counts[block[i]]++] = i;
        var classes = 1;
        for (var i = 1; i < n; i++)
            rank[order[i]] = block[order[i]] == block[order[i - 1]] ? classes - 1 : classes++;
        for (var length = 1; length < n && classes < n; length *= 2)
        {
            // By the second half they are in order already, shifted; a stable count by the first half does the rest.
            for (var i = 0; i < n; i++)
                next[i] = order[i] >= length ? order[i] - length : order[i] - length + n;
            Array.Clear(counts, 0, classes + 1);
            for (var i = 0; i < n; i++)
                counts[rank[i] + 1]++;
            for (var i = 1; i <= classes; i++)
                counts[i] += counts[i - 1];
            for (var i = 0; i < n; i++)
                order[counts[rank[next[i]]]++] = next[i];
            classes = 1;
            next[order[0]] = 0;
            for (var i = 1; i < n; i++)
            {
                var (a, b) = (order[i], order[i - 1]);
                var same = rank[a] == rank[b] && rank[(a + length) % n] == rank[(b + length) % n];
                next[a] = same ? classes - 1 : classes++;
            }
            (rank, next) = (next, rank);
        }
        return order;
    }

    private static void WriteUsed(Bzip2Bits bits, bool[] used)
    {
        for (var i = 0; i < 16; i++)
            bits.Write(1, used.AsSpan(i * 16, 16).Contains(true) ? 1u : 0);
        for (var i = 0; i < 256; i++)
            if (used.AsSpan(i / 16 * 16, 16).Contains(true))
                bits.Write(1, used[i] ? 1u : 0);
    }

    private static int[] Moved(byte[] block, int[] order, bool[] used, out int alphabet)
    {
        var front = Enumerable.Range(0, 256).Where(b => used[b]).Select(static b => (byte)b).ToArray();
        alphabet = front.Length + 2;
        var symbols = new List<int>(block.Length + 1);
        var zeros = 0;
        void Flush()
        {
            for (; zeros > 0; zeros = (zeros - 1) / 2)
                symbols.Add((zeros & 1) == 1 ? RunA : RunB);
        }

        foreach (var place in order)
        {
            var b = block[place > 0 ? place - 1 : block.Length - 1];
            var at = Array.IndexOf(front, b);
            if (at == 0)
            {
                zeros++;
                continue;
            }
            Flush();
            Array.Copy(front, 0, front, 1, at);
            front[0] = b;
            symbols.Add(at + 1);
        }
        Flush();
        symbols.Add(alphabet - 1);
        return [.. symbols];
    }

    private static void WriteSymbols(Bzip2Bits bits, int[] symbols, int alphabet)
    {
        var tables = symbols.Length switch { < 200 => 2, < 600 => 3, < 1200 => 4, < 2400 => 5, _ => 6 };
        var lengths = Bzip2Codes.First(symbols, alphabet, tables);
        var chosen = new int[(symbols.Length + GroupSize - 1) / GroupSize];
        for (var round = 0; round < 4; round++)
        {
            var counts = Enumerable.Range(0, tables).Select(_ => new int[alphabet]).ToArray();
            for (var group = 0; group < chosen.Length; group++)
            {
                var part = symbols.AsSpan(group * GroupSize, Math.Min(GroupSize, symbols.Length - (group * GroupSize)));
                var (best, cost) = (0, int.MaxValue);
                for (var t = 0; t < tables; t++)
                {
                    var sum = 0;
                    foreach (var symbol in part)
                        sum += lengths[t][symbol];
                    if (sum < cost)
                        (best, cost) = (t, sum);
                }
                chosen[group] = best;
                foreach (var symbol in part)
                    counts[best][symbol]++;
            }
            for (var t = 0; t < tables; t++)
                lengths[t] = Bzip2Codes.Lengths(counts[t], 17);
        }
        bits.Write(3, (uint)tables);
        bits.Write(15, (uint)chosen.Length);
        var front = Enumerable.Range(0, tables).ToList();
        foreach (var table in chosen)
        {
            var at = front.IndexOf(table);
            for (var i = 0; i < at; i++)
                bits.Write(1, 1);
            bits.Write(1, 0);
            front.RemoveAt(at);
            front.Insert(0, table);
        }
        foreach (var table in lengths)
            WriteLengths(bits, table);
        var codes = Array.ConvertAll(lengths, Bzip2Codes.Assigned);
        for (var i = 0; i < symbols.Length; i++)
        {
            var table = chosen[i / GroupSize];
            bits.Write(lengths[table][symbols[i]], codes[table][symbols[i]]);
        }
    }

    private static void WriteLengths(Bzip2Bits bits, int[] lengths)
    {
        var current = lengths[0];
        bits.Write(5, (uint)current);
        foreach (var length in lengths)
        {
            for (; current < length; current++)
                bits.Write(2, 2);
            for (; current > length; current--)
                bits.Write(2, 3);
            bits.Write(1, 0);
        }
    }
}
