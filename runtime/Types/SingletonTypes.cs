namespace Pytocs.Runtime.Core;

/// <summary>The classes of None, NotImplemented and Ellipsis.</summary>
public static class SingletonTypes
{
    public static readonly PyType NoneType = Create("NoneType", Any.None).Method("__bool__", static _ => false);
    public static readonly PyType NotImplementedType = Create("NotImplementedType", Any.NotImplemented).Method("__reduce__", static _ => "NotImplemented");
    public static readonly PyType EllipsisType = Create("ellipsis", Any.Ellipsis).Method("__reduce__", static _ => "Ellipsis");

    private static PyType Create(string name, Any value)
    {
        var type = PyType.Builtin(name);
        type.IsFinal = true;
        type.New("cls", _ => value);
        return type.Method("__repr__", static self => Operators.Repr(self)).Method("__hash__", static self => Operators.Hash(self));
    }
}
