namespace Pytocs.Runtime.Core;

/// <summary>
/// An instance of a Python subclass of int, float, str, bytes or tuple: it has the base's value and
/// attributes of its own.
/// </summary>
public sealed class PyValueInstance(PyType @class, Any value) : PyObject
{
    private PyType _class = @class;

    public override PyType Class => _class;

    /// <summary>Assigns <c>__class__</c>.</summary>
    internal void SetClass(PyType @class) => _class = @class;

    /// <summary>The value of the built-in base.</summary>
    public Any Value => value;

    /// <summary>The built-in value of an argument, whether plain or of a subclass.</summary>
    public static Any Unwrap(Any a) => a.Ref is PyValueInstance instance ? instance.Value : a;
}
