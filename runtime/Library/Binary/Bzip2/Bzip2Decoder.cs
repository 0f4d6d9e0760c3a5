namespace Pytocs.Runtime.Library.Bzip2;

/// <summary>Unpacks streams of bzip2.</summary>
internal sealed class Bzip2Decoder(byte[] data)
{
    private int _at;
    private ulong _bits;
    private int _count;

    /// <summary>The data is not what a stream of bzip2 may be.</summary>
    public sealed class Invalid : Exception;

    /// <summary>The data ends before the stream does.</summary>
    public sealed class Incomplete : Exception;

    private uint Read(int count)
    {
        while (_count < count)
        {
            if (_at >= data.Length)
                throw new Incomplete();
            _bits = (_bits << 8) | data[_at++];
            _count += 8;
        }
        _count -= count;
        return (uint)((_bits >> _count) & ((1UL << count) - 1));
    }

    /// <summary>Unpacks one stream; what is behind it begins at <paramref name="end"/>.</summary>
    public byte[] Run(out int end)
    {
        if (Read(8) != 'B' || Read(8) != 'Z' || Read(8) != 'h' || Read(8) is not (>= 0x31 and <= 0x39 and var level))
            throw new Invalid();
        var output = new MemoryStream();
        uint all = 0;
        while (true)
        {
            var mark = ((ulong)Read(24) << 24) | Read(24);
            var check = (Read(16) << 16) | Read(16);
            if (mark == 0x177245385090)
            {
                if (check != all)
                    throw new Invalid();
                end = _at;
                return output.ToArray();
            }
            if (mark != 0x314159265359)
                throw new Invalid();
            if (Block(output, (int)(level - 0x30) * 100000) != check)
                throw new Invalid();
            all = ((all << 1) | (all >> 31)) ^ check;
        }
    }

    private uint Block(MemoryStream output, int most)
    {
        if (Read(1) != 0)
            throw new Invalid();
        var origin = (int)Read(24);
        var column = Column(most);
        if (origin >= column.Length)
            throw new Invalid();
        var counts = new int[257];
        foreach (var b in column)
            counts[b + 1]++;
        for (var i = 1; i < 257; i++)
            counts[i] += counts[i - 1];
        var next = new int[column.Length];
        for (var i = 0; i < column.Length; i++)
            next[counts[column[i]]++] = i;
        var check = uint.MaxValue;
        var (last, run, at) = (-1, 0, next[origin]);
        void Put(byte b)
        {
            check = Bzip2Bits.Check(check, b);
            output.WriteByte(b);
        }

        for (var i = 0; i < column.Length; i++, at = next[at])
        {
            var b = column[at];
            if (run == 4)
            {
                for (var k = 0; k < b; k++)
                    Put((byte)last);
                (last, run) = (-1, 0);
                continue;
            }
            (run, last) = (b == last ? run + 1 : 1, b);
            Put(b);
        }
        return ~check;
    }

    /// <summary>The last column of the sorted rotations.</summary>
    private byte[] Column(int most)
    {
        var groups = Read(16);
        var front = new List<byte>();
        for (var i = 0; i < 16; i++)
        {
            if ((groups & (0x8000 >> i)) == 0)
                continue;
            var used = Read(16);
            for (var k = 0; k < 16; k++)
                if ((used & (0x8000 >> k)) != 0)
                    front.Add((byte)((i * 16) + k));
        }
        var tables = (int)Read(3);
        var chosen = new int[Read(15)];
        if (front.Count == 0 || tables is < 2 or > 6 || chosen.Length == 0)
            throw new Invalid();
        var recent = Enumerable.Range(0, tables).ToList();
        for (var i = 0; i < chosen.Length; i++)
        {
            var at = 0;
            while (Read(1) == 1)
                if (++at >= tables)
                    throw new Invalid();
            var table = recent[at];
            recent.RemoveAt(at);
            recent.Insert(0, table);
            chosen[i] = table;
        }
        var alphabet = front.Count + 2;
        var codes = Enumerable.Range(0, tables).Select(_ => Table(alphabet)).ToArray();
        return Symbols(codes, chosen, front, alphabet, most);
    }

    private Dictionary<(int Length, uint Code), int> Table(int alphabet)
    {
        var lengths = new int[alphabet];
        var current = (int)Read(5);
        for (var i = 0; i < alphabet; i++)
        {
            while (Read(1) == 1)
                current += Read(1) == 0 ? 1 : -1;
            lengths[i] = current is >= 1 and <= 20 ? current : throw new Invalid();
        }
        var codes = Bzip2Codes.Assigned(lengths);
        var table = new Dictionary<(int, uint), int>();
        for (var i = 0; i < alphabet; i++)
            table[(lengths[i], codes[i])] = i;
        return table;
    }

    private byte[] Symbols(Dictionary<(int Length, uint Code), int>[] codes, int[] chosen, List<byte> front, int alphabet, int most)
    {
        var column = new List<byte>();
        var (run, weight) = (0, 1);
        for (var i = 0; ; i++)
        {
            if (i / 50 >= chosen.Length)
                throw new Invalid();
            var symbol = Symbol(codes[chosen[i / 50]]);
            if (symbol < 2)
            {
                run += weight << symbol;
                weight <<= 1;
                if (run > most)
                    throw new Invalid();
                continue;
            }
            for (; run > 0; run--)
                column.Add(front[0]);
            weight = 1;
            if (symbol == alphabet - 1)
                return [.. column];
            var b = front[symbol - 1];
            front.RemoveAt(symbol - 1);
            front.Insert(0, b);
            column.Add(b);
            if (column.Count > most)
                throw new Invalid();
        }
    }

    private int Symbol(Dictionary<(int Length, uint Code), int> table)
    {
        uint code = 0;
        for (var length = 1; length <= 20; length++)
        {
            code = (code << 1) | Read(1);
            if (table.TryGetValue((length, code), out var symbol))
                return symbol;
        }
        throw new Invalid();
    }
}
