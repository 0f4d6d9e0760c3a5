namespace Pytocs.Runtime.Core;

/// <summary>The classes <c>enumerate</c>, <c>zip</c>, <c>map</c>, <c>filter</c> and <c>reversed</c>.</summary>
internal static class Iterators
{
    public static readonly PyType Enumerate = Declare("enumerate", "cls, /, *args, **kwargs", static a => Enumerated((PyType)a[0].Ref!, (PyTuple)a[1].Ref!, (PyDict)a[2].Ref!)).Subscripted();

    public static readonly PyType Zip = Declare("zip", "cls, *iterables, strict=False", static a => new ZipIterator((PyType)a[0].Ref!, Of("zip", (PyTuple)a[1].Ref!), a[2].Truth))
        .Method("__setstate__", "self, state, /", static (o, state) =>
        {
            ((ZipIterator)o.Ref!).SetState(state);
            return Any.None;
        });

    public static readonly PyType Map = Declare("map", "cls, *args", static a =>
    {
        var given = (PyTuple)a[1].Ref!;
        if (given.Count < 2)
            throw new TypeError("map() must have at least two arguments.");
        return new MapIterator((PyType)a[0].Ref!, given[0], Of("map", PyTuple.Of(given.AsSpan()[1..])));
    });

    public static readonly PyType Filter = Declare("filter", "cls, function, iterable, /", static a => new FilterIterator((PyType)a[0].Ref!, a[1], Operators.Iter(a[2])));

    public static readonly PyType Reversed = CreateReversed();

    private static PyType Declare(string name, string signature, Func<Any[], Any> make) => PyIterator.DeclareType(name).Remakable().New(signature, make);

    private static PyType CreateReversed() => ReversedIterator.Type.New("cls, sequence, /", static a => Reverse(a[1]));

    /// <summary>An <c>enumerate</c> of arguments, for which CPython looks in words of its own.</summary>
    private static EnumerateIterator Enumerated(PyType cls, PyTuple args, PyDict keywords)
    {
        var (items, start) = (args.Count > 0 ? args[0] : Any.Unbound, args.Count > 1 ? args[1] : Any.Unbound);
        if (args.Count + keywords.Count > 2)
            throw new TypeError($"enumerate() takes at most 2 arguments ({args.Count + keywords.Count} given)");
        foreach (var (key, value) in keywords.Entries())
        {
            if (key.Ref is "iterable" && items.IsUnbound)
                items = value;
            else if (key.Ref is "start" && start.IsUnbound && (args.Count > 0 || keywords.Count > 1))
                start = value;
            else
                throw new TypeError($"'{Operators.Str(key)}' is an invalid keyword argument for enumerate()");
        }
        return items.IsUnbound ? throw new TypeError("enumerate() missing required argument 'iterable'")
            : new EnumerateIterator(cls, Operators.Iter(items), start.IsUnbound ? 0 : Operators.Index(start));
    }

    /// <summary>The iterators of several iterables.</summary>
    public static PyIterator[] Of(string function, PyTuple iterables)
    {
        var result = new PyIterator[iterables.Count];
        for (var i = 0; i < result.Length; i++)
        {
            if (!Operators.IsIterable(iterables[i]))
                throw new TypeError($"'{PyType.Of(iterables[i]).ErrorName}' object is not iterable");
            result[i] = Operators.Iter(iterables[i]);
        }
        return result;
    }

    /// <summary><c>reversed(sequence)</c>.</summary>
    /// <exception cref="TypeError">It is no sequence.</exception>
    public static Any Reverse(Any sequence)
    {
        var type = PyType.Of(sequence);
        var hook = sequence.Ref is string ? Any.Unbound : type.Special("__reversed__");
        if (hook.IsNone)
            throw new TypeError($"'{type.Name}' object is not reversible");
        if (!hook.IsUnbound)
            return hook.Call(sequence);
        if (type.Special("__getitem__").IsUnbound || type.Special("__len__").IsUnbound || sequence.Ref is PyDict)
            throw new TypeError($"'{type.Name}' object is not reversible");
        return new ReversedIterator(sequence, Operators.Len(sequence));
    }
}

internal sealed class EnumerateIterator(PyType type, PyIterator items, PyInt start) : PyIterator, IteratorState.IRemakable
{
    private PyInt _next = start;

    public override PyType Class => type;

    public PyTuple Reduce() => PyTuple.Of(type, PyTuple.Of(IteratorState.Value(items), _next));

    public override bool TryNext(out Any value)
    {
        if (!items.TryNext(out value))
            return false;
        value = PyTuple.Of(_next, value);
        _next += 1;
        return true;
    }
}

internal sealed class ZipIterator(PyType type, PyIterator[] items, bool strict) : PyIterator, IteratorState.IRemakable
{
    private bool _strict = strict;

    public override PyType Class => type;

    public PyTuple Reduce() => _strict ? PyTuple.Of(type, new PyTuple(IteratorState.Values(items)), true) : PyTuple.Of(type, new PyTuple(IteratorState.Values(items)));

    /// <summary>The state is whether all must be equally long.</summary>
    internal void SetState(Any state) => _strict = state.Truth;

    public override bool TryNext(out Any value)
    {
        value = default;
        if (items.Length == 0)
            return false;
        var parts = new Any[items.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (items[i].TryNext(out parts[i]))
                continue;
            if (_strict)
                CheckEnd(i);
            return false;
        }
        value = new PyTuple(parts);
        return true;
    }

    private void CheckEnd(int ended)
    {
        if (ended > 0)
            throw new ValueError($"zip() argument {ended + 1} is shorter than argument{(ended == 1 ? " 1" : $"s 1-{ended}")}");
        for (var i = 1; i < items.Length; i++)
            if (items[i].TryNext(out _))
                throw new ValueError($"zip() argument {i + 1} is longer than argument{(i == 1 ? " 1" : $"s 1-{i}")}");
    }
}

internal sealed class MapIterator(PyType type, Any function, PyIterator[] items) : PyIterator, IteratorState.IRemakable
{
    public override PyType Class => type;

    public PyTuple Reduce() => PyTuple.Of(type, PyTuple.Of([function, .. IteratorState.Values(items)]));

    public override bool TryNext(out Any value)
    {
        if (items.Length == 1)
        {
            if (!items[0].TryNext(out value))
                return false;
            return TryCall(function, value, out value);
        }
        value = default;
        var arguments = new Arguments();
        foreach (var source in items)
        {
            if (!source.TryNext(out var item))
                return false;
            arguments.Add(item);
        }
        value = function.Call(arguments);
        return true;
    }

    /// <summary>Calls a function; StopIteration that comes out of it ends the iteration, as that of any iterator does.</summary>
    internal static bool TryCall(Any function, Any argument, out Any result)
    {
        try
        {
            result = function.Call(argument);
            return true;
        }
        catch (StopIteration)
        {
            result = default;
            return false;
        }
    }
}

internal sealed class FilterIterator(PyType type, Any function, PyIterator items) : PyIterator, IteratorState.IRemakable
{
    public override PyType Class => type;

    public PyTuple Reduce() => PyTuple.Of(type, PyTuple.Of(function, IteratorState.Value(items)));

    public override bool TryNext(out Any value)
    {
        while (items.TryNext(out value))
        {
            var test = value;
            if (!function.IsNone && !MapIterator.TryCall(function, value, out test))
                return false;
            if (test.Truth)
                return true;
        }
        return false;
    }
}

/// <summary><c>iter(callable, sentinel)</c>.</summary>
internal sealed class CallIterator(Any function, Any sentinel) : PyIterator, IteratorState.IRemakable
{
    private static readonly PyType s_type = DeclareType("callable_iterator").Remakable();
    private bool _done;

    public override PyType Class => s_type;

    public PyTuple Reduce() => _done ? IteratorState.ByIter(PyTuple.Empty) : PyTuple.Of(Builtins.Get("iter"), PyTuple.Of(function, sentinel));

    public override bool TryNext(out Any value)
    {
        value = default;
        if (_done)
            return false;
        value = function.Call();
        _done = Operators.Same(value, sentinel);
        return !_done;
    }
}
