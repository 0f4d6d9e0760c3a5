using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The functions of <c>math</c> on many numbers.</summary>
internal static class MathSums
{
    public static void Declare(PyModule module) => module
        .Function("fsum", static items => Fsum(Operators.ToList(items).Select(Lib.Real)))
        .Function("prod", "iterable, /, *, start=1", static a =>
        {
            var result = a[1];
            foreach (var item in a[0])
                result *= item;
            return result;
        })
        .Function("sumprod", "p, q, /", static (p, q) => SumProduct(p, q))
        .Function("hypot", "*coordinates", static a => Norm([.. Lib.Tuple(a[0]).Select(Lib.Real)]))
        .Function("dist", "p, q, /", static (p, q) =>
        {
            var (a, b) = (Operators.ToList(p), Operators.ToList(q));
            if (a.Count != b.Count)
                throw new ValueError("both points must have the same number of dimensions");
            return Norm([.. a.Zip(b, static (x, y) => Lib.Real(x) - Lib.Real(y))]);
        });

    /// <summary>Shewchuk's sum: exact partial sums, rounded once.</summary>
    internal static double Fsum(IEnumerable<double> values)
    {
        var partials = new List<double>();
        double special = 0;
        var infinities = 0.0;
        foreach (var value in values)
        {
            var x = value;
            var count = 0;
            for (var i = 0; i < partials.Count; i++)
            {
                var y = partials[i];
                if (Math.Abs(x) < Math.Abs(y))
                    (x, y) = (y, x);
                var high = x + y;
                var low = y - (high - x);
                if (low != 0)
                    partials[count++] = low;
                x = high;
            }
            partials.RemoveRange(count, partials.Count - count);
            if (x == 0)
                continue;
            if (double.IsFinite(x))
            {
                partials.Add(x);
                continue;
            }
            if (double.IsFinite(value))
                throw new OverflowError("intermediate overflow in fsum");
            if (double.IsInfinity(value))
                infinities += value;
            special += value;
            partials.Clear();
        }
        if (special != 0)
            return double.IsNaN(infinities) ? throw new ValueError("-inf + inf in fsum") : special;
        return Total(partials);
    }

    private static double Total(List<double> partials)
    {
        var n = partials.Count;
        if (n == 0)
            return 0.0;
        var high = partials[--n];
        var low = 0.0;
        while (n > 0)
        {
            var x = high;
            var y = partials[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0)
                break;
        }
        // Half-even rounding across the remaining partials.
        if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0)))
        {
            var y = low * 2;
            var x = high + y;
            if (y == x - high)
                high = x;
        }
        return high;
    }

    private static Any SumProduct(Any p, Any q)
    {
        var (a, b) = (Operators.Iter(p), Operators.Iter(q));
        Any total = 0;
        var (ints, floats) = (true, true);
        var inUse = false;
        var sum = default(TripleLength);
        while (true)
        {
            var (more, other) = (a.TryNext(out var x), b.TryNext(out var y));
            if (more != other)
                throw new ValueError("Inputs are not the same length");
            ints &= more && x.IsInt && y.IsInt;
            if (!ints && floats)
            {
                // Pairs with a float are summed in triple length, until one comes that has none.
                if (more && (x.IsFloat || y.IsFloat) && Numeric.TryFloat(x, out var f) && Numeric.TryFloat(y, out var g) && sum.Plus(f, g) is var next && double.IsFinite(next.High))
                {
                    (sum, inUse) = (next, true);
                    continue;
                }
                floats = false;
                if (inUse)
                    total += sum.Value;
            }
            if (!more)
                return total;
            total += x * y;
        }
    }

    /// <summary>A number of three floats.</summary>
    private readonly record struct TripleLength(double High, double Low, double Tiny)
    {
        public double Value => High + Exact(Low, Tiny).High;

        private static (double High, double Low) Exact(double a, double b)
        {
            var sum = a + b;
            var part = sum - a;
            return (sum, (a - (sum - part)) + (b - part));
        }

        public TripleLength Plus(double x, double y)
        {
            var product = x * y;
            var (high, rest) = Exact(High, product);
            var first = Exact(Low, Math.FusedMultiplyAdd(x, y, -product));
            var second = Exact(first.High, rest);
            return new TripleLength(high, second.High, Tiny + first.Low + second.Low);
        }
    }

    /// <summary>The Euclidean norm, scaled and corrected as CPython's <c>vector_norm</c>.</summary>
    private static double Norm(double[] vector)
    {
        var max = 0.0;
        var nan = false;
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = Math.Abs(vector[i]);
            nan |= double.IsNaN(vector[i]);
            max = Math.Max(max, double.IsNaN(vector[i]) ? 0 : vector[i]);
        }
        if (double.IsInfinity(max))
            return max;
        if (nan)
            return PyFloat.NaN;
        if (max == 0 || vector.Length <= 1)
            return max;
        var exponent = Math.ILogB(max) + 1;
        if (exponent < -1023)
            return double.MinValue == 0 ? 0 : 2.2250738585072014e-308 * Norm([.. vector.Select(static v => v / 2.2250738585072014e-308)]);
        var scale = Math.ScaleB(1.0, -exponent);
        double sum = 1.0, first = 0, second = 0;
        foreach (var value in vector)
        {
            var x = value * scale;
            var (square, rest) = Square(x);
            var t = sum + square;
            second += square - (t - sum);
            sum = t;
            first += rest;
        }
        var h = Math.Sqrt(sum - 1.0 + (first + second));
        var (hh, hl) = Square(h);
        var negative = sum - hh;
        var carry = -hh - (negative - sum);
        var correction = negative - 1.0 + (first - hl + second + carry);
        return (h + (correction / (2.0 * h))) / scale;
    }

    private static (double High, double Low) Square(double x)
    {
        var high = x * x;
        return (high, Math.FusedMultiplyAdd(x, x, -high));
    }
}
