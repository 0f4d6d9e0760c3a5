using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/itertools.html">itertools</see>.</summary>
internal static class ItertoolsModule
{
    public static PyModule Build()
    {
        var module = new PyModule("itertools");
        module.Type(CountIterator.Type).Type(RepeatIterator.Type).Type(PairwiseIterator.Type).Type(GroupByIterator.Type).Type(GroupByIterator.Grouper).Type(TeeIterator.Type);
        Add(module, "cycle", "iterable, /", static a => Cycle(Operators.Iter(a[0])));
        var chain = Add(module, "chain", "*iterables", static a => Chain((PyTuple)a[0].Ref!));
        chain.Subscripted().ClassMethod("from_iterable", "cls, iterable, /", a => new SequenceOf(chain, Flatten(Operators.Iter(a[1]))));
        Add(module, "accumulate", "iterable, func=None, *, initial=None", static a => Accumulate(Operators.Iter(a[0]), a[1], a[2]));
        Add(module, "batched", "iterable, n, *, strict=False", static a =>
        {
            var n = AtLeast(a[1], 1, "n must be at least one");
            return Batched(Operators.Iter(a[0]), n, a[2].Truth);
        });
        Add(module, "compress", "data, selectors", static a => Sequences.Of(a[0]).Zip(Sequences.Of(a[1])).Where(p => p.Second.Truth).Select(p => p.First));
        Add(module, "dropwhile", "predicate, iterable, /", static a => Sequences.Of(a[1]).SkipWhile(x => a[0].Call(x).Truth));
        Add(module, "takewhile", "predicate, iterable, /", static a => Sequences.Of(a[1]).TakeWhile(x => a[0].Call(x).Truth));
        Add(module, "filterfalse", "function, iterable, /", static a => Sequences.Of(a[1]).Where(x => !(a[0].IsNone ? x : a[0].Call(x)).Truth));
        Add(module, "starmap", "function, iterable, /", static a => Sequences.Of(a[1]).Select(x => a[0].Call(new Arguments { new Star(x) })));
        Add(module, "islice", "iterable, first, second=, third=, /", static a => CheckedSlice(Operators.Iter(a[0]), new PyTuple([.. a[1..].Where(static x => !x.IsUnbound)])));
        Add(module, "zip_longest", "*iterables, fillvalue=None", static a => ZipLongest([.. ((PyTuple)a[0].Ref!).Select(Operators.Iter)], a[1]));
        Add(module, "product", "*iterables, repeat=1", static a => Product(Lib.Tuple(a[0]), AtLeast(a[1], 0, "repeat argument cannot be negative")));
        Add(module, "permutations", "iterable, r=None", static a =>
        {
            Any[] pool = [.. Operators.ToList(a[0])];
            if (!a[1].IsNone && !Operators.IsIntLike(a[1]))
                throw new TypeError("Expected int as r");
            return Permutations(pool, a[1].IsNone ? pool.Length : AtLeast(a[1], 0, "r must be non-negative"));
        });
        Add(module, "combinations", "iterable, r", static a => Combinations([.. Operators.ToList(a[0])], AtLeast(a[1], 0, "r must be non-negative"), false));
        Add(module, "combinations_with_replacement", "iterable, r", static a => Combinations([.. Operators.ToList(a[0])], AtLeast(a[1], 0, "r must be non-negative"), true));
        return module.Function("tee", "iterable, n=2, /", static a => TeeIterator.Of(a[0], Operators.Index(a[1])));
    }

    private static PyType Add(PyModule module, string name, string signature, Func<Any[], IEnumerable<Any>> items)
    {
        var type = PyIterator.DeclareType(name, "itertools");
        type.New("cls, " + signature, a => new SequenceOf(type, items(a[1..])));
        module.Type(type);
        return type;
    }

    private static IEnumerable<Any> Cycle(PyIterator items)
    {
        var saved = new List<Any>();
        while (items.TryNext(out var item))
        {
            saved.Add(item);
            yield return item;
        }
        while (saved.Count > 0)
            foreach (var item in saved)
                yield return item;
    }

    private static IEnumerable<Any> Chain(PyTuple parts) => parts.SelectMany(p => Sequences.Of(p));

    private static IEnumerable<Any> Flatten(PyIterator parts)
    {
        while (parts.TryNext(out var part))
            foreach (var item in part)
                yield return item;
    }

    private static IEnumerable<Any> Accumulate(PyIterator items, Any function, Any initial)
    {
        var total = initial;
        if (total.IsNone && !items.TryNext(out total))
            yield break;
        yield return total;
        while (items.TryNext(out var item))
            yield return total = function.IsNone ? total + item : function.Call(total, item);
    }

    private static IEnumerable<Any> Batched(PyIterator items, int size, bool strict)
    {
        if (size < 1)
            throw new ValueError("n must be at least one");
        while (true)
        {
            var batch = new List<Any>(size);
            while (batch.Count < size && items.TryNext(out var item))
                batch.Add(item);
            if (batch.Count == 0)
                yield break;
            if (strict && batch.Count < size)
                throw new ValueError("batched(): incomplete batch");
            yield return new PyTuple([.. batch]);
        }
    }

    private static IEnumerable<Any> CheckedSlice(PyIterator items, PyTuple args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i].IsNone)
                continue;
            if (!Operators.IsIndex(args[i]) || Operators.Index(args[i]) < 0)
                throw new ValueError(args.Count == 1 ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                    : i == 2 ? "Step for islice() must be a positive integer or None." : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
            if (i == 2 && Operators.Index(args[i]) == 0)
                throw new ValueError("Step for islice() must be a positive integer or None.");
        }
        return Slice(items, args);
    }

    private static IEnumerable<Any> Slice(PyIterator items, PyTuple args)
    {
        static long? Bound(Any a) => a.IsNone ? null : Operators.Index(a) is var n && n >= 0 ? (long)n
            : throw new ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        if (args.Count is 0 or > 3)
            throw new TypeError($"islice expected at least 2 arguments, got {args.Count + 1}");
        var start = args.Count > 1 ? Bound(args[0]) ?? 0 : 0;
        var stop = Bound(args[args.Count > 1 ? 1 : 0]);
        var step = args.Count > 2 ? Bound(args[2]) ?? 1 : 1;
        if (step < 1)
            throw new ValueError("Step for islice() must be a positive integer or None.");
        var next = start;
        for (long i = 0; stop is null || i < stop; i++)
        {
            if (!items.TryNext(out var item))
                yield break;
            if (i != next)
                continue;
            next += step;
            yield return item;
            if (next >= stop && next - step + 1 > stop)
                yield break;
        }
    }

    private static IEnumerable<Any> ZipLongest(PyIterator[] parts, Any fill)
    {
        var done = new bool[parts.Length];
        while (true)
        {
            var row = new Any[parts.Length];
            for (var i = 0; i < parts.Length; i++)
                if (done[i] || !parts[i].TryNext(out row[i]))
                {
                    done[i] = true;
                    row[i] = fill;
                }
            if (done.All(d => d))
                yield break;
            yield return new PyTuple(row);
        }
    }

    private static int AtLeast(Any value, int least, string error)
    {
        var number = Operators.Index(value);
        return number >= least ? (int)number : throw new ValueError(error);
    }

    private static IEnumerable<Any> Product(PyTuple sources, int repeat)
    {
        var once = sources.Select(p => Operators.ToList(p)).ToArray();
        return Combine([.. Enumerable.Repeat(once, repeat).SelectMany(p => p)]);
    }

    private static IEnumerable<Any> Combine(List<Any>[] pools)
    {
        if (pools.Any(p => p.Count == 0))
            yield break;
        var at = new int[pools.Length];
        while (true)
        {
            var row = new Any[at.Length];
            for (var k = 0; k < row.Length; k++)
                row[k] = pools[k][at[k]];
            yield return new PyTuple(row);
            var i = pools.Length - 1;
            for (; i >= 0 && ++at[i] == pools[i].Count; i--)
                at[i] = 0;
            if (i < 0)
                yield break;
        }
    }

    /// <summary>A tuple of the items at some places.</summary>
    private static PyTuple Picked(Any[] pool, ReadOnlySpan<int> places)
    {
        var row = new Any[places.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = pool[places[i]];
        return new PyTuple(row);
    }

    private static IEnumerable<Any> Permutations(Any[] pool, int size)
    {
        var n = pool.Length;
        if (size > n)
            yield break;
        var indices = Enumerable.Range(0, n).ToArray();
        var cycles = Enumerable.Range(0, size).Select(i => n - i).ToArray();
        yield return Picked(pool, indices.AsSpan(0, size));
        while (n > 0)
        {
            var i = size - 1;
            for (; i >= 0; i--)
            {
                if (--cycles[i] == 0)
                {
                    var first = indices[i];
                    Array.Copy(indices, i + 1, indices, i, n - i - 1);
                    indices[n - 1] = first;
                    cycles[i] = n - i;
                }
                else
                {
                    var j = n - cycles[i];
                    (indices[i], indices[j]) = (indices[j], indices[i]);
                    yield return Picked(pool, indices.AsSpan(0, size));
                    break;
                }
            }
            if (i < 0)
                yield break;
        }
    }

    private static IEnumerable<Any> Combinations(Any[] pool, int size, bool repeat)
    {
        if (size < 0)
            throw new ValueError("r must be non-negative");
        if (size > pool.Length && !(repeat && pool.Length > 0) && size > 0)
            yield break;
        var at = Enumerable.Range(0, size).Select(i => repeat ? 0 : i).ToArray();
        while (true)
        {
            yield return Picked(pool, at);
            var i = size - 1;
            while (i >= 0 && at[i] == (repeat ? pool.Length - 1 : i + pool.Length - size))
                i--;
            if (i < 0)
                yield break;
            at[i]++;
            for (var j = i + 1; j < size; j++)
                at[j] = repeat ? at[i] : at[j - 1] + 1;
        }
    }
}
