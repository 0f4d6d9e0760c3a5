namespace Pytocs.Runtime.Core;

/// <summary>
/// The root of emitted classes and of the runtime's own objects.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html">Data model</see>.
/// </summary>
public abstract class PyObject : IPyObject
{
    private PyDict<Any, Any>? _dict;

    /// <inheritdoc/>
    public abstract PyType Class { get; }

    /// <inheritdoc/>
    public virtual PyDict<Any, Any>? InstanceDict(bool create)
    {
        if (_dict is null && create && Class.HasInstanceDict)
            _dict = new PyDict<Any, Any>();
        return _dict;
    }

    /// <summary>Replaces the instance dictionary (<c>o.__dict__ = d</c>).</summary>
    internal void SetInstanceDict(PyDict<Any, Any>? dict) => _dict = dict;

    /// <summary>Python's <c>str(self)</c>.</summary>
    public override string ToString() => Operators.Str(this);

    /// <summary>Calls the object with no arguments; the other arities default to <see cref="Call(Arguments)"/>.</summary>
    public virtual Any Call() => Call(new Arguments());

    /// <inheritdoc cref="Call()"/>
    public virtual Any Call(Any a) => Call(new Arguments { a });

    /// <inheritdoc cref="Call()"/>
    public virtual Any Call(Any a, Any b) => Call(new Arguments { a, b });

    /// <inheritdoc cref="Call()"/>
    public virtual Any Call(Any a, Any b, Any c) => Call(new Arguments { a, b, c });

    /// <summary>Calls the object: <c>type(self).__call__(self, ...)</c>.</summary>
    /// <exception cref="TypeError">The object is not callable.</exception>
    public virtual Any Call(Arguments arguments)
    {
        var call = Class.Special("__call__");
        if (call.IsUnbound)
            throw new TypeError($"'{Class.ErrorName}' object is not callable{Operators.CallableHint(this)}");
        if (call.Ref is not PyFunction)
            Recursion.Check("while calling a Python object");
        return call.Call(arguments.WithFirst(this));
    }
}

/// <summary>An instance of a class that is built at run time rather than emitted as a C# class.</summary>
public sealed class PyInstance(PyType @class) : PyObject
{
    private PyType _class = @class;

    /// <inheritdoc/>
    public override PyType Class => _class;

    /// <summary>The values of the names that <c>__slots__</c> of its class declare.</summary>
    internal Dictionary<string, Any> Slots => field ??= [];

    /// <summary>Assigns <c>__class__</c>.</summary>
    internal void SetClass(PyType @class) => _class = @class;
}
