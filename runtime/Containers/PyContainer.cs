namespace Pytocs.Runtime.Core;

/// <summary>A built-in container that Python classes may derive from while its C# layout stays.</summary>
public abstract class PyContainer : PyObject
{
    private PyType? _derived;

    /// <summary>The built-in class of the layout.</summary>
    protected abstract PyType BuiltinClass { get; }

    /// <inheritdoc/>
    public override PyType Class => _derived ?? BuiltinClass;

    /// <summary>Whether the object is of the built-in class itself.</summary>
    internal bool IsExact => _derived is null;

    /// <summary>Makes the object an instance of a Python subclass.</summary>
    internal void SetClass(PyType @class) => _derived = ReferenceEquals(@class, BuiltinClass) ? null : @class;
}
