namespace Pytocs.Runtime.Core;

/// <content>Functions whose C# code gives nothing, which is Python's None.</content>
public sealed partial class PyFunction
{
    /// <inheritdoc cref="PyFunction(string, string, Func{Any[], Any}, Any[])"/>
    public PyFunction(string qualName, string signature, Action<Any[]> body, params Any[] defaults)
        : this(qualName, signature, Procedure(body), defaults)
    {
    }

    public PyFunction(string qualName, string signature, Action body)
        : this(qualName, signature, () =>
        {
            body();
            return Any.None;
        })
    {
    }

    public PyFunction(string qualName, string signature, Action<Any> body, params Any[] defaults)
        : this(qualName, signature, Procedure(body), defaults)
    {
    }

    public PyFunction(string qualName, string signature, Action<Any, Any> body, params Any[] defaults)
        : this(qualName, signature, Procedure(body), defaults)
    {
    }

    public PyFunction(string qualName, string signature, Action<Any, Any, Any> body, params Any[] defaults)
        : this(qualName, signature, Procedure(body), defaults)
    {
    }

    internal static Func<Any[], Any> Procedure(Action<Any[]> body) => a =>
    {
        body(a);
        return Any.None;
    };

    internal static Func<Any, Any> Procedure(Action<Any> body) => a =>
    {
        body(a);
        return Any.None;
    };

    internal static Func<Any, Any, Any> Procedure(Action<Any, Any> body) => (a, b) =>
    {
        body(a, b);
        return Any.None;
    };

    internal static Func<Any, Any, Any, Any> Procedure(Action<Any, Any, Any> body) => (a, b, c) =>
    {
        body(a, b, c);
        return Any.None;
    };
}
