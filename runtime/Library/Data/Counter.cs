namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html#collections.Counter">collections.Counter</see>.</summary>
internal sealed class CounterType : PyDict<Any, Any>
{
    public static readonly PyType Type = CreateType();

    protected override PyType BuiltinClass => Type;

    protected override Any Missing(Any key) => 0;

    private static PyDict Self(Any o) => (PyDict)o.Ref!;

    /// <summary>What a counter has for a key.</summary>
    private static Any CountOf(PyDict counter, Any key) => counter.TryGetAny(key, out var count) ? count : 0;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Counter", DictType.Type, "collections");
        type.HasInstanceDict = true;
        type.New(static (cls, _) =>
        {
            var made = new CounterType();
            made.SetClass(cls);
            return made;
        });
        type.Method("__init__", "self, iterable=None, /, **kwds", static (o, items, keywords) => Change(o, items, keywords, 1))
            .Method("update", "self, iterable=None, /, **kwds", static (o, items, keywords) => Change(o, items, keywords, 1))
            .Method("subtract", "self, iterable=None, /, **kwds", static (o, items, keywords) => Change(o, items, keywords, -1))
            .Method("__missing__", "self, key, /", static (_, _) => 0)
            .Method("__delitem__", "self, key, /", static (o, key) =>
            {
                Self(o).RemoveAny(key, out _);
                return Any.None;
            })
            .Method("most_common", "self, n=None", static (o, n) => MostCommon(Self(o), n))
            .Method("elements", static o => new SequenceOf(PyIterator.DeclareType("chain", "itertools"), Self(o).Entries().SelectMany(static p => Repeated(p.Key, SequenceRules.SizeOf(p.Value)))))
            .Method("total", static o => Builtins.Sum(new PyList<Any>(Self(o).Entries().Select(static p => p.Value))))
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(o))
            .Method("__copy__", static o => ((Any)PyType.Of(o)).Call(o))
            .Method("__repr__", static o => Self(o).Count == 0 ? $"{PyType.Of(o).Name}()" : $"{PyType.Of(o).Name}({Shown(Self(o))})");
        Operation(type, "__add__", static (a, b) => a + b, static count => count > 0 ? count : Any.Unbound);
        Operation(type, "__sub__", static (a, b) => a - b, static count => count < 0 ? (Any)0 - count : Any.Unbound);
        Operation(type, "__or__", static (a, b) => a < b ? b : a, static count => count > 0 ? count : Any.Unbound);
        Operation(type, "__and__", static (a, b) => a < b ? a : b, null);
        InPlace(type);
        Comparisons(type);
        type.ClassMethod("fromkeys", "cls, iterable, v=None", static _ => throw new NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead."))
            .Method("__pos__", static o => Signed(Self(o), 1))
            .Method("__neg__", static o => Signed(Self(o), -1))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(new PyDict<Any, Any>(Self(o).Entries()))));
        return type;
    }

    private static IEnumerable<Any> Repeated(Any item, long count)
    {
        for (; count > 0; count--)
            yield return item;
    }

    private static CounterType Signed(PyDict counter, int sign)
    {
        var result = new CounterType();
        foreach (var (key, value) in counter.Entries())
            if (sign > 0 ? value > 0 : value < 0)
                result[key] = sign > 0 ? value : -value;
        return result;
    }

    /// <summary>The operators that change the left side: results that are not positive go.</summary>
    private static void InPlace(PyType type)
    {
        Change("__iadd__", static (count, other) => Operators.InPlace(BinaryOperator.Add, count, other));
        Change("__isub__", static (count, other) => Operators.InPlace(BinaryOperator.Sub, count, other));
        Change("__ior__", static (count, other) => other > count ? other : Any.Unbound);
        type.Method("__iand__", "self, other, /", static (o, other) =>
        {
            foreach (var (key, count) in Self(o).Entries().ToArray())
                if (other[key] is var limit && limit < count)
                    Operators.SetItem(o, key, limit);
            return Positive(o);
        });

        void Change(string name, Func<Any, Any, Any> change) => type.Method(name, "self, other, /", (o, other) =>
        {
            foreach (var pair in other.Invoke("items"))
            {
                var parts = Operators.Unpack(pair, 2);
                var changed = change(o[parts[0]], parts[1]);
                if (!changed.IsUnbound)
                    Operators.SetItem(o, parts[0], changed);
            }
            return Positive(o);
        });
    }

    private static Any Positive(Any counter)
    {
        foreach (var (key, count) in Self(counter).Entries().ToArray())
            if (!(count > 0))
                Self(counter).RemoveAny(key, out _);
        return counter;
    }

    private static void Comparisons(PyType type)
    {
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (o, other) => other.Ref is PyDict b && IsCounter(b)
                ? Holds(op, Self(o), b)
                : op is Comparison.Eq or Comparison.NotEq && other.Ref is PyDict d ? Self(o).SameItems(d) == (op == Comparison.Eq) : Any.NotImplemented);
    }

    private static bool IsCounter(PyDict dict) => dict is CounterType or ICounter;

    /// <summary>Whether the counts of two counters compare so, those of keys that one of them lacks as zero.</summary>
    internal static bool Holds(Comparison op, PyDict a, PyDict b)
    {
        bool All(Func<Any, Any, bool> test) => a.Entries().Concat(b.Entries()).Select(static p => p.Key).All(k => test(CountOf(a, k), CountOf(b, k)));
        return op switch
        {
            Comparison.Eq => All(static (x, y) => x == y),
            Comparison.NotEq => !All(static (x, y) => x == y),
            Comparison.LtE => All(static (x, y) => x <= y),
            Comparison.GtE => All(static (x, y) => x >= y),
            Comparison.Lt => All(static (x, y) => x <= y) && !All(static (x, y) => x == y),
            _ => All(static (x, y) => x >= y) && !All(static (x, y) => x == y),
        };
    }

    private static IEnumerable<KeyValuePair<Any, Any>> Ordered(PyDict counter)
    {
        var pairs = counter.Entries().Select(static p => KeyValuePair.Create(p.Key, p.Value)).ToArray();
        StableSort.Sort(Array.ConvertAll(pairs, static p => p.Value).AsSpan(), pairs.AsSpan(), true);
        return pairs;
    }

    /// <summary>The counts, largest first if they can be ordered.</summary>
    private static string Shown(PyDict counter)
    {
        try
        {
            return new PyDict<Any, Any>(Ordered(counter)).Repr();
        }
        catch (TypeError)
        {
            return new PyDict<Any, Any>(counter.Entries()).Repr();
        }
    }

    private static readonly PyFunction s_count = new("itemgetter", "pair, /", static (Any pair) => pair[1]);

    private static Any MostCommon(PyDict counter, Any n)
    {
        if (n.IsNone)
            return new PyList<Any>(Ordered(counter).Select(static p => (Any)PyTuple.Of(p.Key, p.Value)));
        return Library.HeapQueries.Best([n, ((Any)counter).Invoke("items"), s_count], largest: true);
    }

    private static Any Change(Any o, Any items, Any keywords, int sign)
    {
        var self = Self(o);
        foreach (var source in (Any[])[items, keywords])
        {
            if (source.IsNone)
                continue;
            if (source.Ref is PyDict dict && sign > 0 && self.Count == 0)
                foreach (var (key, value) in dict.Entries())
                    self.SetAny(key, value);
            else if (source.Ref is PyDict more)
                foreach (var (key, value) in more.Entries())
                    self.SetAny(key, sign > 0 ? value + CountOf(self, key) : CountOf(self, key) - value);
            else
                foreach (var item in source)
                    self.SetAny(item, CountOf(self, item) + sign);
        }
        return Any.None;
    }

    /// <summary>An operator that makes a counter of the counts that are positive.</summary>
    /// <param name="type">The class.</param>
    /// <param name="name">The method.</param>
    /// <param name="combine">The count of a key of the left side, and the right side's.</param>
    /// <param name="alone">The count of a key that only the right side has; null where such do not matter.</param>
    private static void Operation(PyType type, string name, Func<Any, Any, Any> combine, Func<Any, Any>? alone) => type.Method(name, "self, other, /", (o, other) =>
    {
        if (other.Ref is not PyDict b || !IsCounter(b))
            return Any.NotImplemented;
        var result = new CounterType();
        foreach (var (key, count) in Self(o).Entries().ToArray())
            if (combine(count, CountOf(b, key)) is var value && value > 0)
                result[key] = value;
        if (alone is not null)
            foreach (var (key, count) in b.Entries().ToArray())
                if (!Self(o).ContainsAny(key) && alone(count) is { IsUnbound: false } value)
                    result[key] = value;
        return result;
    });
}
