namespace Pytocs.Runtime.Core;

/// <summary>The end of an iteration. See <see href="https://docs.python.org/3.13/library/exceptions.html#StopIteration">StopIteration</see>.</summary>
public class StopIteration(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("StopIteration", PyException.Type, static args => new StopIteration(args))
        .Property("value", static e => ((StopIteration)e.Ref!).Value, static (e, v) => ((StopIteration)e.Ref!).Value = v);

    protected override PyType NativeClass => Type;

    internal override void Initialise(PyTuple args)
    {
        base.Initialise(args);
        Value = args.Count > 0 ? args[0] : Any.None;
    }

    /// <summary>What a generator returned: <c>e.value</c>.</summary>
    public Any Value { get; set; } = args.Length > 0 ? args[0] : Any.None;
}
