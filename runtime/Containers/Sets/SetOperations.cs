namespace Pytocs.Runtime.Core;

/// <summary>Set algebra on dynamic values, in the order in which CPython builds results.</summary>
internal static class SetOperations
{
    public static bool Equal(PySet a, PySet b) => a.Count == b.Count && IsSubset(a, b);

    public static bool IsSubset(PySet a, PySet b)
    {
        if (a.Count > b.Count)
            return false;
        if (a.TrySubset(b) is { } known)
            return known;
        foreach (var item in Items(a))
            if (!b.ContainsAny(item))
                return false;
        return true;
    }

    public static bool IsDisjoint(PySet a, Any other)
    {
        if (other.Ref is PySet b)
        {
            if (a.IsDisjointFrom(b) is { } known)
                return known;
            var (small, large) = b.Count > a.Count ? (a, b) : (b, a);
            return !Items(small).Any(large.ContainsAny);
        }
        foreach (var item in other)
            if (a.ContainsAny(item))
                return false;
        return true;
    }

    public static IEnumerable<Any> Items(PySet set)
    {
        for (var i = 0; i < set.SlotCount; i++)
            if (set.TrySlot(i, out var item))
                yield return item;
    }

    /// <summary>An operand that need not be a set: <c>s.union(items)</c>.</summary>
    public static PySet AsSet(Any value)
    {
        if (value.Ref is PySet given)
            return given;
        var set = new PySet<Any>();
        Update(set, value);
        return set;
    }

    public static PySet<Any> Union(PySet a, Any other)
    {
        var result = a.ToDynamic(a.IsFrozen);
        if (!ReferenceEquals(a, other.Ref))
            Update(result, other);
        return result;
    }

    public static void Update(PySet target, Any other)
    {
        if (other.Ref is PySet set)
        {
            target.Merge(set);
            return;
        }
        if (other.Ref is PyDict { IsExact: true } dict && ReferenceEquals(dict.Class, DictType.Type))
        {
            target.UpdateByDict(dict);
            return;
        }
        foreach (var item in Operators.ToList(other))
            target.AddAny(item);
    }

    /// <summary>A set, once another's items are added.</summary>
    public static PySet Updated(PySet target, Any other)
    {
        Update(target, other);
        return target;
    }

    /// <summary><c>target.difference_update(other)</c>.</summary>
    public static void Remove(PySet target, Any other)
    {
        foreach (var item in Operators.ToList(other))
            target.RemoveAny(item);
        target.DropDummies();
    }

    /// <summary><c>target.symmetric_difference_update(other)</c>.</summary>
    public static void Toggle(PySet target, Any other)
    {
        // A set without its own items is a cleared one, which has forgotten them.
        if (ReferenceEquals(target, other.Ref))
        {
            target.Clear();
            return;
        }
        // A dict itself gives the order, anything else the set of its items.
        foreach (var item in ReferenceEquals(PyType.Of(other), DictType.Type) ? [.. Operators.ToList(other)] : Items(AsSet(other)).ToArray())
            if (!target.RemoveAny(item))
                target.AddAny(item);
    }

    public static PySet<Any> Intersection(PySet a, Any other)
    {
        if (ReferenceEquals(a, other.Ref))
            return a.ToDynamic(a.IsFrozen);
        if (other.Ref is PySet like && a.Combine(like, SetOperator.And) is { } combined)
            return combined;
        PySet<Any> result = a.IsFrozen ? new PyFrozenSet() : new PySet<Any>();
        if (other.Ref is PySet b)
        {
            // The smaller set gives the order.
            var (small, large) = b.Count > a.Count ? (a, b) : (b, a);
            foreach (var item in Items(small))
                if (large.ContainsAny(item))
                    result.Add(item);
            return result;
        }
        foreach (var item in other)
            if (a.ContainsAny(item))
                result.Add(item);
        return result;
    }

    public static PySet<Any> Difference(PySet a, Any other)
    {
        if (other.Ref is PySet like && a.Combine(like, SetOperator.Sub) is { } combined)
            return combined;
        PySet<Any> result = a.IsFrozen ? new PyFrozenSet() : new PySet<Any>();
        // What is no set, and few items of many, are taken away from a copy.
        if (other.Ref is not (PySet or PyDict) || (a.Count >> 2 > Operators.Len(other)))
        {
            result = a.ToDynamic(a.IsFrozen);
            foreach (var item in Operators.ToList(other))
                result.RemoveAny(item);
            result.DropDummies();
            return result;
        }
        foreach (var item in Items(a))
            if (!(other.Ref is PySet b ? b.ContainsAny(item) : ((PyDict)other.Ref).ContainsAny(item)))
                result.Add(item);
        return result;
    }

    public static PySet<Any> SymmetricDifference(PySet a, Any other)
    {
        var operand = AsSet(other);
        if (a.Combine(operand, SetOperator.Xor) is { } combined)
            return combined;
        var result = operand.ToDynamic(a.IsFrozen);
        foreach (var item in Items(a))
            if (!result.RemoveAny(item))
                result.Add(item);
        return result;
    }

    /// <summary>CPython's hash of a frozenset: independent of order.</summary>
    public static long Hash(PySet set) => set.HashOfAll();
}

/// <summary>What makes one set of two.</summary>
internal enum SetOperator
{
    And, Sub, Xor,
}
