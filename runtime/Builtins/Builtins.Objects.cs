namespace Pytocs.Runtime.Core;

/// <summary>Built-ins about objects, iteration and input.</summary>
public static partial class Builtins
{
    /// <summary><c>vars(obj)</c>.</summary>
    /// <exception cref="TypeError">The object has no <c>__dict__</c>.</exception>
    public static Any Vars(Any obj)
    {
        if (obj.IsUnbound)
            return new PyDict<Any, Any>();
        var dict = Operators.GetAttr(obj, "__dict__", Any.Unbound);
        return dict.IsUnbound ? throw new TypeError("vars() argument must have __dict__ attribute") : dict;
    }

    /// <summary><c>dir(obj)</c>: the sorted names.</summary>
    public static PyList<Any> Dir(Any obj)
    {
        if (obj.IsUnbound)
            return [];
        var hook = PyType.Of(obj).Special("__dir__");
        if (obj.Ref is PyType or PyModule && hook.Ref is PyFunction { IsBuiltin: true })
            hook = Any.Unbound;
        if (obj.Ref is PyModule module && module.TryGet("__dir__") is { IsUnbound: false } own)
            return Sorted(own.Call());
        if (obj.Ref is PyModule { Class.IsBuiltin: false } && Operators.GetAttr(obj, "__dict__").Ref is not PyDict)
            throw new TypeError("<module>.__dict__ is not a dictionary");
        return Sorted(hook.IsUnbound ? new PyList<Any>(Core.Dir.Of(obj).Select(static n => (Any)n)) : hook.Call(obj));
    }

    /// <summary><c>sorted(iterable, key=key, reverse=reverse)</c>.</summary>
    public static PyList<Any> Sorted(Any iterable, Any? key = null, bool reverse = false)
    {
        var result = new PyList<Any>(Operators.ToList(iterable));
        result.SortAny(key ?? Any.None, reverse);
        return result;
    }

    /// <summary><c>min(iterable)</c>, or the least of several values.</summary>
    public static Any Min(params ReadOnlySpan<Any> values) => Extreme("min", PyTuple.Of(values), Any.None, Any.Unbound, isMax: false);

    /// <summary><c>max(iterable)</c>, or the greatest of several values.</summary>
    public static Any Max(params ReadOnlySpan<Any> values) => Extreme("max", PyTuple.Of(values), Any.None, Any.Unbound, isMax: true);

    /// <summary><c>abs(x)</c>.</summary>
    public static Any Abs(Any x) => Operators.Abs(x);

    /// <inheritdoc cref="Abs(Any)"/>
    public static PyInt Abs(PyInt x) => PyInt.Abs(x);

    /// <inheritdoc cref="Abs(Any)"/>
    public static double Abs(double x) => Math.Abs(x);

    /// <summary><c>round(number)</c>.</summary>
    public static Any Round(Any number) => Round(number, Any.None);

    /// <summary><c>divmod(a, b)</c>.</summary>
    public static Any DivMod(Any a, Any b) => Operators.DivMod(a, b);

    /// <summary><c>pow(a, b)</c> or <c>pow(a, b, modulus)</c>.</summary>
    public static Any Pow(Any a, Any b, Any? modulus = null) => Operators.Pow(a, b, modulus ?? Any.None);

    /// <summary><c>enumerate(iterable, start)</c>.</summary>
    public static PyIterator Enumerate(Any iterable, PyInt? start = null) => new EnumerateIterator(Iterators.Enumerate, Operators.Iter(iterable), start ?? 0);

    /// <summary><c>zip(*iterables)</c>.</summary>
    public static PyIterator Zip(params ReadOnlySpan<Any> iterables) => new ZipIterator(Iterators.Zip, Iterators.Of("zip", PyTuple.Of(iterables)), false);

    /// <summary><c>map(function, *iterables)</c>.</summary>
    public static PyIterator Map(Any function, params ReadOnlySpan<Any> iterables) => new MapIterator(Iterators.Map, function, Iterators.Of("map", PyTuple.Of(iterables)));

    /// <summary><c>filter(function, iterable)</c>.</summary>
    public static PyIterator Filter(Any function, Any iterable) => new FilterIterator(Iterators.Filter, function, Operators.Iter(iterable));

    /// <summary><c>reversed(sequence)</c>.</summary>
    public static Any Reversed(Any sequence) => Iterators.Reverse(sequence);

    /// <summary><c>range(stop)</c>, <c>range(start, stop, step)</c>.</summary>
    public static PyRange Range(PyInt stop) => new(0, stop, 1);

    /// <inheritdoc cref="Range(PyInt)"/>
    public static PyRange Range(PyInt start, PyInt stop, PyInt? step = null) => new(start, stop, step ?? 1);

    /// <summary><c>open(file, mode, ...)</c>.</summary>
    public static Any Open(Any file, string mode = "r", int buffering = -1, string? encoding = null, string? errors = null, string? newline = null)
        => OpenFunction.Open([file, mode, buffering, encoding, errors, newline, true, Any.None]);

    /// <summary><c>input(prompt)</c>.</summary>
    /// <exception cref="EOFError">The input has ended.</exception>
    public static string Input(Any prompt)
    {
        Flush();
        if (prompt.Ref is not string { Length: 0 })
        {
            StdIO.CurrentOut.Invoke("write", Operators.Str(prompt));
            Flush();
        }
        var line = Operators.Str(StdIO.CurrentIn.Invoke("readline"));
        if (line.Length == 0)
            throw new EOFError("EOF when reading a line");
        return line.EndsWith('\n') ? line[..^1] : line;
    }

    /// <summary>What the stream says of it is not heard.</summary>
    private static void Flush()
    {
        try
        {
            StdIO.CurrentOut.Invoke("flush");
        }
        catch (BaseException)
        {
        }
    }

    /// <inheritdoc cref="Input(Any)"/>
    public static string Input() => Input("");
}
