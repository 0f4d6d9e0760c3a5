namespace Pytocs.Benchmarks.Values;

/// <summary>Some of the programs as a C# developer would write them.</summary>
internal static class ByHand
{
    public static IReadOnlyDictionary<string, Action> Programs { get; } = new Dictionary<string, Action>
    {
        ["binary_trees"] = BinaryTrees, ["fannkuch"] = Fannkuch, ["fib"] = () => Console.WriteLine(Fib(32)), ["ints"] = Ints, ["mandelbrot"] = Mandelbrot,
        ["nbody"] = NBody.Run, ["sieve"] = Sieve, ["spectral_norm"] = SpectralNorm, ["word_count"] = WordCount,
    };

    private static long Fib(long n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);

    private sealed record Node(Node? Left, Node? Right)
    {
        public long Check() => Left is null ? 1 : 1 + Left.Check() + Right!.Check();

        public static Node Make(int depth) => depth == 0 ? new(null, null) : new(Make(depth - 1), Make(depth - 1));
    }

    private static void BinaryTrees()
    {
        for (var depth = 4; depth < 17; depth += 4)
        {
            var trees = 1 << (16 - depth);
            var total = 0L;
            for (var i = 0; i < trees; i++)
                total += Node.Make(depth).Check();
            Console.WriteLine($"{depth} {trees} {total}");
        }
    }

    private static void Fannkuch()
    {
        const int n = 9;
        var count = Enumerable.Range(1, n).ToArray();
        var first = Enumerable.Range(0, n).ToArray();
        var (most, checksum, r, sign) = (0, 0, n, 1);
        while (true)
        {
            for (; r != 1; r--)
                count[r - 1] = r;
            if (first[0] != 0)
            {
                var perm = (int[])first.Clone();
                var flips = 0;
                for (var k = perm[0]; k != 0; k = perm[0])
                {
                    Array.Reverse(perm, 0, k + 1);
                    flips++;
                }
                most = Math.Max(most, flips);
                checksum += sign * flips;
            }
            sign = -sign;
            for (; ; r++)
            {
                if (r == n)
                {
                    Console.WriteLine($"{checksum} {most}");
                    return;
                }
                var head = first[0];
                Array.Copy(first, 1, first, 0, r);
                first[r] = head;
                if (--count[r] > 0)
                    break;
            }
        }
    }

    private static void Ints()
    {
        var (best, bestStart) = (0L, 0L);
        for (var start = 1L; start < 60000; start++)
        {
            var steps = 0L;
            for (var n = start; n != 1; steps++)
                n = n % 2 == 0 ? n / 2 : checked(3 * n + 1);
            if (steps > best)
                (best, bestStart) = (steps, start);
        }
        Console.WriteLine($"{bestStart} {best}");
        var sum = 0L;
        for (var a = 1L; a < 100000; a++)
            sum += Gcd(a, 360360);
        Console.WriteLine(sum);
        var (x, total) = (1L, 0L);
        for (var i = 0; i < 1000000; i++)
        {
            x = (x * 1103515245 + 12345) & 0x7fffffff;
            total = (total ^ x) + (x >> 16);
        }
        Console.WriteLine(total);
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    private static void Mandelbrot()
    {
        const int size = 320;
        const int limit = 200;
        var (inside, total) = (0, 0);
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
            {
                var steps = Escapes(3.0 * column / size - 2.0, 2.0 * row / size - 1.0, limit);
                total += steps;
                inside += steps == limit ? 1 : 0;
            }
        Console.WriteLine($"{inside} {total}");
    }

    private static int Escapes(double cx, double cy, int limit)
    {
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < limit; i++)
        {
            var (xx, yy) = (x * x, y * y);
            if (xx + yy > 4.0)
                return i;
            (x, y) = (xx - yy + cx, 2.0 * x * y + cy);
        }
        return limit;
    }

    private static void Sieve()
    {
        const int n = 3000000;
        var flags = new bool[n + 1];
        Array.Fill(flags, true);
        flags[0] = flags[1] = false;
        for (var i = 2; i * i <= n; i++)
            if (flags[i])
                for (var j = i * i; j <= n; j += i)
                    flags[j] = false;
        Console.WriteLine(flags.Count(f => f));
    }

    private static void SpectralNorm()
    {
        var u = Enumerable.Repeat(1.0, 300).ToArray();
        var v = u;
        for (var i = 0; i < 5; i++)
        {
            v = Times(Times(u, false), true);
            u = Times(Times(v, false), true);
        }
        var (vbv, vv) = (0.0, 0.0);
        for (var i = 0; i < u.Length; i++)
        {
            vbv += u[i] * v[i];
            vv += v[i] * v[i];
        }
        Console.WriteLine($"{Math.Sqrt(vbv / vv):F9}");
    }

    private static double[] Times(double[] v, bool transposed)
    {
        var result = new double[v.Length];
        for (var i = 0; i < v.Length; i++)
            for (var j = 0; j < v.Length; j++)
                result[i] += (transposed ? A(j, i) : A(i, j)) * v[j];
        return result;
    }

    private static double A(long i, long j) => 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);

    private static void WordCount()
    {
        string[] names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu"];
        var parts = new List<string>();
        var seed = 42L;
        for (var i = 0; i < 200000; i++)
        {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            parts.Add(names[seed % names.Length] + seed / 65536 % 50);
        }
        var text = string.Join(" ", parts);
        Dictionary<string, int> counts = [];
        for (var i = 0; i < 5; i++)
        {
            counts = [];
            foreach (var word in text.Split(' '))
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        foreach (var (word, n) in counts.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(5))
            Console.WriteLine($"{word} {n}");
        Console.WriteLine($"{counts.Count} {counts.Values.Sum()}");
    }
}
