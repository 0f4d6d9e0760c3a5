namespace Pytocs.Runtime.Core;

/// <summary>Marks counters of any type.</summary>
internal interface ICounter;

/// <summary>How often there are things of one type. See <see href="https://docs.python.org/3.13/library/collections.html#collections.Counter">collections.Counter</see>.</summary>
public sealed class PyCounter<K> : PyDict<K, PyInt>, ICounter
{
    /// <summary>An empty counter.</summary>
    public PyCounter()
    {
    }

    /// <summary>Counts the items.</summary>
    public PyCounter(IEnumerable<K> items) => Update(items);

    /// <summary>A counter with the counts that a dict has.</summary>
    public PyCounter(PyDict<K, PyInt> counts) => Update(counts);

    protected override PyType BuiltinClass => CounterType.Type;

    protected override PyInt Missing(K key) => 0;

    /// <summary><c>counter.update(items)</c>: counts more items.</summary>
    public void Update(IEnumerable<K> items)
    {
        foreach (var item in items)
            GetRef(item) += 1;
    }

    /// <summary><c>counter.update(counts)</c>: adds counts.</summary>
    public new void Update(PyDict<K, PyInt> counts)
    {
        if (Count == 0)
        {
            foreach (var (key, count) in counts)
                this[key] = count;
            return;
        }
        foreach (var (key, count) in counts)
            GetRef(key) += count;
    }

    /// <summary><c>counter.subtract(items)</c>: counts down.</summary>
    public void Subtract(IEnumerable<K> items)
    {
        foreach (var item in items)
            GetRef(item) -= 1;
    }

    /// <summary><c>counter.subtract(counts)</c>.</summary>
    public void Subtract(PyDict<K, PyInt> counts)
    {
        foreach (var (key, count) in counts)
            GetRef(key) -= count;
    }

    /// <summary><c>counter.most_common()</c>: what there is most of comes first.</summary>
    public PyList<(K Item, PyInt Count)> MostCommon() => new(Pairs().OrderByDescending(static p => p.Count));

    /// <summary><c>counter.most_common(n)</c>.</summary>
    public PyList<(K Item, PyInt Count)> MostCommon(PyInt n)
        => new(Pairs().OrderByDescending(static p => p.Count).Take(n <= 0 ? 0 : n >= Count ? Count : (int)SequenceRules.SizeOf(n)));

    private IEnumerable<(K Item, PyInt Count)> Pairs()
    {
        foreach (var (key, count) in this)
            yield return (key, count);
    }

    /// <summary><c>counter.total()</c>: the sum of the counts.</summary>
    public PyInt Total()
    {
        PyInt sum = 0;
        foreach (var (_, count) in this)
            sum += count;
        return sum;
    }

    /// <summary><c>counter.elements()</c>: each thing as often as it was counted.</summary>
    public Any Elements() => ((Any)this).Invoke("elements");

    /// <inheritdoc/>
    public override PyCounter<K> Copy() => new((PyDict<K, PyInt>)this);

    /// <summary><c>del counter[key]</c>, of a key that there may not be.</summary>
    public override void Delete(K key) => Remove(key);

    /// <inheritdoc cref="Delete(K)"/>
    public override void Delete(Any key) => RemoveAny(key, out _);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is PyDict and (ICounter or CounterType) ? CounterType.Holds(Comparison.Eq, this, (PyDict)obj) : base.Equals(obj));

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary><c>a + b</c>: sums that are positive.</summary>
    public static PyCounter<K> operator +(PyCounter<K> a, PyCounter<K> b) => Combine(a, b, static (x, y) => x + y, static y => y);

    /// <summary><c>a - b</c>: differences that are positive.</summary>
    public static PyCounter<K> operator -(PyCounter<K> a, PyCounter<K> b) => Combine(a, b, static (x, y) => x - y, static y => -y);

    /// <summary><c>a | b</c>: the greater counts.</summary>
    public static PyCounter<K> operator |(PyCounter<K> a, PyCounter<K> b) => Combine(a, b, static (x, y) => x < y ? y : x, static y => y);

    /// <summary><c>a &amp; b</c>: the lesser counts.</summary>
    public static PyCounter<K> operator &(PyCounter<K> a, PyCounter<K> b) => Combine(a, b, static (x, y) => x < y ? x : y, static _ => 0);

    /// <summary><c>+a</c>: the counts that are positive.</summary>
    public static PyCounter<K> operator +(PyCounter<K> a) => Combine(a, [], static (x, _) => x, static _ => 0);

    /// <summary><c>-a</c>: the counts that are negative, as positive ones.</summary>
    public static PyCounter<K> operator -(PyCounter<K> a) => Combine(a, [], static (x, _) => -x, static _ => 0);

    /// <summary>The positive counts of two counters combined.</summary>
    /// <param name="a">The left one.</param>
    /// <param name="b">The right one.</param>
    /// <param name="combine">The counts of a key of the left one.</param>
    /// <param name="alone">The count of a key that only the right one has.</param>
    private static PyCounter<K> Combine(PyCounter<K> a, PyCounter<K> b, Func<PyInt, PyInt, PyInt> combine, Func<PyInt, PyInt> alone)
    {
        var result = new PyCounter<K>();
        foreach (var (key, count) in a)
            if (combine(count, b[key]) is var combined && combined > 0)
                result[key] = combined;
        foreach (var (key, count) in b)
            if (!a.ContainsKey(key) && alone(count) is var combined && combined > 0)
                result[key] = combined;
        return result;
    }

    /// <summary><c>a += b</c>: keeps what is positive.</summary>
    public void AddCounts(PyCounter<K> other) => Change(other, static (x, y) => x + y);

    /// <summary><c>a -= b</c>: keeps what is positive.</summary>
    public void SubtractCounts(PyCounter<K> other) => Change(other, static (x, y) => x - y);

    /// <summary><c>a |= b</c>: keeps what is positive.</summary>
    public void UniteWith(PyCounter<K> other) => Change(other, static (x, y) => y > x ? y : x);

    /// <summary><c>a &amp;= b</c>: keeps what is positive.</summary>
    public void IntersectWith(PyCounter<K> other)
    {
        foreach (var (key, count) in this.ToArray())
            if (other[key] is var limit && limit < count)
                this[key] = limit;
        KeepPositive();
    }

    private void Change(PyCounter<K> other, Func<PyInt, PyInt, PyInt> change)
    {
        foreach (var (key, count) in ReferenceEquals(other, this) ? this.ToArray() : (IEnumerable<KeyValuePair<K, PyInt>>)other)
            this[key] = change(this[key], count);
        KeepPositive();
    }

    private void KeepPositive()
    {
        foreach (var (key, count) in this.ToArray())
            if (count <= 0)
                Remove(key);
    }
}
