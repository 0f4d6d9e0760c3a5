using System.Collections;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>A Python <c>tuple</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#tuples">tuple</see>.</summary>
[CollectionBuilder(typeof(TupleBuilder), nameof(TupleBuilder.Create))]
public sealed class PyTuple : PyContainer, IPyIterable, IReadOnlyList<Any>, IEquatable<PyTuple>
{
    private readonly Any[] _items;

    /// <summary>A tuple that owns the array.</summary>
    public PyTuple(Any[] items) => _items = items;

    public static PyTuple Empty { get; } = new([]);

    protected override PyType BuiltinClass => TupleType.Type;

    public int Count => _items.Length;

    public Any this[int index] => _items[index];

    /// <summary>A tuple of the items: <c>(a, b)</c>.</summary>
    public static PyTuple Of(params ReadOnlySpan<Any> items) => items.Length == 0 ? Empty : new PyTuple(Elements.ToArray(items));

    /// <summary>A tuple of an iterable's items: <c>tuple(items)</c>.</summary>
    public static PyTuple From(Any items) => items.Ref is PyTuple { IsExact: true } same ? same : new PyTuple([.. new PyList<Any>(Sequences.Of(items))]);

    /// <summary>The items themselves, for who does not change them.</summary>
    internal Any[] Items => _items;

    public ReadOnlySpan<Any> AsSpan() => _items;

    public Any[] ToArray() => [.. _items];

    /// <summary><c>t[index]</c>; negative indices count from the end.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public Any At(long index)
    {
        if (index < 0)
            index += _items.Length;
        return (ulong)index < (ulong)_items.Length ? _items[index] : throw new IndexError("tuple index out of range") { Depth = Nesting.Of(this) };
    }

    public PyTuple Slice(PySlice slice)
    {
        var (first, step, count) = slice.Resolve(_items.Length);
        var result = new Any[count];
        for (var i = 0; i < count; i++)
            result[i] = _items[first + (i * step)];
        return new PyTuple(result);
    }

    public PyIterator GetPyIterator() => new TupleIterator(this);

    public IEnumerator<Any> GetEnumerator() => ((IEnumerable<Any>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's <c>repr(t)</c>.</summary>
    public string Repr()
    {
        if (_items.Length == 0)
            return "()";
        if (!Operators.EnterRepr(this))
            return "(...)";
        try
        {
            return _items.Length == 1 ? $"({Operators.Repr(_items[0])},)" : $"({string.Join(", ", _items.Select(Operators.Repr))})";
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }

    public static bool Compare(Comparison op, PyTuple a, PyTuple b)
    {
        for (var i = 0; i < a.Count && i < b.Count; i++)
            if (!Operators.Same(a[i], b[i]))
                return op switch
                {
                    Comparison.Eq => false,
                    Comparison.NotEq => true,
                    _ => Operators.Compare(op, a[i], b[i]).Truth,
                };
        return SequenceRules.Holds(op, a.Count.CompareTo(b.Count));
    }

    /// <summary>Python's <c>hash(self)</c>.</summary>
    public long PyHash()
    {
        Span<long> hashes = _items.Length <= 16 ? stackalloc long[_items.Length] : new long[_items.Length];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Operators.Hash(_items[i]);
        return HashOf(hashes);
    }

    /// <summary>CPython's hash of a tuple: xxHash's mixing of the items' hashes.</summary>
    internal static long HashOf(ReadOnlySpan<long> hashes, bool countsItems = true)
    {
        const ulong prime1 = 11400714785074694791, prime2 = 14029467366897019727, prime5 = 2870177450012600261;
        var sum = prime5;
        foreach (var hash in hashes)
        {
            sum += unchecked((ulong)hash * prime2);
            sum = System.Numerics.BitOperations.RotateLeft(sum, 31);
            sum = unchecked(sum * prime1);
        }
        if (countsItems)
            sum += (ulong)hashes.Length ^ (prime5 ^ 3527539UL);
        return sum == ulong.MaxValue ? 1546275796 : unchecked((long)sum);
    }

    public bool Equals(PyTuple? other) => other is not null && Compare(Comparison.Eq, this, other);

    public override bool Equals(object? obj) => obj is PyTuple other && Equals(other);

    public override int GetHashCode() => PyHash().GetHashCode();
}

/// <summary>Builds tuples from collection expressions.</summary>
public static class TupleBuilder
{
    public static PyTuple Create(ReadOnlySpan<Any> items) => PyTuple.Of(items);
}

/// <summary>The class <c>tuple</c>.</summary>
public static class TupleType
{
    public static readonly PyType Type = Create();

    private static PyTuple Self(Any o) => (PyTuple)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("tuple");
        type.New("cls, iterable=(), /", static a => Make((PyType)a[0].Ref!, a[1]));
        type.New(static (cls, arguments) => Make(cls, arguments.Count > 0 ? arguments[0] : PyTuple.Empty));
        type.OfOne(x => Make(type, x));
        type.Method("__len__", static self => Self(self).Count)
            .Method("__iter__", static self => Self(self).GetPyIterator())
            .Method("__contains__", "self, item, /", static (self, item) => Contains(Self(self), item))
            .Method("__getitem__", "self, index, /", static (self, index) => index.Ref is PySlice slice ? Self(self).Slice(slice)
                : Operators.IsIndex(index) ? Self(self).At(SequenceRules.IndexOf(index))
                : throw new TypeError($"tuple indices must be integers or slices, not {PyType.Of(index).ErrorName}"))
            .Method("index", "self, value, start=0, stop=9223372036854775807, /", static a => IndexOf(Self(a[0]), a))
            .Method("count", "self, value, /", static (self, value) => Self(self).Count(item => Operators.Same(item, value)))
            .Method("__repr__", static self => Self(self).Repr())
            .Method("__hash__", static self => Self(self).PyHash())
            .Method("__add__", "self, other, /", static (self, other) => other.Ref is PyTuple more
                ? new PyTuple([.. Self(self), .. more])
                : throw new TypeError($"can only concatenate tuple (not \"{PyType.Of(other).ErrorName}\") to tuple"))
            .Method("__mul__", "self, times, /", static (self, times) => Repeat(Self(self), times))
            .Method("__rmul__", "self, times, /", static (self, times) => Repeat(Self(self), times))
            .Method("__getnewargs__", static self => PyTuple.Of(new PyTuple(((PyTuple)self.Ref!).ToArray())))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) => other.Ref is PyTuple tuple ? PyTuple.Compare(op, Self(self), tuple) : Any.NotImplemented);
        return type;
    }

    internal static Any Make(PyType cls, Any items)
    {
        if (ReferenceEquals(cls, Type))
            return PyTuple.From(items);
        var made = new PyTuple([.. new PyList<Any>(Sequences.Of(items))]);
        made.SetClass(cls);
        return made;
    }

    private static bool Contains(PyTuple tuple, Any item)
    {
        foreach (var candidate in tuple)
            if (Operators.Same(candidate, item))
                return true;
        return false;
    }

    private static Any IndexOf(PyTuple tuple, Any[] a)
    {
        var stop = SequenceRules.Clamp(SequenceRules.Place(a[3]), tuple.Count);
        for (var i = SequenceRules.Clamp(SequenceRules.Place(a[2]), tuple.Count); i < stop; i++)
            if (Operators.Same(tuple[i], a[1]))
                return i;
        throw new ValueError("tuple.index(x): x not in tuple");
    }

    private static Any Repeat(PyTuple tuple, Any times)
    {
        var length = SequenceRules.RepeatedLength(tuple.Count, SequenceRules.Times(times));
        var result = new Any[length];
        for (var i = 0; i < length; i++)
            result[i] = tuple[i % tuple.Count];
        return new PyTuple(result);
    }
}
