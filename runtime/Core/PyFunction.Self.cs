namespace Pytocs.Runtime.Core;

/// <summary>What built-in methods are called on: an object of their class.</summary>
public sealed partial class PyFunction
{
    /// <summary>Before arguments are counted, a method in C looks at what it is called on.</summary>
    internal void CheckOwnSelf(ReadOnlySpan<Any> arguments)
    {
        if (IsMethod && Owner is { } owner && arguments.Length > 0 && !IsInPython && !PyType.Of(arguments[0]).IsSubclassOf(owner))
            throw WrongSelf(arguments[0]);
    }

    /// <summary>What a method in C may be bound to.</summary>
    /// <exception cref="TypeError">It is no object of its class.</exception>
    internal Any CheckedSelf(Any self)
    {
        CheckOwnSelf([self]);
        return self;
    }

    private void CheckSelf(Any self)
    {
        if (ChecksSelf && PyType.Of(self) is var type && !ReferenceEquals(type, Owner) && !type.IsSubclassOf(Owner!))
            throw WrongSelf(self);
    }

    /// <summary>Whether a built-in method failed because its first argument is of another class.</summary>
    private bool IsWrongSelf(Exception error, Any self)
        => error is InvalidCastException or NullReferenceException or ArgumentNullException && IsMethod && Owner is { } owner && !PyType.Of(self).IsSubclassOf(owner);

    private TypeError WrongSelf(Any self) => new(Name.StartsWith("__", StringComparison.Ordinal)
        ? $"descriptor '{Name}' requires a '{Owner!.ErrorName}' object but received a '{PyType.Of(self).ErrorName}'"
        : $"descriptor '{Name}' for '{Owner!.ErrorName}' objects doesn't apply to a '{PyType.Of(self).ErrorName}' object");

    /// <summary>Whether a built-in function failed because an argument is of a class that it cannot work with.</summary>
    private static bool IsWrongArgument(Exception error, ReadOnlySpan<Any> arguments)
        => error is InvalidCastException || (error is NullReferenceException && HasPlain(arguments));

    private static bool HasPlain(ReadOnlySpan<Any> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Ref is null or Tag && !argument.IsUnbound)
                return true;
        return false;
    }

    private TypeError WrongArgument(Exception error, ReadOnlySpan<Any> arguments)
    {
        if (error.Message.Split('\'') is not [_, var given, _, var expected, ..])
            return new TypeError("bad argument type for built-in operation");
        var first = IsMethod ? 1 : 0;
        for (var i = first; i < arguments.Length; i++)
            if (arguments[i].Ref?.GetType().FullName is { } type && given.StartsWith(type, StringComparison.Ordinal))
                return new TypeError($"{Name}() argument{(arguments.Length - first > 1 ? $" {i + 1 - first}" : "")} must be {PythonName(expected)}, not {PyType.Of(arguments[i]).ErrorName}");
        return new TypeError($"{Name}() expects {PythonName(expected)}");
    }

    /// <summary>What Python calls the class of a C# type.</summary>
    private static string PythonName(string type)
    {
        var name = type.Split('[')[0].Split('`')[0].Split('.', '+')[^1];
        return name switch
        {
            "String" => "str",
            "PyBytesBase" => "a bytes-like object",
            "PyMemoryView" => "memoryview",
            "PyFrozenSet" => "frozenset",
            "BaseException" => "an exception",
            ['P', 'y', var initial, .. var rest] => char.ToLowerInvariant(initial) + rest,
            _ => name,
        };
    }
}
