namespace Pytocs.Runtime.Library.Bzip2;

/// <summary>Huffman codes as bzip2 makes them, so that the stream is the same.</summary>
internal static class Bzip2Codes
{
    /// <summary>The tables to begin with: each is for a part of the alphabet that is used about as much as the others.</summary>
    public static int[][] First(int[] symbols, int alphabet, int tables)
    {
        var frequencies = new int[alphabet];
        foreach (var symbol in symbols)
            frequencies[symbol]++;
        var result = new int[tables][];
        var (rest, start) = (symbols.Length, 0);
        for (var part = tables; part > 0; part--)
        {
            var (end, sum) = (start - 1, 0);
            while (sum < rest / part && end < alphabet - 1)
                sum += frequencies[++end];
            if (end > start && part != tables && part != 1 && (tables - part) % 2 == 1)
                sum -= frequencies[end--];
            result[part - 1] = [.. Enumerable.Range(0, alphabet).Select(v => v >= start && v <= end ? 0 : 15)];
            start = end + 1;
            rest -= sum;
        }
        return result;
    }

    /// <summary>The lengths of codes; frequencies are flattened until none is too long.</summary>
    public static int[] Lengths(int[] frequencies, int longest)
    {
        var n = frequencies.Length;
        var weights = new int[(n * 2) + 2];
        for (var i = 0; i < n; i++)
            weights[i + 1] = Math.Max(1, frequencies[i]) << 8;
        while (true)
        {
            var lengths = Tree(weights, n);
            if (lengths.Max() <= longest)
                return lengths;
            for (var i = 1; i <= n; i++)
                weights[i] = (1 + ((weights[i] >> 8) / 2)) << 8;
        }
    }

    private static int[] Tree(int[] weights, int n)
    {
        var heap = new int[n + 2];
        var parents = new int[(n * 2) + 2];
        var (nodes, size) = (n, 0);
        void Up(int at)
        {
            var node = heap[at];
            for (; weights[node] < weights[heap[at >> 1]]; at >>= 1)
                heap[at] = heap[at >> 1];
            heap[at] = node;
        }

        int Take()
        {
            var top = heap[1];
            heap[1] = heap[size--];
            var (at, node) = (1, heap[1]);
            while (true)
            {
                var child = at << 1;
                if (child > size)
                    break;
                if (child < size && weights[heap[child + 1]] < weights[heap[child]])
                    child++;
                if (weights[node] < weights[heap[child]])
                    break;
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = node;
            return top;
        }

        weights[0] = 0;
        parents[0] = -2;
        for (var i = 1; i <= n; i++)
        {
            parents[i] = -1;
            heap[++size] = i;
            Up(size);
        }
        while (size > 1)
        {
            var (a, b) = (Take(), Take());
            parents[a] = parents[b] = ++nodes;
            // The weight, and below it how deep the node is.
            weights[nodes] = ((int)(weights[a] & 0xffffff00) + (int)(weights[b] & 0xffffff00)) | (1 + Math.Max(weights[a] & 0xff, weights[b] & 0xff));
            parents[nodes] = -1;
            heap[++size] = nodes;
            Up(size);
        }
        var lengths = new int[n];
        for (var i = 1; i <= n; i++)
            for (var k = i; parents[k] >= 0; k = parents[k])
                lengths[i - 1]++;
        return lengths;
    }

    /// <summary>The codes of lengths: shorter ones first, then in the order of the alphabet.</summary>
    public static uint[] Assigned(int[] lengths)
    {
        var codes = new uint[lengths.Length];
        uint code = 0;
        for (var length = lengths.Min(); length <= lengths.Max(); length++, code <<= 1)
            for (var i = 0; i < lengths.Length; i++)
                if (lengths[i] == length)
                    codes[i] = code++;
        return codes;
    }
}
