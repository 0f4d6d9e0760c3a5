using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>Items, membership, length and iteration.</summary>
public static partial class Operators
{
    /// <summary><c>o[key]</c>.</summary>
    /// <exception cref="TypeError">The object is not subscriptable.</exception>
    public static Any GetItem(Any o, Any key)
    {
        switch (o.Ref)
        {
            case string s when key.Ref is PySlice slice:
                return Core.Str.Slice(s, slice.Start, slice.Stop, slice.Step);
            case string s:
                return IsIndex(key) ? Core.Str.Index(s, Index(key))
                    : throw new TypeError($"string indices must be integers, not '{PyType.Of(key).ErrorName}'");
            case PyList list when key.Ref is null && list.IsExact:
                return list.Get(key.Bits);
            case PyTuple tuple when key.Ref is null && tuple.IsExact && (ulong)key.Bits < (ulong)tuple.Count:
                return tuple[(int)key.Bits];
            case PyDict<Any, Any> dict when dict.IsExact && dict.GetType() == typeof(PyDict<Any, Any>):
                return dict[key];
            case PyType cls:
                return GetTypeItem(cls, key);
        }
        if (o.Ref is PyDeque)
            CheckPlace(key);
        var method = PyType.Of(o).Special("__getitem__");
        return method.IsUnbound ? throw new TypeError($"'{PyType.Of(o).ErrorName}' object is not subscriptable") : method.Call(o, key);
    }

    private static Any GetTypeItem(PyType cls, Any key)
    {
        var meta = cls.Class.Special("__getitem__");
        if (!meta.IsUnbound)
            return meta.Call(cls, key);
        if (ReferenceEquals(cls, PyType.Type))
            return GenericAlias.Of(cls, key);
        var own = TypeAttributes.TryGet(cls, "__class_getitem__");
        return own.IsUnbound ? throw new TypeError($"type '{cls.Name}' is not subscriptable") : own.Call(key);
    }

    /// <summary><c>o[key] = value</c>.</summary>
    public static void SetItem(Any o, Any key, Any value)
    {
        switch (o.Ref)
        {
            case PyList list when key.Ref is null && list.IsExact:
                list.Set(key.Bits, value);
                return;
            case PyDict<Any, Any> dict when dict.IsExact && dict.GetType() == typeof(PyDict<Any, Any>):
                dict[key] = value;
                return;
        }
        if (o.Ref is PyDeque)
            CheckPlace(key);
        var method = PyType.Of(o).Special("__setitem__");
        if (method.IsUnbound)
            throw new TypeError($"'{PyType.Of(o).ErrorName}' object does not support item assignment");
        method.Call(o, key, value);
    }

    /// <summary><c>del o[key]</c>.</summary>
    public static void DelItem(Any o, Any key)
    {
        if (o.Ref is PyDeque)
            CheckPlace(key);
        var method = PyType.Of(o).Special("__delitem__");
        if (method.IsUnbound)
            throw new TypeError($"'{PyType.Of(o).ErrorName}' object {(IsIndex(key) && IsLikeSequence(PyType.Of(o)) ? "doesn't" : "does not")} support item deletion");
        method.Call(o, key);
    }

    /// <summary>What an operator says of an index before a class that is only a sequence sees it.</summary>
    private static void CheckPlace(Any key)
    {
        if (!IsIndex(key))
            throw new TypeError($"sequence index must be integer, not '{PyType.Of(key).ErrorName}'");
        _ = SequenceRules.IndexOf(key);
    }

    /// <summary>Whether CPython has a table of sequence operations for a class; it asks there for items whose keys are ints.</summary>
    private static bool IsLikeSequence(PyType type)
        => !type.IsBuiltin || !type.Special("__len__").IsUnbound || !type.Special("__contains__").IsUnbound || !type.Special("__getitem__").IsUnbound;

    /// <summary><c>item in o</c>.</summary>
    public static bool Contains(Any o, Any item)
    {
        if (o.Ref is string s)
            return item.Ref is string part
                ? Core.Str.Contains(s, part)
                : throw new TypeError($"'in <string>' requires string as left operand, not {PyType.Of(item).ErrorName}");
        if (o.Ref is PyDict<Any, Any> { IsExact: true } dict && dict.GetType() == typeof(PyDict<Any, Any>))
            return dict.ContainsKey(item);
        if (o.Ref is PySet { IsExact: true } set && item.Ref is null or string)
            return set.ContainsAny(item);
        var type = PyType.Of(o);
        var method = type.Special("__contains__");
        if (method.IsNone)
            throw new TypeError($"'{type.Name}' object is not a container");
        if (!method.IsUnbound)
            return method.Call(o, item).Truth;
        if (type.Special("__iter__").IsUnbound && type.Special("__getitem__").IsUnbound)
            throw new TypeError($"argument of type '{type.Name}' is not iterable");
        foreach (var element in o)
            if (Same(element, item))
                return true;
        return false;
    }

    /// <summary><c>len(o)</c>.</summary>
    public static long Len(Any o)
    {
        if (o.Ref is string s)
            return Core.Str.Length(s);
        if (o.Ref is PyList { IsExact: true } list)
            return list.Count;
        if (o.Ref is PyDict { IsExact: true } dict)
            return dict.Count;
        if (o.Ref is PyTuple { IsExact: true } tuple)
            return tuple.Count;
        var method = PyType.Of(o).Special("__len__");
        if (method.IsUnbound)
            throw new TypeError($"object of type '{PyType.Of(o).ErrorName}' has no len()");
        var length = Index(method.Call(o));
        return length >= 0 ? (long)length : throw new ValueError("__len__() should return >= 0");
    }

    /// <summary><c>iter(o)</c>.</summary>
    /// <exception cref="TypeError">The object is not iterable.</exception>
    public static PyIterator Iter(Any o)
    {
        switch (o.Ref)
        {
            case PyIterator iterator:
                return iterator;
            case PyContainer { IsExact: false } derived when derived.Class.Special("__iter__").Ref is not PyFunction { IsBuiltin: true }:
                break;
            case IPyIterable iterable:
                return iterable.GetPyIterator();
            case string s:
                return new StrIterator(s);
        }
        var type = PyType.Of(o);
        var method = type.Special("__iter__");
        if (method.IsNone)
            throw new TypeError($"'{type.Name}' object is not iterable");
        if (!method.IsUnbound)
        {
            var result = method.Call(o);
            if (result.Ref is PyIterator direct)
                return direct;
            if (PyType.Of(result).Special("__next__").IsUnbound)
                throw new TypeError($"iter() returned non-iterator of type '{PyType.Of(result).ErrorName}'");
            return new UserIterator(result);
        }
        if (!type.Special("__getitem__").IsUnbound)
            return new SequenceIterator(o);
        if (o.Ref is IEnumerable foreign and not IPyObject)
            return new EnumerableIterator(foreign);
        throw new TypeError($"'{type.Name}' object is not iterable");
    }

    /// <summary>Whether <c>iter(o)</c> would succeed.</summary>
    internal static bool IsIterable(Any o)
    {
        if (o.Ref is string or IPyIterable or PyIterator)
            return true;
        var method = PyType.Of(o).Special("__iter__");
        return (!method.IsUnbound && !method.IsNone) || !PyType.Of(o).Special("__getitem__").IsUnbound || o.Ref is IEnumerable and not IPyObject;
    }

    /// <summary><c>iter(o)</c> by the class's own <c>__iter__</c>.</summary>
    internal static PyIterator IterByMethod(Any o)
    {
        var result = PyType.Of(o).Special("__iter__").Call(o);
        if (result.Ref is PyIterator direct)
            return direct;
        return PyType.Of(result).Special("__next__").IsUnbound
            ? throw new TypeError($"iter() returned non-iterator of type '{PyType.Of(result).ErrorName}'")
            : new UserIterator(result);
    }

    /// <summary><c>item in container</c>, the item being evaluated first.</summary>
    public static bool In(Any item, Any container) => Contains(container, item);

    /// <summary><c>next(o)</c>.</summary>
    /// <exception cref="StopIteration">The iterator is exhausted.</exception>
    public static Any Next(Any o)
    {
        var method = PyType.Of(o).Special("__next__");
        if (o.Ref is PyIterator iterator)
            return iterator.Next();
        return method.IsUnbound ? throw new TypeError($"'{PyType.Of(o).ErrorName}' object is not an iterator") : method.Call(o);
    }

    /// <summary><c>next(o, fallback)</c>.</summary>
    public static Any Next(Any o, Any fallback)
    {
        if (o.Ref is PyIterator iterator)
            return iterator.TryNext(out var value) ? value : fallback;
        try
        {
            return Next(o);
        }
        catch (StopIteration)
        {
            return fallback;
        }
    }

    /// <summary>The pairs of a mapping: a dict's own, else by <c>keys()</c> and indexing.</summary>
    /// <exception cref="TypeError">The object is no mapping.</exception>
    public static IEnumerable<(Any Key, Any Value)> MappingItems(Any mapping)
    {
        if (!IsMapping(mapping))
            throw new TypeError($"argument after ** must be a mapping, not {PyType.Of(mapping).ErrorName}");
        return Pairs(mapping);

        static IEnumerable<(Any, Any)> Pairs(Any mapping)
        {
            var keys = Iter(mapping.Invoke("keys"));
            while (keys.TryNext(out var key))
                yield return (key, GetItem(mapping, key));
        }
    }

    /// <summary>Whether <c>**</c> takes a value apart.</summary>
    internal static bool IsMapping(Any value) => value.Ref is PyDict || !GetAttr(value, "keys", Any.Unbound).IsUnbound;

    /// <summary>All items of an iterable, in order.</summary>
    public static List<Any> ToList(Any iterable)
    {
        var result = new List<Any>();
        foreach (var item in iterable)
            result.Add(item);
        return result;
    }

    /// <summary>Unpacks an iterable into exactly <paramref name="count"/> targets.</summary>
    /// <exception cref="ValueError">Too few or too many values.</exception>
    public static Any[] Unpack(Any iterable, int count)
    {
        // The caller only reads.
        if (iterable.Ref is PyTuple { IsExact: true } tuple && tuple.Count == count)
            return tuple.Items;
        var result = new Any[count];
        var iterator = IterForUnpack(iterable);
        for (var i = 0; i < count; i++)
            if (!iterator.TryNext(out result[i]))
                throw new ValueError($"not enough values to unpack (expected {count}, got {i})");
        if (!iterator.TryNext(out _))
            return result;
        throw new ValueError($"too many values to unpack (expected {count})");
    }

    /// <summary>Unpacks with one starred target: its items come as a list at index <paramref name="before"/>.</summary>
    public static Any[] Unpack(Any iterable, int before, int after)
    {
        var items = new List<Any>();
        var iterator = IterForUnpack(iterable);
        while (iterator.TryNext(out var item))
            items.Add(item);
        if (items.Count < before + after)
            throw new ValueError($"not enough values to unpack (expected at least {before + after}, got {items.Count})");
        var result = new Any[before + 1 + after];
        items.CopyTo(0, result, 0, before);
        result[before] = new PyList<Any>(items.GetRange(before, items.Count - before - after));
        items.CopyTo(items.Count - after, result, before + 1, after);
        return result;
    }

    private static PyIterator IterForUnpack(Any iterable)
    {
        try
        {
            return Iter(iterable);
        }
        catch (TypeError e) when (e.Str().EndsWith("object is not iterable", StringComparison.Ordinal))
        {
            throw new TypeError($"cannot unpack non-iterable {PyType.Of(iterable).ErrorName} object");
        }
    }
}
