namespace Pytocs.Runtime.Core;

/// <summary>What C# callers know sets by. A frozenset refuses what would change it, as read-only collections do.</summary>
public partial class PySet<T> : ISet<T>, IReadOnlySet<T>
{
    private PySet<T> Changeable => IsFrozen ? throw new NotSupportedException("A frozenset does not change.") : this;

    private static PySet<T> AsSet(IEnumerable<T> items) => items as PySet<T> ?? new PySet<T>(items);

    bool ISet<T>.Add(T item)
    {
        var before = Changeable.Count;
        Add(item);
        return Count > before;
    }

    void ISet<T>.UnionWith(IEnumerable<T> other) => Changeable.Update(other);

    void ISet<T>.ExceptWith(IEnumerable<T> other) => Changeable.DifferenceUpdate(other);

    void ISet<T>.IntersectWith(IEnumerable<T> other) => Changeable.IntersectionUpdate(AsSet(other));

    void ISet<T>.SymmetricExceptWith(IEnumerable<T> other) => Changeable.SymmetricDifferenceUpdate(AsSet(other));

    /// <inheritdoc cref="ISet{T}.IsSubsetOf"/>
    public bool IsSubsetOf(IEnumerable<T> other) => IsSubset(AsSet(other));

    /// <inheritdoc cref="ISet{T}.IsSupersetOf"/>
    public bool IsSupersetOf(IEnumerable<T> other) => AsSet(other).IsSubset(this);

    /// <inheritdoc cref="ISet{T}.IsProperSubsetOf"/>
    public bool IsProperSubsetOf(IEnumerable<T> other) => AsSet(other) is var set && Count < set.Count && IsSubset(set);

    /// <inheritdoc cref="ISet{T}.IsProperSupersetOf"/>
    public bool IsProperSupersetOf(IEnumerable<T> other) => AsSet(other) is var set && set.Count < Count && set.IsSubset(this);

    /// <inheritdoc cref="ISet{T}.Overlaps"/>
    public bool Overlaps(IEnumerable<T> other) => !IsDisjoint(AsSet(other));

    /// <inheritdoc cref="ISet{T}.SetEquals"/>
    public bool SetEquals(IEnumerable<T> other) => AsSet(other) is var set && set.Count == Count && IsSubset(set);
}
