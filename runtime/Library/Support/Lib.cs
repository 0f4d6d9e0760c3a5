using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Short forms that library modules share.</summary>
internal static class Lib
{
    /// <summary>A real number as a float.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static double Real(Any value) => FloatType.Real(value);

    /// <summary>An argument that must be a str.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static string Text(Any value, string what = "argument")
        => PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"{what} must be str, not {Given(value)}");

    /// <summary>The type of an argument as CPython's argument parser says it.</summary>
    public static string Given(Any value) => value.IsNone ? "None" : PyType.Of(value).ErrorName;

    /// <summary>A str on which Python code of the library calls a method before anything else.</summary>
    /// <exception cref="AttributeError">It is none, and has no such method.</exception>
    public static string TextWith(Any value, string method)
        => PyValueInstance.Unwrap(value).Ref as string ?? throw (value.Ref is PyBytesBase ? null : new AttributeError($"'{PyType.Of(value).ErrorName}' object has no attribute '{method}'", method, value) as BaseException) ?? new TypeError("a bytes-like object is required, not 'str'");

    /// <summary>An int that fits 64 bits.</summary>
    public static long Int(Any value) => (long)Operators.Index(value);

    /// <summary>A str, or null for None.</summary>
    public static string? Optional(Any value) => value.IsNone ? null : Text(value);

    /// <summary>Runs an action and gives None.</summary>
    public static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    /// <summary>A list of values.</summary>
    public static PyList<Any> List(IEnumerable<Any> items) => new(items);

    /// <summary>A list of strings.</summary>
    public static PyList<Any> List(IEnumerable<string> items) => new(items.Select(static i => (Any)i));

    private static readonly PyType s_generator = PyIterator.DeclareType("generator");

    /// <summary>An iterator that finds each item when it is asked for.</summary>
    public static PyIterator Generator(IEnumerable<Any> items) => new SequenceOf(s_generator, items);

    /// <summary>A sub-class of a built-in class.</summary>
    public static PyType Class(string name, string module, PyType? @base = null)
    {
        var type = PyType.Builtin(name, @base, module);
        return type;
    }

    /// <summary>The truth of a keyword argument.</summary>
    public static bool Flag(Any value) => value.Truth;

    /// <summary>What a name of the module is now: programs replace functions of modules.</summary>
    public static PyTuple Tuple(Any value) => (PyTuple)value.Ref!;

    /// <summary>The dictionary of <c>**kwargs</c>.</summary>
    public static PyDict Dict(Any value) => (PyDict)value.Ref!;

    /// <summary>Calls with positional and keyword arguments.</summary>
    public static Any Call(Any function, PyTuple args, PyDict kwargs)
    {
        var arguments = new Arguments(args.AsSpan());
        foreach (var (key, value) in kwargs.Entries())
            arguments.Add(Operators.Str(key), value);
        return function.Call(arguments);
    }
}
