namespace Pytocs.Runtime.Core;

/// <summary>
/// A reference-type Python object. Two roots implement it: <see cref="PyObject"/>, and
/// <see cref="BaseException"/>, which has to derive from <see cref="System.Exception"/>.
/// </summary>
public interface IPyObject
{
    /// <summary>The object's class: what <c>type(o)</c> returns.</summary>
    PyType Class { get; }

    /// <summary>
    /// The instance dictionary, or null when the object has none. With <paramref name="create"/>
    /// an object that may have one makes it.
    /// </summary>
    PyDict<Any, Any>? InstanceDict(bool create);
}
