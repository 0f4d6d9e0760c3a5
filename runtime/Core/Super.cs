namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's <c>super()</c>: attribute lookup that goes on after a class in the instance's order.
/// See <see href="https://docs.python.org/3.13/library/functions.html#super">super</see>.
/// </summary>
public sealed class Super : PyObject
{
    public static readonly PyType Type = PyType.Builtin("super")
        .New("cls, type=, object_or_type=, /", static a => a[1].IsUnbound ? throw new RuntimeError("super(): no arguments")
            : a[1].Ref is not PyType start ? throw new TypeError($"super() argument 1 must be a type, not {PyType.Of(a[1]).ErrorName}")
            : a[2].IsUnbound || a[2].IsNone ? throw new RuntimeError("super(type) without an object is not supported") : new Super(start, a[2]), Any.Unbound, Any.Unbound)
        .Method("__getattribute__", "self, name, /", static (self, name) => ((Super)self.Ref!).GetMember((string)name.Ref!));

    private readonly PyType _start;
    private readonly Any _self;
    private readonly PyType _order;

    /// <exception cref="TypeError"><paramref name="self"/> is no instance or subclass of <paramref name="start"/>.</exception>
    public Super(PyType start, Any self)
    {
        _start = start;
        _self = self;
        _order = self.Ref is PyType cls && cls.IsSubclassOf(start) ? cls
            : PyType.Of(self).IsSubclassOf(start) ? PyType.Of(self)
            : throw new TypeError($"super(type, obj): obj ({(self.Ref is PyType given ? "type " + given.ErrorName : "instance of " + PyType.Of(self).ErrorName)}) is not an instance or subtype of type ({start.ErrorName}).");
    }

    public override PyType Class => Type;

    /// <summary><c>super().name</c>.</summary>
    public Any GetMember(string name)
    {
        var found = TryGetMember(name);
        return found.IsUnbound ? throw new AttributeError($"'super' object has no attribute '{name}'", name, this) : found;
    }

    internal Any TryGetMember(string name)
    {
        if (name == "__class__")
            return Type;
        var found = _order.LookupAfter(_start, name);
        if (found.IsUnbound)
            return name switch { "__thisclass__" => _start, "__self__" => _self, "__self_class__" => _order, _ => found };
        var instance = ReferenceEquals(_self.Ref, _order) ? Any.Unbound : _self;
        return Descriptor.Of(found) is { } descriptor ? descriptor.Get(instance, _order) : found;
    }
}
