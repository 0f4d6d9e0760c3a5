using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary><c>pickle.PickleError</c>.</summary>
public class PickleError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("PickleError", PyException.Type, static args => new PickleError(args), "_pickle");

    protected override PyType NativeClass => Type;
}

/// <summary><c>pickle.PicklingError</c>: an object that cannot be pickled.</summary>
public class PicklingError(params ReadOnlySpan<Any> args) : PickleError(args)
{
    public static new readonly PyType Type = PyType.Exception("PicklingError", PickleError.Type, static args => new PicklingError(args), "_pickle");

    protected override PyType NativeClass => Type;
}

/// <summary><c>pickle.UnpicklingError</c>: data that is no pickle.</summary>
public sealed class UnpicklingError(params ReadOnlySpan<Any> args) : PickleError(args)
{
    public static new readonly PyType Type = PyType.Exception("UnpicklingError", PickleError.Type, static args => new UnpicklingError(args), "_pickle");

    protected override PyType NativeClass => Type;
}
