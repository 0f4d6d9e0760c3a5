using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>An object of a library class that Python code may derive from: it knows the class it was made as.</summary>
public abstract class LibraryObject : PyObject
{
    private PyType? _class;

    /// <inheritdoc/>
    public override PyType Class => _class ?? NativeClass;

    /// <summary>The library's own class.</summary>
    private protected abstract PyType NativeClass { get; }

    /// <summary>Whether Python code derives from the library's class, and so may override its methods.</summary>
    internal bool IsDerived => _class is not null && !ReferenceEquals(_class, NativeClass);

    /// <summary>Makes the object one of a given class.</summary>
    internal static T As<T>(PyType cls, T made) where T : LibraryObject
    {
        made._class = cls;
        return made;
    }
}

/// <summary>How library classes that Python itself defines in Python are declared.</summary>
internal static class PythonClass
{
    /// <summary>A class whose objects C# makes, and which Python's <c>__init__</c> fills.</summary>
    public static PyType Declare<T>(string name, string module, Func<T> make, params PyType[] bases) where T : LibraryObject
        => PyType.Emitted(name, module, bases).New((cls, _) => LibraryObject.As(cls, make()));

    /// <summary>A coroutine method of self alone.</summary>
    public static PyType AsyncMethod(this PyType type, string name, Func<Any, Coro<Any>> body)
        => type.AsyncMethod(name, "self", a => body(a[0]));

    /// <summary>A coroutine method.</summary>
    public static PyType AsyncMethod(this PyType type, string name, string signature, Func<Any[], Coro<Any>> body, params Any[] defaults)
    {
        var qualName = $"{type.QualName}.{name}";
        return type.Add(name, new PyFunction(qualName, signature, (Any[] a) => Coroutine.Of(name, qualName, () => body(a)), defaults) { Flavour = "coroutine" });
    }

    /// <summary>A coroutine function of a module.</summary>
    public static PyModule AsyncFunction(this PyModule module, string name, string signature, Func<Any[], Coro<Any>> body, params Any[] defaults)
        => module.Value(name, new PyFunction(name, signature, (Any[] a) => Coroutine.Of(name, name, () => body(a)), defaults) { Flavour = "coroutine", Module = module.Name });

    /// <summary>A method that returns None.</summary>
    public static PyType Action(this PyType type, string name, Action<Any> body) => type.Method(name, self =>
    {
        body(self);
        return Any.None;
    });

    /// <summary>A method of self and more that returns None.</summary>
    public static PyType Action(this PyType type, string name, string signature, Action<Any[]> body, params Any[] defaults) => type.Method(name, signature, a =>
    {
        body(a);
        return Any.None;
    }, defaults);

    /// <summary>What <c>object.__repr__</c> says, without its brackets.</summary>
    public static string BaseText(Any self) => $"{PyType.Of(self).FullName} object at {Operators.Address(self.Ref!)}";
}
