namespace Pytocs.Runtime.Core;

/// <summary>Samples and choices with weights.</summary>
internal sealed partial class PyRandom
{
    private Any Sample(Any population, Any k, Any counts)
    {
        if (!Builtins.IsInstance(population, Modules.ImportFrom("collections.abc", "Sequence")))
            throw new TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
        var n = Operators.Len(population);
        if (!counts.IsNone)
            return SampleCounted(population, n, k, counts);
        if (Operators.Compare(Comparison.Lt, k, 0).Truth || Operators.Compare(Comparison.Gt, k, n).Truth)
            throw new ValueError("Sample larger than population or is negative");
        if (k.IsFloat)
            throw new TypeError("can't multiply sequence by non-int of type 'float'");
        var size = (int)Operators.Index(k);
        var result = new PyList<Any>();
        var setSize = 21.0;
        if (size > 5)
            setSize += Math.Pow(4, Math.Ceiling(Math.Log(size * 3.0, 4)));
        if (n <= setSize)
        {
            var pool = Operators.ToList(population);
            for (var i = 0; i < size; i++)
            {
                var j = (int)Below(n - i);
                result.Append(pool[j]);
                pool[j] = pool[(int)n - i - 1];
            }
            return result;
        }
        var chosen = new HashSet<long>();
        for (var i = 0; i < size; i++)
        {
            var j = (long)Below(n);
            while (!chosen.Add(j))
                j = (long)Below(n);
            result.Append(Operators.GetItem(population, j));
        }
        return result;
    }

    /// <summary>Each item as often as it counts.</summary>
    private Any SampleCounted(Any population, long n, Any k, Any counts)
    {
        var sums = Sums(counts);
        if (sums.Count != n)
            throw new ValueError("The number of counts does not match the population");
        if (n == 0)
            throw new IndexError("pop from empty list");
        var total = sums[^1];
        if (!Operators.IsIntLike(total))
            throw new TypeError("Counts must be integers");
        if (Operators.ToInt(total) <= 0)
            throw new ValueError("Total of counts must be greater than zero");
        var result = new PyList<Any>();
        foreach (var place in Sample(new PyRange(0, Operators.ToInt(total), 1), k, Any.None))
            result.Append(Operators.GetItem(population, After(sums, place, sums.Count - 1)));
        return result;
    }

    private Any Choices(Any population, Any weights, Any cumulative, Any k)
    {
        var n = Operators.Len(population);
        var result = new PyList<Any>();
        List<Any> sums;
        if (!cumulative.IsNone)
        {
            if (!weights.IsNone)
                throw new TypeError("Cannot specify both weights and cumulative weights");
            _ = Operators.Len(cumulative);
            sums = [.. Operators.ToList(cumulative)];
        }
        else if (weights.IsNone)
        {
            for (var count = Operators.Index(k); count > 0; count -= 1)
                result.Append(Operators.GetItem(population, (long)Math.Floor(Random() * n)));
            return result;
        }
        else
        {
            sums = !Operators.IsIntLike(weights) ? Sums(weights) : throw new TypeError($"The number of choices must be a keyword argument: k={Operators.Repr(weights)}");
        }
        if (sums.Count != n)
            throw new ValueError("The number of weights does not match the population");
        if (n == 0)
            throw new IndexError("list index out of range");
        var total = sums[^1] + 0.0;
        if (Operators.Compare(Comparison.LtE, total, 0.0).Truth)
            throw new ValueError("Total of weights must be greater than zero");
        if (!double.IsFinite(D(total)))
            throw new ValueError("Total of weights must be finite");
        for (var count = Operators.Index(k); count > 0; count -= 1)
            result.Append(Operators.GetItem(population, After(sums, Random() * total, sums.Count - 1)));
        return result;
    }

    private static List<Any> Sums(Any numbers)
    {
        var sums = new List<Any>();
        foreach (var number in numbers)
            sums.Add(sums.Count == 0 ? number : sums[^1] + number);
        return sums;
    }

    /// <summary>The first of the sums that is greater than a value; the last of those searched where none is.</summary>
    private static long After(List<Any> sums, Any value, int high)
    {
        var low = 0;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Operators.Compare(Comparison.Lt, value, sums[middle]).Truth)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
