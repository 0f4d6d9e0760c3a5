namespace Pytocs.Runtime.Core;

/// <summary>What emitted loops run over.</summary>
public static partial class Sequences
{
    /// <summary>The items of any iterable, asked for one by one.</summary>
    public static IEnumerable<Any> Of(Any iterable)
    {
        // What they iterate over are the items as they are then, as Python's iterators of lists do.
        if (iterable.Ref is PyList<Any> { IsExact: true } or PyTuple { IsExact: true })
            return (IEnumerable<Any>)iterable.Ref;
        var items = Operators.Iter(iterable);
        if (iterable.Ref is PySet { IsExact: true } or PyDict { IsExact: true })
            items.Whole = iterable;
        return PyType.Of(iterable).IsBuiltin ? items : new HintedItems(iterable, items);
    }

    /// <summary>The items of <c>*iterable</c> in a display.</summary>
    /// <exception cref="TypeError">It is not iterable.</exception>
    public static IEnumerable<Any> Spread(Any iterable)
        => Operators.IsIterable(iterable) ? Of(iterable) : throw new TypeError($"Value after * must be an iterable, not {PyType.Of(iterable).ErrorName}");

    /// <summary>The items of the one starred argument of a call: <c>f(*iterable)</c>.</summary>
    /// <exception cref="TypeError">It is not iterable.</exception>
    public static IEnumerable<Any> Spread(Any iterable, string function)
        => Operators.IsIterable(iterable) ? Of(iterable) : throw new TypeError($"{function}() argument after * must be an iterable, not {PyType.Of(iterable).ErrorName}");

    /// <summary>Enumerates by a method that raises StopIteration at the end.</summary>
    public static IEnumerator<T> Enumerate<T>(Func<T> next)
    {
        while (true)
        {
            T item;
            try
            {
                item = next();
            }
            catch (StopIteration)
            {
                yield break;
            }
            yield return item;
        }
    }

    /// <summary><c>range(stop)</c>.</summary>
    public static PyRange Range(Any stop) => new(0, Operators.Index(stop), 1);

    public static PyRange Range(Any start, Any stop) => new(Operators.Index(start), Operators.Index(stop), 1);

    public static PyRange Range(Any start, Any stop, Any step) => new(Operators.Index(start), Operators.Index(stop), Operators.Index(step));

    /// <summary><c>enumerate(items)</c>.</summary>
    public static IEnumerable<(PyInt Index, T Item)> Enumerate<T>(IEnumerable<T> items)
    {
        PyInt index = 0;
        foreach (var item in items)
            yield return (index++, item);
    }

    /// <summary><c>enumerate(items, start)</c>.</summary>
    public static IEnumerable<(PyInt Index, T Item)> Enumerate<T>(IEnumerable<T> items, PyInt start)
    {
        foreach (var item in items)
            yield return (start++, item);
    }

    /// <summary><c>reversed(items)</c>: positions from the last to the first, as the list is when each is reached.</summary>
    public static IEnumerable<T> Reversed<T>(PyList<T> items) => new ReversedItems<T>(items);

    /// <summary><c>reversed(range)</c>.</summary>
    public static PyRange Reversed(PyRange range) => range.Reversed();

    /// <summary><c>zip(a, b)</c>.</summary>
    public static IEnumerable<(A, B)> Zip<A, B>(IEnumerable<A> a, IEnumerable<B> b) => a.Zip(b);

    public static IEnumerable<(A, B, C)> Zip<A, B, C>(IEnumerable<A> a, IEnumerable<B> b, IEnumerable<C> c) => a.Zip(b, c);

    public static IEnumerable<(A, B, C, D)> Zip<A, B, C, D>(IEnumerable<A> a, IEnumerable<B> b, IEnumerable<C> c, IEnumerable<D> d)
        => a.Zip(b, c).Zip(d, static (x, y) => (x.First, x.Second, x.Third, y));
}

/// <summary>Parts of dict displays: <c>{**a, key: value}</c>.</summary>
public static class Displays
{
    public static Any Pair(Any key, Any value) => PyTuple.Of(key, value);

    public static Any Spread(Any mapping) => mapping.Ref is PyDict ? mapping
        : Operators.GetAttr(mapping, "keys", Any.Unbound).IsUnbound ? throw new TypeError($"'{PyType.Of(mapping).ErrorName}' object is not a mapping") : mapping;

    public static PyDict<Any, Any> Dict(params ReadOnlySpan<Any> parts)
    {
        var result = new PyDict<Any, Any>();
        foreach (var part in parts)
        {
            if (part.Ref is PyTuple pair)
                result[pair[0]] = pair[1];
            else
                result.UpdateAny(part);
        }
        return result;
    }
}

/// <summary>Calls that give nothing, where Python's None is wanted.</summary>
public static class Functions
{
    public static Any None(Action action)
    {
        action();
        return Any.None;
    }

    /// <summary><c>super()</c> in a function that takes no positional argument.</summary>
    /// <exception cref="RuntimeError"/>
    public static Any NoSuper() => throw new RuntimeError("super(): no arguments");

    /// <summary><c>super()</c> by a name that may be something else's.</summary>
    /// <param name="called">What the name says.</param>
    /// <param name="own">What the built-in gives, which finds the class and the object by itself.</param>
    public static Any Super(Any called, Func<Any> own) => ReferenceEquals(called.Ref, Core.Super.Type) ? own() : called.Call();
}

/// <summary>Reads of names that may have no value.</summary>
public static class Names
{
    /// <exception cref="UnboundLocalError"/>
    public static Any Local(Any value, string name) => value.IsUnbound
        ? throw new UnboundLocalError($"cannot access local variable '{name}' where it is not associated with a value")
        : value;

    /// <exception cref="NameError"/>
    public static Any Free(Any value, string name) => value.IsUnbound
        ? throw new NameError($"cannot access free variable '{name}' where it is not associated with a value in enclosing scope") { Name = name }
        : value;

    /// <summary><c>locals()</c> of a function: those of its names that have a value.</summary>
    public static PyDict<Any, Any> Locals(params ReadOnlySpan<(string Name, Any Value)> names)
    {
        var result = new PyDict<Any, Any>();
        foreach (var (name, value) in names)
            if (!value.IsUnbound)
                result[name] = value;
        return result;
    }

    /// <summary>A name of another module, which may not have bound it yet.</summary>
    /// <exception cref="AttributeError"/>
    public static Any Member(Any value, PyModule module, string name) => value.IsUnbound ? ((Any)module).Get(name) : value;

    /// <exception cref="NameError"/>
    public static Any Global(Any value, string name) => value.IsUnbound ? Builtins.Get(name) : value;
}
