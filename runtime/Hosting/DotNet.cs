using System.Numerics;
using Pytocs.Runtime.Async;

namespace Pytocs.Runtime.Core;

/// <summary>
/// What generated code says of C# classes that Python code uses: their members as Python sees them, and how values go from one side to
/// the other.
/// </summary>
public static class DotNet
{
    /// <summary>Makes a C# class known; its members are added to what this gives.</summary>
    /// <param name="type">The C# class.</param>
    /// <param name="name">Its name in Python.</param>
    /// <param name="module">The Python module, named like the C# namespace.</param>
    /// <param name="base">What the class of its C# base is in Python.</param>
    public static PyType Class(Type type, string name, string module, PyType? @base = null) => ForeignType.Declare(type, name, module, @base);

    /// <summary>A namespace as a module.</summary>
    public static PyModule Module(string name, params ReadOnlySpan<PyType> classes)
    {
        var module = new PyModule(name).Package();
        foreach (var type in classes)
            module.Type(type);
        return module;
    }

    /// <summary>Makes the modules of namespaces known, and those that they lie in; a module of the program that has such a name stays.</summary>
    public static void Register(params ReadOnlySpan<PyModule> modules)
    {
        SharedConsole.Share();
        foreach (var module in modules)
            Modules.Register(module.Name, () => module);
        foreach (var module in modules)
            for (var dot = module.Name.LastIndexOf('.'); dot > 0; dot = module.Name.LastIndexOf('.', dot - 1))
                if (module.Name[..dot] is var parent && !Modules.Has(parent))
                    Modules.Register(parent, () => new PyModule(parent).Package());
    }

    /// <summary>A value for C# code that takes any object: a str is a string, an int a long (or a BigInteger), None is null.</summary>
    public static object? ToObject(Any value) => value switch
    {
        { IsNone: true } => null,
        { IsBool: true } => value.Truth,
        { IsFloat: true } => value.FloatValue,
        { Ref: null } => value.Bits,
        _ => value.Ref,
    };

    /// <summary>A value as a C# enumeration, class or struct; a number is one of C#'s where it fits.</summary>
    /// <exception cref="TypeError">It is something else.</exception>
    /// <exception cref="OverflowError">The number is too large.</exception>
    public static T To<T>(Any value) => value.Ref is T own ? own : value.As<T>();

    /// <summary>An int as a C# number.</summary>
    /// <exception cref="TypeError">It is no int.</exception>
    /// <exception cref="OverflowError">It does not fit.</exception>
    public static T ToInteger<T>(Any value)
        where T : struct, INumberBase<T>
    {
        if (value.Ref is T own)
            return own;
        var number = (BigInteger)value.As<PyInt>();
        try
        {
            return T.CreateChecked(number);
        }
        catch (OverflowException)
        {
            throw new OverflowError($"Python int too large to convert to C# {typeof(T).Name}");
        }
    }

    /// <summary>A float, or an int, as a C# number.</summary>
    /// <exception cref="TypeError">It is no number.</exception>
    public static T ToFloat<T>(Any value)
        where T : struct, INumberBase<T>
        => value.Ref is T own ? own : Operators.IsIntLike(value) ? ToInteger<T>(value) : T.CreateChecked(value.As<double>());

    /// <summary>A str of one character.</summary>
    /// <exception cref="TypeError">It is something else.</exception>
    public static char ToChar(Any value)
        => value.Ref switch
        {
            string { Length: 1 } text => text[0],
            char own => own,
            _ => throw new TypeError($"expected a str of one character, got {PyType.Of(value).Name}"),
        };

    /// <summary>The items of an iterable, or the C# list itself.</summary>
    public static List<T> ToList<T>(Any value, Func<Any, T> item) => value.Ref as List<T> ?? [.. Sequences.Of(value).Select(item)];

    /// <inheritdoc cref="ToList"/>
    public static T[] ToArray<T>(Any value, Func<Any, T> item) => value.Ref as T[] ?? [.. Sequences.Of(value).Select(item)];

    /// <summary>The items of an iterable, one by one, or the C# sequence itself.</summary>
    public static IEnumerable<T> ToSequence<T>(Any value, Func<Any, T> item) => value.Ref as IEnumerable<T> ?? Sequences.Of(value).Select(item);

    /// <summary>The entries of a mapping, or the C# dictionary itself.</summary>
    public static Dictionary<K, V> ToDictionary<K, V>(Any value, Func<Any, K> key, Func<Any, V> item)
        where K : notnull
        => value.Ref as Dictionary<K, V> ?? Operators.MappingItems(value).ToDictionary(e => key(e.Key), e => item(e.Value));

    /// <summary>Does what gives nothing.</summary>
    public static Any None(Action action)
    {
        action();
        return Any.None;
    }

    /// <summary>None as null.</summary>
    public static T? OrNull<T>(Any value, Func<Any, T> convert)
        where T : class
        => value.IsNone ? null : convert(value);

    /// <inheritdoc cref="OrNull{T}(Any, Func{Any, T})"/>
    public static T? OrNullValue<T>(Any value, Func<Any, T> convert)
        where T : struct
        => value.IsNone ? null : convert(value);

    /// <summary>Whether a conversion takes the value: what picks among methods of one name.</summary>
    public static bool Fits(Any value, Func<Any, object?> convert)
    {
        try
        {
            convert(value);
            return true;
        }
        catch (BaseException)
        {
            return false;
        }
    }

    /// <summary>No method of the name takes the arguments.</summary>
    public static TypeError NoOverload(string name, PyTuple arguments)
        => new($"no {name}() takes ({string.Join(", ", arguments.Select(static a => PyType.Of(a).Name))})");

    /// <summary>Waits for a task of .NET where Python code awaits it at once.</summary>
    public static async Coro<T> Await<T>(Task<T> task)
    {
        if (!task.IsCompletedSuccessfully)
            await ForeignTasks.ToFuture(task);
        return task.Result;
    }

    /// <inheritdoc cref="Await{T}"/>
    public static async Coro<Any> Await(Task task)
    {
        if (!task.IsCompletedSuccessfully)
            await ForeignTasks.ToFuture(task);
        return Any.None;
    }
}
