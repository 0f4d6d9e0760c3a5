namespace Pytocs.Interpreter;

/// <summary>The items of a display or call: each is one item, or an iterable to be spread.</summary>
internal sealed class Items(Expr[] parts, bool[] spread)
{
    public bool HasSpread { get; } = spread.Any(static s => s);

    public Any[] Array(Frame f)
    {
        if (HasSpread)
            return [.. List(f)];
        var items = new Any[parts.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = parts[i].Eval(f);
        return items;
    }

    private List<Any> List(Frame f)
    {
        var items = new List<Any>();
        for (var i = 0; i < parts.Length; i++)
        {
            var value = parts[i].Eval(f);
            if (!spread[i])
            {
                items.Add(value);
                continue;
            }
            if (!Operators.IsIterable(value))
                throw new TypeError($"Value after * must be an iterable, not {PyType.Of(value).ErrorName}");
            foreach (var item in value)
                items.Add(item);
        }
        return items;
    }
}

internal sealed class TupleExpr(Items items) : Expr
{
    public override Any Eval(Frame f) => new PyTuple(items.Array(f));
}

internal sealed class ListExpr(Items items) : Expr
{
    public override Any Eval(Frame f) => new PyList<Any>(items.Array(f));
}

internal sealed class SetExpr(Items items, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var array = items.Array(f);
        f.At = at;
        return new PySet<Any>(array);
    }
}

/// <summary>A dict display; a null key spreads a mapping.</summary>
internal sealed class DictExpr(Expr?[] keys, Expr[] values, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var dict = new PyDict<Any, Any>();
        for (var i = 0; i < values.Length; i++)
        {
            if (keys[i] is { } key)
            {
                var k = key.Eval(f);
                var v = values[i].Eval(f);
                f.At = at;
                dict[k] = v;
                continue;
            }
            var mapping = values[i].Eval(f);
            f.At = at;
            if (!Operators.IsMapping(mapping))
                throw new TypeError($"'{PyType.Of(mapping).ErrorName}' object is not a mapping");
            foreach (var (k, v) in Operators.MappingItems(mapping))
                dict[k] = v;
        }
        return dict;
    }
}
