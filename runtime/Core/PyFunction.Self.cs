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
}
