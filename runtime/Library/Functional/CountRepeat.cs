namespace Pytocs.Runtime.Core;

/// <summary><c>itertools.count</c>.</summary>
internal sealed class CountIterator(Any start, Any step) : PyIterator
{
    public static readonly PyType Type = DeclareType("count", "itertools")
        .New("cls, start=0, step=1", static a => new CountIterator(Number(a[1]), Number(a[2])))
        .Method("__repr__", static o => ((CountIterator)o.Ref!).Repr())
        .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(((CountIterator)o.Ref!)._next, ((CountIterator)o.Ref!).Step)));

    private Any _next = start;

    public override PyType Class => Type;

    private Any Step => step;

    private static Any Number(Any value)
        => Operators.IsIntLike(value) || value.IsFloat || value.Ref is System.Numerics.Complex || !PyType.Of(value).Lookup("__index__").IsUnbound || !PyType.Of(value).Lookup("__float__").IsUnbound
            ? value
            : throw new TypeError("a number is required");

    public override bool TryNext(out Any value)
    {
        value = _next;
        _next += step;
        return true;
    }

    private string Repr() => step.IsSmallInt && step == 1 ? $"count({Operators.Repr(_next)})" : $"count({Operators.Repr(_next)}, {Operators.Repr(step)})";
}

/// <summary><c>itertools.repeat</c>.</summary>
internal sealed class RepeatIterator(Any item, long? times) : PyIterator
{
    public static readonly PyType Type = DeclareType("repeat", "itertools")
        .New("cls, object, times=", static a => new RepeatIterator(a[1], a[2].IsUnbound ? null : Math.Max(0, SequenceRules.IndexOf(a[2]))), Any.Unbound)
        .Method("__length_hint__", static o => ((RepeatIterator)o.Ref!)._left ?? throw new TypeError("len() of unsized object"))
        .Method("__reduce__", static o => PyTuple.Of(Type!, ((RepeatIterator)o.Ref!)._left is { } left ? PyTuple.Of(((RepeatIterator)o.Ref!).Item, left) : PyTuple.Of(((RepeatIterator)o.Ref!).Item)))
        .Method("__repr__", static o => ((RepeatIterator)o.Ref!).Repr());

    private long? _left = times;

    private Any Item => item;

    public override PyType Class => Type;

    public override bool TryNext(out Any value)
    {
        value = item;
        if (_left is 0)
            return false;
        _left--;
        return true;
    }

    private string Repr() => _left is { } left ? $"repeat({Operators.Repr(item)}, {left})" : $"repeat({Operators.Repr(item)})";
}
